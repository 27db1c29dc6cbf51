#pragma once
// Which operations lie in which records of the store, and when they are better kept together. Pure.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "notebook/log.h"
#include "notebook/operation.h"
#include "platform/storage.h"

namespace lesesaal::shell {

/// What records were found to hold.
struct Decoded {
    std::vector<notebook::Operation> operations;
    int bad = 0;
};

/// To be done by Storage::replace.
struct Compaction {
    std::vector<platform::StoredRecord> added;
    std::vector<std::string> removed;
};

class RecordBook {
public:
    /// Reads records, and remembers those that were good. One that cannot be read stays in the store, untouched: a newer
    /// program may know it.
    [[nodiscard]] Decoded read(std::span<const platform::StoredRecord> records);

    /// Records for new operations: one each, or packs where there are many. To be told by kept() when they are stored.
    [[nodiscard]] static std::vector<platform::StoredRecord> records_of(std::span<const notebook::Operation> operations);
    void kept(std::span<const platform::StoredRecord> records, std::span<const notebook::Operation> operations);

    /// Single records become one pack, of the very operations that were in them; many packs become few, of what the log still
    /// needs. Requires: the log has merged all that was read and kept. Nothing, when there is no need.
    [[nodiscard]] std::optional<Compaction> plan(const notebook::Log& log) const;
    void done(const Compaction& compaction);

private:
    struct Single {
        std::string key;
        notebook::Operation operation;
    };
    std::vector<Single> singles_;
    std::vector<std::string> packs_;  // keys
};

/// So many single records are read in a few milliseconds; more are packed.
constexpr std::size_t single_records_max = 400;
constexpr std::size_t pack_records_max = 24;
/// More new operations than this at once are packed from the beginning.
constexpr std::size_t operations_single_max = 20;

}  // namespace lesesaal::shell
