#pragma once
// German forms that differ in an umlaut: Antrag, Anträge; alt, älter. Stems keep their dots (text/stemmer.h), so that fordern
// and fördern stay apart; what belongs together is told here by the rules of inflection.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lesesaal::search {

/// The stem with its last a, o, u or au given dots, or with the dots of its last vowel taken: none or one.
[[nodiscard]] std::vector<std::string> stems_with_other_vowel(std::string_view stem);

/// Whether `a` and `b`, one with and one without the umlaut, are forms of one word. Nouns: a singular (bare, or with s, es)
/// and a plural in e, en, er, ern, or both with the same er, el, en ("Vater", "Väter"), unless the plural is that of another
/// word in e ("Küchen" of "Küche"). Others: the adjectives whose comparative takes the umlaut.
/// `is_noun_form`: whether the corpus has a noun of that form.
[[nodiscard]] bool are_forms_of_one_word(std::string_view a, std::string_view b, bool are_nouns,
                                         const std::function<bool(std::string_view)>& is_noun_form);

}  // namespace lesesaal::search
