#include "store/source_slug.h"

#include <doctest.h>

using namespace lesesaal::store;
using Slugs = std::vector<std::string>;

TEST_CASE("source slug: letters, digits and single hyphens; umlauts and accents are written out") {
    CHECK(source_slug("Kommune21") == "kommune21");
    CHECK(source_slug("Süddeutsche Zeitung") == "sueddeutsche-zeitung");
    CHECK(source_slug("  Ärzte & Straßen – Blatt! ") == "aerzte-strassen-blatt");
    CHECK(source_slug("L'Été") == "l-ete");
    CHECK(source_slug("日本") == "quelle");
    CHECK(source_slug("") == "quelle");
    CHECK(source_slug("a\xff\xfe b") == "a-b");
}

TEST_CASE("source slug: names with one slug are told apart") {
    CHECK(source_slugs({"Blatt", "BLATT", "Blatt 2", "blatt!"}) == Slugs{"blatt", "blatt-2", "blatt-2-2", "blatt-3"});
}
