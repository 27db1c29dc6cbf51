#include <doctest.h>

#include "corpus/plain_text.h"

using namespace lesesaal::corpus;

TEST_CASE("plain text: headings and paragraphs follow each other, and every one is where it says") {
    const Article article{.sections = {{"", {"Erster Absatz.", "Zweiter."}}, {"Über Ebenen hinweg", {"Dritter."}}}};
    const PlainText plain = plain_text(article);
    CHECK(plain.text == "Erster Absatz.\n\nZweiter.\n\nÜber Ebenen hinweg\n\nDritter.");
    REQUIRE(plain.paragraphs.size() == 3);
    CHECK(plain.text.substr(plain.paragraphs[1].begin, plain.paragraphs[1].size()) == "Zweiter.");
    CHECK(plain.text.substr(plain.paragraphs[2].begin, plain.paragraphs[2].size()) == "Dritter.");
    REQUIRE(plain.headings.size() == 2);
    CHECK(plain.headings[0].is_empty());
    CHECK(plain.text.substr(plain.headings[1].begin, plain.headings[1].size()) == "Über Ebenen hinweg");
}

TEST_CASE("plain text: an article without a body has none") {
    CHECK(plain_text({}).text.empty());
    CHECK(plain_text({}).paragraphs.empty());
}
