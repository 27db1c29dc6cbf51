#include "platform/memory/storage_memory.h"

#include <doctest.h>

#include "platform/memory/clock_memory.h"

using namespace lesesaal;
using base::ErrorKind;
using platform::StoredRecord;
using platform::memory::MemoryStorage;

TEST_CASE("storage in memory: no answer comes from within the call") {
    MemoryStorage storage{{.records = {{"a", "1"}}}};
    int answers = 0;
    storage.open("corpus", [&](auto contents) {
        CHECK(contents.value().records.size() == 1);
        ++answers;
    });
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
    unreadable.open("c", [](auto contents) { CHECK(contents.error().kind == ErrorKind::io); });
    CHECK(unreadable.deliver() == 1);

    MemoryStorage fleeting{{.lifetime = platform::StorageContents::Lifetime::until_closing, .reason = "Im Rahmen."}};
    fleeting.open("c", [](auto contents) {
        CHECK(contents.value().lifetime == platform::StorageContents::Lifetime::until_closing);
        CHECK(contents.value().reason == "Im Rahmen.");
    });
    CHECK(fleeting.deliver() == 1);
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
