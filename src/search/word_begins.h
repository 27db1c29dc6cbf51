#pragma once
// The first two letters of the words that are looked for: by them most of a text is passed without being taken apart.

#include <bitset>
#include <cstddef>
#include <string_view>

namespace lesesaal::search {

class WordBegins {
public:
    WordBegins();

    /// `key`: as in the lexicon.
    void add(std::string_view key);

    /// Whether a word with this key may be one of those added. Never false where it is.
    [[nodiscard]] bool may_have(std::string_view key) const { return keys_.test(begin_of(key)); }

    /// Whether a word that begins at `at` may be one of those added, as far as its first letters tell.
    [[nodiscard]] bool may_stand_at(std::string_view text, std::size_t at) const;

    /// The first place from `from` on where a word begins that may be one of those added; npos when there is none.
    /// Cost: a table looked at for each byte.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const;

private:
    using Pairs = std::bitset<65536>;
    /// The first two bytes as a number.
    [[nodiscard]] static std::size_t begin_of(std::string_view text);
    /// In small letters and capitals.
    void add_written(std::size_t first, std::size_t second);

    Pairs keys_;     // of keys
    Pairs written_;  // of words as they may be written; of some spellings that are not wanted too
};

/// What a byte of a text is to its words, as far as it tells without decoding.
enum class ByteKind : unsigned char {
    divides,  // ASCII, no letter and no digit
    letter,   // a letter or digit, or half of a Latin letter with an accent
    open,     // of any other character
};
[[nodiscard]] ByteKind byte_kind_at(std::string_view text, std::size_t at);

}  // namespace lesesaal::search
