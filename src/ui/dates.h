#pragma once
// Dates and numbers with the typography of each language: en dash in ranges, no-break spaces inside a date.

#include <cstdint>
#include <optional>
#include <string>

#include "app/settings.h"
#include "app/timeline.h"
#include "base/date.h"
#include "corpus/article.h"

namespace lesesaal::ui {

/// "08.10.2025" or "8 Oct 2025", for lists; a range shows its first day, "11/2019" or "Nov 2019" a month, "2019" a year.
[[nodiscard]] std::string short_date(const corpus::ArticleDate& date, app::Language language);
/// "10. Oktober 2025", "14.–15. November 2019", "November 2019", "2019"; "10 October 2025", "14–15 November 2019".
[[nodiscard]] std::string long_date(const corpus::ArticleDate& date, app::Language language);
[[nodiscard]] std::string long_day(base::Date date, app::Language language);
/// "2019-11-14" or "2019-11" or "2019", for <time datetime>.
[[nodiscard]] std::string machine_date(const corpus::ArticleDate& date);
/// "15. Sep – 19. Okt 2025", "ab 15. Sep 2025", "bis 19. Okt 2025", "Sep – Okt 2025", "2025", "Okt 2025"; empty without
/// bounds. In English "15 Sep – 19 Oct 2025", "from 15 Sep 2025", "until 19 Oct 2025".
[[nodiscard]] std::string range_label(std::optional<base::Date> from, std::optional<base::Date> to, app::Language language);
/// The label below a bucket: "Nov 2019".
[[nodiscard]] std::string month_label(base::Date date, app::Language language);
/// "Woche ab 22. September 2025", "Oktober 2025", "2025", "8. Oktober 2025"; "Week of 22 September 2025".
[[nodiscard]] std::string bucket_label(const app::TimeBucket& bucket, app::TimeUnit unit, app::Language language);

/// "12.345" or "12,345"; four digits stand together in German alone.
[[nodiscard]] std::string grouped(std::int64_t number, app::Language language);

}  // namespace lesesaal::ui
