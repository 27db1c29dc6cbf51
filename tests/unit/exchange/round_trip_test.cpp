#include <doctest.h>

#include "notebook/entries.h"
#include "notebook/pack.h"
#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::exchange;
using notebook::FileFormat;
using notebook::Kind;
using notebook::Log;

namespace {

Import read_back(const Log& log, FileFormat format) {
    auto import = read(write(log, format, sample_origin()), sample_now_ms, simple_markup);
    REQUIRE(import);
    CHECK(import->bad == 0);
    return std::move(*import);
}

constexpr FileFormat readable[] = {FileFormat::notes, FileFormat::netscape, FileFormat::annotations};

}  // namespace

TEST_CASE("round trip: what each form that can be read brings back is the same notebook") {
    const Log log = sample_log();
    for (const FileFormat format : readable) {
        CAPTURE(word_of(format));
        CHECK(notebook::entries(log_of(read_back(log, format))) == notebook::entries(log));
    }
}

TEST_CASE("round trip: a file says of which corpus it is") {
    for (const FileFormat format : readable) {
        const Import import = read_back(sample_log(), format);
        CHECK(import.corpus_id == "presse");
        CHECK(import.title == "Pressespiegel");
    }
}

TEST_CASE("round trip: a notebook takes nothing from its own files") {
    const Log log = sample_log();
    for (const FileFormat format : readable) {
        CAPTURE(word_of(format));
        const Import import = read_back(log, format);
        Log again = log;
        CHECK(again.merge_and_compare(import.operations).empty());
        CHECK(to_operations(import.drafts, log, "00000000000000dd", "presse", sample_now_ms, [](const notebook::Card&) {
                  return std::nullopt;
              }).empty());
    }
}

TEST_CASE("round trip: two versions of a highlight are two again") {
    Log log = sample_log();
    Log office("00000000000000bb", "presse");
    const std::string uid = "a1b2c3d4e5f60718";
    notebook::Highlight highlight = notebook::entry_of(log, uid).highlights.at(0).highlight;
    highlight.note = "Im Amt bemerkt";
    const auto operation =
        office.record({.kind = Kind::highlight, .uid = uid, .value = encode(highlight), .item = "h1"}, sample_ms(3));
    log.merge({&operation, 1});
    REQUIRE(notebook::entry_of(log, uid).highlights.at(0).others.size() == 1);
    for (const FileFormat format : readable) {
        CAPTURE(word_of(format));
        CHECK(notebook::entries(log_of(read_back(log, format))) == notebook::entries(log));
    }
}

TEST_CASE("round trip: commas in tags, blanks and colons in names, and what looks like a urn survive") {
    Log log("00000000000000aa", "a:b%c ü");
    log.record(Kind::card, "u:1", true, sample_ms(1),
               encode(notebook::Card{.headline = "Eins", .url = "https://example.org/?q=a%20b"}));
    log.record(Kind::bookmark, "u:1", true, sample_ms(1));
    log.record(Kind::tag, "u:1", true, sample_ms(1), "Haushalt, Personal");
    log.record(Kind::tag, "u:1", true, sample_ms(1), "urn:lesesaal:x");
    log.record(Kind::collection, "u:1", true, sample_ms(1), "A:B / C");
    Origin origin = sample_origin();
    origin.corpus_id = "a:b%c ü";
    for (const FileFormat format : readable) {
        CAPTURE(word_of(format));
        const auto import = read(write(log, format, origin), sample_now_ms, simple_markup);
        REQUIRE(import);
        const auto list = notebook::entries(log_of(*import));
        REQUIRE(list.size() == 1);
        CHECK(list[0].uid == "u:1");
        CHECK(list[0].tags == std::vector<std::string>{"Haushalt, Personal", "urn:lesesaal:x"});
        CHECK(list[0].collections == std::vector<std::string>{"A:B / C"});
    }
}

TEST_CASE("block: a notebook in a page comes back; a pack that is damaged costs itself alone") {
    Log log = sample_log();
    CHECK(encode_block(Log{}).empty());
    CHECK(decode_block("", sample_now_ms)->operations.empty());
    for (int i = 0; i < 5000; ++i) log.record(Kind::read, "uid" + std::to_string(i), true, sample_ms(100));
    std::string bytes = encode_block(log);
    const auto import = decode_block(bytes, sample_now_ms);
    REQUIRE(import);
    CHECK(import->bad == 0);
    Log again;
    again.merge(import->operations);
    CHECK(again == log);

    bytes[bytes.size() - 10] ^= 1;
    const auto damaged = decode_block(bytes, sample_now_ms);
    REQUIRE(damaged);
    CHECK(damaged->bad == 1);
    CHECK(damaged->operations.size() == 5 * notebook::pack_operations_max);
    CHECK(decode_block("garbage", sample_now_ms)->bad == 1);
    CHECK(decode_block(std::string(import_bytes_max + 1, '\n'), sample_now_ms).error().kind == base::ErrorKind::too_large);
}

TEST_CASE("block: operations of the far future are refused") {
    Log log("me", "presse");
    log.record(Kind::bookmark, "eins", true, sample_now_ms + future_ms_max);
    CHECK(decode_block(encode_block(log), sample_now_ms)->operations.size() == 1);
    CHECK(decode_block(encode_block(log), sample_now_ms - 1)->bad == 1);
}
