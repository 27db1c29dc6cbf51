#include "platform/memory/clock_memory.h"

#include "platform/random_id.h"

namespace lesesaal::platform::memory {

std::string MemoryClock::random_id() const { return to_random_id(++ids_); }

void MemoryClock::advance(std::int64_t ms) {
    now_ms_ += ms;
    if (ms > 0) monotonic_ms_ += static_cast<double>(ms);
}

}  // namespace lesesaal::platform::memory
