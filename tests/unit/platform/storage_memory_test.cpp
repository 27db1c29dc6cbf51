#include "platform/memory/storage_memory.h"

#include <doctest.h>

#include "platform/memory/clock_memory.h"

using namespace lesesaal;
using base::ErrorKind;
using platform::Keeper;
using platform::StoredRecord;
using platform::memory::MemoryStorage;

namespace {

const auto no_news = [](std::vector<StoredRecord>) { CHECK(false); };

}  // namespace

TEST_CASE("storage in memory: no answer comes from within the call") {
    MemoryStorage storage{{.records = {{"a", "1"}}}};
    int answers = 0;
    storage.open(
        "corpus",
        [&](auto contents) {
            CHECK(contents.value().records.size() == 1);
            ++answers;
        },
        no_news);
    storage.append({{"b", "2"}}, [&](auto done) {
        CHECK(done);
        ++answers;
    });
    CHECK(answers == 0);
    CHECK(storage.records().size() == 1);
    CHECK(storage.deliver() == 2);
    CHECK(answers == 2);
    CHECK(storage.records().size() == 2);
    CHECK(storage.corpus_id() == "corpus");
    CHECK(storage.deliver() == 0);
}

TEST_CASE("storage in memory: from the chosen append on all are refused as a whole and earlier records survive") {
    MemoryStorage storage{{.fail_at = 2, .with = ErrorKind::out_of_space}};
    std::vector<bool> stored;
    for (const char* key : {"a", "b", "c"}) {
        storage.append({{key, "x"}, {std::string(key) + "2", "x"}}, [&](auto done) {
            stored.push_back(done.has_value());
            if (!done) CHECK(done.error().kind == ErrorKind::out_of_space);
        });
    }
    storage.deliver();
    CHECK(stored == std::vector{true, false, false});
    CHECK(storage.records().size() == 2);
}

TEST_CASE("storage in memory: a store that cannot be read says so, one that lives until closing too") {
    MemoryStorage unreadable{{.open_fails_with = ErrorKind::io}};
    unreadable.open("c", [](auto contents) { CHECK(contents.error().kind == ErrorKind::io); }, no_news);
    CHECK(unreadable.deliver() == 1);

    MemoryStorage fleeting{{.keeper = Keeper::nobody, .reason = "storage_unavailable"}};
    fleeting.open(
        "c",
        [](auto contents) {
            CHECK(contents.value().keeper == Keeper::nobody);
            CHECK(contents.value().reason == "storage_unavailable");
        },
        no_news);
    CHECK(fleeting.deliver() == 1);
}

TEST_CASE("storage in memory: a replacement removes the keys it was told and no other, or nothing when it fails") {
    MemoryStorage storage{{.records = {{"a", "1"}, {"b", "2"}, {"bad", "?"}}, .fail_at = 2}};
    storage.replace({{"pack", "1 2"}}, {"a", "b", "unknown"}, [](auto done) { CHECK(done); });
    storage.replace({{"other", "3"}}, {"pack"}, [](auto done) { CHECK(!done); });
    CHECK(storage.deliver() == 2);
    CHECK(storage.records() == std::vector<StoredRecord>{{"bad", "?"}, {"pack", "1 2"}});
}

TEST_CASE("storage in memory: what another tab appends is told once, by the tab or by looking anew") {
    MemoryStorage storage;
    std::vector<std::string> told;
    const auto take = [&](const std::vector<StoredRecord>& records) {
        for (const StoredRecord& record : records) told.push_back(record.key);
    };
    const auto take_contents = [&](const auto& contents) { take(contents.value().records); };
    storage.open("c", take_contents, take);
    storage.deliver();
    storage.append({{"mine", "0"}}, [](auto done) { CHECK(done); });
    storage.bring({{"theirs", "1"}});
    storage.slip_in({{"missed", "2"}});
    storage.refresh(take_contents);
    storage.refresh(take_contents);
    storage.deliver();
    CHECK(told == std::vector<std::string>{"theirs", "missed"});
    CHECK(storage.records().size() == 3);
}

TEST_CASE("storage in memory: a store that somebody empties says so once, and one that was always empty does not") {
    MemoryStorage storage;
    std::vector<bool> cleared;
    const auto look = [&](const auto& contents) { cleared.push_back(contents.value().was_cleared); };
    storage.clear();
    storage.open("c", look, no_news);
    storage.append({{"a", "1"}}, [](auto done) { CHECK(done); });
    storage.deliver();
    storage.clear();
    storage.refresh(look);
    storage.refresh(look);
    storage.deliver();
    CHECK(cleared == std::vector{false, true, false});
}

TEST_CASE("clock in memory: stands still, goes on when told, and its steady hand never goes back") {
    platform::memory::MemoryClock clock{1000};
    CHECK(clock.now_ms() == 1000);
    clock.advance(500);
    clock.advance(-300);
    CHECK(clock.now_ms() == 1200);
    CHECK(clock.monotonic_ms() == 500.0);
    CHECK(clock.random_id() == "0000000000000001");
    CHECK(clock.random_id() == "0000000000000002");
}
