#pragma once
// Opens the bytes of a corpus database that nobody vouches for.

#include <vector>

#include "base/result.h"
#include "store/connection.h"
#include "store/corpus_db.h"

namespace lesesaal::store {

/// Read-only, in place, with nothing in the schema that is not ours. What remains doubtful is the content of the tables;
/// every reader of a row checks what it reads. Fails with: bad_input, unsupported (as CorpusDb::open).
[[nodiscard]] base::Result<Connection> open_database(BorrowedBytes bytes);

}  // namespace lesesaal::store
