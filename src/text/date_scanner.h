#pragma once
// Reads the words, numbers and links a date phrase is made of. Private to text/.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lesesaal::text {

/// A word folded for comparison: lower case, ä as "ae", ß as "ss", composed or not. Empty when it is too long or has
/// other letters.
struct FoldedWord {
    std::array<char, 24> letters{};
    std::size_t size = 0;
    std::size_t end = 0;  // offset after the word
    [[nodiscard]] std::string_view view() const { return {letters.data(), size}; }
};

/// What stands between two dates.
enum class Link {
    none,
    list,  // "und", "sowie", "/", ","
    span,  // "bis", a dash
};

/// A place in a text that moves only over what was asked for. Every call reads a bounded number of bytes.
class DateScanner {
public:
    DateScanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool is_at(std::string_view bytes) const { return text_.substr(at_).starts_with(bytes); }
    [[nodiscard]] bool is_at_dash() const;
    [[nodiscard]] FoldedWord peek_word() const;

    bool take(std::string_view bytes);
    bool take_word(std::string_view folded);
    bool take_dash();
    void skip_blanks();
    /// A number of `digits_min` to `digits_max` digits that no further digit follows.
    std::optional<int> take_number(std::size_t digits_min, std::size_t digits_max);
    /// A month's name, or its abbreviation with or without full stop.
    std::optional<int> take_month();
    /// The same, but an abbreviation needs its full stop: "Jan 2019" is rather a person.
    std::optional<int> take_month_alone();
    /// Also takes what may stand before the second date: "bis zum Samstag, den".
    Link take_link();

private:
    std::optional<int> take_month_if(bool needs_stop);

    std::string_view text_;
    std::size_t at_;
};

/// A date may begin at the number at `at`: no letter, digit or longer number before it, no "§", "Version", "Nr.".
[[nodiscard]] bool can_begin_with_number(std::string_view text, std::size_t at);
/// A word begins at `at`.
[[nodiscard]] bool can_begin_with_word(std::string_view text, std::size_t at);
/// The year that ends at `end` is not the middle of a longer number or word.
[[nodiscard]] bool can_end_with_year(std::string_view text, std::size_t end);

}  // namespace lesesaal::text
