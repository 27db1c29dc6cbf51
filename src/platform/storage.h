#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace lesesaal::platform {

struct StoredRecord {
    std::string key;
    std::string bytes;
};

/// What the store holds when opened, and how long it will keep what it is given.
struct StorageContents {
    std::vector<StoredRecord> records;
    enum class Lifetime { durable, until_closing };
    Lifetime lifetime = Lifetime::durable;
    /// Why it is until_closing, as a key of assets/i18n ("storage_unavailable"); empty when durable.
    std::string reason;
};

/// Keeps the reader's records. Answers come later, each exactly once, never from within the call. The messages of errors
/// are keys of assets/i18n: storage_unreadable, _full, _blocked, _failed.
struct Storage {
    virtual ~Storage() = default;

    /// Opens the store of one corpus, by writing and reading back a probe. Where the browser gives no store, the answer
    /// is an empty one that lives until closing, never an error and never a wiped store.
    /// Fails with: io (the store exists but cannot be read; nothing is overwritten then).
    virtual void open(const std::string& corpus_id, std::function<void(base::Result<StorageContents>)> then) = 0;

    /// Appends all records or none. Answers once they are durable. Fails with: out_of_space, blocked, io.
    virtual void append(std::vector<StoredRecord> records, std::function<void(base::Result<void>)> then) = 0;
};

}  // namespace lesesaal::platform
