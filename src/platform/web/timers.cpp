#include "platform/web/timers.h"

#include <memory>
#include <utility>

#include <emscripten/eventloop.h>

namespace lesesaal::platform::web {

void call_after(int ms, std::function<void()> then) {
    auto waiting = std::make_unique<std::function<void()>>(std::move(then));
    emscripten_set_timeout(
        [](void* data) {
            const std::unique_ptr<std::function<void()>> due(static_cast<std::function<void()>*>(data));
            (*due)();
        },
        ms, waiting.release());
}

}  // namespace lesesaal::platform::web
