#include <doctest.h>

#include "notebook/entries.h"
#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::exchange;
using notebook::Card;
using notebook::Kind;
using notebook::Log;
using notebook::Operation;

namespace {

constexpr std::int64_t now_ms = sample_now_ms;

std::optional<std::string> find_none(const Card&) { return std::nullopt; }

std::vector<Operation> import_into(Log& log, const std::vector<Draft>& drafts, const FindArticle& find = find_none) {
    std::vector<Operation> operations = to_operations(drafts, log, "0123456789abcdef", "presse", now_ms, find);
    log.merge(operations);
    return operations;
}

Draft note(std::string value, std::int64_t made_ms = 1000) {
    return {.kind = Kind::note, .uid = "eins", .card = {}, .value = std::move(value), .item = {}, .made_ms = made_ms};
}

Draft link(std::string url, std::int64_t made_ms = 1000) {
    return {.kind = Kind::bookmark,
            .uid = {},
            .card = {.headline = "Zehn Punkte", .url = std::move(url)},
            .value = {},
            .item = {},
            .made_ms = made_ms};
}

}  // namespace

TEST_CASE("drafts: what the log never had keeps its time; what has none is from now") {
    Log log("me", "presse");
    import_into(log, {link("https://a.example/1", 1000), link("https://a.example/2", 0)});
    const auto list = notebook::entries(log);
    REQUIRE(list.size() == 2);
    CHECK(list[0].bookmarked_ms == now_ms);
    CHECK(list[1].bookmarked_ms == 1000);
    CHECK(list[1].card.headline == "Zehn Punkte");
}

TEST_CASE("drafts: the same file twice brings nothing the second time") {
    Log log("me", "presse");
    const std::vector<Draft> drafts{link("https://a.example/1", 1000),
                                    link("https://a.example/2", 0),
                                    note("lesen"),
                                    {.kind = Kind::tag, .uid = "eins", .card = {}, .value = "OZG", .item = {}, .made_ms = 0}};
    CHECK_FALSE(import_into(log, drafts).empty());
    CHECK(import_into(log, drafts).empty());
}

TEST_CASE("drafts: two devices that read the same file make the same operations") {
    Log home("home", "presse");
    Log office("office", "presse");
    const std::vector<Draft> drafts{link("https://a.example/1"), note("lesen")};
    CHECK(import_into(home, drafts) == import_into(office, drafts));
    CHECK(home == office);
}

TEST_CASE("drafts: an article of the corpus is found; one that is not gets a uid that stays the same") {
    Log log("me", "presse");
    const auto find = [](const Card& card) -> std::optional<std::string> {
        if (card.url == "https://a.example/1") return "eins";
        return std::nullopt;
    };
    import_into(log, {link("https://a.example/1"), link("https://a.example/2")}, find);
    CHECK(log.is_set(Kind::bookmark, "eins"));
    const auto uids = log.all(Kind::bookmark);
    REQUIRE(uids.size() == 2);
    Log other("other", "presse");
    import_into(other, {link("https://a.example/2")});
    CHECK(log.is_set(Kind::bookmark, other.all(Kind::bookmark).at(0)));
}

TEST_CASE("drafts: a note that differs is kept beside the reader's own, whichever is newer, and also after later changes") {
    Log log("me", "presse");
    log.record(Kind::note, "eins", true, 5000, "erst");
    log.record(Kind::note, "eins", true, 6000, "meine");
    import_into(log, {note("andere", 1000)});
    CHECK(log.value(Kind::note, "eins") == "meine");
    REQUIRE(log.conflicts(Kind::note, "eins").size() == 1);
    CHECK(log.conflicts(Kind::note, "eins")[0].value == "andere");
    CHECK(import_into(log, {note("andere", 1000)}).empty());

    Log older("me", "presse");
    older.record(Kind::note, "eins", true, 500, "meine");
    import_into(older, {note("andere", 1000)});
    CHECK(older.value(Kind::note, "eins") == "andere");
    REQUIRE(older.conflicts(Kind::note, "eins").size() == 1);
    CHECK(older.conflicts(Kind::note, "eins")[0].value == "meine");
}

TEST_CASE("drafts: a note of unknown age does not replace the reader's own") {
    Log log("me", "presse");
    log.record(Kind::note, "eins", true, 5000, "meine");
    import_into(log, {note("andere", 0)});
    CHECK(log.value(Kind::note, "eins") == "meine");
    CHECK(log.conflicts(Kind::note, "eins").size() == 1);
    CHECK(import_into(log, {note("andere", 0)}).empty());
}

TEST_CASE("drafts: a version that the reader has settled does not come again") {
    Log log("me", "presse");
    log.record(Kind::note, "eins", true, 5000, "meine");
    import_into(log, {note("andere", 1000), note("dritte", 0)});
    CHECK(log.conflicts(Kind::note, "eins").size() == 2);
    log.record(Kind::note, "eins", true, 9000, "beides");
    CHECK(log.conflicts(Kind::note, "eins").empty());
    import_into(log, {note("andere", 1000), note("dritte", 0)});
    CHECK(log.conflicts(Kind::note, "eins").empty());
}

TEST_CASE("drafts: a note that differs only in blanks at its ends is the same") {
    Log log("me", "presse");
    log.record(Kind::note, "eins", true, 5000, "lesen \n");
    CHECK(import_into(log, {note("lesen")}).empty());
}

TEST_CASE("drafts: what was taken off and is brought back is there from now on") {
    Log log("me", "presse");
    log.record(Kind::bookmark, "eins", true, 1000);
    log.record(Kind::bookmark, "eins", false, 2000);
    const Draft draft{.kind = Kind::bookmark, .uid = "eins", .card = {}, .value = {}, .item = {}, .made_ms = 1000};
    CHECK(import_into(log, {draft}).size() == 1);
    CHECK(log.is_set(Kind::bookmark, "eins"));
    CHECK(notebook::entry_of(log, "eins").bookmarked_ms == now_ms);
    CHECK(import_into(log, {draft}).empty());
}

TEST_CASE("drafts: uids of a file are bounded; what names neither article, address nor headline is left out") {
    Log log("me", "presse");
    const auto with_uid = [](std::string uid) {
        return Draft{.kind = Kind::bookmark, .uid = std::move(uid), .card = {}, .value = {}, .item = {}, .made_ms = 1};
    };
    CHECK(import_into(log, {with_uid(std::string(64, 'a'))}).size() == 1);
    CHECK(import_into(log, {with_uid(std::string(65, 'a'))}).empty());
    CHECK(import_into(log, {with_uid("a b")}).empty());
    CHECK(import_into(log, {with_uid("")}).empty());
}

TEST_CASE("drafts: every operation has a key of its own") {
    Log log("me", "presse");
    std::vector<Draft> drafts;
    for (int i = 0; i < 200; ++i) drafts.push_back(link("https://a.example/" + std::to_string(i), i % 2 == 0 ? 1000 : 0));
    std::vector<std::string> keys;
    for (const Operation& operation : import_into(log, drafts)) keys.push_back(key_of(operation));
    CHECK(keys.size() == 400);
    std::ranges::sort(keys);
    CHECK(std::ranges::adjacent_find(keys) == keys.end());
}
