#include "store/marks.h"

#include <doctest.h>

using namespace lesesaal;
using base::ByteRange;
using Ranges = std::vector<ByteRange>;

TEST_CASE("marks: a window clips ranges to itself") {
    const Ranges ranges{{0, 2}, {4, 8}, {10, 12}};
    CHECK(store::ranges_within(ranges, {4, 8}) == Ranges{{0, 4}});
    CHECK(store::ranges_within(ranges, {5, 11}) == Ranges{{0, 3}, {5, 6}});
    CHECK(store::ranges_within(ranges, {2, 4}).empty());
    CHECK(store::ranges_within(ranges, {20, 30}).empty());
}

TEST_CASE("marks: an opening ends at a word, or at a character where there is none") {
    CHECK(store::opening_of("") == "");
    CHECK(store::opening_of(std::string(store::snippet_bytes, 'a')) == std::string(store::snippet_bytes, 'a'));
    CHECK(store::opening_of(std::string(100, 'a') + ", " + std::string(200, 'b')) == std::string(100, 'a') + " …");
    std::string umlauts = "x";
    while (umlauts.size() < 300) umlauts += "ä";
    const std::string opening = store::opening_of(umlauts);
    CHECK(opening.ends_with("ä …"));
    CHECK(opening.size() <= store::snippet_bytes + 4);
}
