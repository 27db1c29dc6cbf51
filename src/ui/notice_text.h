#pragma once
// What has just happened, in words: read out politely, and shown for a while.

#include <string>

#include "app/state.h"
#include "ui/words.h"

namespace lesesaal::ui {

/// Empty when there is nothing to say.
[[nodiscard]] std::string notice_text(const Words& words, const app::Notice& notice);

}  // namespace lesesaal::ui
