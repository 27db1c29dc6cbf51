#include <doctest.h>

#include <nlohmann/json.hpp>

#include "notebook/entries.h"
#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::exchange;
using base::ErrorKind;
using notebook::Kind;

namespace {

base::Result<Import> read_text(std::string_view text) { return read(text, sample_now_ms, simple_markup); }

std::string page(std::string_view items) {
    return "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[" + std::string(items) +
           "]}";
}

constexpr std::string_view bookmark =
    R"({"type":"Annotation","motivation":"bookmarking","target":"https://a.example/1","created":"2025-10-08T10:00:00+02:00"})";
constexpr std::string_view of_another_program = R"({
  "@context": ["http://www.w3.org/ns/anno.jsonld", {"x": "https://x.example/"}], "id": "https://notes.example/17",
  "type": ["Annotation", "x:Thing"], "motivation": ["highlighting", "commenting"], "created": "2025-10-08T08:00:00.123456Z",
  "body": [{"type": "TextualBody", "value": "prüfen", "purpose": "commenting"},
           {"type": "TextualBody", "value": "OZG", "purpose": "tagging"}, "https://elsewhere.example/body", 17, null],
  "target": [{"source": {"id": "https://a.example/1"}, "selector":
              [{"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": "die Frist", "prefix": "bis "}]}]})";

}  // namespace

TEST_CASE("annotations: one of another program brings its passage, note and tag") {
    const auto import = read_text(of_another_program);
    REQUIRE(import);
    CHECK(import->bad == 0);
    REQUIRE(import->drafts.size() == 2);
    CHECK(import->drafts[0].kind == Kind::tag);
    CHECK(import->drafts[0].value == "OZG");
    const Draft& draft = import->drafts[1];
    CHECK(draft.kind == Kind::highlight);
    CHECK(draft.card.url == "https://a.example/1");
    CHECK(draft.made_ms == 1'759'910'400'123);
    CHECK_FALSE(draft.item.empty());
    const auto highlight = notebook::decode_highlight(draft.value);
    REQUIRE(highlight);
    CHECK(highlight->quote == notebook::Quote{"die Frist", "bis ", ""});
    CHECK(highlight->note == "prüfen");
    CHECK(read_text(of_another_program)->drafts == import->drafts);
}

TEST_CASE("annotations: a page, a list, one alone and a collection with its page inside are read alike") {
    const auto wanted = read_text(page(bookmark))->drafts;
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0].made_ms == 1'759'910'400'000);
    CHECK(read_text("[" + std::string(bookmark) + "]")->drafts == wanted);
    CHECK(read_text(bookmark)->drafts == wanted);
    CHECK(read_text("{\"type\":\"AnnotationCollection\",\"first\":" + page(bookmark) + "}")->drafts == wanted);
    CHECK(read_text("{\"type\":\"AnnotationCollection\",\"first\":\"https://a.example/page1\"}").error().kind ==
          ErrorKind::unsupported);
}

TEST_CASE("annotations: what is none is counted, and the others are there") {
    const std::string nested = std::string(10'000, '[') + std::string(10'000, ']');
    for (const std::string& wrong :
         {std::string("null"), std::string("17"), std::string("{}"), nested, std::string("{\"type\":\"Annotation\"}"),
          std::string("{\"type\":\"Annotation\",\"target\":17,\"motivation\":\"bookmarking\"}"),
          std::string("{\"type\":\"Annotation\",\"target\":\"ftp://a.example/\",\"motivation\":\"bookmarking\"}"),
          std::string("{\"type\":\"Annotation\",\"target\":\"https://a.example/\",\"motivation\":\"linking\"}"),
          std::string("{\"type\":\"Annotation\",\"target\":\"https://a.example/\",\"body\":{\"value\":1e999}}"),
          std::string("{\"type\":17,\"target\":\"https://a.example/\",\"motivation\":\"bookmarking\"}")}) {
        CAPTURE(wrong.substr(0, 80));
        const auto import = read_text(page(wrong + "," + std::string(bookmark)));
        REQUIRE(import);
        CHECK(import->drafts.size() == 1);
        CHECK(import->bad == 1);
    }
}

TEST_CASE("annotations: huge numbers, wrong types and moments that are none become what is unknown") {
    const auto import =
        read_text(page(R"({"type":"Annotation","created":"9999-99-99T00:00:00Z","motivation":"highlighting","target":
        {"source":["x"],"styleClass":"beige","selector":{"type":"TextQuoteSelector","exact":"a"}}},
        {"type":"Annotation","created":17,"motivation":"highlighting","target":{"source":"https://a.example/","styleClass":"beige",
        "selector":[{"type":"TextPositionSelector","start":-5,"end":18446744073709551616},{"type":"TextQuoteSelector","exact":"a"}]}})"));
    REQUIRE(import);
    CHECK(import->bad == 1);
    REQUIRE(import->drafts.size() == 1);
    CHECK(import->drafts[0].made_ms == 0);
    const auto highlight = notebook::decode_highlight(import->drafts[0].value);
    REQUIRE(highlight);
    CHECK(highlight->begin == 0);
    CHECK(highlight->end == 0);
    CHECK(highlight->colour == notebook::Colour::yellow);
}

TEST_CASE("annotations: limits hold on both sides: of a passage, its note, a tag, one annotation, and all of them") {
    const auto passage = [](std::size_t exact_bytes, std::size_t note_bytes) {
        return read_text(
            page("{\"type\":\"Annotation\",\"bodyValue\":\"" + std::string(note_bytes, 'n') +
                 "\",\"target\":{\"source\":\"https://a.example/\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"" +
                 std::string(exact_bytes, 'e') + "\"}}}"));
    };
    CHECK(passage(notebook::quote_bytes_max, notebook::highlight_note_bytes_max)->drafts.size() == 1);
    CHECK(passage(notebook::quote_bytes_max + 1, 1)->bad == 1);
    CHECK(passage(1, notebook::highlight_note_bytes_max + 1)->bad == 1);

    const auto padded = [](std::size_t bytes) {
        std::string text(bookmark);
        text.insert(1, bytes - text.size(), ' ');
        return read_text(page(text));
    };
    CHECK(padded(256 * 1024)->drafts.size() == 1);
    CHECK(padded(256 * 1024 + 1)->bad == 1);

    std::string items = "0";
    for (std::size_t i = 1; i < import_entries_max; ++i) items += ",0";
    CHECK(read_text(page(items))->bad == import_entries_max);
    CHECK(read_text(page(items + ",0")).error().kind == ErrorKind::too_large);
}

TEST_CASE("annotations: wherever the file is cut, what is whole is read and the loss is told") {
    const std::string text = write(sample_log(), notebook::FileFormat::annotations, sample_origin());
    const auto whole = read_text(text);
    REQUIRE(whole);
    const std::size_t end = text.rfind('}') + 1;
    for (std::size_t size = 0; size < end; ++size) {
        CAPTURE(size);
        const auto import = read_text(std::string_view(text).substr(0, size));
        if (!import) continue;
        CHECK(import->bad > 0);
        REQUIRE(import->drafts.size() <= whole->drafts.size());
        CHECK(std::equal(import->drafts.begin(), import->drafts.end(), whole->drafts.begin()));
    }
}

TEST_CASE("annotations: every mark is one annotation with an id of its own") {
    const auto json = nlohmann::json::parse(write(sample_log(), notebook::FileFormat::annotations, sample_origin()));
    std::vector<std::string> ids;
    for (const auto& item : json["items"]) ids.push_back(item["id"]);
    CHECK(ids.size() == 11);
    CHECK(json["partOf"]["total"] == 11);
    std::ranges::sort(ids);
    CHECK(std::ranges::adjacent_find(ids) == ids.end());
}
