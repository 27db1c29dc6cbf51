#include "ingest/json_feed.h"

#include <doctest.h>

#include "imports.h"

using namespace lesesaal;
using ingest::Import;

namespace {

std::string feed_with(std::string_view items) {
    return R"({"version": "https://jsonfeed.org/version/1.1", "title": "Amtsblatt", "language": "de-AT", "items": [)" +
           std::string(items) + "]}";
}

Import import_items(std::string_view items) {
    auto import = ingest::import_json_feed(feed_with(items), {});
    if (!import) FAIL(import.error().message);
    CHECK(ingest::fault_of_values(*import) == "");
    return std::move(*import);
}

}  // namespace

TEST_CASE("json feed: an item becomes an article") {
    const Import import =
        import_items(R"({"id": "1", "title": "Bund: Gro\u00dfe Pl\u00e4ne", "url": "https://example.org/1", "tags": ["x"],)"
                     R"( "date_published": "2025-10-23T00:30:00+02:00", "content_text": "Eins.\nZwei."})");
    REQUIRE(import.articles.size() == 1);
    const corpus::Article& article = import.articles[0];
    CHECK(article.kicker == "Bund");
    CHECK(article.headline == "Große Pläne");
    CHECK(article.url == "https://example.org/1");
    CHECK(article.source == "Amtsblatt");
    CHECK(article.language == "de-AT");
    CHECK(article.date->first == base::Date{2025, 10, 23});
    CHECK(article.date->precision == corpus::DatePrecision::day);
    CHECK_FALSE(article.date->is_derived);
    CHECK_FALSE(article.is_teaser_only);
    CHECK(article.sections == std::vector<corpus::Section>{{"", {"Eins.", "Zwei."}}});
    CHECK(article.uid == corpus::make_uid(article));
    CHECK(import.warnings.empty());
    CHECK(import.pieces.empty());
}

TEST_CASE("json feed: a title without a colon is the headline, also with capitals inside") {
    CHECK(import_items(R"({"title": "StadtBox startet", "content_text": "x"})").articles[0].headline == "StadtBox startet");
}

TEST_CASE("json feed: blank lines divide paragraphs, and lines between them are joined") {
    const Import import = import_items(R"({"title": "T", "content_text": "Eins\r\nzwei.\r\n\r\n \r\nDrei."})");
    CHECK(import.articles[0].sections[0].paragraphs == std::vector<std::string>{"Eins zwei.", "Drei."});
}

TEST_CASE("json feed: text goes before HTML, HTML before the summary") {
    const Import import =
        import_items(R"({"title": "A", "content_text": "Text.", "content_html": "<p>HTML.", "summary": "Kurz."},)"
                     R"({"title": "B", "content_html": "<p>HTML.</p><h2>Titel</h2><p>Mehr.", "summary": "Kurz."},)"
                     R"({"title": "C", "summary": "Kurz."})");
    CHECK(import.articles[0].sections[0].paragraphs[0] == "Text.");
    CHECK(import.articles[1].sections == std::vector<corpus::Section>{{"", {"HTML."}}, {"Titel", {"Mehr."}}});
    CHECK_FALSE(import.articles[1].is_teaser_only);
    CHECK(import.articles[2].sections[0].paragraphs[0] == "Kurz.");
    CHECK(import.articles[2].is_teaser_only);
}

TEST_CASE("json feed: without a title the first words stand in, without anything the item is left out") {
    const std::string items = R"({"content_text": "Nur Text."}, {"id": "leer"}, 7, {"title": "Nur Titel"})";
    const Import import = import_items(items);
    REQUIRE(import.articles.size() == 2);
    CHECK(import.articles[0].headline == "Nur Text.");
    CHECK(import.articles[1].headline == "Nur Titel");
    const std::string feed = feed_with(items);
    CHECK(ingest::has_warning(import, feed.find("{\"content_text"), "no title"));
    CHECK(ingest::has_warning(import, feed.find("{\"id"), "neither title nor text"));
    CHECK(ingest::has_warning(import, feed.find("{\"id"), "not an object"));
    CHECK(ingest::has_warning(import, feed.find("{\"title\": \"Nur"), "no text"));
}

TEST_CASE("json feed: only web addresses are kept") {
    for (const std::string url :
         {"javascript:alert(1)", "data:text/html,x", "file:///x", "ftp://x", "//x", "https://x y", "https://x\\\"y"}) {
        CAPTURE(url);
        const Import import = import_items(R"({"title": "T", "content_text": "x", "url": ")" + std::string(url) + "\"}");
        CHECK(import.articles[0].url == "");
        CHECK(import.warnings.size() == 2);  // and no date
    }
    CHECK(import_items(R"({"title": "T", "content_text": "x", "url": "HTTP://x/"})").articles[0].url == "HTTP://x/");
    CHECK(import_items(R"({"title": "T", "content_text": "x", "external_url": "https://y/"})").articles[0].url == "https://y/");
}

TEST_CASE("json feed: a date that is none is a warning") {
    for (const std::string date : {"gestern", "2025-02-31T00:00:00Z", "2025-1-1", "2025-10-233"}) {
        CAPTURE(date);
        const Import import =
            import_items(R"({"title": "T", "content_text": "x", "date_published": ")" + std::string(date) + "\"}");
        CHECK_FALSE(import.articles[0].date.has_value());
        CHECK(import.warnings.size() == 1);
    }
}

TEST_CASE("json feed: values of the wrong type are as if they were missing") {
    const Import import = import_items(
        R"({"title": 7, "content_text": {"a": 1}, "summary": "S", "url": [], "date_published": null, "language": "<x>"})");
    REQUIRE(import.articles.size() == 1);
    CHECK(import.articles[0].headline == "S");
    CHECK(import.articles[0].language == "de-AT");
}

TEST_CASE("json feed: an item's own language goes before the feed's, the options' comes last") {
    CHECK(import_items(R"({"title": "T", "summary": "x", "language": "en"})").articles[0].language == "en");
    ingest::ImportOptions options;
    options.language = "nl";
    options.source = "Rest";
    const auto import =
        ingest::import_json_feed(R"({"version":"https://jsonfeed.org/version/1","items":[{"title":"T"}]})", options);
    REQUIRE(import.has_value());
    CHECK(import->articles[0].language == "nl");
    CHECK(import->articles[0].source == "Rest");
}

TEST_CASE("json feed: the first syntax error is named by its byte, also behind a byte-order mark") {
    const std::string_view broken = R"({"version": "https://jsonfeed.org/version/1.1", "items": [}]})";
    const auto import = ingest::import_json_feed(broken, {});
    REQUIRE_FALSE(import.has_value());
    CHECK(import.error().kind == base::ErrorKind::bad_input);
    CHECK(import.error().offset == broken.find("}]"));
    const std::string marked = "\xEF\xBB\xBF" + std::string(broken);
    CHECK(ingest::import_json_feed(marked, {}).error().offset == marked.find("}]"));
    CHECK(ingest::import_json_feed("{\"version\": ", {}).error().offset == 12u);
}

TEST_CASE("json feed: other JSON and newer versions are refused") {
    CHECK(ingest::import_json_feed("{}", {}).error().kind == base::ErrorKind::unsupported);
    CHECK(ingest::import_json_feed(R"({"items": []})", {}).error().kind == base::ErrorKind::unsupported);
    CHECK(ingest::import_json_feed(R"({"version": "https://jsonfeed.org/version/2", "items": []})", {}).error().kind ==
          base::ErrorKind::unsupported);
    CHECK(ingest::import_json_feed(R"({"version": "https://jsonfeed.org/version/1.1"})", {}).error().kind ==
          base::ErrorKind::bad_input);
}

TEST_CASE("json feed: nesting up to the limit is read, deeper is refused without overflow") {
    const auto nested = [](int levels) {
        return feed_with(R"({"title": "T", "summary": "x", "_x": )" + std::string(static_cast<std::size_t>(levels), '[') +
                         std::string(static_cast<std::size_t>(levels), ']') + "}");
    };
    CHECK(ingest::import_json_feed(nested(ingest::json_depth_max - 3), {}).has_value());
    CHECK_FALSE(ingest::import_json_feed(nested(ingest::json_depth_max - 2), {}).has_value());
    CHECK_FALSE(ingest::import_json_feed(nested(1'000'000), {}).has_value());
}

TEST_CASE("json feed: an empty one and one that goes on elsewhere are told") {
    CHECK(ingest::has_warning(import_items(""), 0, "no items"));
    const auto import = ingest::import_json_feed(
        R"({"version":"https://jsonfeed.org/version/1.1","next_url":"https://x/2","items":[{"title":"T","summary":"x","date_published":"2025-01-01"}]})",
        {});
    REQUIRE(import.has_value());
    CHECK(ingest::has_warning(*import, 0, "next_url"));
}
