#include "page/base64.h"

#include <array>
#include <cstdint>

namespace lesesaal::page {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t no_digit = 0xff;

constexpr std::array<std::uint8_t, 256> make_digits() {
    std::array<std::uint8_t, 256> digits{};
    digits.fill(no_digit);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        digits[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    }
    return digits;
}

constexpr std::array<std::uint8_t, 256> digit_of = make_digits();

std::uint32_t digit_at(std::string_view text, std::size_t at) { return digit_of[static_cast<unsigned char>(text[at])]; }

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

std::unexpected<base::Error> bad_character(std::size_t at) { return base::fail(base::ErrorKind::bad_input, "not Base64", at); }

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    const auto put = [&](std::uint32_t group, int digits) {
        for (int i = 0; i < 4; ++i) {
            text += i < digits ? alphabet[(group >> (18 - 6 * i)) & 63] : '=';
        }
    };
    std::size_t at = 0;
    for (; at + 3 <= bytes.size(); at += 3) {
        put(byte_at(bytes, at) << 16 | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2), 4);
    }
    if (bytes.size() - at == 1) put(byte_at(bytes, at) << 16, 2);
    if (bytes.size() - at == 2) put(byte_at(bytes, at) << 16 | byte_at(bytes, at + 1) << 8, 3);
    return text;
}

base::Result<base::Bytes> from_base64(std::string_view text) {
    std::size_t digits = text.size();
    while (digits > 0 && text.size() - digits < 2 && text[digits - 1] == '=') --digits;

    base::Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    for (std::size_t at = 0; at < digits; ++at) {
        const std::uint32_t digit = digit_at(text, at);
        if (digit == no_digit) return bad_character(at);
        group = group << 6 | digit;
        if (at % 4 != 3) continue;
        bytes += static_cast<char>(group >> 16 & 0xff);
        bytes += static_cast<char>(group >> 8 & 0xff);
        bytes += static_cast<char>(group & 0xff);
        group = 0;
    }
    if (text.size() % 4 != 0 || digits % 4 == 1) return bad_character(text.size());
    // The bits below the last byte must be zero: a damaged last character is damage too.
    if (digits % 4 == 2) {
        if ((group & 0xf) != 0) return bad_character(digits - 1);
        bytes += static_cast<char>(group >> 4 & 0xff);
    }
    if (digits % 4 == 3) {
        if ((group & 0x3) != 0) return bad_character(digits - 1);
        bytes += static_cast<char>(group >> 10 & 0xff);
        bytes += static_cast<char>(group >> 2 & 0xff);
    }
    return bytes;
}

}  // namespace lesesaal::page
