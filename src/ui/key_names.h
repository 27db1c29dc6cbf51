#pragma once
// How a key of the command table is called on the keyboard in front of the reader.

#include <string>
#include <string_view>

#include "ui/words.h"

namespace lesesaal::ui {

/// "Strg+K", "g dann l", "Esc", "/": of one entry of app::Command::keys.
[[nodiscard]] std::string key_name(const Words& words, std::string_view key);

}  // namespace lesesaal::ui
