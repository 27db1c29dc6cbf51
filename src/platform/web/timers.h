#pragma once

#include <functional>

namespace lesesaal::platform::web {

/// Calls `then` once after `ms` milliseconds, on the page's one thread.
void call_after(int ms, std::function<void()> then);

}  // namespace lesesaal::platform::web
