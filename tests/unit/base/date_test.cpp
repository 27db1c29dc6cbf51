#include "base/date.h"

#include <doctest.h>

using namespace lesesaal::base;

TEST_CASE("date: only days that exist can be made") {
    CHECK(make_date(2019, 11, 14).has_value());
    CHECK(make_date(2020, 2, 29).has_value());
    CHECK(make_date(2000, 2, 29).has_value());
    CHECK_FALSE(make_date(2019, 2, 29).has_value());
    CHECK_FALSE(make_date(1900, 2, 29).has_value());
    CHECK_FALSE(make_date(2025, 2, 31).has_value());
    CHECK_FALSE(make_date(2025, 11, 31).has_value());
    CHECK_FALSE(make_date(2025, 0, 1).has_value());
    CHECK_FALSE(make_date(2025, 13, 1).has_value());
    CHECK_FALSE(make_date(2025, 1, 0).has_value());
}

TEST_CASE("date: years reach from 1000 to 9999") {
    CHECK(make_date(date_year_min, 1, 1).has_value());
    CHECK(make_date(date_year_max, 12, 31).has_value());
    CHECK_FALSE(make_date(date_year_min - 1, 12, 31).has_value());
    CHECK_FALSE(make_date(date_year_max + 1, 1, 1).has_value());
}

TEST_CASE("date: days count from 1970 and come back as the same date") {
    CHECK(to_days(Date{1970, 1, 1}) == 0);
    CHECK(to_days(Date{1969, 12, 31}) == -1);
    CHECK(to_days(Date{2019, 11, 14}) == 18214);
    for (std::int32_t days = to_days(Date{1000, 1, 1}); days <= to_days(Date{9999, 12, 31}); days += 97) {
        CHECK(to_days(from_days(days)) == days);
    }
}

TEST_CASE("date: ISO text is written with leading zeros and read back") {
    CHECK(to_iso(Date{2019, 1, 2}) == "2019-01-02");
    CHECK(from_iso("2019-01-02") == Date{2019, 1, 2});
    CHECK(from_iso(to_iso(Date{9999, 12, 31})) == Date{9999, 12, 31});
}

TEST_CASE("date: what is not exactly an ISO date is not read") {
    for (const std::string text :
         {"", "2019-1-2", "2019-01-02T10", "2019-02-30", "2019/01/02", "20190102", "+019-01-02", "2019-01- 2"}) {
        CAPTURE(text);
        CHECK_FALSE(from_iso(text).has_value());
    }
}

TEST_CASE("date: earlier dates compare less") {
    CHECK(Date{2019, 12, 31} < Date{2020, 1, 1});
    CHECK(Date{2020, 1, 31} < Date{2020, 2, 1});
}

TEST_CASE("date: months have their days") {
    CHECK(days_in_month(2019, 2) == 28);
    CHECK(days_in_month(2020, 2) == 29);
    CHECK(days_in_month(2019, 4) == 30);
    CHECK(days_in_month(2019, 12) == 31);
}
