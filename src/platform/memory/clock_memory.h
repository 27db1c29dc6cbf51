#pragma once

#include "platform/clock.h"

namespace lesesaal::platform::memory {

/// A clock that stands still until a test moves it; its random ids count up.
class MemoryClock final : public Clock {
public:
    explicit MemoryClock(std::int64_t now_ms = 0) : now_ms_(now_ms) {}

    [[nodiscard]] std::int64_t now_ms() const override { return now_ms_; }
    [[nodiscard]] double monotonic_ms() const override { return monotonic_ms_ += between_looks_ms_; }
    [[nodiscard]] std::string random_id() const override;

    /// Time passes; negative: the wall clock was set back, and only it goes back.
    void advance(std::int64_t ms);
    /// From now on so much time passes before each look at the monotonic clock: whoever works sees it pass.
    void pass_between_looks(double ms) { between_looks_ms_ = ms; }

private:
    std::int64_t now_ms_;
    mutable double monotonic_ms_ = 0;
    double between_looks_ms_ = 0;
    mutable std::uint64_t ids_ = 0;
};

}  // namespace lesesaal::platform::memory
