#pragma once
// How the text of the search box was understood, in the reader's words.

#include <string>

#include "query/preview.h"
#include "ui/frame.h"

namespace lesesaal::ui {

/// "„Verwaltung“ · Titel: „Haushalt“ · ohne „Bremen“ · 1. Sep – 15. Okt 2025 · Thema: OZG"; empty where the text says it itself.
[[nodiscard]] std::string understood_text(const Frame& frame);

}  // namespace lesesaal::ui
