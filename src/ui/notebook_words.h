#pragma once
// What the notebook's page and sheets say of an article and of what the reader made of it.

#include <cstdint>
#include <string>
#include <string_view>

#include "notebook/highlight.h"
#include "ui/frame.h"

namespace lesesaal::ui {

/// "Gelb".
[[nodiscard]] Say colour_name(notebook::Colour colour);
/// "Gelb markieren".
[[nodiscard]] Say colour_action(notebook::Colour colour);
/// How to draw it, as words of web/notebook.css: "highlight yellow".
[[nodiscard]] std::string highlight_style(notebook::Colour colour);

/// What an article is called, as the corpus says it, or as the card beside its marks does.
[[nodiscard]] std::string headline_of(const Frame& frame, std::string_view uid);
/// "08.10.2025" of ms since 1970, in UTC: the interface knows no time zone.
[[nodiscard]] std::string day_of(const Frame& frame, std::int64_t ms);
/// The first `characters` of a text on one line, with an ellipsis where more follows.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t characters);

}  // namespace lesesaal::ui
