#pragma once
// Our rules of German as an FTS5 tokenizer and an FTS5 ranking function: SQLite's own index over the same words, as the limit
// that the page's index is measured against.

#include <sqlite3.h>

#include <string>
#include <vector>

#include "search/index.h"

namespace lesesaal::bench {

/// Registers the tokenizer `german`: stems, and at index time the stems of the parts of compounds at the same position; and
/// the function lesesaal_rank: BM25 with the weights 5, 2 and 1 and a length for each row. Returns: an SQLite result code.
/// `index`: knows the parts. `words`: by row, from 1. Lifetime: both must stay as long as the connection.
[[nodiscard]] int register_german(sqlite3* database, const search::Index& index, const std::vector<float>& words);

}  // namespace lesesaal::bench
