#pragma once

#include "platform/markup.h"

namespace lesesaal::platform::native {

/// HTML as Gumbo reads it, by the rules of browsers. Comments are left out.
class NativeMarkup final : public Markup {
public:
    /// Fails with: too_large, also for more than markup_tokens_max '<', before anything is parsed.
    [[nodiscard]] base::Result<std::vector<base::MarkupToken>> parse(const std::string& html) const override;
};

}  // namespace lesesaal::platform::native
