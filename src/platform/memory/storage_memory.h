#pragma once

#include <optional>
#include <set>

#include "platform/memory/answers.h"
#include "platform/storage.h"

namespace lesesaal::platform::memory {

/// The reader's store in a test. Answers wait until deliver() is called, as a browser's come in a later turn.
class MemoryStorage final : public Storage {
public:
    struct Options {
        /// What is there before anything is opened.
        std::vector<StoredRecord> records;
        /// The number, from 1, of the first append or replacement that fails, and every later one with it; 0: none does.
        int fail_at = 0;
        base::ErrorKind with = base::ErrorKind::out_of_space;
        /// Opening fails, as of a store that cannot be read.
        std::optional<base::ErrorKind> open_fails_with = std::nullopt;
        Keeper keeper = Keeper::browser;
        std::string host;
        std::string reason;
        /// The store was emptied before this visit.
        bool was_cleared = false;
    };

    MemoryStorage() = default;
    explicit MemoryStorage(Options options) : options_(std::move(options)) {}

    void open(const std::string& corpus_id, std::function<void(base::Result<StorageContents>)> then,
              std::function<void(std::vector<StoredRecord>)> on_records) override;
    void append(std::vector<StoredRecord> records, std::function<void(base::Result<void>)> then) override;
    void replace(std::vector<StoredRecord> added, std::vector<std::string> removed,
                 std::function<void(base::Result<void>)> then) override;
    void refresh(std::function<void(base::Result<StorageContents>)> then) override;

    /// Gives the answers that wait, in order, also those asked for meanwhile. Returns: how many.
    int deliver() { return answers_.deliver(); }

    /// Another tab appends: it is in the store at once, the news comes as an answer does.
    void bring(std::vector<StoredRecord> records);
    /// Another tab appends and its news is lost; refresh finds it.
    void slip_in(std::vector<StoredRecord> records);
    /// Somebody empties the store; the next refresh tells.
    void clear();
    /// From the next open or refresh on.
    void change_keeper(Keeper keeper, std::string reason = {});
    /// From the next append on; 0: none fails.
    void fail_at(int append) { options_.fail_at = append; }
    [[nodiscard]] int appends() const { return appends_; }

    /// What a next session would find: appended and answered.
    [[nodiscard]] const std::vector<StoredRecord>& records() const { return options_.records; }
    [[nodiscard]] const std::string& corpus_id() const { return corpus_id_; }

private:
    void put(const std::vector<StoredRecord>& records);
    void answer(const std::function<void(base::Result<StorageContents>)>& then);

    Options options_;
    std::string corpus_id_;
    int appends_ = 0;
    std::set<std::string> known_;  // keys that the session has read or written
    std::function<void(std::vector<StoredRecord>)> on_records_;
    Answers answers_;
};

}  // namespace lesesaal::platform::memory
