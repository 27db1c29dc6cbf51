#include "text/compounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "text/spelling.h"

namespace lesesaal::text {
namespace {

constexpr std::size_t head_letters_min = 3;
constexpr std::size_t safe_letters_min = 4;  // shorter parts stand in too many words by chance
constexpr std::size_t verb_letters_min = 5;  // of what ends a word that is no noun: "rechtlich", but not "den" or "halb"
constexpr std::uint32_t articles_min = 2;    // once may be a slip,
constexpr std::size_t sure_letters = 5;      // but for a word of so many

// Words that lead verbs and their nouns, and Latin prefixes: "Unterlage" is no kind of "Lage".
constexpr std::string_view no_modifiers[] = {
    "ab",    "alle",  "aller", "als",   "alt",   "alte",  "am",    "an",     "ander", "andere", "anti",  "auch",  "auf",   "aus",   "auto",
    "bei",   "beim",  "bis",   "das",   "dem",   "den",   "der",    "des",   "die",    "diese", "durch", "ein",   "eine",  "einer", "eins",  "else",  "erst",  "neue",
    "emp",   "ent",   "er",    "ex",    "fort",  "für",   "ge",     "gegen", "hat",    "her",   "hin",   "hinter", "im",   "in",
    "inter", "ist",   "jede",  "kein",  "kom",   "kon",   "kontra", "los",   "man",    "mehr",  "mit",   "miss",  "nach",  "neben",
    "nicht", "nur",   "ob",    "oder",  "per",   "pro",   "rück",   "re",    "sein",   "seine", "sich",  "sie",   "sind",  "sub",
    "super", "trans", "über",  "um",    "und",   "un",    "unter",  "ur",    "ver",    "verb",  "vom",   "von",   "vor",   "was",   "weg",
    "wegen", "wenn",  "wer",   "werden", "wie",  "wider", "wieder", "wird",  "wo",     "zer",   "zu",    "zuge",  "zum",   "zur",   "zurück",
    "zusammen", "zwischen"};

// Ends that are words of their own too, but make nouns and adjectives of others.
constexpr std::string_view no_heads[] = {"schaft", "heit", "keit", "tum",  "ung",  "ion",  "tion",  "ling", "ment",
                                         "haft",   "lich", "isch", "ist",  "enz",  "anz",  "tor",   "ator", "eur",
                                         "chen",   "lein", "los",  "nis",  "ial",  "iv",    "ive",  "ale",
                                         "nation", "nations", "nationen", "ration", "rations", "rationen", "tieren", "tierens",
                                         "toren",  "tors",
                                         "elle",   "ellen", "elles", "eller"};

constexpr std::string_view linking_letters[] = {"", "s", "es", "n", "en", "er", "e"};

constexpr std::string_view noun_endings[] = {"", "s", "es", "e", "en", "n", "er", "ern"};

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

/// What the forms of a noun begin with: without the longest ending that leaves four letters, and without the umlauts of a plural.
std::string base_of(std::string_view word) {
    std::size_t longest = 0;
    for (const std::string_view ending : noun_endings) {
        if (word.ends_with(ending) && word.size() >= ending.size() + safe_letters_min) longest = std::max(longest, ending.size());
    }
    return without_umlauts(word.substr(0, word.size() - longest));
}

}  // namespace

CompoundSplitter::CompoundSplitter(const std::vector<FormCount>& forms, std::span<const std::string> german) {
    known_.reserve(forms.size() + german.size());
    for (const FormCount& form : forms) {
        if (has_digit(form.form) || !has_vowel(form.form)) continue;
        known_.emplace(form.form, Known{form.articles, form.is_noun});
        total_ += form.articles;
        Known& stem = stems_[std::string(stemmer_.stem(form.form))];
        stem.articles += form.articles;
        stem.is_noun = stem.is_noun || form.is_noun;
    }
    add_german(german);
}

void CompoundSplitter::add_german(std::span<const std::string> german) {
    constexpr std::size_t hardly_a_slip = 6;  // letters
    std::unordered_map<std::string, std::uint32_t> forms;  // by base
    for (const std::string& word : german) ++forms[base_of(word)];
    for (const std::string& word : german) {
        if (letters_of(word) < safe_letters_min || !has_vowel(word)) continue;
        if (letters_of(word) < hardly_a_slip && forms[base_of(word)] < 2) continue;
        known_[word].is_german = true;
    }
}

const CompoundSplitter::Known* CompoundSplitter::find(std::string_view form, bool is_of_noun) const {
    const auto known = known_.find(form);
    if (known == known_.end()) return nullptr;
    const bool is_trusted = (is_of_noun && known->second.is_german) || known->second.articles >= articles_min || letters_of(form) >= sure_letters;
    return is_trusted ? &known->second : nullptr;
}

double CompoundSplitter::cost_of(const Known& known) const {
    constexpr double strange = 4;  // in this corpus
    return known.articles > 0 ? std::log(total_ / known.articles) : std::log(total_) + strange;
}

const CompoundSplitter::Known* CompoundSplitter::find_german_noun(std::string_view form) const {
    const auto known_german = [&](std::string_view word) -> const Known* {
        const auto known = known_.find(word);
        return known != known_.end() && known->second.is_german && known->second.fits(true) ? &known->second : nullptr;
    };
    for (const std::string_view ending : noun_endings) {
        if (!form.ends_with(ending) || form.size() < ending.size() + safe_letters_min) continue;
        const std::string_view base = form.substr(0, form.size() - ending.size());
        if (letters_of(base) < safe_letters_min) continue;
        if (const Known* known = known_german(base)) return known;
        const bool may_have_umlaut = ending == "e" || ending == "en" || ending == "er" || ending == "ern";
        if (!may_have_umlaut) continue;
        if (const Known* known = known_german(without_umlauts(base))) return known;
    }
    return nullptr;
}

bool CompoundSplitter::read_head(std::string_view head, bool is_noun, double& cost) {
    const std::size_t letters = letters_of(head);
    if (letters < (is_noun ? head_letters_min : verb_letters_min) || holds(no_heads, head)) return false;
    if (const Known* known = find(head, is_noun); known && known->fits(is_noun)) {
        cost = cost_of(*known);
        return true;
    }
    // Another form of the word: "gesetzes" where the corpus has "Gesetz", "verbände" where German has "Verband".
    const std::string_view stem = stemmer_.stem(head);
    if (letters_of(stem) < safe_letters_min || holds(no_heads, stem)) return false;
    const auto of_stem = stems_.find(std::string(stem));
    const bool is_known = of_stem != stems_.end() && of_stem->second.articles >= articles_min && of_stem->second.is_noun == is_noun;
    const Known* known = is_known ? &of_stem->second : is_noun ? find_german_noun(head) : nullptr;
    if (!known) return false;
    cost = cost_of(*known) + 1;
    return true;
}

bool CompoundSplitter::read_modifier(std::string_view form, std::size_t begin, bool is_of_noun, Reading& reading) const {
    const std::size_t end = form.size();
    const std::string_view whole = form.substr(begin);
    bool is_found = false;
    const auto take = [&](std::size_t part_end, const Known& known, double cost) {
        if ((is_found && cost >= reading.cost) || (!is_of_noun && !known.fits(true))) return;
        // A word that is no noun takes no linking letters, and is not trusted when it is short.
        const std::size_t letters = letters_of(form.substr(begin, part_end - begin));
        if (!is_of_noun && known.articles == 0) return;
        if (letters < (known.is_noun && is_of_noun ? head_letters_min : safe_letters_min)) return;
        is_found = true;
        reading = {part_end, cost};
    };
    for (const std::string_view link : linking_letters) {
        if (!whole.ends_with(link) || whole.size() == link.size()) continue;
        const std::string_view part = whole.substr(0, whole.size() - link.size());
        if (holds(no_modifiers, part) || holds(no_modifiers, whole)) continue;
        const Known* known = find(part, is_of_noun);
        if (known && (known->fits(true) || link.empty())) take(begin + part.size(), *known, cost_of(*known) + (link.empty() ? 0 : 0.5));
    }
    // "Schulamt" of Schule, "Suchmaschine" of suchen, "Wanderweg" of wandern: their stems, of four letters at least.
    if (!is_found && letters_of(whole) >= safe_letters_min && !holds(no_modifiers, whole)) {
        for (const std::string_view ending : {"e", "en", "n"}) {
            if (ending == "n" && !whole.ends_with("er") && !whole.ends_with("el")) continue;
            const Known* known = find(std::string(whole) + std::string(ending), is_of_noun);
            const bool fits = known && ((is_of_noun && known->is_strange()) || known->is_noun == (ending == "e"));
            if (fits) take(end, *known, cost_of(*known) + 2);
        }
    }
    // "Sprühpistole", "Onlinezugang": of what begins a word less needs to be known; the rest must be all the surer.
    constexpr std::size_t unknown_letters_min = 5;
    constexpr double unknown_cost = 12;
    const bool may_be_unknown = begin == 0 && is_of_noun && !is_found && letters_of(whole) >= unknown_letters_min && has_vowel(whole);
    if (may_be_unknown && !holds(no_modifiers, whole)) {
        is_found = true;
        reading = {end, std::log(total_) + unknown_cost, true};
    }
    return is_found;
}

/// Whether parts that German at large knows and the corpus hardly does are believed. Not beside what is no noun
/// ("gamma|vert|eilten"), nor in what German has as a word ("nacht|eile").
bool CompoundSplitter::is_trusted(std::string_view form, const std::vector<CompoundPart>& parts, bool is_begin_unknown) const {
    constexpr std::size_t known_rest_min = 7;  // letters, after a begin that nobody knows
    bool has_strange = false;
    bool has_doubtful = false;
    for (const CompoundPart& part : parts) {
        const std::string_view text = form.substr(part.begin, part.end - part.begin);
        const Known* known = find(text, true);
        if (!known || known->articles == 0) known = find_german_noun(text);
        has_strange = has_strange || (known && known->is_strange());
        has_doubtful = has_doubtful || (known && !known->is_german && !known->is_noun);
    }
    const bool is_own_word = find_german_noun(form) != nullptr;
    constexpr std::string_view endings_of_isch[] = {"isch", "ische", "ischen", "ischer", "isches", "ischem"};
    const bool is_adjective = std::any_of(std::begin(endings_of_isch), std::end(endings_of_isch), [&](std::string_view one) { return form.ends_with(one); });
    if (is_begin_unknown) return !is_own_word && !is_adjective && !has_doubtful && letters_of(form.substr(parts[1].begin)) >= known_rest_min;
    return !has_strange || (!has_doubtful && !is_own_word);
}

std::vector<CompoundPart> CompoundSplitter::split_once(std::string_view form, bool is_noun) {
    struct Step {
        double cost = std::numeric_limits<double>::infinity();
        std::size_t from = 0;
        std::size_t part_end = 0;
        std::size_t parts = 0;
        bool is_begin_unknown = false;
    };
    std::array<Step, compound_bytes_max + 1> best{};
    best[0].cost = 0;
    Step last;
    for (std::size_t begin = 0; begin < form.size(); ++begin) {
        if (best[begin].cost == std::numeric_limits<double>::infinity() || !begins_character(form, begin)) continue;
        if (double cost = 0; begin > 0 && read_head(form.substr(begin), is_noun, cost) && best[begin].cost + cost < last.cost) {
            last = {best[begin].cost + cost, begin, form.size(), best[begin].parts + 1, best[begin].is_begin_unknown};
        }
        if (best[begin].parts + 2 > compound_parts_max) continue;
        for (std::size_t end = begin + head_letters_min; end + head_letters_min <= form.size(); ++end) {
            Reading reading;
            if (!begins_character(form, end) || !read_modifier(form.substr(0, end), begin, is_noun, reading)) continue;
            const double cost = best[begin].cost + reading.cost;
            if (cost < best[end].cost) best[end] = {cost, begin, reading.end, best[begin].parts + 1, reading.is_unknown || best[begin].is_begin_unknown};
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
    if (!is_trusted(form, parts, last.is_begin_unknown)) return {};
    for (const CompoundPart& part : parts) {
        const std::string_view text = form.substr(part.begin, part.end - part.begin);
        const Known* known = find(text, true);
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
        const Known* masculine = find(form.substr(0, *end), true);
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
