#pragma once
// Characters as the query language sees them. Bytes only: text need not be valid UTF-8.

#include <cstdint>
#include <string_view>

namespace lesesaal::query {

/// A character of a text and what it means.
struct Sign {
    enum class Kind : std::uint8_t {
        space,  // of any width, and control characters
        quote,  // " “ ” „ ‟ « »
        open,
        close,
        other,
    };
    Kind kind = Kind::other;
    std::size_t bytes = 1;
};

/// Requires: at < text.size(). What is not valid UTF-8 is `other`, byte by byte.
[[nodiscard]] Sign sign_at(std::string_view text, std::size_t at);

/// Whether the search finds a word in it: a letter or a digit.
[[nodiscard]] bool holds_word(std::string_view text);

}  // namespace lesesaal::query
