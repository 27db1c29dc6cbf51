#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_range.h"

namespace lesesaal::text {

/// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values above U+10FFFF included), or
/// nothing. O(n).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;  // 1 to 4; an invalid byte is U+FFFD with bytes == 1
};
/// Requires: at < text.size().
[[nodiscard]] CodePoint decode_at(std::string_view text, std::size_t at);
/// The code point that ends at `end`. Requires: 0 < end <= text.size().
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t end);
void append_utf8(std::string& text, char32_t code_point);

/// Canonical composition (Unicode NFC, by utf8proc). Invalid UTF-8 is returned unchanged. Runs of more than
/// nfc_marks_max combining marks are composed in parts, which keeps the cost linear on hostile text.
[[nodiscard]] std::string to_nfc(std::string_view text);
constexpr int nfc_marks_max = 64;

[[nodiscard]] bool is_letter(char32_t c);  // Unicode letter (L*) or mark (M*)
[[nodiscard]] bool is_upper(char32_t c);   // capital or title-case letter
[[nodiscard]] bool is_blank(char32_t c);   // spaces of any width, zero width included, tabs and line ends
[[nodiscard]] char32_t to_lower(char32_t c);
[[nodiscard]] std::string to_lower(std::string_view text);

/// `range` of `text` without the blanks at both ends; empty at range.end when there is nothing else.
[[nodiscard]] base::ByteRange trimmed(std::string_view text, base::ByteRange range);

/// `text` cut to at most `bytes_max` bytes at a character boundary.
[[nodiscard]] std::string_view cut_utf8(std::string_view text, std::size_t bytes_max);

}  // namespace lesesaal::text
