#pragma once
// Files that the build puts into the program (lesesaal_embed in scripts/cmake/modules.cmake).

#include <string_view>

namespace lesesaal::cli {

/// assets/topics.json
[[nodiscard]] std::string_view embedded_topics();

/// Of .deps/src/hyphen-de, made by take_patterns in scripts/lib/sources.sh; gzip.
[[nodiscard]] std::string_view embedded_german_patterns();
[[nodiscard]] std::string_view embedded_english_patterns();
[[nodiscard]] std::string_view embedded_hyphenation_notices();

/// Of .deps/src/snowball-data: a word a line, and its licence.
[[nodiscard]] std::string_view embedded_german_words();
[[nodiscard]] std::string_view embedded_german_words_notices();

}  // namespace lesesaal::cli
