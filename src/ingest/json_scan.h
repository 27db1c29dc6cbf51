#pragma once
// A first pass over a JSON Feed that finds what the second one cannot tell: byte offsets. Private to ingest/.

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lesesaal::ingest {

/// Reads the JSON from `begin` to the end of `bytes`; offsets are those of `bytes`.
/// Returns: the offsets of the objects in the list "items" of the outermost object, in order (of the last such list
/// when the key is given twice, as a parser keeps it). Fails with: bad_input at the first syntax error, or when the
/// nesting is deeper than `depth_max`.
[[nodiscard]] base::Result<std::vector<std::size_t>> scan_json_items(std::string_view bytes, std::size_t begin, int depth_max);

}  // namespace lesesaal::ingest
