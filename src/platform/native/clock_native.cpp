#include "platform/native/clock_native.h"

#include <chrono>

#include <unistd.h>

#include "base/check.h"
#include "platform/random_id.h"

namespace lesesaal::platform::native {

std::int64_t NativeClock::now_ms() const {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
}

double NativeClock::monotonic_ms() const {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(since_start).count();
}

std::string NativeClock::random_id() const {
    std::uint64_t random = 0;
    LESESAAL_CHECK(getentropy(&random, sizeof random) == 0);
    return to_random_id(random);
}

}  // namespace lesesaal::platform::native
