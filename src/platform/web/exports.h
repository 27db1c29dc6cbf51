#pragma once

namespace lesesaal::platform::web {

/// Does nothing but keep exports.cpp in the program: nothing else refers to what only the page calls.
void keep_exports();

}  // namespace lesesaal::platform::web
