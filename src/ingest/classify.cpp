#include "ingest/classify.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/check.h"
#include "ingest/term.h"
#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

struct HashText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// Terms by the letters (lower case) of their first word, and which lengths these have.
struct TermIndex {
    std::unordered_map<std::string, std::vector<std::uint32_t>, HashText, std::equal_to<>> terms;
    std::vector<std::size_t> lengths;  // ascending

    void add(const std::string& letters, std::uint32_t term) {
        terms[letters].push_back(term);
        const auto place = std::lower_bound(lengths.begin(), lengths.end(), letters.size());
        if (place == lengths.end() || *place != letters.size()) lengths.insert(place, letters.size());
    }
    void find(std::string_view letters, std::vector<std::uint32_t>& found) const {
        const auto entry = terms.find(letters);
        if (entry != terms.end()) found.insert(found.end(), entry->second.begin(), entry->second.end());
    }
};

struct Token {
    base::ByteRange range;   // in the text
    base::ByteRange lower;   // in Tokens::lower
    bool is_joined = false;  // only blanks or hyphens between this word and the one before
};

struct Tokens {
    std::string_view text;
    std::string lower;
    std::vector<Token> items;

    [[nodiscard]] std::string_view exact_letters(const Token& token) const {
        return text.substr(token.range.begin, token.range.size());
    }
    [[nodiscard]] std::string_view lower_letters(const Token& token) const {
        return std::string_view(lower).substr(token.lower.begin, token.lower.size());
    }
};

bool is_joint(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || text::is_blank(c); }

Tokens tokenize(std::string_view text) {
    Tokens tokens{.text = text, .lower = {}, .items = {}};
    bool is_joined = true;
    bool is_in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::decode_at(text, at);
        const bool is_word = is_word_char(c.value);
        if (is_word && !is_in_word) {
            tokens.items.push_back({{at, at}, {tokens.lower.size(), tokens.lower.size()}, is_joined});
            is_joined = true;
        }
        if (is_word) {
            text::append_utf8(tokens.lower, text::to_lower(c.value));
            tokens.items.back().range.end = at + c.bytes;
            tokens.items.back().lower.end = tokens.lower.size();
        } else {
            is_joined = is_joined && is_joint(c.value);
        }
        is_in_word = is_word;
        at += c.bytes;
    }
    return tokens;
}

bool matches_word(const TermWord& word, std::string_view letters) {
    if (word.is_open_at_start && word.is_open_at_end) return letters.find(word.letters) != std::string_view::npos;
    if (word.is_open_at_start) return letters.ends_with(word.letters);
    if (word.is_open_at_end) return letters.starts_with(word.letters);
    return letters == word.letters;
}

// What was found of one entry so far, in bytes of all the article's texts laid end to end.
struct Tally {
    std::uint32_t heading_matches = 0;
    std::uint32_t matches = 0;
    std::size_t counted_until = 0;  // matches do not overlap
    std::size_t excluded_until = 0;
    std::string reason;
};

constexpr std::size_t infix_word_bytes_max = 256;  // of a longer word only the beginning is searched for "*infix*"

}  // namespace

struct Classifier::State {
    struct Term {
        ParsedTerm parsed;
        std::uint32_t entry = 0;
    };
    struct Match {
        const Term* term;
        std::size_t end;  // in the text
    };

    void add_terms(std::uint32_t entry, const std::vector<std::string>& texts);
    void find_candidates(std::string_view lower, std::vector<std::uint32_t>& found) const;
    [[nodiscard]] bool matches(const Term& term, const Tokens& tokens, std::size_t first) const;
    void scan(std::string_view text, std::size_t offset, bool is_heading, std::vector<Tally>& tallies) const;
    [[nodiscard]] std::vector<corpus::Assignment> assignments(std::vector<Tally>& tallies, std::size_t begin,
                                                              std::size_t end) const;

    std::vector<std::string> slugs;  // of all entries: topics, places, organisations
    std::size_t topics_end = 0;
    std::size_t places_end = 0;
    std::vector<Term> terms;
    TermIndex whole, prefixes, suffixes, infixes;
};

void Classifier::State::add_terms(std::uint32_t entry, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        auto parsed = parse_term(text);
        if (!parsed) continue;
        const TermWord& first = parsed->words.front();
        TermIndex& index =
            first.is_open_at_start ? (first.is_open_at_end ? infixes : suffixes) : (first.is_open_at_end ? prefixes : whole);
        index.add(text::to_lower(first.letters), static_cast<std::uint32_t>(terms.size()));
        terms.push_back({std::move(*parsed), entry});
    }
}

void Classifier::State::find_candidates(std::string_view lower, std::vector<std::uint32_t>& found) const {
    whole.find(lower, found);
    for (const std::size_t length : prefixes.lengths) {
        if (length > lower.size()) break;
        prefixes.find(lower.substr(0, length), found);
    }
    for (const std::size_t length : suffixes.lengths) {
        if (length > lower.size()) break;
        suffixes.find(lower.substr(lower.size() - length), found);
    }
    const std::string_view searched = lower.substr(0, infixes.lengths.empty() ? 0 : infix_word_bytes_max);
    for (std::size_t at = 0; at < searched.size(); ++at) {
        for (const std::size_t length : infixes.lengths) {
            if (length > searched.size() - at) break;
            infixes.find(searched.substr(at, length), found);
        }
    }
}

bool Classifier::State::matches(const Term& term, const Tokens& tokens, std::size_t first) const {
    const ParsedTerm& parsed = term.parsed;
    if (first + parsed.words.size() > tokens.items.size()) return false;
    for (std::size_t i = 0; i < parsed.words.size(); ++i) {
        const Token& token = tokens.items[first + i];
        if (i > 0 && !token.is_joined) return false;
        const std::string_view letters = parsed.is_exact ? tokens.exact_letters(token) : tokens.lower_letters(token);
        if (!matches_word(parsed.words[i], letters)) return false;
    }
    return true;
}

void Classifier::State::scan(std::string_view text, std::size_t offset, bool is_heading, std::vector<Tally>& tallies) const {
    const Tokens tokens = tokenize(text);
    std::vector<std::uint32_t> candidates;
    std::vector<Match> found;
    for (std::size_t first = 0; first < tokens.items.size(); ++first) {
        candidates.clear();
        found.clear();
        find_candidates(tokens.lower_letters(tokens.items[first]), candidates);
        for (const std::uint32_t candidate : candidates) {
            const Term& term = terms[candidate];
            if (!matches(term, tokens, first)) continue;
            const std::size_t end = tokens.items[first + term.parsed.words.size() - 1].range.end;
            found.push_back({&term, end});
            std::size_t& excluded_until = tallies[term.entry].excluded_until;
            if (term.parsed.is_exclusion) excluded_until = std::max(excluded_until, offset + end);
        }
        // The longest of an entry's matches is its reason.
        std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) { return a.end > b.end; });
        const std::size_t begin = tokens.items[first].range.begin;
        for (const Match& match : found) {
            Tally& tally = tallies[match.term->entry];
            // Every exclusion seen begins here or earlier, so the match lies inside one when it ends no later.
            const bool is_excluded = match.term->parsed.is_exclusion || offset + match.end <= tally.excluded_until;
            if (is_excluded || offset + begin < tally.counted_until) continue;
            tally.counted_until = offset + match.end;
            if (tally.matches++ == 0) tally.reason = text.substr(begin, match.end - begin);
            if (is_heading) ++tally.heading_matches;
        }
    }
}

std::vector<corpus::Assignment> Classifier::State::assignments(std::vector<Tally>& tallies, std::size_t begin,
                                                               std::size_t end) const {
    std::vector<std::size_t> entries;
    for (std::size_t entry = begin; entry < end; ++entry) {
        if (tallies[entry].matches > 0) entries.push_back(entry);
    }
    std::stable_sort(entries.begin(), entries.end(), [&](std::size_t a, std::size_t b) {
        const Tally& left = tallies[a];
        const Tally& right = tallies[b];
        const bool left_leads = left.heading_matches > 0;
        const bool right_leads = right.heading_matches > 0;
        return left_leads != right_leads ? left_leads : left.matches > right.matches;
    });
    std::vector<corpus::Assignment> assigned;
    for (const std::size_t entry : entries) assigned.push_back({slugs[entry], std::move(tallies[entry].reason)});
    return assigned;
}

Classifier::Classifier(const corpus::Vocabulary& vocabulary) {
    auto state = std::make_unique<State>();
    const auto add = [&state](const std::string& slug, const std::vector<std::string>& terms) {
        state->add_terms(static_cast<std::uint32_t>(state->slugs.size()), terms);
        state->slugs.push_back(slug);
    };
    for (const corpus::Topic& topic : vocabulary.topics) add(topic.slug, topic.terms);
    state->topics_end = state->slugs.size();
    for (const corpus::Place& place : vocabulary.places) add(place.slug, place.terms);
    state->places_end = state->slugs.size();
    for (const corpus::Organisation& organisation : vocabulary.organisations) add(organisation.slug, organisation.terms);
    state_ = std::move(state);
}

Classifier::Classifier(Classifier&&) noexcept = default;
Classifier& Classifier::operator=(Classifier&&) noexcept = default;
Classifier::~Classifier() = default;

void Classifier::classify(corpus::Article& article) const {
    LESESAAL_CHECK(state_ != nullptr);
    std::vector<Tally> tallies(state_->slugs.size());
    std::size_t offset = 0;
    const auto scan = [&](const std::string& text, bool is_heading) {
        state_->scan(text, offset, is_heading, tallies);
        offset += text.size() + 1;
    };
    scan(article.kicker, true);
    scan(article.headline, true);
    for (const corpus::Section& section : article.sections) {
        scan(section.heading, false);
        for (const std::string& paragraph : section.paragraphs) scan(paragraph, false);
    }
    article.topics = state_->assignments(tallies, 0, state_->topics_end);
    article.places = state_->assignments(tallies, state_->topics_end, state_->places_end);
    article.organisations = state_->assignments(tallies, state_->places_end, state_->slugs.size());
}

void classify(corpus::Article& article, const corpus::Vocabulary& vocabulary) { Classifier(vocabulary).classify(article); }

}  // namespace lesesaal::ingest
