#include "search/related.h"

#include <doctest.h>

#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::store::sample;
using query::ArticleId;
using Words = std::vector<std::string>;

namespace {

/// Articles that have nothing to do with one another, so that words have a weight.
std::vector<corpus::Article> strangers(int count) {
    std::vector<corpus::Article> articles;
    for (int i = 0; i < count; ++i) {
        const std::string word = std::string("Fremdwort") + static_cast<char>('a' + i % 26) + static_cast<char>('a' + i / 26);
        articles.push_back(article(word, "2020-01-01", "Der Satz steht allein. Hier ist von " + word + "tum die Rede."));
    }
    return articles;
}

std::string joined(const Words& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : "; ") + word;
    return all;
}

Headlines related_to(store::CorpusDb& db, std::string_view uid) {
    Headlines found;
    const auto id = db.find_uid(uid);
    REQUIRE(id);
    const auto related = db.related(*id).value();
    for (const query::RelatedArticle& other : related) found.push_back(other.headline);
    return found;
}

}  // namespace

TEST_CASE("related: forms of a noun are one word without their ending, short words keep theirs") {
    CHECK(search::without_ending("registers") == "regist");
    CHECK(search::without_ending("registern") == "regist");
    CHECK(search::without_ending("kommunen") == "kommun");
    CHECK(search::without_ending("lehrerinnen") == "lehrer");
    CHECK(search::without_ending("ämter") == "ämter");
    CHECK(search::without_ending("") == "");
}

TEST_CASE("related: what shares topic, place and rare words is offered, the nearest first, strangers are not") {
    auto articles = strangers(20);
    const corpus::Article one = with_places(
        with_topics(article("Registermodernisierung in Bremen", "2025-01-03", "Das Melderegister der Hansestadt."), {"ozg"}),
        {"bremen"});
    articles.push_back(one);
    articles.push_back(with_places(
        with_topics(article("Bremen und das Melderegister", "2025-01-02", "Registermodernisierung, Teil zwei."), {"ozg"}),
        {"bremen"}));
    articles.push_back(with_topics(article("Melderegister", "2025-01-01", "Ein Wettbewerb in Jena."), {"ozg"}));
    auto [bytes, db] = build(articles);
    CHECK(joined(related_to(db, one.uid)) == "Bremen und das Melderegister; Melderegister");
    CHECK(related_to(db, articles[0].uid).empty());
    const auto related = db.related(*db.find_uid(one.uid)).value();
    REQUIRE(related.size() == 2);
    CHECK(related[0].uid == articles[21].uid);
    CHECK(related[0].date == articles[21].date);
    CHECK(db.related(ArticleId{1000}).error().kind == base::ErrorKind::not_found);
}

TEST_CASE("related: one thing in common is chance, two are not") {
    auto articles = strangers(20);
    const corpus::Article one = article("Glasfaserausbau", "2025-01-03", "Die Gemeinde baut.");
    articles.push_back(one);
    articles.push_back(article("Glasfaserausbau im Test", "2025-01-02", "Ein Versuch."));
    auto [bytes, db] = build(articles);
    CHECK(related_to(db, one.uid).empty());
    articles.back() = article("Glasfaserausbau im Test", "2025-01-02", "Die Gemeinde versucht es.");
    auto [bytes_again, db_again] = build(articles);
    CHECK(joined(related_to(db_again, one.uid)) == "Glasfaserausbau im Test");
}

TEST_CASE("related: a word of the title weighs more than one of the lead; verbs and adjectives alone relate nobody") {
    auto articles = strangers(20);
    const corpus::Article one = article("Glasfaserausbau für Gewerbegebiete", "2025-01-03", "Der Landkreis fördert Breitbandkabel.");
    articles.push_back(one);
    articles.push_back(article("Landkreis ohne Breitbandkabel", "2025-01-02", "Das Vorhaben ruht."));
    articles.push_back(article("Glasfaserausbau", "2025-01-01", "Erste Gewerbegebiete sind versorgt."));
    articles.push_back(article("schleppend verschoben", "2024-01-01", "weiterhin abgesagt"));
    const corpus::Article verbs = article("weiterhin schleppend", "2023-01-01", "verschoben und abgesagt");
    articles.push_back(verbs);
    auto [bytes, db] = build(articles);
    CHECK(related_to(db, one.uid) == Headlines{"Glasfaserausbau", "Landkreis ohne Breitbandkabel"});
    CHECK(related_to(db, verbs.uid).empty());
}

TEST_CASE("related: another form of a word, and a name of two letters, are the same thing") {
    auto articles = strangers(20);
    const corpus::Article one = article("KI in Rathäusern", "2025-01-03", "Das Werkzeug hilft.");
    articles.push_back(one);
    articles.push_back(article("KI für jedes Werkzeug", "2025-01-02", "Was kommt."));
    articles.push_back(article("Neue Werkzeuge für KI", "2025-01-01", "Was geht."));
    auto [bytes, db] = build(articles);
    CHECK(related_to(db, one.uid) == Headlines{"KI für jedes Werkzeug", "Neue Werkzeuge für KI"});
}

TEST_CASE("related: a word in the text below the lead relates nobody; in English articles every long word counts") {
    auto articles = strangers(20);
    corpus::Article one = article("Glasfaserausbau", "2025-01-03", "Die Gemeinde baut.");
    articles.push_back(one);
    corpus::Article below = article("Haushalt", "2025-01-02", "Der Rat tagt.");
    below.sections.push_back({"Glasfaserausbau", {"Die Gemeinde baut."}});
    articles.push_back(below);
    corpus::Article english = article("open registers", "2025-01-01", "a shared infrastructure");
    english.language = "en";
    corpus::Article other = article("shared infrastructure", "2024-01-01", "for open registers");
    other.language = "en";
    articles.push_back(english);
    articles.push_back(other);
    auto [bytes, db] = build(articles);
    CHECK(related_to(db, one.uid).empty());
    CHECK(related_to(db, english.uid) == Headlines{"shared infrastructure"});
}

TEST_CASE("related: at most five, and of equals the newest first") {
    auto articles = strangers(20);
    for (int day = 1; day <= 8; ++day) {
        articles.push_back(article("Bürgerbüro Onlinedienst " + std::string(1, static_cast<char>('A' + day)),
                                   "2025-01-0" + std::to_string(day), "Bürgerbüro"));
    }
    auto [bytes, db] = build(articles);
    CHECK(related_to(db, articles.back().uid) == Headlines{"Bürgerbüro Onlinedienst H", "Bürgerbüro Onlinedienst G",
                                                           "Bürgerbüro Onlinedienst F", "Bürgerbüro Onlinedienst E",
                                                           "Bürgerbüro Onlinedienst D"});
}

TEST_CASE("related: a thing that everybody has relates nobody; one article alone has no relations") {
    std::vector<corpus::Article> articles;
    for (int day = 1; day <= 4; ++day) {
        articles.push_back(with_topics(article("Gleicher Titel", "2025-01-0" + std::to_string(day), "Gleicher Text"), {"ozg"}));
    }
    auto [bytes, db] = build(articles);
    CHECK(related_to(db, articles[0].uid).empty());
    auto [bytes_one, db_one] = build({articles[0]});
    CHECK(related_to(db_one, articles[0].uid).empty());
}
