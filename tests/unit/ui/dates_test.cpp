#include <doctest.h>

#include "ui/dates.h"

using namespace lesesaal;
using namespace lesesaal::ui;

namespace {

base::Date date(int year, int month, int day) { return *base::make_date(year, month, day); }

}  // namespace

TEST_CASE("dates: German dates in lists and in text") {
    const corpus::ArticleDate day{date(2025, 10, 8), date(2025, 10, 8)};
    CHECK(short_date(day) == "08.10.2025");
    CHECK(long_date(day) == "8.\u00A0Oktober\u00A02025");
    const corpus::ArticleDate two_days{date(2019, 11, 14), date(2019, 11, 15), corpus::DatePrecision::range};
    CHECK(long_date(two_days) == "14.–15.\u00A0November\u00A02019");
    const corpus::ArticleDate over_new_year{date(2019, 12, 30), date(2020, 1, 2), corpus::DatePrecision::range};
    CHECK(long_date(over_new_year) == "30.\u00A0Dezember\u00A02019 – 2.\u00A0Januar\u00A02020");
    const corpus::ArticleDate month{date(2025, 3, 1), date(2025, 3, 31), corpus::DatePrecision::month};
    CHECK(long_date(month) == "März\u00A02025");
    CHECK(machine_date(month) == "2025-03");
}

TEST_CASE("dates: the label of a range says no more than it must") {
    CHECK(range_label({}, {}).empty());
    CHECK(range_label(date(2025, 1, 1), date(2025, 12, 31)) == "2025");
    CHECK(range_label(date(2025, 10, 1), date(2025, 10, 31)) == "Okt\u00A02025");
    CHECK(range_label(date(2025, 9, 15), date(2025, 10, 19)) == "15.\u00A0Sep – 19.\u00A0Okt\u00A02025");
    CHECK(range_label(date(2025, 9, 15), {}) == "ab 15.\u00A0Sep\u00A02025");
    CHECK(range_label({}, date(2025, 9, 15)) == "bis 15.\u00A0Sep\u00A02025");
}

TEST_CASE("dates: counts group thousands and know the dative") {
    CHECK(count_of_articles(16) == "16 Artikel");
    CHECK(count_of_hits(9, 16) == "9 von 16 Artikeln");
    CHECK(count_of_hits(16, 16) == "16 Artikel");
    CHECK(count_of_hits(0, 1) == "0 von 1 Artikel");
    CHECK(grouped(1234) == "1234");
    CHECK(grouped(100000) == "100.000");
}
