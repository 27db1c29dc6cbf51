#include "search/word_begins.h"

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

constexpr bool is_sharp_s(std::size_t first, std::size_t second) { return first == 0xc3 && second == 0x9f; }

constexpr std::size_t pair_of_bytes(std::size_t first, std::size_t second) { return first << 8 | second; }

}  // namespace

std::size_t KeyBegins::pair_of(std::string_view text) { return pair_of_bytes(byte_at(text, 0), byte_at(text, 1)); }

void KeyBegins::add(std::string_view key) {
    if (key.empty()) return;
    pairs_.set(pair_of(key));
    // Of the begin of words one letter may be all there is.
    for (std::size_t second = 1; key.size() == 1 && second < 256; ++second) pairs_.set(pair_of_bytes(byte_at(key, 0), second));
}

WordBegins::WordBegins() : pairs_(65536, 0) {
    // Letters with other accents than those of German become letters that only folding tells.
    for (std::size_t first = 0xc3; first < 0xff; ++first) {
        for (std::size_t second = 0x80; begins_other_letter(first) && second < 0xc0; ++second) {
            const bool is_german = vowel_of(static_cast<Byte>(first), static_cast<Byte>(second)) != '\0' || is_sharp_s(first, second);
            pairs_[pair_of_bytes(first, second)] = is_german ? 0 : 1;
        }
    }
}

void WordBegins::add_pair(std::size_t first, std::size_t second) {
    constexpr std::size_t capital = 0x20;
    const std::size_t capital_first = is_lower(first) ? first - capital : first;
    const std::size_t capital_second = is_lower(second) ? second - capital : second;
    for (const std::size_t one : {first, capital_first}) {
        for (const std::size_t other : {second, capital_second}) pairs_[pair_of_bytes(one, other)] = 1;
    }
}

void WordBegins::add(std::string_view key) {
    if (key.empty()) return;
    const std::size_t first = byte_at(key, 0);
    const std::size_t second = byte_at(key, 1);
    keys_.add(key);
    add_pair(first, second);
    if (const char vowel = vowel_of(byte_at(key, 0), byte_at(key, 1))) {
        constexpr std::size_t capital_umlaut = 0x20;  // 0xc3 0xa4 and 0xc3 0x84
        add_pair(first, second - capital_umlaut);
        add_pair(static_cast<Byte>(vowel), 'e');   // "ueber"
        add_pair(static_cast<Byte>(vowel), 0xcc);  // with the dots as a mark of their own, U+0308
    }
    if (const char vowel = vowel_of(byte_at(key, 1), byte_at(key, 2))) add_pair(first, static_cast<Byte>(vowel));  // "fuer"
    if (!is_ascii_letter(first)) return;
    // "E-Mail", "Façade", "Straße".
    add_pair(first, '-');
    for (std::size_t accented = 0xc3; accented < 0xff; ++accented) {
        if (begins_other_letter(accented)) add_pair(first, accented);
    }
    // Whatever comes next ends a word of one letter, or goes on with it.
    for (std::size_t next = 0; key.size() == 1 && next < 256; ++next) add_pair(first, next);
}

bool WordBegins::may_stand_at(std::string_view text, std::size_t at) const {
    if (pairs_[KeyBegins::pair_of(text.substr(at))] == 0) return false;
    const Byte first = byte_at(text, at);
    const Byte second = byte_at(text, at + 1);
    const Byte third = byte_at(text, at + 2);
    if (!is_ascii_letter(first) || second != 0xc3) return true;
    // Umlauts and ß are told apart, since so many words have one there; other accents are not.
    const auto has_key = [&](char second_of_key) {
        const char begin[] = {static_cast<char>(first | 0x20U), second_of_key};
        return keys_.may_have({begin, 2});
    };
    if (vowel_of(second, third) != '\0') return has_key('\xc3');
    return !is_sharp_s(second, third) || has_key('s');
}

std::size_t WordBegins::find(std::string_view text, std::size_t from) const {
    const auto is_pair = [&](std::size_t at) { return pairs_[KeyBegins::pair_of(text.substr(at, 2))]; };
    // Four places at once: hardly any is one, and a loop of one branch for all four takes half the time.
    const auto pair_within = [&](std::size_t at) { return pairs_[pair_of_bytes(static_cast<Byte>(text[at]), static_cast<Byte>(text[at + 1]))]; };
    for (std::size_t at = from; at < text.size(); ++at) {
        while (at + 4 < text.size() && (pair_within(at) | pair_within(at + 1) | pair_within(at + 2) | pair_within(at + 3)) == 0) at += 4;
        if (is_pair(at) == 0) continue;
        const bool is_inside = at > 0 && byte_kind_at(text, at - 1) == ByteKind::letter;
        if (!is_inside && may_stand_at(text, at)) return at;
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
