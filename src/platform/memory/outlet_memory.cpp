#include "platform/memory/outlet_memory.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lesesaal::platform::memory {

void MemoryOutlet::copy(const std::string& text, std::function<void(base::Result<void>)> then) {
    ++copies_;
    const bool is_refused = options_.refuse_at != 0 && copies_ >= options_.refuse_at;
    if (!is_refused) clipboard_ = text;
    answers_.add([is_refused, then = std::move(then)] {
        if (is_refused) {
            then(base::fail(base::ErrorKind::blocked, "copy_failed"));
        } else {
            then({});
        }
    });
}

void MemoryOutlet::open_link(const std::string& url) {
    static constexpr std::array<std::string_view, 3> schemes{"http:", "https:", "mailto:"};
    std::string start = url.substr(0, url.find(':') + 1);
    std::ranges::transform(start, start.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (std::ranges::find(schemes, start) != schemes.end()) links_.push_back(url);
}

}  // namespace lesesaal::platform::memory
