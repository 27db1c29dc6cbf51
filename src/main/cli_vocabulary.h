#pragma once
// Words of German at large, inside the program: with them the command tells the parts of compounds that a corpus has too few
// words for. A page shows what was found when it was packed.

#include <string>
#include <vector>

namespace lesesaal::cli {

/// Keys as by search::word_key. Snowball's vocabulary: 35,033 forms met in German prose.
[[nodiscard]] std::vector<std::string> german_words();

/// What must be said of them.
[[nodiscard]] std::string vocabulary_notices();

}  // namespace lesesaal::cli
