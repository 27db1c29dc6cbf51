#pragma once
// What the reader has selected in the open article, from the page's words to bytes of its plain text.

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace lesesaal::ui {

/// `value`: as scene::Action::select has it; `tree`: the frame it was selected in. Nothing selected, a node that is none of
/// the runs, or words that cannot be read become an empty range. Cost: linear in the runs and the two nodes' texts.
[[nodiscard]] app::PassageSelected to_passage(const scene::Tree& tree, std::span<const TextRun> runs, std::string_view value);

}  // namespace lesesaal::ui
