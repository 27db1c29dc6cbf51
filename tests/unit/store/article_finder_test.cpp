#include <doctest.h>

#include "sample.h"
#include "store/corpus_db.h"

using namespace lesesaal;
using namespace lesesaal::store::sample;

namespace {

corpus::Article with_address(corpus::Article article, std::string url) {
    article.url = std::move(url);
    return article;
}

}  // namespace

TEST_CASE("find article: by its address, however it is written") {
    auto [bytes, db] = build({with_address(article("Plan", "2025-01-01", "a"), "https://www.example.org/plan/"), article("Anderer", "2025-01-02", "b")});
    const auto uid = db.find_article("http://example.org/plan#mitte", "");
    REQUIRE(uid);
    CHECK(db.find_uid(*uid));
    CHECK(db.find_article("https://example.org/plan/", "gleich welche") == uid);
}

TEST_CASE("find article: by its headline when there is no web address, unless several have it") {
    auto [bytes, db] = build({article("Plan", "2025-01-01", "a"), article("Zwei", "2025-01-02", "b"), article("Zwei", "2025-01-03", "c")});
    CHECK(db.find_article("", "Plan"));
    CHECK(db.find_article("urn:lesesaal:anderswo:1", "Plan"));
    CHECK_FALSE(db.find_article("", "Zwei"));
    CHECK_FALSE(db.find_article("", ""));
    CHECK_FALSE(db.find_article("https://example.org/fremd", "Plan"));
}
