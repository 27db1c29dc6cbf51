#pragma once
// FTS5 marks matches by putting text around them; we want byte ranges of the text as it is.

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace lesesaal::store {

/// What is given to highlight() and snippet(); the builder lets neither into a text.
constexpr std::string_view mark_begin = "\x01";
constexpr std::string_view mark_end = "\x02";

struct Marked {
    std::string text;                     // without the marks
    std::vector<base::ByteRange> ranges;  // of `text`; sorted, not empty, not overlapping
};

/// Takes the marks out. Marks without a partner (a damaged text) are dropped.
[[nodiscard]] Marked take_marks(std::string_view marked);

/// The parts of `ranges` (sorted) inside `window`, counted from its begin.
[[nodiscard]] std::vector<base::ByteRange> ranges_within(const std::vector<base::ByteRange>& ranges, base::ByteRange window);

constexpr std::size_t snippet_bytes = 220;

/// The start of a text for a list row: whole when it is short, else cut at the end of a word with "…".
[[nodiscard]] std::string opening_of(std::string_view text);

}  // namespace lesesaal::store
