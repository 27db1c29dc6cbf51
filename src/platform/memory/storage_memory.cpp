#include "platform/memory/storage_memory.h"

#include <algorithm>

namespace lesesaal::platform::memory {

using base::fail;
using base::Result;

void MemoryStorage::open(const std::string& corpus_id, std::function<void(Result<StorageContents>)> then) {
    corpus_id_ = corpus_id;
    answers_.add([this, then = std::move(then)] {
        if (options_.open_fails_with) {
            then(fail(*options_.open_fails_with, "The store cannot be read."));
            return;
        }
        then(StorageContents{options_.records, options_.lifetime, options_.reason});
    });
}

void MemoryStorage::append(std::vector<StoredRecord> records, std::function<void(Result<void>)> then) {
    ++appends_;
    const bool fails = options_.fail_at != 0 && appends_ >= options_.fail_at;
    answers_.add([this, fails, records = std::move(records), then = std::move(then)] {
        if (fails) {
            then(fail(options_.with, "The store takes no more."));
            return;
        }
        for (const StoredRecord& record : records) {
            const auto old = std::find_if(options_.records.begin(), options_.records.end(),
                                          [&](const StoredRecord& r) { return r.key == record.key; });
            if (old != options_.records.end()) {
                old->bytes = record.bytes;
            } else {
                options_.records.push_back(record);
            }
        }
        then({});
    });
}

}  // namespace lesesaal::platform::memory
