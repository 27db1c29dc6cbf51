#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lesesaal::store {

/// A slug for the name of a medium: lower-case letters a-z, digits and single hyphens between them. Umlauts are written
/// out ("Süddeutsche Zeitung" is sueddeutsche-zeitung); what has no such letter, gives "quelle".
[[nodiscard]] std::string source_slug(std::string_view name);

/// One slug each, all different: a repeated one gets -2, -3 … in the order of `names`.
[[nodiscard]] std::vector<std::string> source_slugs(const std::vector<std::string>& names);

}  // namespace lesesaal::store
