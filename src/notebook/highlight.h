#pragma once
// A passage that the reader marked, as the W3C Web Annotation Data Model tells where it is: by its words
// (TextQuoteSelector) and by its place (TextPositionSelector). https://www.w3.org/TR/annotation-model/#selectors

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_range.h"
#include "base/result.h"

namespace lesesaal::notebook {

enum class Colour : std::uint8_t { yellow, green, blue, pink, count_ };
[[nodiscard]] std::string_view name_of(Colour colour);  // "yellow"
[[nodiscard]] std::optional<Colour> colour_of(std::string_view name);

struct Quote {
    std::string exact;   // the passage
    std::string prefix;  // what stands before it and after it, up to quote_context_max characters
    std::string suffix;
    bool operator==(const Quote&) const = default;
};

struct Highlight {
    Quote quote;
    std::size_t begin = 0;  // in the article's text, in Unicode code points, half-open
    std::size_t end = 0;
    Colour colour = Colour::yellow;
    std::string note;  // may be empty
    bool operator==(const Highlight&) const = default;
};

constexpr std::size_t quote_bytes_max = 4000;  // of the passage
constexpr std::size_t quote_context_max = 32;  // characters
constexpr std::size_t highlight_note_bytes_max = 2000;

/// As the value of an operation. JSON: {"exact":…,"prefix":…,"suffix":…,"begin":…,"end":…,"colour":…,"note":…}.
[[nodiscard]] std::string encode(const Highlight& highlight);
/// Fails with: bad_input.
[[nodiscard]] base::Result<Highlight> decode_highlight(std::string_view value);

/// The passage `range` of `text`. Requires: the range is not empty and stands between characters, and holds at most
/// quote_bytes_max. Cost: linear in what is before its end.
[[nodiscard]] Highlight make_highlight(std::string_view text, base::ByteRange range, Colour colour);

/// How a passage was found again.
enum class Fit : std::uint8_t {
    position,     // where it was
    quote,        // the same words elsewhere
    approximate,  // nearly the same words: the text was edited
};
struct Anchored {
    base::ByteRange range;
    Fit fit = Fit::position;
    bool operator==(const Anchored&) const = default;
};
/// Where the passage stands in `text`, an article's text of today. Of several places with the same words that with the
/// likelier surroundings, then the nearest. Words are compared one by one where no place has the same: at most a quarter
/// of them may be others, missing or new. Cost: linear, or the words of the passage times those of the text.
[[nodiscard]] std::optional<Anchored> anchor(const Highlight& highlight, std::string_view text);

}  // namespace lesesaal::notebook
