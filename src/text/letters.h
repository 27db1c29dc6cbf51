#pragma once
// What a word is made of, and how its letters are compared. Small tables of its own instead of a Unicode library's: those
// would be a tenth of the page. Latin, Greek and Cyrillic letters are folded; those of other scripts count as they stand.
// Source of the tables: the Unicode Character Database's canonical decompositions and lower cases, by the base letter.

#include <string>
#include <string_view>

namespace lesesaal::text {

enum class CharacterKind : unsigned char {
    letter,     // letters, digits, ideographs
    mark,       // joins the letter before it (U+0300 to U+036F)
    invisible,  // soft hyphen, joiners, variation selectors: as if it were not there
    separator,  // everything else
};

[[nodiscard]] CharacterKind kind_of(char32_t c);

/// Appends a letter in lower case and without accents, but with the dots of ä, ö and ü, however they are written: a
/// diaeresis after a, o or u at the end of `folded` makes one of them; other marks and what is invisible add nothing; "ß" is
/// "ss", "æ" "ae", "ø" "o".
void append_folded(std::string& folded, char32_t c);

/// Every character of a text, those that are not letters as they stand. Invalid UTF-8 becomes U+FFFD. O(n).
[[nodiscard]] std::string fold_letters(std::string_view text);

}  // namespace lesesaal::text
