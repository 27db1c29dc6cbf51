#pragma once
// Moments as texts: ISO 8601 in UTC, as RFC 3339 profiles it. Private to exchange/.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace lesesaal::exchange {

/// "2025-10-08T12:34:56Z"; milliseconds where there are any. A moment outside of the years 1970 to 9999 is their first.
[[nodiscard]] std::string iso_time(std::int64_t ms);
/// Reads that, other fractions and offsets of time zones ("+02:00"), and a mere day. Nothing before 1970.
[[nodiscard]] std::optional<std::int64_t> read_iso_time(std::string_view text);
/// The day in UTC.
[[nodiscard]] base::Date day_of(std::int64_t ms);

}  // namespace lesesaal::exchange
