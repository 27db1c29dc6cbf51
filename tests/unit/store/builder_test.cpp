#include "store/builder.h"

#include <doctest.h>

#include "sample.h"
#include "store/article_writer.h"

using namespace lesesaal;
using namespace lesesaal::store::sample;
using base::ErrorKind;

TEST_CASE("builder: an article comes back as it went in, with every field") {
    corpus::Article article;
    article.kicker = "Vitako";
    article.headline = "Mitgliederversammlung in Bremen";
    article.source = "Kommune21";
    article.url = "https://example.org/a?b=1&c=ä";
    article.language = "de";
    article.date = corpus::ArticleDate{
        *base::make_date(2019, 11, 14), *base::make_date(2019, 11, 15), corpus::DatePrecision::range, true, {40, 68}};
    article.sections = {{"", {"Am 14. und 15. November 2019 …", "Zweiter Absatz."}},
                        {"Kommunaler Schulterschluss", {"Kay Ruge machte die OZG-Umsetzung zum Thema."}},
                        {"Leer", {}},
                        {"Digitale Souveränität", {"„Wir stehen am Anfang.“", "", "Ende."}}};
    article.topics = {{"recht", "Recht"}, {"ozg", "OZG-Umsetzung"}};
    article.places = {{"bremen", "Bremen"}};
    article.organisations = {{"vitako", "Vitako"}};
    article.uid = corpus::make_uid(article);

    corpus::Article teaser = article;
    teaser.uid = "00000000000000ff";
    teaser.date.reset();
    teaser.is_teaser_only = true;
    teaser.source.clear();
    teaser.kicker.clear();
    teaser.sections = {{"", {"Ein Anriss."}}};

    auto [bytes, db] = build({teaser, article});
    CHECK(db.article(query::ArticleId{0}, "").value().article == article);
    CHECK(db.article(query::ArticleId{1}, "").value().article == teaser);
}

TEST_CASE("builder: newest first, a range by its first day, undated last, the rest by uid") {
    corpus::Article month = article("Monat", "2025-09-01", "m");
    month.date->last = *base::make_date(2025, 9, 30);
    month.date->precision = corpus::DatePrecision::month;
    corpus::Article a = article("A", "2025-09-01", "a");
    corpus::Article b = article("B", "2025-09-01", "b");
    a.uid = "0000000000000001";
    b.uid = "0000000000000002";
    auto [bytes, db] =
        build({article("ohne", "", "o"), b, article("alt", "1999-12-31", "x"), a, month, article("neu", "2025-10-23", "y")});
    CHECK(found(db, {}) == Headlines{"neu", "Monat", "A", "B", "alt", "ohne"});
}

TEST_CASE("builder: the same story twice stands once, the first one") {
    corpus::Article second = article("Eins", "2025-01-01", "zweite Fassung");
    auto [bytes, db] = build({article("Eins", "2025-01-01", "erste Fassung"), second});
    CHECK(db.overview().total() == 1);
    CHECK(db.article(query::ArticleId{0}, "").value().article.sections[0].paragraphs[0] == "erste Fassung");
}

TEST_CASE("builder: the same articles in any order give the same bytes, other articles other ones") {
    const corpus::Article one = with_topics(article("Eins", "2025-01-01", "a"), {"recht", "ozg"});
    const corpus::Article two = with_places(article("Zwei", "2025-01-02", "b"), {"bremen"});
    const auto bytes = store::build_corpus({one, two}, vocabulary(), {}).value();
    CHECK(bytes == store::build_corpus({one, two}, vocabulary(), {}).value());
    CHECK(bytes == store::build_corpus({two, one}, vocabulary(), {}).value());
    CHECK(bytes != store::build_corpus({two}, vocabulary(), {}).value());
}

TEST_CASE("builder: no article is an error, an article without words is not") {
    CHECK(store::build_corpus({}, {}, {}).error().kind == ErrorKind::bad_input);
    auto [bytes, db] = build({corpus::Article{}});
    CHECK(db.overview().total() == 1);
    const auto opened = db.article(query::ArticleId{0}, "").value();
    CHECK(opened.article.uid.size() == 16);
    CHECK(opened.article.sections.empty());
    CHECK(opened.reading_minutes == 1);
}

TEST_CASE("builder: a uid of another shape becomes 16 digits made of it, the same ones every time") {
    corpus::Article one = article("Eins", "2025-01-01", "a");
    corpus::Article two = article("Zwei", "2024-01-01", "b");
    one.uid = "extern-1";
    two.uid = "0123456789ABCDEF";  // capitals are another shape
    auto [bytes, db] = build({one, two});
    auto [bytes_again, db_again] = build({two, one});
    CHECK(db.overview().uids == db_again.overview().uids);
    REQUIRE(db.overview().total() == 2);
    CHECK(db.overview().uids[0] != db.overview().uids[1]);
    const std::string uid = db.rows({query::ArticleId{0}}, "")->front().uid;
    CHECK(uid.size() == 16);
    CHECK(db.find_uid(uid) == query::ArticleId{0});
}

TEST_CASE("builder: control characters become blanks, so neither highlights nor JSON break") {
    auto [bytes, db] =
        build({article("a\x01"
                       "b\nc",
                       "2025-01-01", std::string("x\0y\x02z\x7f", 6))});
    const auto opened = db.article(query::ArticleId{0}, "y").value();
    CHECK(opened.article.headline == "a b c");
    CHECK(opened.article.sections[0].paragraphs[0] == "x y z ");
    CHECK(opened.paragraph_highlights[0] == std::vector<base::ByteRange>{{2, 3}});
}

TEST_CASE("builder: a slug the vocabulary does not know keeps its slug as label") {
    auto [bytes, db] = build({with_topics(article("Eins", "2025-01-01", "a"), {"neuland", "recht", "neuland"})});
    const auto& topics = db.overview().of(query::Facet::topic);
    REQUIRE(topics.size() == 2);
    CHECK(topics[0] == query::FacetValue{"recht", "Recht", "Law", 1});
    CHECK(topics[1] == query::FacetValue{"neuland", "neuland", "neuland", 1});
    CHECK(db.article(query::ArticleId{0}, "").value().article.topics ==
          std::vector<corpus::Assignment>{{"neuland", "weil neuland"}, {"recht", "weil recht"}});
}

TEST_CASE("builder: 200 words take a minute, 201 take two") {
    const auto minutes = [](int words) {
        store::ArticleText text;
        for (int i = 0; i < words; ++i) text.body += i % 2 == 0 ? "wort " : "wort\n";
        return store::reading_minutes(text);
    };
    CHECK(minutes(0) == 1);
    CHECK(minutes(200) == 1);
    CHECK(minutes(201) == 2);
}

TEST_CASE("builder: identity, title and language; without an id one is made of them") {
    const auto open = [](const store::BuildOptions& options) {
        const base::Bytes bytes = store::build_corpus({article("Eins", "2025-01-01", "a")}, {}, options).value();
        return store::CorpusDb::open(borrow(bytes)).value().overview();
    };
    CHECK(open({.title = "Ämter", .language = "en", .corpus_id = "mine"}).corpus_id == "mine");
    CHECK(open({.title = "Ämter", .language = "en", .corpus_id = "mine"}).title == "Ämter");
    CHECK(open({.title = "Ämter", .language = "en", .corpus_id = "mine"}).language == "en");
    CHECK(open({.title = "A"}).corpus_id == open({.title = "A"}).corpus_id);
    CHECK(open({.title = "A"}).corpus_id != open({.title = "B"}).corpus_id);
    CHECK(open({.title = "A"}).corpus_id.size() == 16);
}

TEST_CASE("builder: break points of headline and paragraphs come back, and the texts have no trace of them") {
    corpus::Article made = article("Kommunalverwaltung", "2025-01-01", "Über die Verwaltung.");
    made.sections.push_back({"Verwaltungsteil", {"", "Eine Verwaltung, noch eine Verwaltung."}});
    corpus::Article english = article("Verwaltung abroad", "2024-01-01", "Verwaltung");
    english.language = "en";
    const auto breaker = [](std::string_view word, std::string_view language) -> std::vector<std::uint32_t> {
        const std::size_t at = word.find("waltung");
        if (language != "de" || at == std::string_view::npos || at == 0) return {};
        return {static_cast<std::uint32_t>(at)};
    };
    const base::Bytes bytes = store::build_corpus({made, english}, {}, {.breaker = breaker}).value();
    store::CorpusDb db = store::CorpusDb::open(borrow(bytes)).value();
    const auto opened = db.article(query::ArticleId{0}, "verwaltung").value();
    using Breaks = std::vector<std::uint32_t>;
    CHECK(opened.headline_breaks == Breaks{11});
    CHECK(opened.paragraph_breaks == std::vector<Breaks>{{13}, {}, {8, 30}});
    CHECK(opened.article.sections == made.sections);
    CHECK(opened.paragraph_highlights[2] == std::vector<base::ByteRange>{{5, 15}, {27, 37}});
    CHECK(db.search({.text = "verwaltung "})->hits.size() == 2);
    const auto foreign = db.article(query::ArticleId{1}, "").value();
    CHECK(foreign.headline_breaks.empty());
    CHECK(foreign.paragraph_breaks == std::vector<Breaks>{{}});
}

TEST_CASE("builder: small corpora take small pages, large ones large pages") {
    const auto page_size = [](const base::Bytes& bytes) {
        return static_cast<unsigned char>(bytes[16]) * 256 + static_cast<unsigned char>(bytes[17]);
    };
    std::vector<corpus::Article> articles{article("Klein", "2025-01-01", "a")};
    CHECK(page_size(store::build_corpus(articles, {}, {}).value()) == 4096);
    std::string text;
    while (text.size() < 1024 * 1024) text += "Verwaltung und Digitalisierung ";
    articles.push_back(article("Groß", "2025-01-01", text));
    CHECK(page_size(store::build_corpus(articles, {}, {}).value()) == 16384);
}
