#include "ingest/classify.h"

#include <doctest.h>

#include "imports.h"

using namespace lesesaal;

namespace {

corpus::Vocabulary one_topic(std::vector<std::string> terms) {
    corpus::Vocabulary vocabulary;
    vocabulary.topics.push_back({"t", "T", "T", std::move(terms)});
    return vocabulary;
}

// The reason for the topic of these terms in a paragraph; empty when it was not given.
std::string reason(std::vector<std::string> terms, std::string_view text) {
    corpus::Article article;
    article.sections = {{"", {std::string(text)}}};
    ingest::classify(article, one_topic(std::move(terms)));
    return article.topics.empty() ? "" : article.topics[0].reason;
}

std::string slugs(const std::vector<corpus::Assignment>& assignments) {
    std::string joined;
    for (const corpus::Assignment& assignment : assignments) joined += assignment.slug + " ";
    return joined;
}

}  // namespace

TEST_CASE("classify: a term matches whole words in any case") {
    CHECK(reason({"Bund"}, "Der Bund-Länder-Plan") == "Bund");
    CHECK(reason({"bürokratie"}, "Weniger BÜROKRATIE!") == "BÜROKRATIE");
    CHECK(reason({"Bund"}, "bund") == "bund");
    CHECK(reason({"Bund"}, "bundesweit, Bundesland, Verbund") == "");
    CHECK(reason({"5G"}, "mit 5G-Netz, 15G") == "5G");
}

TEST_CASE("classify: a capital after the first place makes the case count") {
    CHECK(reason({"OZG"}, "Die OZG-Umsetzung") == "OZG");
    CHECK(reason({"OZG"}, "ozg Ozg OZGs") == "");
    CHECK(reason({"eID"}, "eid EID eID.") == "eID");
    CHECK(reason({"Einer für Alle"}, "einer für alle") == "");
    CHECK(reason({"EfA*"}, "efa, EfA-Dienst") == "EfA");
}

TEST_CASE("classify: a star stands for letters at the beginning or end of a word") {
    CHECK(reason({"Verwaltungsleistung*"}, "Alle Verwaltungsleistungen.") == "Verwaltungsleistungen");
    CHECK(reason({"*gesetz"}, "Das Regelungsbefreiungsgesetz gilt") == "Regelungsbefreiungsgesetz");
    CHECK(reason({"*gesetz"}, "Gesetz") == "Gesetz");
    CHECK(reason({"*gesetz"}, "gesetzlich") == "");
    CHECK(reason({"*register*"}, "Unternehmensregisters") == "Unternehmensregisters");
    CHECK(reason({"*OZG"}, "GesamtOZG, gesamtozg") == "GesamtOZG");
}

TEST_CASE("classify: several words match in order, with blanks or hyphens between them") {
    CHECK(reason({"smart city"}, "Der Smart-City-Index") == "Smart-City");
    CHECK(reason({"smart city"}, "Smart\u00A0City") == "Smart\u00A0City");
    CHECK(reason({"smart city"}, "Smart\u2011City") == "Smart\u2011City");
    CHECK(reason({"smart-city"}, "smart  city") == "smart  city");
    CHECK(reason({"smart city"}, "smart, City") == "");
    CHECK(reason({"smart city"}, "City smart") == "");
    CHECK(reason({"smart city"}, "smart") == "");
    CHECK(reason({"künstlich* intelligenz*"}, "mit Künstlicher Intelligenz.") == "Künstlicher Intelligenz");
    CHECK(reason({"a b c"}, "a a b c") == "a b c");
}

TEST_CASE("classify: an exclusion covers matches of its own entry only") {
    CHECK(reason({"Bundes", "!Bundes-Arbeitsgemeinschaft*"}, "die Bundes-Arbeitsgemeinschaft") == "");
    CHECK(reason({"Bundes", "!Bundes-Arbeitsgemeinschaft*"}, "Bundes-Arbeitsgemeinschaft und Bundes-IT") == "Bundes");
    CHECK(reason({"*bildung", "!bildung ein*"}, "zur Bildung einer Gruppe, Ausbildung") == "Ausbildung");
    CHECK(reason({"!Bund"}, "Bund") == "");
    corpus::Vocabulary vocabulary = one_topic({"Bund"});
    vocabulary.topics.push_back({"u", "U", "U", {"!Bund"}});
    corpus::Article article;
    article.headline = "Bund";
    ingest::classify(article, vocabulary);
    CHECK(slugs(article.topics) == "t ");
}

TEST_CASE("classify: a match stays in its paragraph") {
    corpus::Article article;
    article.headline = "Smart";
    article.sections = {{"", {"City", "smart"}}, {"City", {}}};
    ingest::classify(article, one_topic({"smart city"}));
    CHECK(article.topics.empty());
}

TEST_CASE("classify: topics of the headline come first, then the more frequent, then as in the vocabulary") {
    corpus::Vocabulary vocabulary;
    for (const char* slug : {"eins", "zwei", "drei", "vier"}) vocabulary.topics.push_back({slug, slug, slug, {slug}});
    corpus::Article article;
    article.headline = "Vier";
    article.sections = {{"", {"eins zwei drei drei"}}};
    ingest::classify(article, vocabulary);
    CHECK(slugs(article.topics) == "vier drei eins zwei ");
}

TEST_CASE("classify: the reason is the first match as it stands, the kicker before the text, the longest of a place") {
    corpus::Article article;
    article.kicker = "GESETZ";
    article.headline = "Titel";
    article.sections = {{"", {"das Gesetz"}}};
    ingest::classify(article, one_topic({"gesetz"}));
    CHECK(article.topics[0].reason == "GESETZ");
    CHECK(reason({"open", "open source"}, "mit Open Source.") == "Open Source");
}

TEST_CASE("classify: places and organisations are given by the same rules, and old ones are replaced") {
    corpus::Vocabulary vocabulary;
    vocabulary.places.push_back({"bremen", corpus::PlaceKind::land, "Bremen", "Bremen", "", {"Bremen", "bremisch*"}});
    vocabulary.organisations.push_back({"vitako", "Vitako", {"Vitako"}});
    corpus::Article article;
    article.kicker = "Vitako";
    article.headline = "Versammlung in Bremen";
    article.topics = {{"alt", "alt"}};
    ingest::classify(article, vocabulary);
    CHECK(article.topics.empty());
    CHECK(article.places == std::vector<corpus::Assignment>{{"bremen", "Bremen"}});
    CHECK(article.organisations == std::vector<corpus::Assignment>{{"vitako", "Vitako"}});
}

TEST_CASE("classify: a megabyte without blanks or full of first words is read in time") {
    const std::vector<std::string> terms = {"*ab*", "ab*", "*ab", "a a a a a a a b", "*aaaaaaaab*"};
    std::string spaced;
    while (spaced.size() < 1'000'000) spaced += "a ";
    CHECK(reason(terms, std::string(1'000'000, 'a')) == "");
    CHECK(reason(terms, spaced) == "");
}

TEST_CASE("classify: the default corpus gets the topics and places a reader expects") {
    const auto vocabulary = ingest::read_vocabulary(ingest::read_source_file("assets/topics.json"));
    auto import = ingest::import_any(ingest::read_source_file("assets/corpus/kommune21.txt"), {});
    REQUIRE(vocabulary.has_value());
    REQUIRE(import.has_value());
    const ingest::Classifier classifier(*vocabulary);
    for (corpus::Article& article : import->articles) {
        classifier.classify(article);
        CAPTURE(article.headline);
        CHECK_FALSE(article.topics.empty());
    }
    CHECK(slugs(import->articles[0].places).find("bremen ") != std::string::npos);
    CHECK(slugs(import->articles[0].organisations).find("vitako ") != std::string::npos);
    CHECK(slugs(import->articles[1].topics).find("foederalismus ") != std::string::npos);
}
