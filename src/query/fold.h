#pragma once

#include <string>
#include <string_view>

namespace lesesaal::query {

/// For finding a name while it is typed: lower case, and "ä", "ae" and "a" the same, "ß" and "ss" too. Not for text
/// search, which has its own rules.
[[nodiscard]] std::string fold_name(std::string_view name);

/// Whether every word of `typed` begins a word of `name`. Both are to be folded.
[[nodiscard]] bool names_match(std::string_view folded_name, std::string_view folded_typed);

}  // namespace lesesaal::query
