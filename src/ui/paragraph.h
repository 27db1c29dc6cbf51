#pragma once
// Wrapped text as one paragraph, drawn and described.

#include <cstddef>
#include <string_view>

#include "ui/frame.h"
#include "ui/paint.h"

namespace lesesaal::ui {

/// In `room`, whose height does not count. Returns: its height.
float paragraph(Frame& frame, std::string_view key, std::string_view text, const TextStyle& style, const scene::Rect& room);

constexpr std::size_t paragraph_lines_max = 8;

}  // namespace lesesaal::ui
