#include <doctest.h>

#include "notebook/entries.h"
#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::exchange;
using base::ErrorKind;
using notebook::FileFormat;
using notebook::Kind;
using notebook::Log;

namespace {

base::Result<Import> read_text(std::string_view text) { return read(text, sample_now_ms, simple_markup); }

std::string notes_of(std::string_view records, std::string_view version = "1") {
    return "{\"format\":\"lesesaal-notizen\",\"v\":" + std::string(version) + ",\"operations\":[" + std::string(records) + "]}";
}

}  // namespace

TEST_CASE("notes: what is written and read back is the same log") {
    const Log log = sample_log();
    const auto import = read_text(write(log, FileFormat::notes, sample_origin()));
    REQUIRE(import);
    CHECK(import->bad == 0);
    CHECK(import->drafts.empty());
    Log again("other", "presse");
    again.merge(import->operations);
    CHECK(again == log);
    CHECK(notebook::entries(again) == notebook::entries(log));
}

TEST_CASE("notes: an empty log is a file too") {
    const auto import = read_text(write(Log{}, FileFormat::notes, sample_origin()));
    REQUIRE(import);
    CHECK(import->operations.empty());
    CHECK(import->bad == 0);
}

TEST_CASE("notes: wherever the file is cut, what is whole is read and the loss is told") {
    const std::string text = write(sample_log(), FileFormat::notes, sample_origin());
    const auto whole = read_text(text);
    REQUIRE(whole);
    const std::size_t end = text.rfind('}') + 1;
    for (std::size_t size = 0; size < end; ++size) {
        CAPTURE(size);
        const auto import = read_text(std::string_view(text).substr(0, size));
        if (!import) continue;
        CHECK(import->bad > 0);
        REQUIRE(import->operations.size() <= whole->operations.size());
        CHECK(std::equal(import->operations.begin(), import->operations.end(), whole->operations.begin()));
    }
    const auto almost = read_text(std::string_view(text).substr(0, end - 1));
    REQUIRE(almost);
    CHECK(almost->operations == whole->operations);
}

TEST_CASE("notes: a record that is damaged costs itself alone") {
    Log log("me", "presse");
    const std::string first = encode(log.record(Kind::bookmark, "eins", true, 1000));
    std::string second = encode(log.record(Kind::note, "eins", true, 2000, "lesen"));
    second.replace(second.find("lesen"), 5, "LESEN");
    const std::string third = encode(log.record(Kind::bookmark, "zwei", true, 3000));
    const auto import = read_text(notes_of(first + "," + second + "," + third));
    REQUIRE(import);
    CHECK(import->operations.size() == 2);
    CHECK(import->bad == 1);
}

TEST_CASE("notes: what is no record is counted: wrong types, huge numbers, deep nesting") {
    Log log("me", "presse");
    const std::string good = encode(log.record(Kind::bookmark, "eins", true, 1000));
    const std::string nested = std::string(10'000, '[') + std::string(10'000, ']');
    for (const std::string& wrong :
         {std::string("null"), std::string("17"), std::string("\"text\""), std::string("{}"), std::string("1e999"),
          std::string("{\"v\":18446744073709551616}"), nested, std::string("{\"v\":1,\"clock\":[-1,0]}")}) {
        CAPTURE(wrong.substr(0, 40));
        const auto import = read_text(notes_of(wrong + "," + good));
        REQUIRE(import);
        CHECK(import->operations.size() == 1);
        CHECK(import->bad == 1);
    }
}

TEST_CASE("notes: operations may be two days ahead, and no millisecond more") {
    Log log("me", "presse");
    const std::string allowed = encode(log.record(Kind::bookmark, "eins", true, sample_now_ms + future_ms_max));
    const std::string refused = encode(log.record(Kind::bookmark, "zwei", true, sample_now_ms + future_ms_max + 1));
    const auto import = read_text(notes_of(allowed + "," + refused));
    REQUIRE(import);
    REQUIRE(import->operations.size() == 1);
    CHECK(import->operations[0].uid == "eins");
    CHECK(import->bad == 1);
}

TEST_CASE("notes: limits hold on both sides") {
    std::string bytes = notes_of("");
    bytes.resize(import_bytes_max, ' ');
    CHECK(read_text(bytes));
    bytes += ' ';
    CHECK(read_text(bytes).error().kind == ErrorKind::too_large);

    std::string records = "0";
    records.reserve(2 * import_entries_max + 2);
    for (std::size_t i = 1; i < import_entries_max; ++i) records += ",0";
    const auto most = read_text(notes_of(records));
    REQUIRE(most);
    CHECK(most->bad == import_entries_max);
    CHECK(read_text(notes_of(records + ",0")).error().kind == ErrorKind::too_large);
}

TEST_CASE("notes: a newer version is told from a damaged file") {
    CHECK(read_text(notes_of("", "2")).error().kind == ErrorKind::unsupported);
    CHECK(read_text(notes_of("", "\"1\"")).error().kind == ErrorKind::bad_input);
    CHECK(read_text("{\"format\":\"lesesaal-notizen\",\"v\":1}").error().kind == ErrorKind::bad_input);
}

TEST_CASE("exchange: other files are told apart in a sentence") {
    CHECK(read_text("").error().kind == ErrorKind::bad_input);
    CHECK(read_text(" \r\n\t").error().kind == ErrorKind::bad_input);
    CHECK(read_text("\xEF\xBB\xBF").error().kind == ErrorKind::bad_input);
    for (const char* other : {"{}", "[]", "[1,2]", "{\"a\":1}", "{", "[", "Guten Tag", "<!doctype html><p>x</p>", "%PDF-1.7"}) {
        CAPTURE(other);
        CHECK(read_text(other).error().kind == ErrorKind::unsupported);
    }
}

TEST_CASE("exchange: each form has a word, a file name and a media type of its own") {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < static_cast<std::size_t>(FileFormat::count_); ++i) {
        const auto format = static_cast<FileFormat>(i);
        CHECK(format_of(word_of(format)) == format);
        CHECK(file_name(format).starts_with("lesesaal-"));
        CHECK(media_type(format).find('/') != std::string_view::npos);
        CHECK(std::ranges::find(names, file_name(format)) == names.end());
        names.push_back(file_name(format));
    }
    CHECK_FALSE(format_of("pdf"));
    CHECK_FALSE(format_of(""));
}
