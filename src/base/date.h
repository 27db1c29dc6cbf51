#pragma once
// A day of the proleptic Gregorian calendar.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lesesaal::base {

struct Date {
    std::int16_t year = 1970;
    std::uint8_t month = 1;  // 1 to 12
    std::uint8_t day = 1;    // 1 to 31

    auto operator<=>(const Date&) const = default;
};

constexpr int date_year_min = 1000;
constexpr int date_year_max = 9999;

/// Returns: the date, or nothing when there is no such day or the year is outside 1000 to 9999.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);

/// Days since 1970-01-01; negative before it.
[[nodiscard]] std::int32_t to_days(Date date);
[[nodiscard]] Date from_days(std::int32_t days);

/// ISO 8601, "2019-11-14".
[[nodiscard]] std::string to_iso(Date date);
/// Reads exactly "YYYY-MM-DD".
[[nodiscard]] std::optional<Date> from_iso(std::string_view text);

[[nodiscard]] int days_in_month(int year, int month);

}  // namespace lesesaal::base
