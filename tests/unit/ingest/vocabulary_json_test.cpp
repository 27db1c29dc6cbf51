#include <doctest.h>

#include "imports.h"
#include "ingest/classify.h"

using namespace lesesaal;

namespace {

std::string vocabulary_with(std::string_view topics, std::string_view places = "", std::string_view organisations = "") {
    return R"({"version": 1, "terms_help": "…", "topics": [)" + std::string(topics) + R"(], "places": [)" +
           std::string(places) + R"(], "organisations": [)" + std::string(organisations) + "]}";
}

std::string error_of(const std::string& json) {
    const auto vocabulary = ingest::read_vocabulary(json);
    return vocabulary ? "" : vocabulary.error().message;
}

bool names(const std::string& message, std::string_view part) { return message.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("vocabulary: topics, places and organisations are read") {
    const auto vocabulary = ingest::read_vocabulary(vocabulary_with(
        R"({"slug": "recht", "de": "Recht", "en": "Law", "terms": ["*gesetz*", "!Gesetzt"]})",
        R"({"slug": "hessen", "kind": "land", "de": "Hessen", "en": "Hesse", "terms": ["Hessen"]},)"
        R"({"slug": "wiesbaden", "kind": "kommune", "de": "Wiesbaden", "en": "Wiesbaden", "in": "hessen", "terms": []})",
        R"({"slug": "vitako", "name": "Vitako", "terms": ["Vitako"]})"));
    REQUIRE(vocabulary.has_value());
    CHECK(vocabulary->topics[0].label_en == "Law");
    CHECK(vocabulary->topics[0].terms == std::vector<std::string>{"*gesetz*", "!Gesetzt"});
    CHECK(vocabulary->places[0].kind == corpus::PlaceKind::land);
    CHECK(vocabulary->places[1].within == "hessen");
    CHECK(vocabulary->organisations[0].name == "Vitako");
}

TEST_CASE("vocabulary: the one of the project is sound") {
    const auto vocabulary = ingest::read_vocabulary(ingest::read_source_file("assets/topics.json"));
    if (!vocabulary) FAIL(vocabulary.error().message);
    CHECK(vocabulary->topics.size() >= 15);
    CHECK(vocabulary->places.size() >= 17);
    CHECK_FALSE(vocabulary->organisations.empty());
}

TEST_CASE("vocabulary: an error names the entry and what is wrong with it") {
    const std::string good = R"({"slug": "a", "de": "A", "en": "A", "terms": ["a"]})";
    CHECK(names(error_of(vocabulary_with(good + "," + good)), "topics[1] (\"a\")"));
    CHECK(names(error_of(vocabulary_with(good + "," + good)), "same slug"));
    CHECK(names(error_of(vocabulary_with(R"({"slug": "A b", "de": "A", "en": "A", "terms": []})")), "slug"));
    CHECK(names(error_of(vocabulary_with(R"({"slug": "a", "en": "A", "terms": []})")), "\"de\" is missing"));
    CHECK(names(error_of(vocabulary_with(R"({"slug": "a", "de": "A", "en": "A"})")), "\"terms\" is missing"));
    CHECK(names(error_of(vocabulary_with(R"({"slug": "a", "de": "A", "en": "A", "terms": [1]})")), "a term is no text"));
    CHECK(names(error_of(vocabulary_with("7")), "topics[0]"));
    CHECK(names(error_of(vocabulary_with("", R"({"slug": "a", "kind": "dorf", "de": "A", "en": "A", "terms": []})")),
                "\"kind\""));
    CHECK(names(
        error_of(vocabulary_with("", R"({"slug": "a", "kind": "kommune", "in": "b", "de": "A", "en": "A", "terms": []})")),
        "\"in\""));
}

TEST_CASE("vocabulary: a term that breaks a rule is named with the rule") {
    for (const std::string term : {"", "*", "!", "a*b", "Halle (Saale)", "a, b", "-", "a b c d e f g h i", "**a"}) {
        CAPTURE(term);
        const std::string error =
            error_of(vocabulary_with(R"({"slug": "a", "de": "A", "en": "A", "terms": [")" + std::string(term) + "\"]}"));
        CHECK(names(error, "the term \"" + std::string(term) + "\""));
    }
    CHECK(
        names(error_of(vocabulary_with(R"({"slug": "a", "de": "A", "en": "A", "terms": [")" + std::string(201, 'x') + "\"]}")),
              "200 bytes"));
    CHECK(error_of(vocabulary_with(R"({"slug": "a", "de": "A", "en": "A", "terms": [")" + std::string(200, 'x') + "\"]}")) ==
          "");
}

TEST_CASE("vocabulary: broken JSON, another version and other JSON are refused") {
    const auto broken = ingest::read_vocabulary("{\"version\": 1,");
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().offset == 14u);
    CHECK(ingest::read_vocabulary(R"({"version": 2, "topics": []})").error().kind == base::ErrorKind::unsupported);
    CHECK_FALSE(ingest::read_vocabulary("[]").has_value());
    CHECK_FALSE(ingest::read_vocabulary(R"({"version": 1})").has_value());
    CHECK_FALSE(ingest::read_vocabulary("").has_value());
    CHECK(ingest::read_vocabulary(std::string(ingest::vocabulary_bytes_max + 1, ' ')).error().kind ==
          base::ErrorKind::too_large);
}
