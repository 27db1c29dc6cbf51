#pragma once
// The word of a corpus that a mistyped one was meant to be.

#include <optional>
#include <string>
#include <string_view>

#include "search/index.h"

namespace lesesaal::search {

/// How many slips a word of so many letters may have: one from 4 on, two from 8 on.
[[nodiscard]] int edits_allowed(std::string_view folded);

/// The form nearest to a word by letters left out, added, changed or swapped with the next (Damerau-Levenshtein, optimal string
/// alignment): fewest edits first, then the same first letter, then the most articles. Only forms in at least `articles_min`.
/// Cost: as Lexicon::visit_if, for what has nearly the same letters.
[[nodiscard]] std::optional<LexiconEntry> find_closest(const Index& index, std::string_view word, std::uint32_t articles_min);

}  // namespace lesesaal::search
