#pragma once
// Files that the build puts into the program (lesesaal_embed in scripts/cmake/modules.cmake).

#include <string_view>

namespace lesesaal::cli {

/// assets/topics.json
[[nodiscard]] std::string_view embedded_topics();

}  // namespace lesesaal::cli
