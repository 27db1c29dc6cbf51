#pragma once
// Private to ingest/.

#include <cstddef>
#include <vector>

#include "ingest/importer.h"

namespace lesesaal::ingest {

/// Gives every article its uid. Different articles that would share one (the same source, kicker, headline and date)
/// are told apart by their text, in order; for equal articles there is a warning.
/// Requires: offsets[i] is where article i begins in the input. Cost: linear in the text.
void make_uids(Import& import, const std::vector<std::size_t>& offsets);

}  // namespace lesesaal::ingest
