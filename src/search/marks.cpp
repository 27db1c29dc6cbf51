#include "search/marks.h"

#include <algorithm>
#include <bitset>

#include "query/expression.h"

namespace lesesaal::search {
namespace {

using base::ByteRange;

/// After a point or colon and a blank; and the first.
bool begins_sentence(std::string_view text, std::size_t at, std::size_t token) {
    if (token == 0) return true;
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t\n\r");
    return before != std::string_view::npos && before + 1 != at && (text[before] == '.' || text[before] == ':' || text[before] == '!' || text[before] == '?');
}

/// A stretch of tokens from `begin` on, and how much it tells.
struct Stretch {
    std::size_t begin = 0;
    std::size_t score = 0;
};

/// Scores the stretch from `begin`: a word met for the first time tells more than all repetitions.
/// Returns: the stretch moved so that its matches stand in its middle.
Stretch score_from(const TextMatches& found, std::size_t begin) {
    Stretch scored;
    std::bitset<query::query_terms_max> seen;
    auto match = std::ranges::lower_bound(found.matches, begin, {}, &Match::token);
    const std::size_t first = match == found.matches.end() ? begin : match->token;
    std::size_t after_last = first;
    for (; match != found.matches.end() && match->token < begin + snippet_tokens; ++match) {
        const std::size_t plan = match->plan % query::query_terms_max;
        const std::size_t worth = match->rule == Rule::exact ? 1000 : match->rule == Rule::part ? 600 : 900;
        scored.score += seen[plan] ? 1 : worth;
        seen.set(plan);
        after_last = match->token + 1;
    }
    const std::size_t around = (snippet_tokens - std::min(snippet_tokens, after_last - first)) / 2;
    scored.begin = first - std::min(first, around);
    const std::size_t last_begin = found.tokens.size() - std::min(found.tokens.size(), snippet_tokens);
    scored.begin = std::min(scored.begin, last_begin);
    return scored;
}

Stretch best_stretch(std::string_view text, const TextMatches& found) {
    constexpr std::size_t first_sentence_bonus = 120;
    constexpr std::size_t sentence_bonus = 100;
    Stretch best;
    std::size_t sentence = 0;
    std::size_t looked_at = 0;
    for (const Match& match : found.matches) {
        for (; looked_at <= match.token && looked_at < found.tokens.size(); ++looked_at) {
            if (begins_sentence(text, found.tokens[looked_at].begin, looked_at)) sentence = looked_at;
        }
        const Stretch around = score_from(found, match.token);
        if (around.score > best.score) best = around;
        if (found.tokens.size() <= snippet_tokens || sentence == match.token) continue;
        const std::size_t score = score_from(found, sentence).score + (sentence == 0 ? first_sentence_bonus : sentence_bonus);
        if (score > best.score) best = {sentence, score};
    }
    return best;
}

}  // namespace

std::vector<ByteRange> ranges_of(const std::vector<Match>& matches) {
    std::vector<ByteRange> ranges;
    for (const Match& match : matches) {
        if (match.at.size() == 0) continue;
        if (!ranges.empty() && match.at.begin < ranges.back().end) ranges.back().end = std::max(ranges.back().end, match.at.end);
        else ranges.push_back(match.at);
    }
    return ranges;
}

std::optional<Marked> make_snippet(std::string_view text, const TextMatches& found) {
    if (found.matches.empty() || found.tokens.empty()) return std::nullopt;
    const std::size_t begin = best_stretch(text, found).begin;
    const bool is_to_end = begin + snippet_tokens >= found.tokens.size();
    const std::size_t first_byte = begin == 0 ? 0 : found.tokens[begin].begin;
    const std::size_t end_byte = is_to_end ? text.size() : found.tokens[begin + snippet_tokens - 1].end;
    constexpr std::string_view ellipsis = "…";
    Marked snippet;
    if (begin > 0) snippet.text = ellipsis;
    const std::size_t shift = snippet.text.size();
    snippet.text += text.substr(first_byte, end_byte - first_byte);
    if (!is_to_end) snippet.text += ellipsis;
    for (const ByteRange& range : ranges_of(found.matches)) {
        if (range.begin < first_byte || range.end > end_byte) continue;
        snippet.ranges.push_back({range.begin - first_byte + shift, range.end - first_byte + shift});
    }
    return snippet;
}

}  // namespace lesesaal::search
