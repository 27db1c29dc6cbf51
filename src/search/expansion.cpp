#include "search/expansion.h"

#include <algorithm>

#include "search/kinship.h"
#include "text/letters.h"
#include "text/spelling.h"

namespace lesesaal::search {
namespace {

// How much an occurrence counts beside one of the word itself.
constexpr float stem_weight = 0.8F;
constexpr float spelling_weight = 0.8F;
constexpr float prefix_weight = 0.4F;
constexpr float head_weight = 0.19F;      // of a compound: a Schachbrett is a Brett; in the title less than the word in the body
constexpr float modifier_weight = 0.12F;  // a Brettspiel is none

constexpr std::size_t stem_ending_bytes_max = 14;  // "-igkeiten"
constexpr std::size_t inside_letters_min = 5;      // a shorter word is not looked for inside others
constexpr std::size_t sure_letters = 6;
constexpr std::size_t rest_letters_min = 4;
constexpr std::size_t small_lexicon = 20'000;  // words
constexpr std::uint32_t hardly_told = 3;  // articles
constexpr std::uint32_t hardly_any = 2;  // articles: then the whole lexicon is read for a word

std::size_t letters_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_inflection(std::string_view ending) {
    constexpr std::string_view endings[] = {"", "e", "en", "er", "ern", "es", "ien", "n", "s"};
    return std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
}

bool is_capital(std::string_view written) {
    const auto first = static_cast<unsigned char>(written.empty() ? ' ' : written[0]);
    const bool is_umlaut = written.starts_with("Ä") || written.starts_with("Ö") || written.starts_with("Ü");
    return (first >= 'A' && first <= 'Z') || is_umlaut;
}

/// As "SAG" is written: it takes an s at most, and no umlaut.
bool is_abbreviation(std::string_view written) {
    return written.size() > 1 && std::ranges::all_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_vowel(std::string_view text) { return text.find_first_of("aeiouy\xc3") != std::string_view::npos; }

}  // namespace

Expansion Expander::expand(std::string_view word, Completeness completeness) {
    Expansion expansion;
    expansion.written = word;
    expansion.key = word_key(word);
    if (expansion.key.empty() || expansion.key.size() > lexicon_key_bytes_max) return expansion;
    expansion.is_prefix = completeness != Completeness::whole;
    const auto own = index_.words().find(expansion.key);
    const bool is_word = own.has_value();
    expansion.is_known = is_word;
    // A few articles tell less of how a word is written than the reader does.
    const bool is_told = own && (own->is_noun || own->articles > hardly_told);
    expansion.is_noun = is_told ? own->is_noun : is_capital(expansion.written);
    if (completeness != Completeness::begin && (completeness == Completeness::whole || is_word)) add_whole(expansion);
    if (completeness == Completeness::unfinished && !is_word) add_parts(expansion, std::string(german_.stem(expansion.key)));
    if (completeness != Completeness::whole) add_prefix(expansion);
    if (completeness == Completeness::begin) return expansion;
    std::uint32_t articles = 0;
    for (const Source& source : expansion.sources) articles += source.articles;
    // A large corpus knows the parts of its words; reading it all for every rare word would take longer than finding it.
    if (articles <= (is_small() ? hardly_any : 0)) add_by_reading_all(expansion);
    return expansion;
}

void Expander::add_form(Expansion& expansion, const LexiconEntry& entry, Rule rule, float weight) {
    if (expansion.forms.size() >= forms_max) return;
    const auto [known, is_new] = expansion.forms.emplace(entry.key, rule);
    if (!is_new) {
        known->second = std::min(known->second, rule);
        return;
    }
    expansion.sources.push_back({index_.word_postings(entry), weight, false, entry.articles});
}

void Expander::add_part(Expansion& expansion, const LexiconEntry& entry, float weight) {
    const std::string part(part_of(entry.key));
    if (std::ranges::find(expansion.parts, part) == expansion.parts.end()) expansion.parts.push_back(part);
    const float by_place = part.size() == entry.key.size() ? head_weight : modifier_weight;
    expansion.sources.push_back({index_.part_postings(entry), by_place * weight, false, entry.articles});
}

/// Parts of compounds that are a form of the word: of Bild the "Bilder" of Bilderrahmen too, but of Messer not the "Mess" of
/// Messwert.
void Expander::add_parts(Expansion& expansion, std::string_view stem) {
    constexpr float trusted_kinship = 0.5F;
    Lexicon::Cursor cursor = index_.parts().lower_bound(stem);
    while (cursor.next() && cursor.entry().key.starts_with(stem)) {
        const std::string_view key = part_of(cursor.entry().key);
        if (key.size() > stem.size() + stem_ending_bytes_max) continue;
        if (key == expansion.key) {
            add_part(expansion, cursor.entry(), 1);
            continue;
        }
        if (german_.stem(key) != stem) continue;
        const float weight = kinship({expansion.key, expansion.is_noun}, {key, expansion.is_noun}, letters_of(stem), known_of(expansion));
        const bool is_longer = key.size() > expansion.key.size();
        if (weight >= trusted_kinship || (weight > 0 && is_longer)) add_part(expansion, cursor.entry(), weight);
    }
}

void Expander::add_prefix(Expansion& expansion) {
    Lexicon::Cursor cursor = index_.words().lower_bound(expansion.key);
    while (cursor.next() && cursor.entry().key.starts_with(expansion.key)) {
        const bool is_all = cursor.entry().key.size() == expansion.key.size();
        add_form(expansion, cursor.entry(), is_all ? Rule::exact : Rule::prefix, is_all ? 1 : prefix_weight);
    }
}

void Expander::add_whole(Expansion& expansion) {
    const std::string stem(german_.stem(expansion.key));
    add_class(expansion, stem);
    add_parts(expansion, stem);
    add_umlaut_relatives(expansion, stem);
    add_s_relative(expansion);
    if (index_.has_english()) add_english(expansion);
}

bool Expander::is_small() const { return index_.words().size() < small_lexicon; }

/// A small corpus does not have all forms of its words, so it is no witness against one.
Known Expander::known_of(const Expansion& expansion) const {
    const auto has_form = [this](std::string_view key, bool is_noun) {
        const auto entry = index_.words().find(key);
        return entry && entry->is_noun == is_noun;
    };
    return {expansion.is_known, has_form, !is_small()};
}

void Expander::add_class(Expansion& expansion, std::string_view stem) {
    Lexicon::Cursor cursor = index_.words().lower_bound(stem);
    while (cursor.next() && cursor.entry().key.starts_with(stem)) {
        const std::string& key = cursor.entry().key;
        if (key == expansion.key) add_form(expansion, cursor.entry(), Rule::exact, 1);
        if (key == expansion.key || key.size() > stem.size() + stem_ending_bytes_max || german_.stem(key) != stem) continue;
        const float weight = kinship({expansion.key, expansion.is_noun}, {key, cursor.entry().is_noun}, letters_of(stem), known_of(expansion));
        if (weight <= 0) continue;
        cursor.read_details();
        const bool is_inflected = !is_abbreviation(cursor.entry().spelling) || key + "s" == expansion.key;
        if (is_inflected) add_form(expansion, cursor.entry(), Rule::stem, weight);
    }
}

/// After a vowel the stem keeps an s: "Autos", "Chinas".
void Expander::add_s_relative(Expansion& expansion) {
    std::string other = expansion.key;
    if (other.ends_with('s')) other.pop_back();
    else other += 's';
    const std::string_view bare = other.size() < expansion.key.size() ? other : expansion.key;
    if (!expansion.is_noun || letters_of(bare) < rest_letters_min || bare.find_last_of("aiouy") != bare.size() - 1) return;
    if (const auto form = index_.words().find(other); form && form->is_noun) add_form(expansion, *form, Rule::stem, stem_weight);
    for (const std::string& key : {other, other + modifier_mark}) {
        if (const auto part = index_.parts().find(key)) add_part(expansion, *part, stem_weight);
    }
}

void Expander::add_umlaut_relatives(Expansion& expansion, std::string_view stem) {
    for (const std::string& other : stems_with_other_vowel(stem)) {
        std::vector<LexiconEntry> forms;
        Lexicon::Cursor cursor = index_.words().lower_bound(other);
        while (cursor.next() && cursor.entry().key.starts_with(other)) {
            if (cursor.entry().key.size() > other.size() + 3) continue;
            cursor.read_details();
            if (!is_abbreviation(cursor.entry().spelling)) forms.push_back(cursor.entry());
        }
        const bool is_noun = expansion.is_noun;
        const Known known = known_of(expansion);
        for (const LexiconEntry& form : forms) {
            // Without dots by mistake, or another way to write it: that is no inflection.
            const bool is_same = text::without_umlauts(form.key) == text::without_umlauts(expansion.key);
            if (is_same && !expansion.is_known) continue;
            if (form.is_noun != is_noun || !are_forms_of_one_word(expansion.key, form.key, is_noun, known)) continue;
            add_form(expansion, form, Rule::stem, stem_weight);
        }
        Lexicon::Cursor part = index_.parts().lower_bound(other);
        while (is_noun && part.next() && part.entry().key.starts_with(other)) {
            const std::string_view key = part_of(part.entry().key);
            // Only of the singular: what is a plural that the corpus does not have by itself is a guess already.
            const bool is_plural = text::without_umlauts(key).size() < key.size();
            if (is_plural && key.size() <= other.size() + 3 && are_forms_of_one_word(expansion.key, key, true, known)) add_part(expansion, part.entry(), stem_weight);
        }
    }
}

void Expander::add_english(Expansion& expansion) {
    const std::string folded = text::fold_letters(expansion.written);
    const std::string stem(english_.stem(folded));
    if (stem.size() < 2) return;
    // The last letter of a stem may differ from the word's ("y", "i"), and a vowel may be half of an umlaut in a key.
    std::string begin = stem.substr(0, std::max<std::size_t>(2, stem.size() - 2));
    text::to_umlauts(begin);
    Lexicon::Cursor cursor = index_.words().lower_bound(begin);
    while (cursor.next() && cursor.entry().key.starts_with(begin)) {
        if (cursor.entry().key.size() > stem.size() + stem_ending_bytes_max || expansion.forms.contains(cursor.entry().key)) continue;
        cursor.read_details();
        if (english_.stem(text::fold_letters(cursor.entry().written())) != stem) continue;
        expansion.forms.emplace(cursor.entry().key, Rule::stem);
        expansion.sources.push_back({index_.word_postings(cursor.entry()), stem_weight, true, cursor.entry().articles});
    }
}

bool Expander::is_word(std::string_view text) const { return letters_of(text) >= rest_letters_min && index_.words().find(text).has_value(); }

/// Whether a word can be a compound with `word` in it: what stands around it are words of their own, or long enough.
bool Expander::can_hold(const LexiconEntry& entry, std::string_view word) const {
    const std::string_view key = entry.key;
    const std::size_t at = key.find(word);
    if (at == std::string_view::npos || key.size() < word.size() + 3) return false;
    // What the corpus tells of its parts is known better than what looks like one: "Zeit|zeichen" holds no "Eiche".
    const auto begins = [&](const text::CompoundPart& part) { return part.begin == at; };
    if (!entry.parts.empty() && std::ranges::none_of(entry.parts, begins)) return false;
    const std::string_view before = key.substr(0, at);
    const std::string_view after = key.substr(at + word.size());
    const bool is_last = is_inflection(after);
    if (!is_last) {
        bool is_followed = false;
        for (const std::string_view link : {"", "s", "n", "es", "en", "er"}) {
            if (!after.starts_with(link)) continue;
            const std::string_view rest = after.substr(link.size());
            // Linking letters are a sign of a compound even where the corpus does not know what follows.
            const bool is_linked = link.ends_with('s') && letters_of(rest) >= rest_letters_min && has_vowel(rest);
            is_followed = is_followed || is_linked || is_word(rest);
        }
        if (!is_followed) return false;
    }
    if (before.empty()) return !is_last || after == "ien";
    // "Stagnation" holds no Nation.
    if (is_last && (word == "nation" || word == "ration")) return false;
    // A small corpus has too few words to tell; there a long word in another is no chance.
    if (is_small() && (letters_of(word) >= sure_letters || letters_of(before) >= sure_letters)) return true;
    // A word that is more common than what it seems to be made of is not made of it: "Kombi|nation".
    constexpr std::uint32_t as_common = 4;  // times
    const auto leads = [&](std::string_view modifier, bool is_noun) {
        if (letters_of(modifier) < rest_letters_min) return false;
        const auto known = index_.words().find(modifier);
        return known && known->is_noun == is_noun && as_common * known->articles >= entry.articles;
    };
    for (const std::string_view link : {"", "s", "es", "n", "en"}) {
        if (before.ends_with(link) && leads(before.substr(0, before.size() - link.size()), true)) return true;
    }
    return leads(std::string(before) + "en", false);  // "Sprühpistole"
}

/// The same letters without dots; and words that hold it, since the corpus may not know all parts by themselves.
void Expander::add_by_reading_all(Expansion& expansion) {
    const std::string plain = text::without_umlauts(expansion.key);
    const bool is_long = letters_of(expansion.key) >= inside_letters_min;
    const bool has_forms = !expansion.forms.empty();  // then other spellings are other words: schon, schön
    const LetterSet letters(expansion.key);
    const auto may_count = [&](LetterSet form) { return (is_long && form.may_hold(letters)) || (!has_forms && form == letters); };
    std::vector<LexiconEntry> holding;
    std::vector<LexiconEntry> same;
    index_.words().visit_if(may_count, [&](Lexicon::Cursor& cursor) {
        const LexiconEntry& form = cursor.entry();
        if (form.is_noun < expansion.is_noun) return;
        if (is_long && form.key.find(expansion.key) != std::string::npos) {
            cursor.read_details();
            if (can_hold(form, expansion.key)) holding.push_back(form);
        }
        if (has_forms || text::without_umlauts(form.key) != plain) return;
        cursor.read_details();
        same.push_back(form);
    });
    for (const LexiconEntry& entry : holding) add_form(expansion, entry, Rule::part, modifier_weight);
    for (const LexiconEntry& entry : same) add_spelling(expansion, entry);
}

/// All that the word stands for when it is written as the corpus writes it.
void Expander::add_spelling(Expansion& expansion, const LexiconEntry& entry) {
    Expansion other{.key = entry.key, .written = entry.written(), .is_known = true, .is_noun = entry.is_noun};
    add_whole(other);
    for (Source& source : other.sources) {
        source.weight *= spelling_weight;
        expansion.sources.push_back(source);
    }
    for (const auto& [form, rule] : other.forms) expansion.forms.emplace(form, Rule::spelling);
    expansion.parts.insert(expansion.parts.end(), other.parts.begin(), other.parts.end());
}

}  // namespace lesesaal::search
