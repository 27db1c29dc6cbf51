#pragma once
// The first two letters of the words that are looked for: by them most of a text is passed without being taken apart.

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lesesaal::search {

/// Of keys, as they stand in the lexicon.
class KeyBegins {
public:
    void add(std::string_view key);
    /// Whether a word with this key may be one of those added. Never false where it is.
    [[nodiscard]] bool may_have(std::string_view key) const { return pairs_.test(pair_of(key)); }

    /// The first two bytes as a number.
    [[nodiscard]] static std::size_t pair_of(std::string_view text);

private:
    std::bitset<65536> pairs_;
};

/// Of words as they are written in texts.
class WordBegins {
public:
    WordBegins();

    /// `key`: as in the lexicon.
    void add(std::string_view key);

    /// Whether a word that begins at `at` may be one of those added, as far as its first letters tell. Never false where it is.
    [[nodiscard]] bool may_stand_at(std::string_view text, std::size_t at) const;

    /// The first place from `from` on where a word begins that may be one of those added; npos when there is none.
    /// Cost: a table looked at for each byte.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const;

private:
    /// In small letters and capitals.
    void add_pair(std::size_t first, std::size_t second);

    KeyBegins keys_;
    // By the first two bytes of a word as it may be written, of some spellings that are not wanted too. Bytes and not bits:
    // there is no shorter loop over a text.
    std::vector<std::uint8_t> pairs_;
};

/// What a byte of a text is to its words, as far as it tells without decoding.
enum class ByteKind : unsigned char {
    divides,  // ASCII, no letter and no digit
    letter,   // a letter or digit, or half of a Latin letter with an accent
    open,     // of any other character
};
[[nodiscard]] ByteKind byte_kind_at(std::string_view text, std::size_t at);

}  // namespace lesesaal::search
