#include "ingest/importer.h"

#include <doctest.h>

#include "imports.h"

using namespace lesesaal;
using base::ErrorKind;

namespace {

base::Error error_of(std::string_view bytes) {
    const auto import = ingest::import_any(bytes, {});
    if (import) return {ErrorKind::io, "no error", std::nullopt};
    return import.error();
}

}  // namespace

TEST_CASE("importer: the format is told by how the file begins") {
    using ingest::Format;
    CHECK(ingest::detect_format("Titel\nText.") == Format::press_page);
    CHECK(ingest::detect_format("\xEF\xBB\xBF\r\n Titel\r\rText.") == Format::press_page);
    CHECK(ingest::detect_format("[01.02.2025] Text.") == Format::press_page);
    CHECK(ingest::detect_format(" {\"version\": 1}") == Format::json_feed);
    CHECK(ingest::detect_format("\xEF\xBB\xBF{") == Format::json_feed);
    for (const std::string bytes : {"", " \n", "Eine Zeile", "[1, 2]\n[3]", "<html>\n<p>", "<?xml version='1.0'?>\n<rss>"}) {
        CAPTURE(bytes);
        CHECK(ingest::detect_format(bytes) == Format::unknown);
    }
}

TEST_CASE("importer: press pages and feeds are read by the same call") {
    CHECK(ingest::import_any("Titel\nAm 1. Mai 2024 war es.", {}).value().articles.size() == 1);
    CHECK(ingest::import_any(R"({"version":"https://jsonfeed.org/version/1.1","items":[{"title":"T"}]})", {})
              .value()
              .articles.size() == 1);
}

TEST_CASE("importer: an empty file is refused") {
    for (const std::string bytes : {"", " \r\n\t", "\xEF\xBB\xBF", "\xEF\xBB\xBF\u00A0\n"}) {
        CHECK(error_of(bytes).kind == ErrorKind::bad_input);
        CHECK(error_of(bytes).message.find("empty") != std::string::npos);
    }
}

TEST_CASE("importer: a binary file is refused with the place that gives it away") {
    const std::string picture("\x89PNG\r\n\x1A\n\0\0\0", 11);
    CHECK(error_of(picture).kind == ErrorKind::bad_input);
    CHECK(error_of(picture).offset == 8u);
    CHECK(error_of(picture).message.find("binary") != std::string::npos);
    CHECK(error_of("Titel\n\x01\x02\x03\x04").message.find("binary") != std::string::npos);
    CHECK(error_of("\xFF\xFET\x01i\x01").message.find("UTF-16") != std::string::npos);
}

TEST_CASE("importer: a single control character does not make a text binary") {
    CHECK(ingest::import_any("Titel der Seite\nAm 1. Mai 2024 war es.\x01", {}).has_value());
}

TEST_CASE("importer: invalid UTF-8 is refused with its byte") {
    const base::Error error = error_of("Titel\nM\xFCnchen am 1. Mai 2024.");
    CHECK(error.kind == ErrorKind::bad_input);
    CHECK(error.offset == 7u);
    CHECK(error.message.find("byte 7") != std::string::npos);
    CHECK(error.message.find("UTF-8") != std::string::npos);
}

TEST_CASE("importer: 64 MiB are read, one byte more is refused") {
    std::string page = "Titel\nAm 1. Mai 2024.\n";
    page.resize(ingest::import_bytes_max, ' ');
    const auto import = ingest::import_any(page, {});
    REQUIRE(import.has_value());
    CHECK(import->pieces.back().range.end == page.size());
    page += ' ';
    CHECK(error_of(page).kind == ErrorKind::too_large);
}

TEST_CASE("importer: what is no format of ours is refused") {
    CHECK(error_of("<html><p>Text</p></html>").kind == ErrorKind::unsupported);
    CHECK(error_of("Nur eine Zeile").kind == ErrorKind::unsupported);
    CHECK(error_of("[1, 2, 3]").kind == ErrorKind::unsupported);
    CHECK(error_of("{\"a\": 1}").kind == ErrorKind::unsupported);
}
