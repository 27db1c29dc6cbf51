#include "store/corpus_db.h"

#include <doctest.h>

#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::store::sample;
using base::ByteRange;
using query::ArticleId;
using query::Filter;

namespace {

std::vector<std::string> marked(std::string_view text, const std::vector<ByteRange>& ranges) {
    std::vector<std::string> parts;
    for (const ByteRange range : ranges) parts.emplace_back(text.substr(range.begin, range.size()));
    return parts;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("search: without anything all articles, newest first, without scores") {
    auto [bytes, db] = build({article("alt", "2024-01-01", "a"), article("neu", "2025-01-01", "b")});
    const query::Result result = db.search({}).value();
    CHECK(headlines(db, result.hits) == Headlines{"neu", "alt"});
    CHECK(result.undated_hits == result.hits);
    CHECK(result.scores.empty());
    CHECK(result.note.empty());
}

TEST_CASE("search: words are joined by AND, found in title, lead and body, with and without diacritics") {
    corpus::Article body = article("Körper", "2025-01-01", "Der erste Absatz.");
    body.sections[0].paragraphs.push_back("Souveränität steht erst hier.");
    auto [bytes, db] =
        build({body, article("Souveränität", "2025-01-02", "Titel"), article("Anfang", "2025-01-03", "Die Souveränität")});
    CHECK(found(db, {.text = "souveränität "}) == Headlines{"Souveränität", "Anfang", "Körper"});  // title 5, lead 2, body 1
    CHECK(found(db, {.text = "SOUVERANITAT "}).size() == 3);
    CHECK(found(db, {.text = "erste souveränität "}) == Headlines{"Körper"});
    CHECK(found(db, {.text = "nirgends "}).empty());
}

TEST_CASE("search: scores fall; among articles that match alike the newest comes first") {
    std::vector<corpus::Article> articles;
    for (int day = 10; day < 30; ++day)
        articles.push_back(article("T" + std::to_string(day), "2025-01-" + std::to_string(day), "gleich"));
    articles.push_back(article("Gleich", "2024-01-01", "im Titel"));
    for (int i = 0; i < 30; ++i) articles.push_back(article("F" + std::to_string(i), "2023-01-01", "anders"));
    auto [bytes, db] = build(articles);
    const query::Result result = db.search({.text = "gleich "}).value();
    REQUIRE(result.hits.size() == 21);
    REQUIRE(result.scores.size() == 21);
    CHECK(headlines(db, {result.hits[0], result.hits[1], result.hits[20]}) == Headlines{"Gleich", "T29", "T10"});
    CHECK(result.scores[0] > result.scores[1]);
    CHECK(result.scores[1] > result.scores[20]);
    CHECK(result.scores[1] < result.scores[20] * 1.13);
}

TEST_CASE("search: prefix, phrase, exclusion") {
    auto [bytes, db] =
        build({article("Eins", "2025-01-03", "digitale Souveränität der Verwaltung"),
               article("Zwei", "2025-01-02", "Souveränität, digitale"), article("Drei", "2025-01-01", "Verwaltungen")});
    CHECK(found(db, {.text = "verwalt"}) == Headlines{"Drei", "Eins"});
    CHECK(found(db, {.text = "verwal "}).empty());
    CHECK(found(db, {.text = "verwalt* "}).size() == 2);
    CHECK(found(db, {.text = "„digitale Souveränität“"}) == Headlines{"Eins"});
    CHECK(found(db, {.text = "souveränität -verwaltung"}) == Headlines{"Zwei"});
    CHECK(found(db, {.text = "souveränität § "}).size() == 2);
}

TEST_CASE("search: a text without a word to search for finds all and says so") {
    auto [bytes, db] = build({article("Eins", "2025-01-01", "a"), article("Zwei", "2025-01-02", "b")});
    const query::Result excluded = db.search({.text = "-eins -zwei"}).value();
    CHECK(excluded.hits.size() == 2);
    CHECK(excluded.note == "note_only_excluded");
    const query::Result signs = db.search({.text = " – § "}).value();
    CHECK(signs.hits.size() == 2);
    CHECK(signs.note == "note_no_word");
    CHECK(db.search({.text = "  \t"}).value().note.empty());
    CHECK(db.search({.text = "eins"}).value().note.empty());
}

TEST_CASE("search: any text is a query, FTS5's own syntax included") {
    auto [bytes, db] = build({article("Eins", "2025-01-01", "a AND b NEAR c OR title")});
    for (const char* text :
         {"\"",       "\"\"",  "'",   "a\"b",  "a OR", "AND",  "NOT NOT", "NEAR(a b, 2)", "title:a", "{title lead}: a",
          "^a",       "a + b", "(",   ")",     "*",    "a*b",  "- - -",   "\\",           "%_",      "\xff\xfe",
          "\xe2\x80", "-\"",   "\"a", "a:b:c", "--a",  ";DROP"}) {
        CAPTURE(text);
        CHECK(db.search({.text = text}));
        CHECK(db.rows({ArticleId{0}}, text));
        CHECK(db.article(ArticleId{0}, text));
    }
    CHECK(db.search({.text = std::string("a\0b\" OR", 8)}));
    CHECK(found(db, {.text = "NEAR OR "}) == Headlines{"Eins"});
}

TEST_CASE("search: a day is inside its ends, a month overlaps, an undated article only without dates") {
    corpus::Article month = article("September", "2025-09-01", "m");
    month.date->last = *base::make_date(2025, 9, 30);
    auto [bytes, db] = build({month, article("Tag", "2025-09-25", "t"), article("ohne", "", "o")});
    const auto day = [](int d) { return base::make_date(2025, 9, d); };
    CHECK(found(db, {.from = day(25), .to = day(25)}) == Headlines{"Tag", "September"});
    CHECK(found(db, {.from = day(26)}) == Headlines{"September"});
    CHECK(found(db, {.to = day(24)}) == Headlines{"September"});
    CHECK(found(db, {.from = base::make_date(2025, 10, 1)}).empty());
    CHECK(found(db, {.from = day(26), .to = day(24)}) == Headlines{"September"});  // turned round: what overlaps both
    CHECK(found(db, {}).size() == 3);
    CHECK(db.search({.from = base::make_date(2025, 10, 1)}).value().undated_hits.size() == 3);
}

TEST_CASE("uids: an article is found by its uid, a stranger and what is no uid are not") {
    const corpus::Article one = article("Eins", "2025-01-01", "a");
    const corpus::Article two = article("Zwei", "2025-01-02", "b");
    auto [bytes, db] = build({one, two, article("Drei", "2025-01-03", "c")});
    CHECK(db.find_uid(one.uid) == ArticleId{2});
    CHECK(db.find_uid(two.uid) == ArticleId{1});
    CHECK_FALSE(db.find_uid("0000000000000000"));
    CHECK_FALSE(db.find_uid("stranger"));
    CHECK_FALSE(db.find_uid(""));
}

TEST_CASE("rows: the headline's matches are marked in the headline, not counted with the kicker") {
    corpus::Article article_ = article("Zehn Punkte von Vitako", "2025-10-10", "Text.");
    article_.kicker = "Vitako";
    auto [bytes, db] = build({article_});
    const query::Row row = db.rows({ArticleId{0}}, "vitako")->front();
    CHECK(row.kicker == "Vitako");
    CHECK(marked(row.headline, row.headline_highlights) == Words{"Vitako"});
    CHECK(row.headline_highlights == std::vector<ByteRange>{{16, 22}});
    CHECK(row.kicker_highlights == std::vector<ByteRange>{{0, 6}});
    CHECK(row.date == article_.date);
    CHECK(db.rows({ArticleId{0}}, "punkte")->front().kicker_highlights.empty());
    CHECK(row.source == "Kommune21");
    CHECK(row.language == "de");
    CHECK(row.reading_minutes == 1);
}

TEST_CASE("rows: a snippet shows the match in lead or body; without a match the start of the lead") {
    std::string filler;
    while (filler.size() < 2000) filler += "Füllwort und noch eines, ";
    corpus::Article long_one = article("Lang", "2025-01-02", filler);
    long_one.sections[0].paragraphs.push_back(filler + "Entbürokratisierung " + filler);
    auto [bytes, db] = build({long_one, article("Kurz", "2025-01-01", "Die Entbürokratisierung ist da.")});
    const auto rows = db.rows({ArticleId{1}, ArticleId{0}}, "entbürokratisierung").value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].headline == "Kurz");
    CHECK(rows[0].snippet == "Die Entbürokratisierung ist da.");
    CHECK(marked(rows[0].snippet, rows[0].snippet_highlights) == Words{"Entbürokratisierung"});
    CHECK(rows[1].snippet.size() < 600);
    CHECK(marked(rows[1].snippet, rows[1].snippet_highlights) == Words{"Entbürokratisierung"});

    const query::Row plain = db.rows({ArticleId{0}}, "")->front();
    CHECK(plain.snippet.size() <= 225);
    CHECK(plain.snippet.ends_with(" …"));
    CHECK(plain.snippet_highlights.empty());
    CHECK(db.rows({ArticleId{0}}, "lang")->front().snippet == plain.snippet);
    CHECK(db.rows({}, "lang")->empty());
}

TEST_CASE("rows and articles: an id outside the corpus is not found") {
    auto [bytes, db] = build({article("Eins", "2025-01-01", "a")});
    CHECK(db.rows({ArticleId{1}}, "").error().kind == base::ErrorKind::not_found);
    CHECK(db.rows({ArticleId{0}, ArticleId{-1}}, "a").error().kind == base::ErrorKind::not_found);
    CHECK(db.article(ArticleId{1}, "").error().kind == base::ErrorKind::not_found);
}

TEST_CASE("article: matches are marked paragraph by paragraph; a phrase does not go on in the next") {
    corpus::Article made = article("Titel", "2025-01-01", "Erster Absatz mit Recht.");
    made.sections[0].paragraphs.push_back("Über Recht und Ordnung");
    made.sections.push_back({"Recht als Überschrift", {"Kein Treffer.", "Bundesrecht, Recht: rechtens."}});
    auto [bytes, db] = build({made});
    const auto opened = db.article(ArticleId{0}, "recht ").value();
    REQUIRE(opened.paragraph_highlights.size() == 4);
    const auto& sections = opened.article.sections;
    CHECK(marked(sections[0].paragraphs[0], opened.paragraph_highlights[0]) == Words{"Recht"});
    CHECK(marked(sections[0].paragraphs[1], opened.paragraph_highlights[1]) == Words{"Recht"});
    CHECK(opened.paragraph_highlights[2].empty());
    CHECK(marked(sections[1].paragraphs[1], opened.paragraph_highlights[3]) == Words{"recht", "Recht", "rechtens"});

    const auto phrase = db.article(ArticleId{0}, "\"Kein Treffer\"").value();
    CHECK(marked(sections[1].paragraphs[0], phrase.paragraph_highlights[2]) == Words{"Kein", "Treffer"});
    CHECK(found(db, {.text = "\"Treffer Bundesrecht\""}).empty());
    CHECK(db.article(ArticleId{0}, "nirgends ").value().paragraph_highlights.size() == 4);
}

TEST_CASE("article: a corpus can be moved while it is open") {
    auto [bytes, db] = build({article("Eins", "2025-01-01", "wort")});
    store::CorpusDb moved = std::move(db);
    CHECK(moved.search({.text = "wort "}).value().hits.size() == 1);
    CHECK(moved.rows({ArticleId{0}}, "wort ").value().front().snippet_highlights.size() == 1);
}
