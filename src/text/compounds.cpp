#include "text/compounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace lesesaal::text {
namespace {

constexpr std::size_t head_letters_min = 3;
constexpr std::size_t safe_letters_min = 4;  // shorter parts stand in too many words by chance
constexpr std::size_t verb_letters_min = 5;  // of what ends a word that is no noun: "rechtlich", but not "den" or "halb"
constexpr std::uint32_t articles_min = 2;    // once may be a slip,
constexpr std::size_t sure_letters = 6;      // but for a word of so many

// Words that lead verbs and their nouns, and Latin prefixes: "Unterlage" is no kind of "Lage".
constexpr std::string_view no_modifiers[] = {
    "ab",    "alle",  "aller", "als",   "alt",   "am",    "an",     "ander", "andere", "anti",  "auch",  "auf",   "aus",   "auto",
    "bei",   "beim",  "bis",   "das",   "dem",   "den",   "der",    "des",   "die",    "diese", "durch", "ein",   "eine",  "einer",
    "emp",   "ent",   "er",    "ex",    "fort",  "für",   "ge",     "gegen", "hat",    "her",   "hin",   "hinter", "im",   "in",
    "inter", "ist",   "jede",  "kein",  "kom",   "kon",   "kontra", "los",   "man",    "mehr",  "mit",   "miss",  "nach",  "neben",
    "nicht", "nur",   "ob",    "oder",  "per",   "pro",   "rück",   "re",    "sein",   "seine", "sich",  "sie",   "sind",  "sub",
    "super", "trans", "über",  "um",    "und",   "un",    "unter",  "ur",    "ver",    "verb",  "vom",   "von",   "vor",   "was",   "weg",
    "wegen", "wenn",  "wer",   "werden", "wie",  "wider", "wieder", "wird",  "wo",     "zer",   "zu",    "zuge",  "zum",   "zur",   "zurück",
    "zusammen", "zwischen"};

// Ends that are words of their own too, but make nouns and adjectives of others.
constexpr std::string_view no_heads[] = {"schaft", "heit", "keit", "tum",  "ung",  "ion",  "tion",  "ling", "ment",
                                         "haft",   "lich", "isch", "ist",  "enz",  "anz",  "tor",   "ator", "eur",
                                         "chen",   "lein", "los",  "nis",  "ling", "ial",  "iv",    "ive",  "ale"};

constexpr std::string_view linking_letters[] = {"", "s", "es", "n", "en", "er", "e"};

template <std::size_t Size> bool holds(const std::string_view (&list)[Size], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool begins_character(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

std::size_t letters_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_vowel(std::string_view text) { return text.find_first_of("aeiouy\xc3") != std::string_view::npos; }

/// "bürgerin", "bürgerinnen": the end of "bürger".
std::optional<std::size_t> end_of_masculine(std::string_view form) {
    for (const std::string_view ending : {"innen", "in"}) {
        if (form.ends_with(ending)) return form.size() - ending.size();
    }
    return std::nullopt;
}

}  // namespace

CompoundSplitter::CompoundSplitter(const std::vector<FormCount>& forms) {
    known_.reserve(forms.size());
    for (const FormCount& form : forms) {
        if (has_digit(form.form) || !has_vowel(form.form)) continue;
        known_.emplace(form.form, Known{form.articles, form.is_noun});
        total_ += form.articles;
        Known& stem = stems_[std::string(stemmer_.stem(form.form))];
        stem.articles += form.articles;
        stem.is_noun = stem.is_noun || form.is_noun;
    }
}

const CompoundSplitter::Known* CompoundSplitter::find(std::string_view form) const {
    const auto known = known_.find(form);
    if (known == known_.end()) return nullptr;
    const bool is_trusted = known->second.articles >= articles_min || letters_of(form) >= sure_letters;
    return is_trusted ? &known->second : nullptr;
}

double CompoundSplitter::cost_of(std::uint32_t articles) const { return std::log(total_ / articles); }

bool CompoundSplitter::read_head(std::string_view head, bool is_noun, double& cost) {
    const std::size_t letters = letters_of(head);
    if (letters < (is_noun ? head_letters_min : verb_letters_min) || holds(no_heads, head)) return false;
    if (const Known* known = find(head); known && known->is_noun == is_noun) {
        cost = cost_of(known->articles);
        return true;
    }
    // Another form of the word: "gesetzes" where the corpus has "Gesetz".
    const std::string_view stem = stemmer_.stem(head);
    if (letters_of(stem) < safe_letters_min || holds(no_heads, stem)) return false;
    const auto known = stems_.find(std::string(stem));
    if (known == stems_.end() || known->second.articles < articles_min || known->second.is_noun != is_noun) return false;
    cost = cost_of(known->second.articles) + 1;
    return true;
}

bool CompoundSplitter::read_modifier(std::string_view form, std::size_t begin, bool is_of_noun, Reading& reading) const {
    const std::size_t end = form.size();
    const std::string_view whole = form.substr(begin);
    bool is_found = false;
    const auto take = [&](std::size_t part_end, const Known& known, double cost) {
        if ((is_found && cost >= reading.cost) || (!is_of_noun && !known.is_noun)) return;
        // A word that is no noun takes no linking letters, and is not trusted when it is short.
        const std::size_t letters = letters_of(form.substr(begin, part_end - begin));
        if (letters < (known.is_noun && is_of_noun ? head_letters_min : safe_letters_min)) return;
        is_found = true;
        reading = {part_end, cost};
    };
    for (const std::string_view link : linking_letters) {
        if (!whole.ends_with(link) || whole.size() == link.size()) continue;
        const std::string_view part = whole.substr(0, whole.size() - link.size());
        if (holds(no_modifiers, part) || holds(no_modifiers, whole)) continue;
        const Known* known = find(part);
        if (known && (known->is_noun || link.empty())) take(begin + part.size(), *known, cost_of(known->articles) + (link.empty() ? 0 : 0.5));
    }
    // "Schulamt" of Schule, "Suchmaschine" of suchen: their stems, of four letters at least.
    if (!is_found && letters_of(whole) >= safe_letters_min && !holds(no_modifiers, whole)) {
        for (const std::string_view ending : {"e", "en"}) {
            const Known* known = find(std::string(whole) + std::string(ending));
            if (known && known->is_noun == (ending == "e")) take(end, *known, cost_of(known->articles) + 2);
        }
    }
    return is_found;
}

std::vector<CompoundPart> CompoundSplitter::split_once(std::string_view form, bool is_noun) {
    struct Step {
        double cost = std::numeric_limits<double>::infinity();
        std::size_t from = 0;
        std::size_t part_end = 0;
        std::size_t parts = 0;
    };
    std::array<Step, compound_bytes_max + 1> best{};
    best[0].cost = 0;
    Step last;
    for (std::size_t begin = 0; begin < form.size(); ++begin) {
        if (best[begin].cost == std::numeric_limits<double>::infinity() || !begins_character(form, begin)) continue;
        if (double cost = 0; begin > 0 && read_head(form.substr(begin), is_noun, cost) && best[begin].cost + cost < last.cost) {
            last = {best[begin].cost + cost, begin, form.size(), best[begin].parts + 1};
        }
        if (best[begin].parts + 2 > compound_parts_max) continue;
        for (std::size_t end = begin + head_letters_min; end + head_letters_min <= form.size(); ++end) {
            Reading reading;
            if (!begins_character(form, end) || !read_modifier(form.substr(0, end), begin, is_noun, reading)) continue;
            const double cost = best[begin].cost + reading.cost;
            if (cost < best[end].cost) best[end] = {cost, begin, reading.end, best[begin].parts + 1};
        }
    }
    if (last.parts < 2) return {};
    std::vector<CompoundPart> parts{{last.from, last.part_end}};
    for (std::size_t at = last.from; at > 0; at = best[at].from) parts.push_back({best[at].from, best[at].part_end});
    std::ranges::reverse(parts);

    // A short part, and a word that is no noun, are believed when the word is rarer than its parts are on the average:
    // "Bauamt", but not "Produktion"; "bundesweit", but not "alternative".
    double mean = 0;
    bool has_short = !is_noun;
    for (const CompoundPart& part : parts) {
        const std::string_view text = form.substr(part.begin, part.end - part.begin);
        const Known* known = find(text);
        has_short = has_short || letters_of(text) < safe_letters_min;
        mean += std::log(known ? known->articles : 1.0) / static_cast<double>(parts.size());
    }
    const auto own = known_.find(form);
    if (has_short && own != known_.end() && std::log(own->second.articles) > mean) return {};
    return parts;
}

std::vector<CompoundPart> CompoundSplitter::split(std::string_view form, bool is_noun) {
    if (form.size() > compound_bytes_max || has_digit(form)) return {};
    if (const auto end = end_of_masculine(form); end && is_noun) {
        const Known* masculine = find(form.substr(0, *end));
        if (masculine && masculine->is_noun && letters_of(form.substr(0, *end)) > safe_letters_min) {
            std::vector<CompoundPart> parts = split(form.substr(0, *end), true);
            return parts.empty() ? std::vector<CompoundPart>{{0, *end}} : parts;
        }
    }
    if (letters_of(form) < compound_letters_min) return {};
    std::vector<CompoundPart> parts;
    for (const CompoundPart& part : split_once(form, is_noun)) {
        // The corpus may know a part as a word though it is a compound itself: "Zugangsgesetz".
        const std::string_view text = form.substr(part.begin, part.end - part.begin);
        std::vector<CompoundPart> inner;
        if (letters_of(text) >= compound_letters_min) inner = split(text, true);
        if (inner.size() < 2) {
            parts.push_back(part);
            continue;
        }
        for (const CompoundPart& piece : inner) parts.push_back({part.begin + piece.begin, part.begin + piece.end});
        parts.back().end = part.end;
    }
    if (parts.size() > compound_parts_max) parts.resize(compound_parts_max);
    return parts;
}

}  // namespace lesesaal::text
