#pragma once

#include "platform/clock.h"

namespace lesesaal::platform::native {

class NativeClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override;
    [[nodiscard]] double monotonic_ms() const override;
    [[nodiscard]] std::string random_id() const override;
};

}  // namespace lesesaal::platform::native
