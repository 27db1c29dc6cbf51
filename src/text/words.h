#pragma once
// Where the words of a text are, as the search sees them.

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace lesesaal::text {

/// What ties a word to the next one.
enum class Joint : unsigned char {
    none,
    hyphen,  // "E-Government", "Bundes-Arbeitsgemeinschaft", "O'Brien"
    gender,  // "Bürger:innen", "Bürger*innen", "Bürger_innen", "Bürger/-innen": the next is "in" or "innen"
};

/// A run of letters and digits. An apostrophe after two letters or more and before one is part of it ("Müller's"), soft
/// hyphens and joiners too; `folded` (letters.h) has none of them.
struct Word {
    base::ByteRange at;
    std::string folded;
    Joint joint = Joint::none;
};

/// Words are cut here: a longer run goes on as another word.
constexpr std::size_t word_bytes_max = 256;

/// Takes words in turn. Lifetime: the text must stay. Cost: linear in the text, over all calls.
class WordScanner {
public:
    explicit WordScanner(std::string_view text) : text_(text) {}
    /// Fills `word`, whose memory is used again. Returns: false at the end of the text.
    bool next(Word& word);

private:
    void find_joint(Word& word);

    std::string_view text_;
    std::size_t at_ = 0;
};

/// A to Z, and those with accents that German and its neighbours have.
[[nodiscard]] bool is_german_capital(char32_t c);

/// Where capitals begin a new part inside a word: "eGovernment" is e + Government, "BundID" Bund + ID, "BürgerInnen" Bürger
/// + Innen. Returns: byte ranges within `word`, all of it; one when there is no such place.
[[nodiscard]] std::vector<base::ByteRange> capital_parts(std::string_view word);

}  // namespace lesesaal::text
