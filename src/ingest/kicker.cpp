#include "ingest/kicker.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

// Words with a capital inside that press texts on administration use. Longer ones of the same beginning need no entry.
constexpr std::string_view mixed_case_words[] = {
    "(Neu)Start",     "AusweisApp",  "BAföG",         "BayernID",    "BayernPortal",   "BundID",      "BundOnline",
    "ChatGPT",        "DeepL",       "DeutschlandID", "DigitalPakt", "DigitalService", "EfA",         "GitHub",
    "GitLab",         "GmbH",        "GovConnect",    "GovData",     "GovStart",       "GovTech",     "ITZBund",
    "JavaScript",     "KfZ",         "LibreOffice",   "LinkedIn",    "LoRaWAN",        "McKinsey",    "MeckPomm",
    "NextCloud",      "OpenAI",      "OpenCoDE",      "OpenData",    "OpenDesk",       "OpenOffice",  "OpenStreetMap",
    "OpenTalk",       "OpenXchange", "PowerPoint",    "PwC",         "SaaS",           "SmartCity",   "TypeScript",
    "WebApp",         "WhatsApp",    "YouTube",       "eAkte",       "eAntrag",        "eAusweis",    "eCommerce",
    "eGov",           "eGovernment", "eHealth",       "eID",         "eIDAS",          "eLearning",   "ePA",
    "ePartizipation", "ePayment",    "eRechnung",     "eService",    "eVergabe",       "eVerwaltung", "eWaste",
    "iKfz",           "iPad",        "iPhone",        "iT",          "mFund",          "openCode",    "openDesk",
    "xDomea",
};
constexpr std::size_t long_word_bytes_min = 4;  // shorter ones could begin or end anywhere by chance
constexpr std::size_t word_bytes_max = 64;

enum class Kind { lower, upper, digit, opening, closing, two_way_quote, other };

struct Char {
    char32_t value = 0;
    std::size_t offset = 0;
    Kind kind = Kind::other;
};

bool is_letter(const Char& c) { return c.kind == Kind::lower || c.kind == Kind::upper; }

Kind kind_of(char32_t c) {
    if (text::is_upper(c)) return Kind::upper;
    if (text::is_letter(c)) return Kind::lower;
    if (c >= '0' && c <= '9') return Kind::digit;
    // German and Swiss texts turn guillemets opposite ways: like the straight mark they open and close in turn.
    if (c == '"' || c == U'»' || c == U'«') return Kind::two_way_quote;
    if (c == U'„' || c == U'‚') return Kind::opening;
    if (std::u32string_view(U"“”)]!?…").find(c) != std::u32string_view::npos) return Kind::closing;
    return Kind::other;
}

std::vector<Char> decode(std::string_view text, std::size_t chars_max) {
    std::vector<Char> chars;
    for (std::size_t at = 0; at < text.size() && chars.size() < chars_max;) {
        const text::CodePoint c = text::decode_at(text, at);
        chars.push_back({c.value, at, kind_of(c.value)});
        at += c.bytes;
    }
    return chars;
}

Kind kind_at(const std::vector<Char>& chars, std::size_t i) { return i < chars.size() ? chars[i].kind : Kind::other; }

// A headline can begin with the capital at i: "Neue", "OZG", "E-Akte"; not the H of "GmbH".
bool can_begin_headline(const std::vector<Char>& chars, std::size_t i) {
    if (kind_at(chars, i) != Kind::upper) return false;
    const Kind next = kind_at(chars, i + 1);
    return next == Kind::lower || next == Kind::upper || (i + 1 < chars.size() && chars[i + 1].value == '-');
}

// "BürgerInnen" is one word.
bool is_gender_ending(const std::vector<Char>& chars, std::size_t i) {
    std::u32string ending;
    for (; i < chars.size() && is_letter(chars[i]); ++i) ending += chars[i].value;
    return ending == U"In" || ending == U"Innen";
}

// The capital at i begins a word after a run of two capitals or more: "BMDS|Wildwuchs", not "LKWs".
bool ends_acronym(const std::vector<Char>& chars, std::size_t i) {
    return i >= 2 && chars[i - 2].kind == Kind::upper && kind_at(chars, i + 1) == Kind::lower &&
           kind_at(chars, i + 2) == Kind::lower;
}

// Two words seem to be glued between i - 1 and i. Requires: i > 0.
bool is_word_boundary(const std::vector<Char>& chars, std::size_t i) {
    if (!can_begin_headline(chars, i)) return false;
    switch (chars[i - 1].kind) {
    case Kind::lower: return !is_gender_ending(chars, i);
    case Kind::upper: return ends_acronym(chars, i);
    case Kind::digit: return true;
    case Kind::closing: return i >= 2 && chars[i - 2].kind != Kind::other;  // else it opens: ” does both in some texts
    default: return false;
    }
}

// The same, with what quotation marks say: one that opens right after a letter, or a two-way one that closes.
std::vector<bool> find_boundaries(const std::vector<Char>& chars) {
    std::vector<bool> boundaries(chars.size(), false);
    bool is_quoted = false;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        const bool follows_word = i > 0 && (is_letter(chars[i - 1]) || chars[i - 1].kind == Kind::digit);
        const bool precedes_letter = kind_at(chars, i + 1) == Kind::upper || kind_at(chars, i + 1) == Kind::lower;
        const bool is_two_way = chars[i].kind == Kind::two_way_quote;
        if (is_two_way || chars[i].kind == Kind::opening) {
            if (!is_quoted && follows_word && precedes_letter) boundaries[i] = true;
            is_quoted = !is_quoted || !is_two_way;
            continue;
        }
        if (chars[i].kind == Kind::closing) is_quoted = false;
        if (i == 0) continue;
        const bool closes = chars[i - 1].kind == Kind::two_way_quote && !is_quoted && can_begin_headline(chars, i);
        boundaries[i] = closes ? i >= 2 && chars[i - 2].kind != Kind::other : is_word_boundary(chars, i);
    }
    return boundaries;
}

// Takes away the boundaries inside [begin, end) of a word that is written so.
void protect(std::vector<bool>& boundaries, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin + 1; i < end; ++i) boundaries[i] = false;
}

void protect_listed_words(std::string_view line, const std::vector<Char>& chars, std::vector<bool>& boundaries) {
    for (std::size_t i = 0; i < chars.size(); ++i) {
        const bool follows_letter = i > 0 && is_letter(chars[i - 1]);
        for (const std::string_view word : mixed_case_words) {
            if (!line.substr(chars[i].offset).starts_with(word)) continue;
            const bool is_long = word.size() >= long_word_bytes_min;
            const std::size_t end = i + decode(word, word.size()).size();
            if (!is_long && kind_at(chars, end) == Kind::lower) continue;
            if (follows_letter && (!is_long || chars[i].kind == Kind::upper)) continue;
            protect(boundaries, i, std::min(end, chars.size()));
            if (follows_letter) boundaries[i] = true;  // "SachseneGovernment"
            if (kind_at(chars, end) == Kind::upper && kind_at(chars, end + 1) == Kind::lower)
                boundaries[end] = true;  // "iTNeue"
        }
    }
}

void protect_words_of_page(std::string_view line, const std::vector<Char>& chars, const KickerEvidence& evidence,
                           std::vector<bool>& boundaries) {
    const std::vector<bool> found = boundaries;
    const auto is_word = [&](std::size_t i) { return is_letter(chars[i]) || chars[i].kind == Kind::digit; };
    for (std::size_t begin = 0; begin < chars.size(); ++begin) {
        const bool begins = is_word(begin) && (begin == 0 || !is_word(begin - 1) || found[begin]);
        for (std::size_t end = begin + 1; begins && end <= chars.size() && is_word(end - 1); ++end) {
            const bool ends = end == chars.size() || !is_word(end) || found[end];
            if (!ends) continue;
            const std::size_t from = chars[begin].offset;
            const std::size_t to = end == chars.size() ? line.size() : chars[end].offset;
            if (evidence.knows_word(line.substr(from, to - from))) protect(boundaries, begin, end);
        }
    }
}

// The longest known kicker that a capital or a quotation mark follows without a blank; 0 when there is none.
std::size_t find_known_kicker(std::string_view line, const std::vector<Char>& chars, const KickerEvidence& evidence,
                              const std::vector<bool>& boundaries) {
    for (std::size_t i = chars.size(); i-- > 1;) {
        const bool quote_follows = chars[i].kind == Kind::opening || chars[i].kind == Kind::two_way_quote;
        const bool is_split_acronym = chars[i - 1].kind == Kind::upper && !ends_acronym(chars, i);
        const bool capital_follows = chars[i].kind == Kind::upper && !is_split_acronym;
        const bool joins = boundaries[i] || quote_follows || (capital_follows && !is_letter(chars[i - 1]));
        if (joins && evidence.knows_kicker(line.substr(0, chars[i].offset))) return chars[i].offset;
    }
    return 0;
}

std::size_t find_first_boundary(const std::vector<Char>& chars, const std::vector<bool>& boundaries) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        if (boundaries[i] && letters >= 2) return chars[i].offset;
        if (is_letter(chars[i])) ++letters;
    }
    return 0;
}

bool has_capital_inside(std::string_view word) {
    for (std::size_t at = word.empty() ? 0 : text::decode_at(word, 0).bytes; at < word.size();) {
        const text::CodePoint c = text::decode_at(word, at);
        if (text::is_upper(c.value)) return true;
        at += c.bytes;
    }
    return false;
}

}  // namespace

void KickerEvidence::add_kicker(std::string_view kicker) {
    if (!kicker.empty()) kickers_.emplace(kicker);
}

bool KickerEvidence::knows_kicker(std::string_view kicker) const { return kickers_.contains(std::string(kicker)); }
bool KickerEvidence::knows_word(std::string_view word) const { return words_.contains(std::string(word)); }

void KickerEvidence::add_name(std::string_view name) {
    // Patterns and exclusions are no names, nor are common nouns of the terms in lower case.
    if (name.empty() || name.find_first_of("*!") != std::string_view::npos) return;
    add_text(name);
    const std::string composed = text::to_nfc(name);
    if (text::is_upper(text::decode_at(composed, 0).value) || has_capital_inside(composed)) add_kicker(composed);
}

void KickerEvidence::add_vocabulary(const corpus::Vocabulary& vocabulary) {
    const auto add_all = [this](std::string_view label, const std::vector<std::string>& terms) {
        add_name(label);
        for (const std::string& term : terms) add_name(term);
    };
    for (const corpus::Topic& topic : vocabulary.topics) add_all(topic.label_de, topic.terms);
    for (const corpus::Place& place : vocabulary.places) add_all(place.label_de, place.terms);
    for (const corpus::Organisation& organisation : vocabulary.organisations) add_all(organisation.name, organisation.terms);
}

void KickerEvidence::add_text(std::string_view text) {
    const std::string composed = text::to_nfc(text);
    std::size_t begin = 0;
    bool has_lower = false, has_capital_later = false;
    const auto finish_word = [&](std::size_t end) {
        if (has_lower && has_capital_later && end - begin <= word_bytes_max) words_.insert(composed.substr(begin, end - begin));
        has_lower = has_capital_later = false;
    };
    for (std::size_t at = 0; at < composed.size();) {
        const text::CodePoint c = text::decode_at(composed, at);
        const Kind kind = kind_of(c.value);
        if (kind == Kind::upper) has_capital_later = has_capital_later || at > begin;
        else if (kind == Kind::lower) has_lower = true;
        else if (kind != Kind::digit) finish_word(at);
        at += c.bytes;
        if (kind != Kind::upper && kind != Kind::lower && kind != Kind::digit) begin = at;
    }
    finish_word(composed.size());
}

KickerSplit split_joined_kicker(std::string_view line) {
    // An opening quotation mark without its partner quotes nothing.
    std::size_t quoted_colon = std::string_view::npos;
    bool is_quoted = false;
    std::size_t colon = std::string_view::npos;
    for (std::size_t at = 0; at < line.size() && colon == std::string_view::npos;) {
        const text::CodePoint c = text::decode_at(line, at);
        if (kind_of(c.value) == Kind::two_way_quote) is_quoted = !is_quoted;
        else if (c.value == U'„') is_quoted = true;
        else if (c.value == U'“' || c.value == U'”') is_quoted = false;
        if (!is_quoted) quoted_colon = std::string_view::npos;
        const std::size_t next = at + c.bytes;
        const bool is_joint =
            c.value == ':' && at > 0 && next < line.size() && text::is_blank(text::decode_at(line, next).value);
        if (is_joint && !is_quoted) colon = at;
        else if (is_joint && quoted_colon == std::string_view::npos) quoted_colon = at;
        at = next;
    }
    if (colon == std::string_view::npos) colon = quoted_colon;
    if (colon == std::string_view::npos) return {};
    const base::ByteRange kicker = text::trimmed(line, {0, colon});
    const base::ByteRange headline = text::trimmed(line, {colon + 1, line.size()});
    if (kicker.is_empty() || headline.is_empty()) return {};
    return {kicker.end, headline.begin};
}

KickerSplit split_heading_line(std::string_view line, const KickerEvidence& evidence) {
    const std::vector<Char> chars = decode(line, glued_kicker_chars_max + 4);
    std::vector<bool> boundaries = find_boundaries(chars);
    protect_listed_words(line, chars, boundaries);
    protect_words_of_page(line, chars, evidence, boundaries);
    if (const std::size_t known = find_known_kicker(line, chars, evidence, boundaries)) return {known, known};
    const std::size_t glued = find_first_boundary(chars, boundaries);
    const KickerSplit joined = split_joined_kicker(line);
    if (joined.kicker_end != 0 && (glued == 0 || joined.kicker_end <= glued)) return joined;
    return {glued, glued};
}

}  // namespace lesesaal::ingest
