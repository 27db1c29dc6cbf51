#pragma once

#include <utility>

#include "platform/markup.h"

namespace lesesaal::platform::memory {

/// Stands for the parser of a browser: whatever it is given, it answers with the tokens of the test.
class MemoryMarkup final : public Markup {
public:
    explicit MemoryMarkup(std::vector<base::MarkupToken> tokens) : tokens_(std::move(tokens)) {}

    [[nodiscard]] base::Result<std::vector<base::MarkupToken>> parse(const std::string&) const override {
        if (tokens_.size() > base::markup_tokens_max) return base::fail(base::ErrorKind::too_large, "file_too_large");
        return tokens_;
    }

private:
    std::vector<base::MarkupToken> tokens_;
};

}  // namespace lesesaal::platform::memory
