#pragma once
// German date phrases in running text.

#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "base/date.h"

namespace lesesaal::text {

/// How fine the two ends of a phrase are: `day` for one day, `range` for several, `month` and `year` for one or several
/// of them.
enum class DatePrecision { day, range, month, year };

struct DatePhrase {
    base::ByteRange range;
    base::Date first;  // of a month or year: its first day
    base::Date last;   // of a month or year: its last day
    DatePrecision precision = DatePrecision::day;
};

/// Finds the German date phrases in `text` (UTF-8, NFC or NFD, need not be valid): "14. November 2019",
/// "14. und 15. November 2019", "14.–16. November 2019", "30. Oktober bis 2. November 2019",
/// "30. Dezember bis 2. Januar 2020" (begins in 2019), "14.11.2019", "14./15.11.2019", "im November 2019",
/// "Mitte November 2019" and "Oktober/November 2019" (month), "2019-11-14", "im Jahr 2019", "Ende 2019" (year).
/// Abbreviated months ("Nov. 2019", "Jan.") and Austrian "Jänner", "Feber" too. A day without a year is no phrase, nor
/// is a number after "§", "Version", "Nr." and the like; two-digit years are not read.
/// Returns: phrases in order, half-open byte ranges without preposition and weekday, never overlapping. O(n): what is
/// read from one place is bounded (four dates of six days, four blanks in a row).
/// Lifetime: the ranges mean nothing once `text` changes.
[[nodiscard]] std::vector<DatePhrase> find_date_phrases(std::string_view text);

}  // namespace lesesaal::text
