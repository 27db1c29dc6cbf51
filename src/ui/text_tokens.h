#pragma once
// How the reader wants the article set, as CSS variables for web/article.css.

#include <string>
#include <utility>
#include <vector>

#include "app/settings.h"

namespace lesesaal::ui {

/// {"--text-size", "1.125rem"}, {"--text-width", "35.6em"}, {"--text-leading", "1.61"}, {"--text-face", "'Noto Serif', …"}.
/// The width is in em of the article's own size: the characters of the setting, as they run in running text.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> text_tokens(const app::Settings& settings);

}  // namespace lesesaal::ui
