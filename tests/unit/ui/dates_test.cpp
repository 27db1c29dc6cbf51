#include <doctest.h>

#include "ui/dates.h"

using namespace lesesaal;
using namespace lesesaal::ui;

namespace {

constexpr auto de = app::Language::de;
constexpr auto en = app::Language::en;

base::Date date(int year, int month, int day) { return *base::make_date(year, month, day); }

}  // namespace

TEST_CASE("dates: German dates in lists and in text") {
    const corpus::ArticleDate day{date(2025, 10, 8), date(2025, 10, 8)};
    CHECK(short_date(day, de) == "08.10.2025");
    CHECK(long_date(day, de) == "8.\u00A0Oktober\u00A02025");
    CHECK(long_day(day.first, de) == "8.\u00A0Oktober\u00A02025");
    const corpus::ArticleDate two_days{date(2019, 11, 14), date(2019, 11, 15), corpus::DatePrecision::range};
    CHECK(long_date(two_days, de) == "14.–15.\u00A0November\u00A02019");
    const corpus::ArticleDate over_new_year{date(2019, 12, 30), date(2020, 1, 2), corpus::DatePrecision::range};
    CHECK(long_date(over_new_year, de) == "30.\u00A0Dezember\u00A02019 – 2.\u00A0Januar\u00A02020");
    const corpus::ArticleDate month{date(2025, 3, 1), date(2025, 3, 31), corpus::DatePrecision::month};
    CHECK(long_date(month, de) == "März\u00A02025");
    CHECK(short_date(month, de) == "03/2025");
    CHECK(machine_date(month) == "2025-03");
}

TEST_CASE("dates: English dates cannot be mistaken for American ones") {
    const corpus::ArticleDate day{date(2025, 10, 8), date(2025, 10, 8)};
    CHECK(short_date(day, en) == "8\u00A0Oct\u00A02025");
    CHECK(long_date(day, en) == "8\u00A0October\u00A02025");
    const corpus::ArticleDate two_days{date(2019, 11, 14), date(2019, 11, 15), corpus::DatePrecision::range};
    CHECK(long_date(two_days, en) == "14–15\u00A0November\u00A02019");
    const corpus::ArticleDate over_a_month{date(2019, 11, 30), date(2019, 12, 2), corpus::DatePrecision::range};
    CHECK(long_date(over_a_month, en) == "30\u00A0November – 2\u00A0December\u00A02019");
    const corpus::ArticleDate month{date(2025, 3, 1), date(2025, 3, 31), corpus::DatePrecision::month};
    CHECK(long_date(month, en) == "March\u00A02025");
    CHECK(short_date(month, en) == "Mar\u00A02025");
    const corpus::ArticleDate year{date(2025, 1, 1), date(2025, 12, 31), corpus::DatePrecision::year};
    CHECK(short_date(year, en) == "2025");
    CHECK(long_date(year, en) == "2025");
}

TEST_CASE("dates: the label of a range says no more than it must") {
    CHECK(range_label({}, {}, de).empty());
    CHECK(range_label(date(2025, 1, 1), date(2025, 12, 31), de) == "2025");
    CHECK(range_label(date(2019, 1, 1), date(2025, 12, 31), de) == "2019–2025");
    CHECK(range_label(date(2025, 10, 1), date(2025, 10, 31), de) == "Okt\u00A02025");
    CHECK(range_label(date(2025, 9, 1), date(2025, 10, 31), de) == "Sep – Okt\u00A02025");
    CHECK(range_label(date(2024, 12, 1), date(2025, 1, 31), de) == "Dez\u00A02024 – Jan\u00A02025");
    CHECK(range_label(date(2025, 9, 15), date(2025, 10, 19), de) == "15.\u00A0Sep – 19.\u00A0Okt\u00A02025");
    CHECK(range_label(date(2025, 9, 15), date(2025, 9, 19), de) == "15.–19.\u00A0Sep\u00A02025");
    CHECK(range_label(date(2025, 9, 15), date(2025, 9, 15), de) == "15.\u00A0Sep\u00A02025");
    CHECK(range_label(date(2025, 9, 15), {}, de) == "ab 15.\u00A0Sep\u00A02025");
    CHECK(range_label({}, date(2025, 9, 15), de) == "bis 15.\u00A0Sep\u00A02025");
}

TEST_CASE("dates: ranges in English") {
    CHECK(range_label(date(2025, 9, 15), date(2025, 10, 19), en) == "15\u00A0Sep – 19\u00A0Oct\u00A02025");
    CHECK(range_label(date(2025, 9, 15), {}, en) == "from 15\u00A0Sep\u00A02025");
    CHECK(range_label({}, date(2025, 9, 15), en) == "until 15\u00A0Sep\u00A02025");
    CHECK(month_label(date(2025, 5, 1), en) == "May\u00A02025");
}

TEST_CASE("dates: a bucket is called by its unit") {
    app::TimeBucket bucket;
    bucket.first_day = base::to_days(date(2025, 9, 22));
    CHECK(bucket_label(bucket, app::TimeUnit::week, de) == "Woche ab 22.\u00A0September\u00A02025");
    CHECK(bucket_label(bucket, app::TimeUnit::week, en) == "Week of 22\u00A0September\u00A02025");
    CHECK(bucket_label(bucket, app::TimeUnit::month, de) == "September\u00A02025");
    CHECK(bucket_label(bucket, app::TimeUnit::year, en) == "2025");
    CHECK(bucket_label(bucket, app::TimeUnit::day, en) == "22\u00A0September\u00A02025");
}

TEST_CASE("dates: numbers are grouped as each language does") {
    CHECK(grouped(999, en) == "999");
    CHECK(grouped(1234, de) == "1234");
    CHECK(grouped(1234, en) == "1,234");
    CHECK(grouped(100000, de) == "100.000");
    CHECK(grouped(1000000, en) == "1,000,000");
    CHECK(grouped(-12345, de) == "-12.345");
    CHECK(grouped(-123, de) == "-123");
}
