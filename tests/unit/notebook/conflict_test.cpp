#include <doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "notebook/log.h"

using namespace lesesaal::notebook;

namespace {

std::vector<Operation> copies(const Log& log) {
    std::vector<Operation> operations;
    for (const Operation* operation : log.operations()) operations.push_back(*operation);
    return operations;
}

std::vector<std::string> other_notes(const Log& log, std::string_view uid) {
    std::vector<std::string> notes;
    for (const Operation& other : log.conflicts(Kind::note, uid)) notes.push_back(other.value);
    return notes;
}

/// Devices that write, and now and then read each other's logs.
std::vector<std::vector<Operation>> written_by_devices(std::mt19937& random) {
    std::vector<Log> devices;
    for (const char* name : {"a", "b", "c"}) devices.emplace_back(name, "corpus");
    std::vector<std::vector<Operation>> written(devices.size());
    for (int step = 0; step < 14; ++step) {
        const std::size_t who = random() % devices.size();
        if (random() % 3 == 0) {
            devices[who].merge(written[random() % written.size()]);
            continue;
        }
        const std::string uid(1, static_cast<char>('u' + random() % 2));
        const std::string value = "text " + std::to_string(random() % 4);
        const Kind kind = std::array{Kind::note, Kind::highlight, Kind::bookmark, Kind::tag}[random() % 4];
        const bool is_set = random() % 4 != 0;
        written[who].push_back(devices[who].record(
            {.kind = kind, .uid = uid, .is_set = is_set, .value = kind == Kind::bookmark ? "" : value, .item = kind == Kind::highlight ? "h" : ""},
            static_cast<std::int64_t>(random() % 5)));
    }
    return written;
}

Log merged(const std::vector<std::vector<Operation>>& parts) {
    Log log("x", "corpus");
    for (const auto& part : parts) log.merge(part);
    return log;
}

}  // namespace

TEST_CASE("notebook: a note that two devices wrote without each other is kept twice") {
    Log home("home", "corpus");
    Log office("office", "corpus");
    const Operation at_home = home.record(Kind::note, "eins", true, 1000, "zu Hause");
    const Operation at_office = office.record(Kind::note, "eins", true, 2000, "im Amt");
    home.merge({&at_office, 1});
    office.merge({&at_home, 1});
    CHECK(home == office);
    CHECK(home.value(Kind::note, "eins") == "im Amt");
    CHECK(other_notes(home, "eins") == std::vector<std::string>{"zu Hause"});
}

TEST_CASE("notebook: who writes over both versions ends the conflict, everywhere") {
    Log home("home", "corpus");
    Log office("office", "corpus");
    home.record(Kind::note, "eins", true, 1000, "zu Hause");
    office.record(Kind::note, "eins", true, 2000, "im Amt");
    home.merge(copies(office));
    home.record(Kind::note, "eins", true, 3000, "beides");
    office.merge(copies(home));
    CHECK(office.value(Kind::note, "eins") == "beides");
    CHECK(other_notes(office, "eins").empty());
    CHECK(office == home);
}

TEST_CASE("notebook: a note written over is no conflict, nor is it when an old file brings it again") {
    Log log("me", "corpus");
    const Operation first = log.record(Kind::note, "eins", true, 1000, "erst");
    log.record(Kind::note, "eins", true, 2000, "dann");
    Log later("me again", "corpus");
    later.merge(copies(log));
    later.record(Kind::note, "eins", true, 3000, "zuletzt");
    later.merge({&first, 1});
    CHECK(other_notes(later, "eins").empty());
    CHECK(later.operations().size() == 1);
}

TEST_CASE("notebook: a note that was changed here while it was removed there comes as another version") {
    Log home("home", "corpus");
    home.record(Kind::note, "eins", true, 1000, "erst");
    Log office("office", "corpus");
    office.merge(copies(home));
    home.record(Kind::note, "eins", true, 2000, "ergänzt");
    office.record(Kind::note, "eins", false, 3000);
    office.merge(copies(home));
    CHECK_FALSE(office.is_set(Kind::note, "eins"));
    CHECK(other_notes(office, "eins") == std::vector<std::string>{"ergänzt"});
}

TEST_CASE("notebook: notes of the first version, which knew nothing of conflicts, replace each other") {
    Operation old{.replica = "a", .clock = {1000, 0}, .corpus = "corpus", .uid = "eins", .kind = Kind::note, .value = "erst"};
    Operation later = old;
    later.replica = "b";
    later.clock.wall_ms = 2000;
    later.value = "dann";
    Log log("me", "corpus");
    log.merge(std::vector{later, old});
    CHECK(log.value(Kind::note, "eins") == "dann");
    CHECK(other_notes(log, "eins").empty());
    CHECK(log.operation_count() == 1);
}

TEST_CASE("notebook: highlights stand side by side and are removed one by one") {
    Log log("me", "corpus");
    log.record({.kind = Kind::highlight, .uid = "eins", .value = "A", .item = "h1"}, 1);
    log.record({.kind = Kind::highlight, .uid = "eins", .value = "B", .item = "h2"}, 2);
    REQUIRE(log.items(Kind::highlight, "eins").size() == 2);
    log.record({.kind = Kind::highlight, .uid = "eins", .is_set = false, .item = "h1"}, 3);
    REQUIRE(log.items(Kind::highlight, "eins").size() == 1);
    CHECK(log.items(Kind::highlight, "eins")[0]->value == "B");
    CHECK(log.all(Kind::highlight) == std::vector<std::string>{"eins"});
}

TEST_CASE("notebook: what devices wrote merges to the same in any order and any number of times, conflicts too") {
    std::mt19937 random(20261124);
    for (int round = 0; round < 400; ++round) {
        const auto written = written_by_devices(random);
        const Log forward = merged(written);
        CHECK(forward == merged({written[2], written[1], written[0]}));
        CHECK(forward == merged({written[1], written[1], written[0], written[2], written[0]}));
        std::vector<Operation> shuffled;
        for (const auto& part : written) shuffled.insert(shuffled.end(), part.begin(), part.end());
        std::ranges::shuffle(shuffled, random);
        CHECK(forward == merged({shuffled}));
    }
}

TEST_CASE("notebook: a compacted log merges to the same as all that was ever written") {
    std::mt19937 random(4711);
    for (int round = 0; round < 400; ++round) {
        const auto written = written_by_devices(random);
        Log compacted = merged({copies(merged({written[0], written[1]}))});
        CHECK(compacted == merged({written[0], written[1]}));
        compacted.merge(written[2]);
        CHECK(compacted == merged(written));
        // What was left out may come back from a file.
        compacted.merge(written[0]);
        CHECK(compacted == merged(written));
    }
}

TEST_CASE("notebook: comparing tells what a merge changed for the reader, and nothing else") {
    Log log("me", "corpus");
    log.record(Kind::bookmark, "eins", true, 1000);
    log.record(Kind::note, "eins", true, 1001, "meins");
    Log other("other", "corpus");
    std::vector<Operation> theirs;
    theirs.push_back(other.record(Kind::bookmark, "eins", true, 2000));   // is one already
    theirs.push_back(other.record(Kind::bookmark, "zwei", true, 2001));   // new
    theirs.push_back(other.record(Kind::note, "eins", true, 900, "ihrs"));
    const std::vector<Change> changes = log.merge_and_compare(theirs);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0] == Change{.kind = Kind::bookmark, .uid = "zwei", .is_set = true});
    CHECK(changes[1].kind == Kind::note);
    CHECK(changes[1].is_conflict);
    CHECK(changes[1].before == "meins");
    CHECK(log.merge_and_compare(theirs).empty());
}
