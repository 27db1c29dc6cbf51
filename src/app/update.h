#pragma once

#include <cstdint>

#include "app/effect.h"
#include "app/event.h"
#include "app/state.h"

namespace lesesaal::app {

/// The only code that changes State. `now_ms`: wall time since 1970, given because the core reads no clock.
[[nodiscard]] Effects update(State& state, const Event& event, std::int64_t now_ms);

/// Reads "08.10.2025", "8.10.25", "2025-10-08", "10.2025", "2025"; `is_end` picks the last day of a month or year.
enum class DateSide { first, last };
[[nodiscard]] std::optional<base::Date> parse_date_field(std::string_view text, DateSide side);

}  // namespace lesesaal::app
