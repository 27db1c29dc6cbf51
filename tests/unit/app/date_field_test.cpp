#include <doctest.h>

#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;

TEST_CASE("date field: days in German and ISO order") {
    const auto day = base::make_date(2025, 10, 8);
    CHECK(parse_date_field("08.10.2025", DateSide::first) == day);
    CHECK(parse_date_field(" 8.10.25 ", DateSide::first) == day);
    CHECK(parse_date_field("8. 10. 2025", DateSide::last) == day);
    CHECK(parse_date_field("2025-10-08", DateSide::last) == day);
}

TEST_CASE("date field: a month or a year means its first or last day") {
    CHECK(parse_date_field("02.2024", DateSide::first) == base::make_date(2024, 2, 1));
    CHECK(parse_date_field("02.2024", DateSide::last) == base::make_date(2024, 2, 29));
    CHECK(parse_date_field("2024-02", DateSide::last) == base::make_date(2024, 2, 29));
    CHECK(parse_date_field("2025", DateSide::first) == base::make_date(2025, 1, 1));
    CHECK(parse_date_field("2025", DateSide::last) == base::make_date(2025, 12, 31));
}

TEST_CASE("date field: what is no date, or not finished, is none") {
    for (const char* text : {"", "8", "08.10.", "31.02.2025", "8.13.2025", "gestern", "8/10/2025", "08.10.2025.1", "99999",
                             "2025-10-8x", "08-10-2025", "0.0.0000"}) {
        CHECK_FALSE(parse_date_field(text, DateSide::first));
    }
}
