#pragma once
// How safe the reader's own data is, in words and in a sign: the chip in the header and the sheet it opens.

#include <string>

#include "ui/frame.h"

namespace lesesaal::ui {

/// "Gespeichert", "Nur in diesem Browser", "Nicht gespeichert" …
[[nodiscard]] std::string storage_title(const Frame& frame);
/// Why it is so, in a sentence; empty while the store is being opened.
[[nodiscard]] std::string storage_sentence(const Frame& frame);
/// What the reader can do about it; empty where nothing is known yet.
[[nodiscard]] std::string_view storage_advice(const Frame& frame);

/// The chip, which ends at `right`. Returns: its left edge.
float draw_storage_chip(Frame& frame, float right, float middle);

}  // namespace lesesaal::ui
