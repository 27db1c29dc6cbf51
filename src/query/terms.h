#pragma once
// The words of the search box. Any text is a query; nothing fails.

#include <string>
#include <string_view>
#include <vector>

#include "query/expression.h"

namespace lesesaal::query {

struct Term {
    enum class Kind { word, prefix, phrase };
    Kind kind = Kind::word;
    /// One, or several of a phrase; of a prefix the last is the unfinished one. As typed (NFC, as a browser's input
    /// gives it), without the signs of the query language.
    std::vector<std::string> words;
    bool is_excluded = false;  // -word

    bool operator==(const Term&) const = default;
};


/// Words joined by AND; "…" or „…“ a phrase; trailing * a prefix; leading - excludes. The last word is a prefix when the
/// text does not end in white space: it is still being typed; so is the last word of a phrase that has no end yet. An
/// excluded word is never one by itself. Words without a letter or digit are dropped; control characters count as white
/// space. `text` need not be valid UTF-8; over query_text_bytes_max (filter.h) it is cut.
/// Cost: linear. At most query_terms_max terms; the rest is ignored.
[[nodiscard]] std::vector<Term> parse_terms(std::string_view text);

/// The FTS5 expression for the terms: every word quoted, so no FTS5 syntax of the reader's passes through.
/// Empty when there is nothing to search for (no terms, or only excluded ones).
[[nodiscard]] std::string fts5_expression(const std::vector<Term>& terms);

}  // namespace lesesaal::query
