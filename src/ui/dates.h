#pragma once
// German dates and counts, with the typography they want: en dash in ranges, no-break spaces between day and month.

#include <cstdint>
#include <optional>
#include <string>

#include "app/timeline.h"
#include "base/date.h"
#include "corpus/article.h"

namespace lesesaal::ui {

/// "08.10.2025", for lists; a range shows its first day, "11/2019" a month, "2019" a year.
[[nodiscard]] std::string short_date(const corpus::ArticleDate& date);
/// "10. Oktober 2025", "14.–15. November 2019", "November 2019", "2019".
[[nodiscard]] std::string long_date(const corpus::ArticleDate& date);
/// "2019-11-14" or "2019-11" or "2019", for <time datetime>.
[[nodiscard]] std::string machine_date(const corpus::ArticleDate& date);
/// "15. Sep – 19. Okt 2025", "ab 15. Sep 2025", "bis 19. Okt 2025", "2025", "Okt 2025"; empty without bounds.
[[nodiscard]] std::string range_label(std::optional<base::Date> from, std::optional<base::Date> to);
/// The label below a bucket: "Nov 2019".
[[nodiscard]] std::string month_label(base::Date date);
/// "Woche ab 22. September 2025", "Oktober 2025", "2025", "8. Oktober 2025".
[[nodiscard]] std::string bucket_label(const app::TimeBucket& bucket, app::TimeUnit unit);

/// "16 Artikel".
[[nodiscard]] std::string count_of_articles(std::int64_t count);
/// "9 von 16 Artikeln", or "16 Artikel" when all are hits.
[[nodiscard]] std::string count_of_hits(std::int64_t hits, std::int64_t total);
/// "12.345".
[[nodiscard]] std::string grouped(std::int64_t number);

}  // namespace lesesaal::ui
