#pragma once
// Which words of one stem, or of two that differ in an umlaut, are forms of one word. A stem is coarse: Kanne and kann, Reis
// and Reise, Organ and organisch share theirs. What the corpus knows of both words decides how far it is trusted.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lesesaal::search {

/// A word beside one that shares its stem.
struct Form {
    std::string_view key;
    bool is_noun = false;
};

/// What the corpus knows.
struct Known {
    bool is_asked_known = false;                          // it has the word asked for in this very form
    std::function<bool(std::string_view key, bool is_noun)> has_form;
    bool is_witness = true;                               // large enough that what it does not have is hardly a form
};

/// How much an occurrence of `form` counts for one of `asked`: from 1 (a genitive) down to 0 (another word). Where the corpus
/// does not have `asked` itself, nouns with a short stem are trusted only when the ending leaves no doubt: "Karten" for
/// "Karte" and "Zeitungen" for "Zeitung", but not "Reise" for "Reis".
[[nodiscard]] float kinship(Form asked, Form form, std::size_t stem_letters, const Known& known);

/// The stem with its last a, o, u or au given dots, or with the dots of its last vowel taken: none or one.
[[nodiscard]] std::vector<std::string> stems_with_other_vowel(std::string_view stem);

/// Whether `a` and `b`, one with and one without the umlaut, are forms of one word. Nouns: a singular (bare, or with s, es)
/// and a plural in e, en, er, ern, or both with the same er, el, en ("Vater", "Väter"), unless the plural is that of another
/// word in e ("Küchen" of "Küche"). Others: the adjectives whose comparative takes the umlaut.
[[nodiscard]] bool are_forms_of_one_word(std::string_view a, std::string_view b, bool are_nouns, const Known& known);

}  // namespace lesesaal::search
