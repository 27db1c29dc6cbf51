#include <doctest.h>

#include "query/fold.h"

using namespace lesesaal::query;

TEST_CASE("fold: a name is found by any spelling of its umlauts and any case") {
    CHECK(fold_name("Entbürokratisierung") == fold_name("ENTBUEROKRATISIERUNG"));
    CHECK(fold_name("Straße") == "strasse");
    CHECK(fold_name("Köln") == fold_name("koln"));
}

TEST_CASE("fold: typed words begin words of the name, in any order") {
    const auto matches = [](const char* name, const char* typed) { return names_match(fold_name(name), fold_name(typed)); };
    CHECK(matches("Open Data und Statistik", "stat op"));
    CHECK(matches("Kommunale IT", "it"));
    CHECK_FALSE(matches("Kommunale IT", "ommu"));
    CHECK_FALSE(matches("Kommunale IT", "it recht"));
    CHECK(matches("Baden-Württemberg", "wuert"));
    CHECK(matches("Hessen", "  "));
    CHECK(matches("Hessen", ""));
}
