#include "store/word_search.h"

#include <algorithm>
#include <bitset>

namespace lesesaal::store {
namespace {

using base::ByteRange;
using base::Result;

/// One word of a text; which of the words searched for it matches.
struct Token {
    ByteRange at;
    std::bitset<query::query_terms_max> matches;
    bool begins_sentence = false;
};

struct Tokens {
    std::vector<Token> all;
    std::vector<std::size_t> matching;  // positions in all
};

bool is_match(const Word& word, std::string_view folded) {
    return word.match == WordMatch::prefix ? folded.starts_with(word.folded) : folded == word.folded;
}

/// After a point or colon and a space, as FTS5 has it; and the first.
bool begins_sentence(std::string_view text, std::size_t at, bool is_first) {
    if (is_first) return true;
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t\n\r");
    return before != std::string_view::npos && before + 1 != at && (text[before] == '.' || text[before] == ':');
}

Tokens tokens_of(const Tokenizer& tokenizer, const std::vector<Word>& words, std::string_view text) {
    Tokens tokens;
    tokenizer.each(text, [&](std::string_view folded, ByteRange at) {
        Token token{.at = at, .begins_sentence = begins_sentence(text, at.begin, tokens.all.empty())};
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!words[i].is_excluded && is_match(words[i], folded)) token.matches.set(i);
        }
        if (token.matches.any()) tokens.matching.push_back(tokens.all.size());
        tokens.all.push_back(token);
    });
    return tokens;
}

/// A stretch of tokens from `begin` on, and how much it tells.
struct Stretch {
    std::size_t begin = 0;
    std::size_t score = 0;
};

/// Scores the stretch from `begin`: a word met for the first time tells more than all repetitions.
/// Returns: the stretch moved so that its matches stand in its middle.
Stretch score_from(const Tokens& tokens, std::size_t begin, std::size_t tokens_max) {
    Stretch scored;
    std::bitset<query::query_terms_max> seen;
    auto match = std::ranges::lower_bound(tokens.matching, begin);
    const std::size_t first = match == tokens.matching.end() ? begin : *match;
    std::size_t after_last = first;
    for (; match != tokens.matching.end() && *match < begin + tokens_max; ++match) {
        const auto& matches = tokens.all[*match].matches;
        scored.score += 1000 * (matches & ~seen).count() + (matches & seen).count();
        seen |= matches;
        after_last = *match + 1;
    }
    const std::size_t around = (tokens_max - (after_last - first)) / 2;
    scored.begin = first - std::min(first, around);
    const std::size_t last_begin = tokens.all.size() - std::min(tokens.all.size(), tokens_max);
    scored.begin = std::min(scored.begin, last_begin);
    return scored;
}

Stretch best_stretch(const Tokens& tokens, std::size_t tokens_max) {
    constexpr std::size_t first_sentence_bonus = 120;
    constexpr std::size_t sentence_bonus = 100;
    Stretch best;
    std::size_t sentence = 0;
    std::size_t looked_at = 0;
    for (const std::size_t match : tokens.matching) {
        for (; looked_at <= match; ++looked_at) {
            if (tokens.all[looked_at].begins_sentence) sentence = looked_at;
        }
        const Stretch around = score_from(tokens, match, tokens_max);
        if (around.score > best.score) best = around;
        if (tokens.all.size() <= tokens_max || sentence == match) continue;
        const std::size_t bonus = sentence == 0 ? first_sentence_bonus : sentence_bonus;
        const std::size_t score = score_from(tokens, sentence, tokens_max).score + bonus;
        if (score > best.score) best = {sentence, score};
    }
    return best;
}

}  // namespace

std::optional<std::vector<Word>> single_words(const std::vector<query::Term>& terms, const Tokenizer& tokenizer) {
    std::vector<Word> words;
    bool has_wanted = false;
    for (const query::Term& term : terms) {
        if (term.words.size() != 1) return std::nullopt;
        std::size_t tokens = 0;
        Word word{.match = term.kind == query::Term::Kind::prefix ? WordMatch::prefix : WordMatch::whole, .is_excluded = term.is_excluded};
        tokenizer.each(term.words.front(), [&](std::string_view folded, ByteRange) {
            word.folded = folded;
            ++tokens;
        });
        if (tokens != 1) return std::nullopt;
        has_wanted = has_wanted || !word.is_excluded;
        words.push_back(std::move(word));
    }
    if (!has_wanted || words.size() > query::query_terms_max) return std::nullopt;
    return words;
}

Result<std::vector<TextHit>> find_words(Postings& postings, const Ranking& ranking, const std::vector<Word>& words) {
    const auto articles = static_cast<std::size_t>(ranking.articles());
    std::vector<bool> is_hit(articles + 1, true);
    std::vector<double> scores(articles + 1, 0);
    for (const Word& word : words) {
        const Frequencies frequencies = TRY(postings.find(word.folded, word.match));
        const auto rows = static_cast<std::int64_t>(std::ranges::count_if(frequencies, [](std::uint32_t one) { return one > 0; }));
        const double rarity = words.size() > 1 ? ranking.rarity(rows) : 1;
        for (std::size_t row = 1; row <= articles; ++row) {
            if ((frequencies[row] > 0) == word.is_excluded) is_hit[row] = false;
            else if (is_hit[row] && !word.is_excluded) scores[row] += ranking.score(rarity, frequencies[row], static_cast<std::int64_t>(row));
        }
    }
    std::vector<TextHit> hits;
    for (std::size_t row = 1; row <= articles; ++row) {
        if (is_hit[row]) hits.push_back({static_cast<query::ArticleId>(row - 1), scores[row]});
    }
    return hits;
}

Marked mark_words(const Tokenizer& tokenizer, const std::vector<Word>& words, std::string_view text) {
    const Tokens tokens = tokens_of(tokenizer, words, text);
    Marked marked{.text = std::string(text)};
    for (const std::size_t match : tokens.matching) marked.ranges.push_back(tokens.all[match].at);
    return marked;
}

std::optional<Marked> word_snippet(const Tokenizer& tokenizer, const std::vector<Word>& words, std::string_view text,
                                   std::size_t tokens_max) {
    const Tokens tokens = tokens_of(tokenizer, words, text);
    if (tokens.matching.empty()) return std::nullopt;
    const std::size_t begin = best_stretch(tokens, tokens_max).begin;
    const bool is_to_end = begin + tokens_max >= tokens.all.size();
    const std::size_t first_byte = begin == 0 ? 0 : tokens.all[begin].at.begin;
    const std::size_t end_byte = is_to_end ? text.size() : tokens.all[begin + tokens_max - 1].at.end;
    const std::string_view ellipsis = "…";
    Marked snippet;
    if (begin > 0) snippet.text = ellipsis;
    const std::size_t shift = snippet.text.size();
    snippet.text += text.substr(first_byte, end_byte - first_byte);
    if (!is_to_end) snippet.text += ellipsis;
    for (auto match = std::ranges::lower_bound(tokens.matching, begin); match != tokens.matching.end(); ++match) {
        if (*match >= begin + tokens_max) break;
        const ByteRange at = tokens.all[*match].at;
        snippet.ranges.push_back({at.begin - first_byte + shift, at.end - first_byte + shift});
    }
    return snippet;
}

}  // namespace lesesaal::store
