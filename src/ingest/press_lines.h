#pragma once
// The lines of a press page and the marks in them. Private to ingest/.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "base/date.h"

namespace lesesaal::ingest {

struct Lines {
    std::vector<base::ByteRange> ranges;  // lines with text, without line ends and blanks around
    std::size_t end = 0;                  // what was read of the bytes; less than all when there were too many lines
};

/// Lines end with LF, CRLF or CR.
[[nodiscard]] Lines split_lines(std::string_view bytes, std::size_t begin, std::size_t lines_max);

/// "[23.10.2025]" at the beginning of a line.
struct DateMark {
    std::size_t size = 0;            // bytes, brackets included
    std::optional<base::Date> date;  // nothing when there is no such day
};
[[nodiscard]] std::optional<DateMark> find_date_mark(std::string_view line);

/// Where "mehr...", "mehr …" begins that ends the line, or line.size().
[[nodiscard]] std::size_t find_more_mark(std::string_view line);

constexpr std::size_t heading_chars_max = 120;

/// Short and without closing punctuation.
[[nodiscard]] bool looks_like_heading(std::string_view line);

/// NAME of a paragraph that ends with "Quelle: NAME" (with or without full stop and parentheses); empty when it does not.
[[nodiscard]] std::string_view find_source_note(std::string_view paragraph);

/// The first words of a text, for an article that has no headline: at most about 80 bytes, with "…" when cut.
[[nodiscard]] std::string first_words(std::string_view text);

}  // namespace lesesaal::ingest
