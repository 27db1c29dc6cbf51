#include <doctest.h>

#include <random>

#include "app/route.h"

using namespace lesesaal;
using namespace lesesaal::app;

TEST_CASE("route: the plain page has no hash") { CHECK(to_hash({}).empty()); }

TEST_CASE("route: an article alone is #a=uid") { CHECK(to_hash({.uid = "0123456789abcdef"}) == "#a=0123456789abcdef"); }

TEST_CASE("route: everything in it comes back") {
    Route route{.uid = "abc",
                .filter = {.text = "Bürger & \"E-Akte\" 100 %",
                           .from = base::make_date(2025, 9, 1),
                           .to = base::make_date(2025, 10, 15),
                           .marks = 5,
                           .order = query::Order::oldest},
                .has_order = true,
                .page = Page::trends};
    route.filter.of(query::Facet::topic) = {{"kfz-mobilitaet", "ozg-efa"}, {"recht"}};
    route.filter.of(query::Facet::place).wanted = {"hessen"};
    route.filter.of(query::Facet::organisation).excluded = {"vitako"};
    route.filter.of(query::Facet::source).wanted = {"kommune21"};
    CHECK(from_hash(to_hash(route)) == route);
}

TEST_CASE("route: hostile and broken hashes are read as far as they make sense") {
    CHECK(from_hash("#").uid.empty());
    CHECK(from_hash("#a=<script>").uid.empty());
    CHECK(from_hash("#von=2025-02-30&bis=gestern") == Route{});
    CHECK(from_hash("#q=%zz%4").filter.text == "%zz%4");
    CHECK(from_hash("#&&==&a=1").uid == "1");
    CHECK(from_hash("#" + std::string(hash_bytes_max, 'a')) == Route{});
    CHECK(from_hash("#thema=b,a,b,,x y").filter.facets[0].wanted == std::vector<std::string>{"a", "b"});
    CHECK(from_hash("#thema=b,-b,-").filter.facets[0] == query::Selection{{}, {"b"}});
    CHECK(from_hash("#nur=lesezeichen,unsinn,ungelesen").filter.marks == 3);
    CHECK(from_hash("#ordnung=zufall&seite=nirgends") == Route{});
}

TEST_CASE("route: any text survives the address") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        Route route;
        const std::size_t length = random() % 40;
        for (std::size_t i = 0; i < length; ++i) route.filter.text += static_cast<char>(random() % 256);
        CHECK(from_hash(to_hash(route)).filter.text == route.filter.text);
    }
}
