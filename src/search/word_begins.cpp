#include "search/word_begins.h"

#include <array>
#include <string>

namespace lesesaal::search {
namespace {

using Byte = unsigned char;

constexpr bool is_lower(std::size_t byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_upper(std::size_t byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_ascii_letter(std::size_t byte) { return is_lower(byte) || is_upper(byte) || (byte >= '0' && byte <= '9'); }

/// What begins a character outside ASCII that may be a letter; the rest of one, and the signs from U+2000 on, are none.
constexpr bool begins_other_letter(std::size_t byte) { return byte >= 0xc3 && byte < 0xff && byte != 0xe2; }

Byte byte_at(std::string_view text, std::size_t at) { return at < text.size() ? static_cast<Byte>(text[at]) : Byte{0}; }

/// The vowel of "ä", "ö", "ü" or one of their capitals; 0 for any other two bytes.
char vowel_of(Byte first, Byte second) {
    if (first != 0xc3) return '\0';
    switch (second) {
    case 0xa4: case 0x84: return 'a';
    case 0xb6: case 0x96: return 'o';
    case 0xbc: case 0x9c: return 'u';
    default: return '\0';
    }
}

constexpr Byte sharp_s = 0x9f;  // after 0xc3

/// Pairs whose key has other bytes: letters outside ASCII, "ae" for "ä", and "E-" of E-Mail.
bool has_many_spellings(std::size_t first, std::size_t second) {
    if (begins_other_letter(first)) return true;
    if (!is_ascii_letter(first)) return false;
    const std::size_t low = first | 0x20U;
    const bool is_vowel = low == 'a' || low == 'o' || low == 'u';
    return begins_other_letter(second) || second == '-' || (is_vowel && (second == 'e' || second == 'E'));
}

}  // namespace

WordBegins::WordBegins() {
    static const Pairs many_spellings = [] {
        Pairs pairs;
        for (std::size_t pair = 0; pair < pairs.size(); ++pair) pairs.set(pair, has_many_spellings(pair >> 8, pair & 0xffU));
        return pairs;
    }();
    written_ = many_spellings;
}

std::size_t WordBegins::begin_of(std::string_view text) { return std::size_t{byte_at(text, 0)} << 8 | byte_at(text, 1); }

void WordBegins::add_written(std::size_t pair) {
    constexpr std::size_t capital_first = 0x2000;
    constexpr std::size_t capital_second = 0x20;
    const std::size_t first = is_lower(pair >> 8) ? capital_first : 0;
    const std::size_t second = is_lower(pair & 0xffU) ? capital_second : 0;
    for (const std::size_t other : {pair, pair - first, pair - second, pair - first - second}) written_.set(other);
}

void WordBegins::add(std::string_view key) {
    if (key.empty()) return;
    const std::size_t pair = begin_of(key);
    keys_.set(pair);
    add_written(pair);
    if (const char vowel = vowel_of(byte_at(key, 1), byte_at(key, 2))) add_written((pair & 0xff00U) | static_cast<Byte>(vowel));  // "fuer"
    if (key.size() > 1) return;
    // Of the begin of words one letter may be all there is, and whatever comes next ends one.
    for (std::size_t second = 1; second < 256; ++second) {
        keys_.set(pair | second);
        add_written(pair | second);
    }
}

bool WordBegins::may_stand_at(std::string_view text, std::size_t at) const {
    if (!written_.test(begin_of(text.substr(at)))) return false;
    const Byte first = byte_at(text, at);
    const Byte second = byte_at(text, at + 1);
    const Byte third = byte_at(text, at + 2);
    if (has_many_spellings(first, second) && second != 0xc3) return true;
    if (!is_ascii_letter(first)) return true;
    const auto has_key = [&](Byte second_of_key) { return keys_.test(std::size_t{first | 0x20U} << 8 | second_of_key); };
    // Umlauts and ß are told apart, since so many words have one there; other accents are not.
    if (second == 0xc3) return vowel_of(second, third) != '\0' ? has_key(0xc3) : third != sharp_s || has_key('s');
    const auto low = static_cast<Byte>(is_ascii_letter(second) ? second | 0x20U : 0U);
    const bool may_be_umlaut = (low == 'a' || low == 'o' || low == 'u') && (third | 0x20U) == 'e';
    return has_key(low) || (may_be_umlaut && has_key(0xc3));
}

std::size_t WordBegins::find(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at < text.size(); ++at) {
        const std::size_t pair = std::size_t{static_cast<Byte>(text[at])} << 8 | byte_at(text, at + 1);
        if (written_.test(pair) && !(at > 0 && byte_kind_at(text, at - 1) == ByteKind::letter) && may_stand_at(text, at)) return at;
    }
    return std::string_view::npos;
}

ByteKind byte_kind_at(std::string_view text, std::size_t at) {
    const Byte byte = byte_at(text, at);
    if (byte < 0x80) return is_ascii_letter(byte) ? ByteKind::letter : ByteKind::divides;
    const Byte first = byte == 0xc3 ? byte : byte_at(text, at - 1);
    const Byte second = byte == 0xc3 ? byte_at(text, at + 1) : byte;
    const bool is_latin = first == 0xc3 && second != 0x97 && second != 0xb7;  // × and ÷ are none
    return is_latin ? ByteKind::letter : ByteKind::open;
}

}  // namespace lesesaal::search
