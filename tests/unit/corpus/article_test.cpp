#include "corpus/article.h"

#include <doctest.h>

using namespace lesesaal;

namespace {

corpus::Article bremen() {
    corpus::Article article;
    article.source = "Kommune21";
    article.kicker = "Vitako";
    article.headline = "Mitgliederversammlung in Bremen";
    const base::Date day{2019, 11, 14};
    article.date = corpus::ArticleDate{day, {2019, 11, 15}, corpus::DatePrecision::range, true, {40, 64}};
    article.sections = {{"", {"Ein Absatz."}}};
    return article;
}

}  // namespace

TEST_CASE("uid: it has 16 hexadecimal digits") {
    const std::string uid = corpus::make_uid(bremen());
    CHECK(uid.size() == 16);
    CHECK(uid.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("uid: an edited text, another place in the file and other topics keep it") {
    corpus::Article edited = bremen();
    edited.sections[0].paragraphs[0] = "Ein anderer Absatz.";
    edited.date->source = {0, 0};
    edited.topics = {{"recht", "Gesetz"}};
    edited.url = "https://example.org/1";
    CHECK(corpus::make_uid(edited) == corpus::make_uid(bremen()));
}

TEST_CASE("uid: source, kicker, headline and date each change it") {
    const std::string uid = corpus::make_uid(bremen());
    corpus::Article other = bremen();
    other.source = "Ministerium";
    CHECK(corpus::make_uid(other) != uid);
    other = bremen();
    other.kicker = "Bitkom";
    CHECK(corpus::make_uid(other) != uid);
    other = bremen();
    other.headline += " 2";
    CHECK(corpus::make_uid(other) != uid);
    other = bremen();
    other.date->first = {2019, 11, 13};
    CHECK(corpus::make_uid(other) != uid);
    other = bremen();
    other.date.reset();
    CHECK(corpus::make_uid(other) != uid);
}

TEST_CASE("uid: a letter that moves from the kicker to the headline changes it") {
    corpus::Article joined = bremen();
    joined.kicker = "VitakoM";
    joined.headline = "itgliederversammlung in Bremen";
    CHECK(corpus::make_uid(joined) != corpus::make_uid(bremen()));
}
