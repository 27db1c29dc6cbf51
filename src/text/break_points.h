#pragma once
// Where the words of a text may be broken at the end of a line.

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace lesesaal::text {

/// Knows a language's patterns. Called with a word of letters alone in lower case (UTF-8) and a BCP 47 tag; gives the byte
/// offsets where the word may be broken, ascending; none for a language it does not know.
using WordBreaker = std::function<std::vector<std::uint32_t>(std::string_view word, std::string_view language)>;

constexpr std::size_t broken_word_letters_min = 9;  // no line is so short that a shorter word must be broken
constexpr std::size_t letters_before_break_min = 3;
constexpr std::size_t letters_after_break_min = 3;
constexpr std::size_t letters_between_breaks_min = 2;  // of two that are nearer, the later one goes: "Modernisierungs-agenda"

/// Offsets into `text` (bytes of UTF-8), ascending, each inside a word. Not broken are words of fewer letters, addresses of
/// the web and of mail, words with digits, and words with two capitals in a row, as
/// abbreviations have them. The parts of a word with hyphens count as words.
/// Cost: linear in `text`, and one call of `breaker` for each word that may be broken.
[[nodiscard]] std::vector<std::uint32_t> find_break_points(std::string_view text, std::string_view language,
                                                           const WordBreaker& breaker);

}  // namespace lesesaal::text
