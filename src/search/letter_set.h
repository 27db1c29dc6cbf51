#pragma once
// Which letters a word has, as far as one number tells: a sieve before words are compared letter by letter.

#include <bit>
#include <cstdint>
#include <string_view>

namespace lesesaal::search {

/// Bits 0-27: a to z, digits, all other letters, where the word has them at all; 28-55 the same, where it has them twice; 56-63
/// how many letters it has. An umlaut counts as its vowel, so that spellings without dots have the same letters.
class LetterSet {
public:
    LetterSet() = default;
    /// `folded`: as by text/letters.h, with or without umlauts.
    explicit LetterSet(std::string_view folded);

    /// Whether all letters of `other` may stand in this word. Never false where they do.
    [[nodiscard]] bool may_hold(LetterSet other) const { return (other.bits_ & ~bits_ & letters_mask) == 0 && count() >= other.count(); }

    /// Whether so many letters left out, added, changed or swapped may make one of the other. Never false where they do: leaving
    /// out or adding one changes one bit, changing one changes two.
    [[nodiscard]] bool may_be_near(LetterSet other, unsigned edits) const {
        const std::uint64_t more = count() > other.count() ? count() - other.count() : other.count() - count();
        return more <= edits && static_cast<unsigned>(std::popcount((bits_ ^ other.bits_) & letters_mask)) <= 2 * edits;
    }

    bool operator==(const LetterSet&) const = default;

private:
    static constexpr unsigned kinds = 28;
    static constexpr std::uint64_t letters_mask = (std::uint64_t{1} << 2 * kinds) - 1;
    [[nodiscard]] std::uint64_t count() const { return bits_ >> 2 * kinds; }

    std::uint64_t bits_ = 0;
};

}  // namespace lesesaal::search
