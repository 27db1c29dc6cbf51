#include <doctest.h>

#include "notebook/entries.h"

using namespace lesesaal::notebook;

TEST_CASE("entries: an article's marks stand together, the last changed article first") {
    Log log("me", "corpus");
    log.record(Kind::card, "eins", true, 1, encode(Card{.headline = "Zehn Punkte", .date = "2025-10-10"}));
    log.record(Kind::bookmark, "eins", true, 1000);
    log.record(Kind::tag, "eins", true, 1001, "OZG");
    log.record(Kind::collection, "eins", true, 1002, "Ausschuss");
    log.record(Kind::note, "eins", true, 1003, "lesen");
    log.record(Kind::bookmark, "zwei", true, 2000);
    log.record(Kind::read, "drei", true, 3000);
    const std::vector<Entry> list = entries(log);
    REQUIRE(list.size() == 2);
    CHECK(list[0].uid == "zwei");
    CHECK(list[1].uid == "eins");
    CHECK(list[1].card.headline == "Zehn Punkte");
    CHECK(list[1].is_bookmarked);
    CHECK(list[1].bookmarked_ms == 1000);
    CHECK(list[1].changed_ms == 1003);
    CHECK(list[1].tags == std::vector<std::string>{"OZG"});
    CHECK(list[1].collections == std::vector<std::string>{"Ausschuss"});
    CHECK(list[1].note == "lesen");
    CHECK(list[1] == entry_of(log, "eins"));
}

TEST_CASE("entries: what was taken off leaves no entry") {
    Log log("me", "corpus");
    log.record(Kind::bookmark, "eins", true, 1000);
    log.record(Kind::bookmark, "eins", false, 1001);
    log.record(Kind::note, "zwei", true, 1002, "x");
    log.record(Kind::note, "zwei", false, 1003);
    CHECK(entries(log).empty());
}

TEST_CASE("entries: highlights come in the order of the text; one that cannot be read is left out") {
    Log log("me", "corpus");
    log.record({.kind = Kind::highlight, .uid = "eins", .value = encode(Highlight{.quote = {"spät", "", ""}, .begin = 90, .end = 94}), .item = "a"}, 1);
    log.record({.kind = Kind::highlight, .uid = "eins", .value = encode(Highlight{.quote = {"früh", "", ""}, .begin = 9, .end = 13}), .item = "b"}, 2);
    log.record({.kind = Kind::highlight, .uid = "eins", .value = "unlesbar", .item = "c"}, 3);
    const Entry entry = entry_of(log, "eins");
    REQUIRE(entry.highlights.size() == 2);
    CHECK(entry.highlights[0].highlight.quote.exact == "früh");
    CHECK(entry.highlights[1].item == "a");
}

TEST_CASE("entries: a note that lost against another is there, also where the other removed it") {
    Log home("home", "corpus");
    Log office("office", "corpus");
    const Operation at_home = home.record(Kind::note, "eins", true, 1000, "zu Hause");
    office.record(Kind::note, "eins", true, 500, "erst");
    office.record(Kind::note, "eins", false, 2000);
    office.merge({&at_home, 1});
    const std::vector<Entry> list = entries(office);
    REQUIRE(list.size() == 1);
    CHECK(list[0].note.empty());
    REQUIRE(list[0].other_notes.size() == 1);
    CHECK(list[0].other_notes[0].value == "zu Hause");
}

TEST_CASE("entries: saved searches come by name") {
    Log log("me", "corpus");
    log.record({.kind = Kind::search, .uid = "", .value = encode(SavedSearch{"Zuletzt", "#q=z"}), .item = "1"}, 1);
    log.record({.kind = Kind::search, .uid = "", .value = encode(SavedSearch{"Anfang", "#q=a"}), .item = "2"}, 2);
    const auto list = searches(log);
    REQUIRE(list.size() == 2);
    CHECK(list[0].search.name == "Anfang");
}

TEST_CASE("entries: what counts for a copy are marks, not how far somebody read") {
    CHECK(is_treasured(Kind::bookmark));
    CHECK(is_treasured(Kind::search));
    CHECK_FALSE(is_treasured(Kind::position));
    CHECK_FALSE(is_treasured(Kind::read));
    CHECK_FALSE(is_treasured(Kind::setting));
}
