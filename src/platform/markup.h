#pragma once

#include <string>
#include <vector>

#include "base/markup.h"
#include "base/result.h"

namespace lesesaal::platform {

/// Parses HTML as browsers do; runs nothing and loads nothing. In the page it is the browser itself.
struct Markup {
    virtual ~Markup() = default;
    /// `html` in UTF-8, whatever is in it. Fails with: too_large (over markup_tokens_max).
    [[nodiscard]] virtual base::Result<std::vector<base::MarkupToken>> parse(const std::string& html) const = 0;
};

}  // namespace lesesaal::platform
