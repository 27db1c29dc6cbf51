#include "query/signs.h"

#include "text/words.h"

namespace lesesaal::query {
namespace {

using Kind = Sign::Kind;

Kind ascii_kind(unsigned char byte) {
    if (byte <= ' ' || byte == 0x7f) return Kind::space;
    if (byte == '"') return Kind::quote;
    if (byte == '(') return Kind::open;
    return byte == ')' ? Kind::close : Kind::other;
}

/// U+0080 to U+00BF: control characters, the no-break space and guillemets among them.
Kind latin1_kind(unsigned char second) {
    if (second <= 0xa0) return Kind::space;
    return second == 0xab || second == 0xbb ? Kind::quote : Kind::other;
}

/// U+2000 to U+203F: the spaces, dashes and quotes of typography.
Kind punctuation_kind(unsigned char third) {
    if (third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf) return Kind::space;
    return third >= 0x9c && third <= 0x9f ? Kind::quote : Kind::other;  // “ ” „ ‟
}

}  // namespace

Sign sign_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : '\0'); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    if (byte(0) < 0x80) return {ascii_kind(byte(0)), 1};
    if (byte(0) == 0xc2 && continues(1)) return {latin1_kind(byte(1)), 2};
    if (byte(0) == 0xe2 && byte(1) == 0x80 && continues(2)) return {punctuation_kind(byte(2)), 3};
    return {};
}

bool holds_word(std::string_view text) {
    text::Word word;
    return text::WordScanner(text).next(word);
}

}  // namespace lesesaal::query
