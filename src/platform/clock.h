#pragma once

#include <cstdint>
#include <string>

namespace lesesaal::platform {

struct Clock {
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    [[nodiscard]] virtual std::int64_t now_ms() const = 0;
    /// Milliseconds from a fixed point, never running backwards.
    [[nodiscard]] virtual double monotonic_ms() const = 0;
    /// 16 hexadecimal digits of randomness.
    [[nodiscard]] virtual std::string random_id() const = 0;
};

}  // namespace lesesaal::platform
