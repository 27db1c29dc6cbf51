#pragma once
// What a reader sees of a hit: a text with its matches, and the part of it that tells most.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "search/matcher.h"

namespace lesesaal::search {

/// A text, or a part of one, and where its matches stand.
struct Marked {
    std::string text;
    std::vector<base::ByteRange> ranges;  // of `text`; sorted, not empty, not overlapping
};

/// The places of all matches, joined where they overlap.
[[nodiscard]] std::vector<base::ByteRange> ranges_of(const std::vector<Match>& matches);

constexpr std::size_t snippet_tokens = 32;

/// The stretch of a text that tells most: whole sentences and different words before many. With "…" where it was cut.
/// Nothing when the text has no match.
[[nodiscard]] std::optional<Marked> make_snippet(std::string_view text, const TextMatches& found);

}  // namespace lesesaal::search
