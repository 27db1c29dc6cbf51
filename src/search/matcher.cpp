#include "search/matcher.h"

#include <algorithm>

#include "text/letters.h"
#include "text/spelling.h"
#include "text/utf8.h"
#include "text/words.h"

namespace lesesaal::search {
namespace {

using base::ByteRange;

constexpr std::size_t known_forms_max = 50'000;  // then it forgets: a long phrase search meets every word of a corpus

template <typename Begins> void add_begins(Begins& begins, const Expansion& word) {
    begins.add(word.key);
    for (const auto& [key, rule] : word.forms) begins.add(key);
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Where in the written word the first `bytes` of its key end.
std::size_t written_end(std::string_view written, std::size_t bytes) {
    std::string folded;
    for (std::size_t at = 0; at < written.size();) {
        if (folded.size() >= bytes) {
            std::string key = folded;
            text::to_umlauts(key);
            // "ae" is one letter of the key: its e still belongs to it.
            const bool splits_umlaut = key.size() >= bytes && at < written.size() && (written[at] == 'e' || written[at] == 'E') &&
                                       [&] { std::string longer = folded + "e"; text::to_umlauts(longer); return longer.size() == key.size() && key != longer; }();
            if (key.size() >= bytes && !splits_umlaut) return at;
        }
        const text::CodePoint c = text::decode_at(written, at);
        if (text::kind_of(c.value) != text::CharacterKind::separator) text::append_folded(folded, c.value);
        at += c.bytes;
    }
    return written.size();
}

}  // namespace

Matcher::Matcher(const Index& index, std::vector<const Plan*> plans, TextOrigin origin)
    : index_(index), plans_(std::move(plans)), origin_(origin) {
    for (const Plan* plan : plans_) {
        first_words_.push_back(words_.size());
        for (const Expansion& word : plan->words) {
            words_.push_back(&word);
            add_begins(begins_, word);
            parts_.insert(parts_.end(), word.parts.begin(), word.parts.end());
        }
    }
    no_matches_.resize(words_.size());
}

bool Matcher::may_match(std::string_view key) const {
    if (begins_.may_have(key)) return true;
    return std::ranges::any_of(parts_, [&](const std::string& part) { return key.size() > part.size() && key.find(part) != std::string_view::npos; });
}

ByteRange Matcher::part_in(const Expansion& word, const std::string& key) {
    const auto holds = [&](std::string_view part) { return key.find(part) != std::string::npos; };
    if (std::ranges::none_of(word.parts, holds)) return {};
    const auto entry = index_.words().find(key);
    if (!entry) return {};
    for (std::size_t first = 0; first < entry->parts.size(); ++first) {
        for (std::size_t last = first; last < entry->parts.size(); ++last) {
            const ByteRange range{entry->parts[first].begin, entry->parts[last].end};
            const std::string_view part = std::string_view(key).substr(range.begin, range.size());
            if (std::ranges::find(word.parts, part) != word.parts.end()) return range;
        }
    }
    return {};
}

Matcher::WordMatch Matcher::match(const Expansion& word, const std::string& key) {
    if (word.key.empty()) return {};
    if (const auto form = word.forms.find(key); form != word.forms.end()) {
        const std::size_t inside = form->second == Rule::part ? key.find(word.key) : std::string::npos;
        if (inside == std::string::npos) return {true, form->second, {}};
        return {true, Rule::part, {inside, inside + word.key.size()}};
    }
    if (key == word.key) return {true, Rule::exact, {}};
    if (word.is_prefix && key.starts_with(word.key)) return {true, Rule::prefix, {0, word.key.size()}};
    if (origin_ == TextOrigin::notes && !word.is_prefix && !index_.words().find(key)) {
        const std::string stem(stemmer_.stem(word.key));
        if (stemmer_.stem(key) == stem) return {true, Rule::stem, {}};
    }
    if (const ByteRange part = part_in(word, key); part.size() > 0) return {true, Rule::part, part};
    return {};
}

const Matcher::FormMatches& Matcher::matches_of(const std::string& key) {
    if (!may_match(key)) return no_matches_;
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    FormMatches matches;
    for (const Expansion* word : words_) matches.push_back(match(*word, key));
    return known_.emplace(key, std::move(matches)).first->second;
}

/// After the words of a group come those that they make up together.
void Matcher::add_joined(const std::vector<std::string>& group) {
    const std::size_t words = group.size();
    const std::size_t first_token = tokens_.size() - words;
    for (std::size_t count = 2; count <= words && words <= joined_words_max; ++count) {
        for (std::size_t first = 0; first + count <= words; ++first) {
            if (count != 2 && count != words) continue;
            std::string key;
            for (std::size_t i = first; i < first + count; ++i) key += group[i];
            text::to_umlauts(key);
            const ByteRange at{tokens_[first_token + first].at.begin, tokens_[first_token + first + count - 1].at.end};
            tokens_.push_back({at, &matches_of(key), count, tokens_[first_token + first].begins_line});
        }
    }
}

const std::vector<Matcher::Token>& Matcher::tokens_of(std::string_view text) {
    if (known_.size() > known_forms_max) known_.clear();
    tokens_.clear();
    std::vector<std::string> group;
    std::size_t line_end = text.find('\n');
    text::Word word;
    for (text::WordScanner scanner(text); scanner.next(word);) {
        const bool begins_line = word.at.begin > line_end;
        if (begins_line) line_end = text.find('\n', word.at.begin);
        const bool is_tied = word.joint != text::Joint::none;
        if (is_tied || !group.empty()) group.push_back(word.folded);
        text::to_umlauts(word.folded);
        tokens_.push_back({word.at, &matches_of(word.folded), 1, begins_line});
        if (is_tied || group.empty()) continue;
        add_joined(group);
        group.clear();
    }
    return tokens_;
}

std::optional<std::size_t> Matcher::following(const std::vector<Token>& tokens, std::size_t token, std::size_t word) {
    const std::size_t end = tokens[token].at.end;
    std::size_t next = token + 1;
    while (next < tokens.size() && (tokens[next].words > 1 || tokens[next].at.begin < end)) ++next;
    // The word that comes next, or what it makes up with those joined to it; that stands a little later in the list.
    for (std::size_t t = next; t < tokens.size() && t < next + 4 * joined_words_max; ++t) {
        if (tokens[t].at.begin != tokens[next].at.begin) continue;
        const WordMatch& one = (*tokens[t].matches)[word];
        if (one.is_match && one.rule != Rule::part && !tokens[t].begins_line) return t;
    }
    return std::nullopt;
}

std::optional<std::vector<std::size_t>> Matcher::row_at(Row row, const std::vector<Token>& tokens, std::size_t begin) {
    const WordMatch& first = (*tokens[begin].matches)[row.first];
    if (!first.is_match || (row.words > 1 && first.rule == Rule::part)) return std::nullopt;
    std::vector<std::size_t> chain{begin};
    while (chain.size() < row.words) {
        const auto next = following(tokens, chain.back(), row.first + chain.size());
        if (!next) return std::nullopt;
        chain.push_back(*next);
    }
    return chain;
}

void Matcher::find_plan(std::size_t plan, std::string_view text, const std::vector<Token>& tokens, std::vector<Match>& found) const {
    const Row row = row_of(plan);
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
        const auto chain = row_at(row, tokens, begin);
        if (!chain) continue;
        for (std::size_t w = 0; w < row.words; ++w) {
            const Token& token = tokens[(*chain)[w]];
            const WordMatch& one = (*token.matches)[row.first + w];
            ByteRange range = token.at;
            if (one.part.size() > 0) {
                const std::string_view written = text.substr(token.at.begin, token.at.size());
                range = {token.at.begin + written_end(written, one.part.begin), token.at.begin + written_end(written, one.part.end)};
            }
            found.push_back({range, token.at, plan, one.rule, (*chain)[w]});
        }
    }
}

TextMatches Matcher::find(std::string_view text) {
    TextMatches result;
    const std::vector<Token>& tokens = tokens_of(text);
    for (std::size_t plan = 0; plan < plans_.size(); ++plan) find_plan(plan, text, tokens, result.matches);
    // Tokens as a reader counts them: joined ones left out.
    std::vector<std::size_t> number(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].words == 1) {
            number[i] = result.tokens.size();
            result.tokens.push_back(tokens[i].at);
            continue;
        }
        number[i] = static_cast<std::size_t>(std::ranges::lower_bound(result.tokens, tokens[i].at.begin, {}, &ByteRange::begin) - result.tokens.begin());
    }
    for (Match& match : result.matches) match.token = number[match.token];
    std::ranges::stable_sort(result.matches, [](const Match& a, const Match& b) {
        return a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.at.end > b.at.end;
    });
    return result;
}

/// The word of a row that stands in the fewest articles, and one beside it.
Matcher::Anchor Matcher::make_anchor(Row row) const {
    Anchor anchor;
    std::uint64_t fewest = UINT64_MAX;
    for (std::size_t i = 0; i < row.words; ++i) {
        std::uint64_t articles = 0;
        for (const Source& source : words_[row.first + i]->sources) articles += source.articles;
        if (articles >= fewest) continue;
        fewest = articles;
        anchor.word = i;
    }
    add_begins(anchor.begins, *words_[row.first + anchor.word]);
    anchor.has_neighbour_before = anchor.word > 0;
    if (row.words > 1) add_begins(anchor.neighbour, *words_[row.first + (anchor.has_neighbour_before ? anchor.word - 1 : 1)]);
    return anchor;
}

/// By its first two letters alone; yes where signs outside ASCII, which may be part of a word or divide two, leave it open.
bool Matcher::may_have_neighbour(const Anchor& anchor, std::string_view text, std::size_t at) {
    std::size_t begin = at;
    if (anchor.has_neighbour_before) {
        while (begin > 0 && byte_kind_at(text, begin - 1) == ByteKind::divides) --begin;
        if (begin == 0) return false;
        while (begin > 0 && byte_kind_at(text, begin - 1) == ByteKind::letter) --begin;
        if (begin > 0 && (text[begin - 1] == '-' || byte_kind_at(text, begin - 1) == ByteKind::open)) return true;
    } else {
        while (begin < text.size() && byte_kind_at(text, begin) == ByteKind::letter) ++begin;
        if (begin < text.size() && text[begin] == '-') return true;
        while (begin < text.size() && byte_kind_at(text, begin) == ByteKind::divides) ++begin;
        if (begin == text.size()) return false;
        if (byte_kind_at(text, begin) == ByteKind::open) return true;
    }
    return anchor.neighbour.may_stand_at(text, begin);
}

/// Whether the word that begins at `at`, or what it makes up with those joined to it, may be the one with that number.
bool Matcher::may_be_word(std::size_t number, std::string_view text, std::size_t at) {
    text::Word word;
    if (!text::WordScanner(text.substr(at, text::word_bytes_max)).next(word)) return false;
    if (word.joint != text::Joint::none) return true;
    text::to_umlauts(word.folded);
    return matches_of(word.folded)[number].is_match;
}

bool Matcher::has_row_near(Row row, std::size_t anchor_word, std::string_view text, std::size_t at) {
    // Blanks bound words, or several that signs divide: more of the text than is needed does no harm.
    std::size_t begin = at;
    for (std::size_t words = 0; begin > 0; --begin) {
        if (is_blank(text[begin - 1]) && words++ > anchor_word) break;
    }
    std::size_t end = at;
    for (std::size_t words = anchor_word; end < text.size(); ++end) {
        if (is_blank(text[end]) && words++ > row.words) break;
    }
    const std::vector<Token>& tokens = tokens_of(text.substr(begin, end - begin));
    for (std::size_t token = 0; token < tokens.size(); ++token) {
        if (row_at(row, tokens, token)) return true;
    }
    return false;
}

bool Matcher::has_row(Row row, std::string_view text) {
    std::unique_ptr<Anchor>& known = anchors_[{row.first, row.words}];
    if (!known) known = std::make_unique<Anchor>(make_anchor(row));
    const Anchor& anchor = *known;
    const std::size_t word = row.first + anchor.word;
    for (std::size_t at = anchor.begins.find(text, 0); at != std::string_view::npos; at = anchor.begins.find(text, at + 1)) {
        const bool is_likely = row.words == 1 || may_have_neighbour(anchor, text, at);
        if (is_likely && may_be_word(word, text, at) && has_row_near(row, anchor.word, text, at)) return true;
    }
    return false;
}

bool Matcher::has_phrase(std::size_t plan, std::string_view text) { return has_row(row_of(plan), text); }

bool Matcher::has_neighbours(std::size_t plan, std::string_view text) { return has_row({first_words_[plan], 2}, text); }

bool Matcher::has_near(std::size_t first, std::size_t second, int distance, std::string_view text) {
    const TextMatches found = find(text);
    for (const Match& a : found.matches) {
        if (a.plan != first) continue;
        for (const Match& b : found.matches) {
            if (b.plan != second) continue;
            const std::size_t apart = std::max(a.token, b.token) - std::min(a.token, b.token);
            if (apart > 0 && apart - 1 <= static_cast<std::size_t>(distance)) return true;
        }
    }
    return false;
}

}  // namespace lesesaal::search
