#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace lesesaal::platform {

struct StoredRecord {
    std::string key;
    std::string bytes;  // UTF-8
    bool operator==(const StoredRecord&) const = default;
};

/// Who keeps what the store is given.
enum class Keeper {
    browser,  // IndexedDB: outlives a crash
    simple,   // the browser's simple store alone: what was written just before a crash may be gone
    host,     // the page that embeds this one, over the bridge
    nobody,   // until closing
};

/// What the store holds when opened, and how long it will keep what it is given.
struct StorageContents {
    /// Of all that could be read: the browser's store, the spare, the host. Each key once; twice where store and spare
    /// differ, since one of the two is damaged then.
    std::vector<StoredRecord> records;
    Keeper keeper = Keeper::browser;
    /// Of Keeper::host: its origin, "https://intranet.example".
    std::string host;
    /// Why it is not the browser, as a key of assets/i18n ("storage_unavailable"); empty when it is.
    std::string reason;
    /// Something was kept here before and is gone: the browser, or somebody at it, has emptied the store. Told once. What
    /// the program holds has to be appended anew; what the spare still had is back already.
    bool was_cleared = false;
};

/// Keeps the reader's records. Answers come later, each exactly once, never from within the call. The messages of errors
/// are keys of assets/i18n: storage_unreadable, _full, _blocked, _failed.
struct Storage {
    virtual ~Storage() = default;

    /// Opens the store of one corpus, by writing and reading back a probe. Where the browser gives no store, the answer is
    /// its simple one, the host, or one that lives until closing: never an error and never a wiped store.
    /// `corpus_id`: not empty. `on_records`: called from the answer on with what other tabs and the host bring; they are
    /// stored already, and come from anywhere: well-formed texts, nothing more.
    /// Fails with: io (the store exists but cannot be read, and there is no other; nothing is overwritten then).
    virtual void open(const std::string& corpus_id, std::function<void(base::Result<StorageContents>)> then,
                      std::function<void(std::vector<StoredRecord>)> on_records) = 0;

    /// Appends all records or none, and tells the other tabs. Answers once they are durable. Fails with: out_of_space,
    /// blocked, io.
    virtual void append(std::vector<StoredRecord> records, std::function<void(base::Result<void>)> then) = 0;

    /// Puts `added` in the place of the records with those keys, all or nothing. Fails with: as append.
    virtual void replace(std::vector<StoredRecord> added, std::vector<std::string> removed,
                         std::function<void(base::Result<void>)> then) = 0;

    /// Looks anew, as when the reader comes back to the tab: probes the store, and answers as open does, but with those
    /// records only that were not read or written here before. What was appended while nobody kept it is written as soon as
    /// somebody does. Requires: open was answered. Fails with: io.
    virtual void refresh(std::function<void(base::Result<StorageContents>)> then) = 0;
};

}  // namespace lesesaal::platform
