// Finding a marked passage again in a text that may have changed.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "notebook/highlight.h"

namespace lesesaal::notebook {
namespace {

using base::ByteRange;

constexpr std::size_t words_compared_max = 20'000'000;  // of the passage times of the text

/// The byte of the character with that number; the end when there are fewer.
std::size_t byte_of_character(std::string_view text, std::size_t character) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && character-- == 0) break;
    }
    return at;
}

std::size_t common_suffix(std::string_view a, std::string_view b) {
    std::size_t length = 0;
    while (length < a.size() && length < b.size() && a[a.size() - 1 - length] == b[b.size() - 1 - length]) ++length;
    return length;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
    std::size_t length = 0;
    while (length < a.size() && length < b.size() && a[length] == b[length]) ++length;
    return length;
}

std::size_t likeness(std::string_view text, ByteRange range, const Quote& quote) {
    return common_suffix(text.substr(0, range.begin), quote.prefix) + common_prefix(text.substr(range.end), quote.suffix);
}

std::optional<ByteRange> find_same_words(const Highlight& highlight, std::string_view text) {
    const std::string& exact = highlight.quote.exact;
    const std::size_t expected = byte_of_character(text, highlight.begin);
    std::optional<ByteRange> best;
    std::size_t best_likeness = 0;
    std::size_t best_distance = 0;
    for (std::size_t at = text.find(exact); at != std::string_view::npos; at = text.find(exact, at + 1)) {
        const ByteRange range{at, at + exact.size()};
        const std::size_t alike = likeness(text, range, highlight.quote);
        const std::size_t distance = at > expected ? at - expected : expected - at;
        if (best && (alike < best_likeness || (alike == best_likeness && distance >= best_distance))) continue;
        best = range;
        best_likeness = alike;
        best_distance = distance;
    }
    return best;
}

/// Runs without blanks.
std::vector<ByteRange> words_of(std::string_view text) {
    std::vector<ByteRange> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool is_blank = at == text.size() || text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
        if (!is_blank) continue;
        if (at > begin) words.push_back({begin, at});
        begin = at + 1;
    }
    return words;
}

/// The run of words that is the least edits away from the passage: Sellers' algorithm (P. Sellers, "The theory and
/// computation of evolutionary distances: pattern recognition", 1980) on words instead of letters.
std::optional<ByteRange> find_similar_words(const Highlight& highlight, std::string_view text) {
    const std::string_view exact = highlight.quote.exact;
    const std::vector<ByteRange> wanted = words_of(exact);
    const std::vector<ByteRange> words = words_of(text);
    const std::size_t edits_max = wanted.size() / 4;
    if (edits_max == 0 || wanted.size() * words.size() > words_compared_max) return std::nullopt;
    struct Cell {
        std::uint32_t edits = 0;
        std::uint32_t begin = 0;  // the word of the text where the best run up to here begins
    };
    std::vector<Cell> column(wanted.size() + 1);
    for (std::size_t i = 0; i <= wanted.size(); ++i) column[i] = {static_cast<std::uint32_t>(i), 0};
    Cell best{std::numeric_limits<std::uint32_t>::max(), 0};
    std::size_t best_end = 0;
    for (std::size_t j = 0; j < words.size(); ++j) {
        Cell diagonal = column[0];
        column[0] = {0, static_cast<std::uint32_t>(j + 1)};
        const std::string_view word = text.substr(words[j].begin, words[j].size());
        for (std::size_t i = 1; i <= wanted.size(); ++i) {
            const Cell left = column[i];
            const bool is_same = exact.substr(wanted[i - 1].begin, wanted[i - 1].size()) == word;
            Cell next{diagonal.edits + (is_same ? 0U : 1U), diagonal.begin};
            if (left.edits + 1 < next.edits) next = {left.edits + 1, left.begin};
            if (column[i - 1].edits + 1 < next.edits) next = {column[i - 1].edits + 1, column[i - 1].begin};
            column[i] = next;
            diagonal = left;
        }
        if (column.back().edits < best.edits) {
            best = column.back();
            best_end = j + 1;
        }
    }
    if (best.edits > edits_max || best.begin >= best_end) return std::nullopt;
    return ByteRange{words[best.begin].begin, words[best_end - 1].end};
}

}  // namespace

std::optional<Anchored> anchor(const Highlight& highlight, std::string_view text) {
    const Quote& quote = highlight.quote;
    const std::size_t begin = byte_of_character(text, highlight.begin);
    const ByteRange range{begin, begin + quote.exact.size()};
    const bool is_there = text.substr(begin).starts_with(quote.exact);
    // At its place, and among the same words: in a text that moved, another passage of the same words may stand there.
    if (is_there && likeness(text, range, quote) == quote.prefix.size() + quote.suffix.size()) return Anchored{range, Fit::position};
    if (const auto found = find_same_words(highlight, text)) return Anchored{*found, *found == range ? Fit::position : Fit::quote};
    if (const auto found = find_similar_words(highlight, text)) return Anchored{*found, Fit::approximate};
    return std::nullopt;
}

}  // namespace lesesaal::notebook
