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

Matcher::Matcher(const Index& index, std::vector<const Plan*> plans) : index_(index), plans_(std::move(plans)) {
    std::size_t words = 0;
    for (const Plan* plan : plans_) {
        first_words_.push_back(words);
        words += plan->words.size();
    }
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
    // A word that only the reader's notes have.
    if (!word.is_prefix && !index_.words().find(key)) {
        const std::string stem(stemmer_.stem(word.key));
        if (stemmer_.stem(key) == stem) return {true, Rule::stem, {}};
    }
    if (const ByteRange part = part_in(word, key); part.size() > 0) return {true, Rule::part, part};
    return {};
}

const Matcher::FormMatches& Matcher::matches_of(const std::string& key) {
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    FormMatches matches;
    for (const Plan* plan : plans_) {
        for (const Expansion& word : plan->words) matches.push_back(match(word, key));
    }
    return known_.emplace(key, std::move(matches)).first->second;
}

std::vector<Matcher::Token> Matcher::tokens_of(std::string_view text) {
    if (known_.size() > known_forms_max) known_.clear();
    std::vector<Token> tokens;
    std::vector<std::string> group;
    std::size_t line_end = 0;
    text::Word word;
    for (text::WordScanner scanner(text); scanner.next(word);) {
        const bool begins_line = text.substr(line_end, word.at.begin - line_end).find('\n') != std::string_view::npos;
        line_end = word.at.end;
        group.push_back(word.folded);
        text::to_umlauts(word.folded);
        tokens.push_back({word.at, &matches_of(word.folded), 1, begins_line});
        if (word.joint != text::Joint::none) continue;
        // After the words of a group come those that they make up together.
        const std::size_t words = group.size();
        const std::size_t first_token = tokens.size() - words;
        for (std::size_t count = 2; count <= words && words <= joined_words_max; ++count) {
            for (std::size_t first = 0; first + count <= words; ++first) {
                if (count != 2 && count != words) continue;
                std::string key;
                for (std::size_t i = first; i < first + count; ++i) key += group[i];
                text::to_umlauts(key);
                tokens.push_back({{tokens[first_token + first].at.begin, tokens[first_token + first + count - 1].at.end}, &matches_of(key), count, tokens[first_token + first].begins_line});
            }
        }
        group.clear();
    }
    return tokens;
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

void Matcher::find_plan(std::size_t plan, std::string_view text, const std::vector<Token>& tokens, std::vector<Match>& found) const {
    const std::size_t first_word = first_words_[plan];
    const std::size_t words = plans_[plan]->words.size();
    std::vector<std::size_t> chain;
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
        const WordMatch& first = (*tokens[begin].matches)[first_word];
        if (!first.is_match || (words > 1 && first.rule == Rule::part)) continue;
        chain.assign(1, begin);
        while (chain.size() < words) {
            const auto next = following(tokens, chain.back(), first_word + chain.size());
            if (!next) break;
            chain.push_back(*next);
        }
        if (chain.size() < words) continue;
        for (std::size_t w = 0; w < words; ++w) {
            const Token& token = tokens[chain[w]];
            const WordMatch& one = (*token.matches)[first_word + w];
            ByteRange range = token.at;
            if (one.part.size() > 0) {
                const std::string_view written = text.substr(token.at.begin, token.at.size());
                range = {token.at.begin + written_end(written, one.part.begin), token.at.begin + written_end(written, one.part.end)};
            }
            found.push_back({range, token.at, plan, one.rule, chain[w]});
        }
    }
}

TextMatches Matcher::find(std::string_view text) {
    TextMatches result;
    const std::vector<Token> tokens = tokens_of(text);
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

bool Matcher::has_phrase(std::size_t plan, std::string_view text) {
    std::vector<Match> found;
    find_plan(plan, text, tokens_of(text), found);
    return !found.empty();
}

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

void Matcher::find_pairs(std::string_view text, std::vector<bool>& is_pair) {
    const std::vector<Token> tokens = tokens_of(text);
    for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
        for (std::size_t plan = 0; plan < is_pair.size() && plan + 1 < plans_.size(); ++plan) {
            if (is_pair[plan] || !(*tokens[t].matches)[first_words_[plan]].is_match) continue;
            is_pair[plan] = following(tokens, t, first_words_[plan + 1]).has_value();
        }
    }
}

}  // namespace lesesaal::search
