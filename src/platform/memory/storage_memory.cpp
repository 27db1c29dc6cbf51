#include "platform/memory/storage_memory.h"

#include <algorithm>
#include <utility>

namespace lesesaal::platform::memory {

using base::fail;
using base::Result;

void MemoryStorage::open(const std::string& corpus_id, std::function<void(Result<StorageContents>)> then,
                         std::function<void(std::vector<StoredRecord>)> on_records) {
    corpus_id_ = corpus_id;
    answers_.add([this, then = std::move(then), on_records = std::move(on_records)] {
        on_records_ = on_records;
        answer(then);
    });
}

void MemoryStorage::refresh(std::function<void(Result<StorageContents>)> then) {
    answers_.add([this, then = std::move(then)] { answer(then); });
}

void MemoryStorage::answer(const std::function<void(Result<StorageContents>)>& then) {
    if (options_.open_fails_with) {
        then(fail(*options_.open_fails_with, "storage_unreadable"));
        return;
    }
    StorageContents contents{.keeper = options_.keeper,
                             .host = options_.host,
                             .reason = options_.reason,
                             .was_cleared = std::exchange(options_.was_cleared, false)};
    for (const StoredRecord& record : options_.records) {
        if (known_.insert(record.key).second) contents.records.push_back(record);
    }
    then(std::move(contents));
}

void MemoryStorage::append(std::vector<StoredRecord> records, std::function<void(Result<void>)> then) {
    replace(std::move(records), {}, std::move(then));
}

void MemoryStorage::replace(std::vector<StoredRecord> added, std::vector<std::string> removed,
                            std::function<void(Result<void>)> then) {
    ++appends_;
    const bool fails = options_.fail_at != 0 && appends_ >= options_.fail_at;
    answers_.add([this, fails, added = std::move(added), removed = std::move(removed), then = std::move(then)] {
        if (fails) {
            then(fail(options_.with, "storage_full"));
            return;
        }
        std::erase_if(options_.records, [&](const StoredRecord& record) {
            return std::ranges::find(removed, record.key) != removed.end();
        });
        put(added);
        for (const StoredRecord& record : added) known_.insert(record.key);
        then({});
    });
}

void MemoryStorage::bring(std::vector<StoredRecord> records) {
    put(records);
    answers_.add([this, records = std::move(records)] {
        std::vector<StoredRecord> news;
        for (const StoredRecord& record : records) {
            if (known_.insert(record.key).second) news.push_back(record);
        }
        if (on_records_ && !news.empty()) on_records_(std::move(news));
    });
}

void MemoryStorage::slip_in(std::vector<StoredRecord> records) { put(records); }

void MemoryStorage::clear() {
    options_.was_cleared = !options_.records.empty();
    options_.records.clear();
}

void MemoryStorage::change_keeper(Keeper keeper, std::string reason) {
    options_.keeper = keeper;
    options_.reason = std::move(reason);
}

void MemoryStorage::put(const std::vector<StoredRecord>& records) {
    for (const StoredRecord& record : records) {
        const auto old = std::ranges::find(options_.records, record.key, &StoredRecord::key);
        if (old != options_.records.end()) old->bytes = record.bytes;
        else options_.records.push_back(record);
    }
}

}  // namespace lesesaal::platform::memory
