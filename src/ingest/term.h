#pragma once
// A term of the vocabulary, taken apart. Private to ingest/.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lesesaal::ingest {

/// A word is a run of letters (with their marks) and digits.
[[nodiscard]] bool is_word_char(char32_t c);

struct TermWord {
    std::string letters;            // lower case unless the term is exact
    bool is_open_at_start = false;  // "*gesetz"
    bool is_open_at_end = false;    // "künstlich*"
};

struct ParsedTerm {
    std::vector<TermWord> words;  // at least one
    bool is_exact = false;        // an upper-case letter stands anywhere but first
    bool is_exclusion = false;    // "!…"
};

/// Fails with: bad_input saying which rule of assets/README.md the term breaks.
[[nodiscard]] base::Result<ParsedTerm> parse_term(std::string_view term);

}  // namespace lesesaal::ingest
