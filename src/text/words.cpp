#include "text/words.h"

#include <algorithm>

#include "text/letters.h"
#include "text/utf8.h"

namespace lesesaal::text {
namespace {

using base::ByteRange;

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2bc; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/// The character at `at`, or a separator past the end. The first byte decides nearly always.
CodePoint character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {U' ', 0};
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, 1};
    return decode_at(text, at);
}

bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && kind_of(character_at(text, at).value) == CharacterKind::letter;
}

/// "in" or "innen" from `at` on, and no letter after it.
bool is_gender_ending(std::string_view text, std::size_t at) {
    for (const std::string_view ending : {"innen", "in"}) {
        if (text.substr(std::min(at, text.size())).starts_with(ending)) return !is_letter_at(text, at + ending.size());
    }
    return false;
}

}  // namespace

bool WordScanner::next(Word& word) {
    for (;; ) {
        if (at_ >= text_.size()) return false;
        const CodePoint c = character_at(text_, at_);
        if (kind_of(c.value) == CharacterKind::letter) break;
        at_ += c.bytes;
    }
    word.at = {at_, at_};
    word.folded.clear();
    word.joint = Joint::none;
    std::size_t letters = 0;
    while (at_ < text_.size() && at_ - word.at.begin < word_bytes_max) {
        const CodePoint c = character_at(text_, at_);
        const CharacterKind kind = kind_of(c.value);
        if (kind == CharacterKind::separator) {
            const bool is_inside = is_apostrophe(c.value) && letters > 1 && is_letter_at(text_, at_ + c.bytes);
            if (!is_inside) break;
            at_ += c.bytes;
            continue;
        }
        append_folded(word.folded, c.value);
        at_ += c.bytes;
        if (kind != CharacterKind::letter) continue;
        ++letters;
        word.at.end = at_;
    }
    // Marks belong to the letter before them.
    while (at_ < text_.size() && at_ > word.at.end) {
        if (kind_of(decode_before(text_, at_).value) == CharacterKind::mark) word.at.end = at_;
        break;
    }
    find_joint(word);
    return true;
}

void WordScanner::find_joint(Word& word) {
    const CodePoint c = character_at(text_, at_);
    if (c.bytes == 0 || c.value >= 0x80) {
        const bool ties = (is_hyphen(c.value) || (is_apostrophe(c.value) && word.at.size() == 1)) && is_letter_at(text_, at_ + c.bytes);
        if (c.bytes > 0 && ties) word.joint = Joint::hyphen;
        return;
    }
    const std::size_t after = at_ + 1;
    switch (c.value) {
    case '-':
    case '\'':
        if (is_letter_at(text_, after)) word.joint = Joint::hyphen;
        return;
    case '/':
        if (is_gender_ending(text_, after + (character_at(text_, after).value == '-' ? 1 : 0))) word.joint = Joint::gender;
        return;
    case ':':
    case '*':
    case '_':
        if (is_gender_ending(text_, after)) word.joint = Joint::gender;
        return;
    default: return;
    }
}

bool is_german_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7); }

std::vector<ByteRange> capital_parts(std::string_view word) {
    std::vector<ByteRange> parts;
    std::size_t begin = 0;
    bool was_lower = false;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = character_at(word, at);
        const bool is_capital = is_german_capital(c.value);
        if (is_capital && was_lower && at > begin) {
            parts.push_back({begin, at});
            begin = at;
        }
        const bool is_digit = c.value >= '0' && c.value <= '9';
        was_lower = !is_capital && !is_digit && kind_of(c.value) == CharacterKind::letter;
        at += c.bytes;
    }
    parts.push_back({begin, word.size()});
    return parts;
}

}  // namespace lesesaal::text
