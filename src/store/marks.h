#pragma once
// Ranges of matches and openings of texts, as list rows and paragraphs need them.

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace lesesaal::store {

/// The parts of `ranges` (sorted) inside `window`, counted from its begin.
[[nodiscard]] std::vector<base::ByteRange> ranges_within(const std::vector<base::ByteRange>& ranges, base::ByteRange window);

constexpr std::size_t snippet_bytes = 220;

/// The start of a text for a list row: whole when it is short, else cut at the end of a word with "…".
[[nodiscard]] std::string opening_of(std::string_view text);

}  // namespace lesesaal::store
