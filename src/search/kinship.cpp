#include "search/kinship.h"

#include <algorithm>

#include "text/spelling.h"

namespace lesesaal::search {
namespace {

constexpr std::string_view umlauting_adjectives[] = {"alt",  "arg",  "arm",  "dumm",   "gesund",  "grob",    "gross", "hart", "jung", "kalt", "klug",
                                                     "krank", "kurz", "lang", "nah",    "rot",     "scharf",  "schwach", "schwarz", "stark", "warm", "oft"};

template <std::size_t Size> bool holds(const std::string_view (&list)[Size], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// What `word` has after `begin`; nothing when it does not begin so.
bool ending_after(std::string_view word, std::string_view begin, std::string_view& ending) {
    if (!word.starts_with(begin)) return false;
    ending = word.substr(begin.size());
    return true;
}

std::string_view dotted(char vowel) { return vowel == 'a' ? "ä" : vowel == 'o' ? "ö" : "ü"; }

/// What has a genitive is no plural but a word of its own: Speichers, Käufers; there is no Kinders.
bool is_own_word_in_er(std::string_view stem, const Known& known) { return known.is_witness && known.has_form(std::string(stem) + "ers", true); }

/// The singular that a plural with umlaut goes back to, without its dots.
bool are_singular_and_plural(std::string_view singular, std::string_view plural, const Known& known) {
    const auto is_noun_form = [&](std::string_view form) { return known.has_form(form, true); };
    const std::string plain = text::without_umlauts(plural);
    constexpr std::string_view own_endings[] = {"er", "el", "en"};
    const bool is_same = plain == singular || plain == std::string(singular) + "n" || plain + "s" == singular;
    if (is_same && plain.size() > 4 && holds(own_endings, std::string_view(singular).substr(singular.size() - 2))) {
        return !(plural.ends_with("n") && is_noun_form(plural.substr(0, plural.size() - 1)));
    }
    for (const std::string_view genitive : {"", "s", "es"}) {
        if (!singular.ends_with(genitive)) continue;
        const std::string_view bare = singular.substr(0, singular.size() - genitive.size());
        std::string_view ending;
        if (bare.size() < 2 || !ending_after(plain, bare, ending)) continue;
        if (!genitive.empty() && known.is_witness && !is_noun_form(bare)) continue;
        const std::string_view stem = plural.substr(0, plural.size() - ending.size());
        if (ending == "e") return true;
        if (ending.starts_with("er") && is_own_word_in_er(stem, known)) return false;
        // A short word may look like another's: "Bären" is none of "Bar".
        const bool is_long = bare.size() > 4;
        // Of Wort there are Wörter and Wörtern; of Moll no Möllern.
        if (ending == "er") return is_long || !known.is_asked_known || !known.is_witness || is_noun_form(std::string(plural) + "n");
        if (ending == "en") return is_long || is_noun_form(std::string(stem) + "e");
        if (ending == "ern") return is_long || is_noun_form(std::string(stem) + "er");
    }
    return false;
}

/// After these the plural has "en", and nothing else has.
constexpr std::string_view endings_before_en[] = {"ung", "heit", "keit", "schaft", "ion", "tät", "ik", "enz", "anz", "ur", "or", "ist", "ent", "ant", "ei"};

/// Whether nobody would take the longer of two nouns for another word.
bool is_sure_plural(std::string_view shorter, std::string_view longer) {
    const std::string_view ending = longer.substr(shorter.size());
    const auto ends_so = [&](std::string_view one) { return shorter.ends_with(one); };
    if (ending == "n") return shorter.ends_with("e") || shorter.ends_with("er") || shorter.ends_with("el");
    if (ending == "nen") return shorter.ends_with("in");
    if (ending == "ien") return shorter.ends_with("al") || shorter.ends_with("il");
    return ending == "en" && std::any_of(std::begin(endings_before_en), std::end(endings_before_en), ends_so);
}

bool is_er_ending(std::string_view ending) { return ending == "er" || ending == "ers" || ending == "ern"; }

/// Whether nouns can be made of an adjective with this stem: "Freiwilliger", "Vorsitzender", "Beauftragter".
bool may_be_adjective(std::string_view stem) {
    constexpr std::string_view suffixes[] = {"lich", "ig", "isch", "sch", "end", "bar", "los", "haft", "sam"};
    constexpr std::size_t participle_bytes_min = 6;
    if (stem.size() >= participle_bytes_min && stem.ends_with('t')) return true;
    return std::any_of(std::begin(suffixes), std::end(suffixes), [&](std::string_view suffix) { return stem.ends_with(suffix); });
}

/// A plural in er gives dots to every a, o and u that can have them: Haus, Häuser; Hub and Huber are two words.
bool may_have_plural_in_er(std::string_view stem) {
    const std::size_t last = stem.find_last_of("aeiouy\xc3");
    if (last == std::string_view::npos) return false;
    const char vowel = stem[last];
    const bool is_au = vowel == 'u' && last > 0 && stem[last - 1] == 'a';
    const bool is_eu = vowel == 'u' && last > 0 && (stem[last - 1] == 'e' || static_cast<unsigned char>(stem[last - 1]) >= 0x80);
    return is_eu || !(is_au || vowel == 'a' || vowel == 'o' || vowel == 'u');
}

/// Two words from where they differ; an e before that belongs to the endings.
struct Endings {
    std::string_view stem;
    std::string_view first;
    std::string_view second;
};

Endings endings_of(std::string_view a, std::string_view b) {
    std::size_t common = 0;
    while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
    if (common > 0 && a[common - 1] == 'e') --common;
    return {a.substr(0, common), a.substr(common), b.substr(common)};
}

bool can_be_one_noun(std::string_view a, std::string_view b, const Known& known) {
    const Endings endings = endings_of(a, b);
    const bool has_er = is_er_ending(endings.first);
    if (has_er == is_er_ending(endings.second)) return true;
    if (may_be_adjective(endings.stem)) return true;
    const std::string_view other = has_er ? endings.second : endings.first;
    return other != "en" && other != "n" && may_have_plural_in_er(endings.stem) && !is_own_word_in_er(endings.stem, known);
}

/// "guter" and "guten" are of one adjective when there is "gut" or "gute": leider and leiden are not.
bool can_be_one_adjective(std::string_view a, std::string_view b, const Known& known) {
    const Endings endings = endings_of(a, b);
    const auto is_of_adjective = [](std::string_view ending) { return ending.starts_with("er") || ending == "es" || ending == "em"; };
    if (!is_of_adjective(endings.first) && !is_of_adjective(endings.second)) return true;
    return !known.is_witness || known.has_form(endings.stem, false) || known.has_form(std::string(endings.stem) + "e", false);
}

}  // namespace

float kinship(Form asked, Form form, std::size_t stem_letters, const Known& known) {
    constexpr float genitive = 0.95F;
    constexpr float sure = 0.8F;
    constexpr float likely = 0.7F;
    constexpr float doubtful = 0.4F;
    constexpr float distant = 0.1F;
    constexpr std::size_t long_stem = 6;  // two words with one stem of so many letters are hardly ever two
    constexpr std::size_t short_stem = 4;
    const std::string_view shorter = asked.key.size() < form.key.size() ? asked.key : form.key;
    const std::string_view longer = asked.key.size() < form.key.size() ? form.key : asked.key;
    const std::string_view ending = longer.starts_with(shorter) ? longer.substr(shorter.size()) : "";
    // After el, er and en the genitive has no e.
    const bool takes_es = !shorter.ends_with("el") && !shorter.ends_with("er") && !shorter.ends_with("en");
    if (ending == "es" && asked.is_noun && form.is_noun && !takes_es) return 0;
    if (ending == "s" || (ending == "es" && asked.is_noun && form.is_noun)) return genitive;
    if (asked.is_noun != form.is_noun) {
        // "Messer" is made of "messen", but is no form of it.
        if (asked.is_noun && asked.key.ends_with("er")) return 0;
        if (form.is_noun && form.key.ends_with("er") && stem_letters <= short_stem) return 0;
        return known.is_asked_known || (!asked.is_noun && stem_letters > short_stem) ? distant : 0;
    }
    if (!asked.is_noun) return stem_letters > short_stem || can_be_one_adjective(asked.key, form.key, known) ? sure : 0;
    if (longer.starts_with(shorter) && is_sure_plural(shorter, longer)) return sure;
    if (!can_be_one_noun(asked.key, form.key, known)) return 0;
    if (ending == "r") return 0;  // "Reiser" is no form of "Reise"
    // Of Kind there are Kinder and Kindern; of Mutt no Muttern.
    if (ending == "er" && known.is_witness && !known.has_form(std::string(longer) + "n", true)) return 0;
    if (stem_letters >= long_stem) return likely;
    if (!known.is_asked_known) return 0;
    return stem_letters <= short_stem ? distant : doubtful;
}

std::vector<std::string> stems_with_other_vowel(std::string_view stem) {
    for (std::size_t end = stem.size(); end > 0; --end) {
        const char last = stem[end - 1];
        const bool is_umlaut = static_cast<unsigned char>(last) >= 0x80 && end > 1 && stem[end - 2] == '\xc3';
        if (is_umlaut) {
            const std::string plain = text::without_umlauts(stem.substr(end - 2, 2));
            if (plain.size() != 1) return {};
            return {std::string(stem.substr(0, end - 2)) + plain + std::string(stem.substr(end))};
        }
        if (std::string_view("aou").find(last) != std::string_view::npos) {
            if (last == 'u' && end > 2 && stem.substr(0, end - 1).ends_with("ä")) {
                return {std::string(stem.substr(0, end - 3)) + "a" + std::string(stem.substr(end - 1))};
            }
            // Of "au" the a takes the dots.
            const std::size_t at = last == 'u' && end > 1 && stem[end - 2] == 'a' ? end - 2 : end - 1;
            return {std::string(stem.substr(0, at)) + std::string(dotted(stem[at])) + std::string(stem.substr(at + 1))};
        }
        // The e of an ending that the stem kept ("apfel", "vogel") is passed over.
        if (std::string_view("iy").find(last) != std::string_view::npos) return {};
        if (last == 'e' && end + 1 < stem.size()) return {};
    }
    return {};
}

bool are_forms_of_one_word(std::string_view a, std::string_view b, bool are_nouns, const Known& known) {
    // The one with more umlauts is the plural or the comparative: an umlaut takes a byte more.
    const std::size_t a_umlauts = a.size() - text::without_umlauts(a).size();
    const std::size_t b_umlauts = b.size() - text::without_umlauts(b).size();
    if (a_umlauts == b_umlauts) return false;
    const std::string_view with = a_umlauts > b_umlauts ? a : b;
    const std::string_view without = a_umlauts > b_umlauts ? b : a;
    if (are_nouns) {
        // Umlauts before the changed vowel are in both.
        return are_singular_and_plural(text::without_umlauts(without), with, known);
    }
    const std::string plain = text::without_umlauts(with);
    for (const std::string_view adjective : umlauting_adjectives) {
        std::string_view positive;
        std::string_view comparative;
        if (!ending_after(without, adjective, positive) || !ending_after(plain, adjective, comparative)) continue;
        constexpr std::string_view endings[] = {"", "e", "en", "er", "es", "em"};
        return holds(endings, positive) && (comparative.starts_with("er") || comparative.starts_with("st") || comparative.starts_with("est") || comparative.starts_with("t"));
    }
    return false;
}

}  // namespace lesesaal::search
