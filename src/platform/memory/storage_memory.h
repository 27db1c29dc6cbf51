#pragma once

#include <optional>

#include "platform/memory/answers.h"
#include "platform/storage.h"

namespace lesesaal::platform::memory {

/// The reader's store in a test. Answers wait until deliver() is called, as a browser's come in a later turn.
class MemoryStorage final : public Storage {
public:
    struct Options {
        /// What is there before anything is opened.
        std::vector<StoredRecord> records;
        /// The number, from 1, of the first append that fails, and every later one with it; 0: none does.
        int fail_at = 0;
        base::ErrorKind with = base::ErrorKind::out_of_space;
        /// Opening fails, as of a store that cannot be read.
        std::optional<base::ErrorKind> open_fails_with = std::nullopt;
        StorageContents::Lifetime lifetime = StorageContents::Lifetime::durable;
        std::string reason;
    };

    MemoryStorage() = default;
    explicit MemoryStorage(Options options) : options_(std::move(options)) {}

    void open(const std::string& corpus_id, std::function<void(base::Result<StorageContents>)> then) override;
    void append(std::vector<StoredRecord> records, std::function<void(base::Result<void>)> then) override;

    /// Gives the answers that wait, in order, also those asked for meanwhile. Returns: how many.
    int deliver() { return answers_.deliver(); }

    /// What a next session would find: appended and answered.
    [[nodiscard]] const std::vector<StoredRecord>& records() const { return options_.records; }
    [[nodiscard]] const std::string& corpus_id() const { return corpus_id_; }

private:
    Options options_;
    std::string corpus_id_;
    int appends_ = 0;
    Answers answers_;
};

}  // namespace lesesaal::platform::memory
