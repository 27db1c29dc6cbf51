#include "base/result.h"

#include <doctest.h>

using namespace lesesaal::base;

namespace {

Result<int> half_of(int value) {
    if (value % 2 != 0) return fail(ErrorKind::bad_input, "the number is odd", 7);
    return value / 2;
}

Result<int> quarter_of(int value) {
    const int half = TRY(half_of(value));
    return TRY(half_of(half));
}

Result<void> check_even(int value) {
    TRY_VOID(half_of(value));
    return {};
}

}  // namespace

TEST_CASE("result: TRY takes the value out") {
    CHECK(quarter_of(12).value() == 3);
    CHECK(check_even(2).has_value());
}

TEST_CASE("result: TRY passes the error on unchanged") {
    const auto failed = quarter_of(6);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().kind == ErrorKind::bad_input);
    CHECK(failed.error().message == "the number is odd");
    CHECK(failed.error().offset == 7u);
    CHECK_FALSE(check_even(3).has_value());
}
