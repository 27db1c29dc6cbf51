#include "text/break_points.h"

#include <string>

#include "text/utf8.h"

namespace lesesaal::text {
namespace {

constexpr char32_t soft_hyphen = 0x00AD;

/// A character that has no blank beside it belongs to the same stretch: words, addresses, their punctuation.
std::size_t end_of_stretch(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        if (is_blank(c.value)) break;
        at += c.bytes;
    }
    return at;
}

/// www.example.org/a, https://…, name@example.org, example.de/pfad. A dot between two letters is no end of a sentence.
bool is_address(std::string_view stretch) {
    if (stretch.find("://") != std::string_view::npos || stretch.find('@') != std::string_view::npos) return true;
    for (std::size_t dot = stretch.find('.'); dot != std::string_view::npos; dot = stretch.find('.', dot + 1)) {
        const bool has_both = dot > 0 && dot + 1 < stretch.size();
        if (has_both && is_letter(decode_before(stretch, dot).value) && is_letter(decode_at(stretch, dot + 1).value))
            return true;
    }
    return false;
}

/// A run of letters, with what decides whether it may be broken.
struct Word {
    std::size_t end = 0;
    std::size_t letters = 0;
    bool is_plain = true;  // no digit, no soft hyphen, no abbreviation
};

Word read_word(std::string_view text, std::size_t at) {
    Word word;
    bool was_upper = false;
    for (; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const bool is_digit = c.value >= U'0' && c.value <= U'9';
        if (!is_letter(c.value) && !is_digit && c.value != soft_hyphen) break;
        const bool is_capital = is_upper(c.value);
        if (is_digit || c.value == soft_hyphen || (is_capital && was_upper)) word.is_plain = false;
        was_upper = is_capital;
        ++word.letters;
        at += c.bytes;
    }
    word.end = at;
    return word;
}

/// How many letters lie in `part`; marks count as letters.
std::size_t count_letters(std::string_view part) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < part.size(); at += decode_at(part, at).bytes) ++letters;
    return letters;
}

void append_breaks(std::vector<std::uint32_t>& breaks, std::string_view word, std::size_t begin, std::string_view language,
                   const WordBreaker& breaker) {
    const std::string lower = to_lower(word);
    // Where lower case has other bytes than the word ("İ"), its offsets would point elsewhere.
    if (lower.size() != word.size()) return;
    std::size_t last = 0;
    for (const std::uint32_t at : breaker(lower, language)) {
        if (at <= last || at >= word.size()) continue;
        const bool is_inside_character = (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80;
        const std::size_t letters_min = last == 0 ? letters_before_break_min : letters_between_breaks_min;
        if (is_inside_character || count_letters(word.substr(last, at - last)) < letters_min ||
            count_letters(word.substr(at)) < letters_after_break_min) {
            continue;
        }
        breaks.push_back(static_cast<std::uint32_t>(begin + at));
        last = at;
    }
}

}  // namespace

std::vector<std::uint32_t> find_break_points(std::string_view text, std::string_view language, const WordBreaker& breaker) {
    std::vector<std::uint32_t> breaks;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t stretch_end = end_of_stretch(text, at);
        if (stretch_end == at) {
            at += decode_at(text, at).bytes;
            continue;
        }
        const bool may_break = !is_address(text.substr(at, stretch_end - at));
        while (may_break && at < stretch_end) {
            const Word word = read_word(text, at);
            if (word.end == at) {
                at += decode_at(text, at).bytes;
                continue;
            }
            if (word.is_plain && word.letters >= broken_word_letters_min) {
                append_breaks(breaks, text.substr(at, word.end - at), at, language, breaker);
            }
            at = word.end;
        }
        at = stretch_end;
    }
    return breaks;
}

}  // namespace lesesaal::text
