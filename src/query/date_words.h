#pragma once
// Dates as the query language writes them.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace lesesaal::query {

/// Inclusive; either may be missing, not both.
struct DateRange {
    std::optional<base::Date> from;
    std::optional<base::Date> to;
    bool operator==(const DateRange&) const = default;
};

constexpr int last_days_max = 3660;

/// "2025", "2025-09", "2025-09-01", "09.2025", "1.9.2025", "heute", "gestern", "letzte-woche" (the calendar week before the one
/// of `today`, Monday to Sunday), "letzter-monat" and "letztes-jahr" (likewise), "letzte-30-tage" (with `today`), in English
/// too; two of them with ".." between, in either order, either left out. Blanks count as hyphens.
/// Returns: nothing when `value` is none of these, or counts from a `today` that is missing.
[[nodiscard]] std::optional<DateRange> read_dates(std::string_view value, std::optional<base::Date> today);

/// Whether `value` may be the begin of a date that is still being typed.
[[nodiscard]] bool may_become_dates(std::string_view value);

/// The shortest text that read_dates reads as this.
[[nodiscard]] std::string dates_text(std::optional<base::Date> from, std::optional<base::Date> to);

}  // namespace lesesaal::query
