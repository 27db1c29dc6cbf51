#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "notebook/operation.h"

namespace lesesaal::notebook {

/// What merging changed of one key, as the reader would see it.
struct Change {
    Kind kind = Kind::bookmark;
    std::string uid;
    std::string item;    // which of several, as Operation::item; of a tag or collection: its name
    bool was_set = false;
    bool is_set = false;
    std::string before;  // values
    std::string after;
    bool is_conflict = false;  // another version of it is kept beside it now, and was not before
    bool operator==(const Change&) const = default;
};

/// The merged state of operations. Per key (kind, uid, and the item or value where several stand side by side) the one
/// with the greatest clock holds, ties broken by the replica. Of kinds that keep conflicts also those that no other
/// operation's writer has seen. A function of the set of operations alone: merging is commutative, associative, idempotent.
class Log {
public:
    Log() = default;
    Log(std::string replica, std::string corpus);

    /// Takes operations from anywhere, known ones too. Cost: logarithmic each; in the order of operations() constant.
    void merge(std::span<const Operation> operations);
    /// The same. Returns: what is otherwise than before, one entry per key, in no particular order.
    [[nodiscard]] std::vector<Change> merge_and_compare(std::span<const Operation> operations);

    /// What is written: by this replica, newer than everything seen. `now_ms`: wall time; a clock that runs behind what was
    /// seen is not followed.
    struct Entry {
        Kind kind = Kind::bookmark;
        std::string_view uid;
        bool is_set = true;
        std::string_view value;
        std::string_view item;
    };
    Operation record(const Entry& entry, std::int64_t now_ms);
    Operation record(Kind kind, std::string_view uid, bool is_set, std::int64_t now_ms, std::string_view value = {});

    [[nodiscard]] bool is_set(Kind kind, std::string_view uid) const;
    /// Of a kind with one value: that, or "" when it is not set.
    [[nodiscard]] std::string value(Kind kind, std::string_view uid) const;
    /// Of a kind with many: those that are set, sorted.
    [[nodiscard]] std::vector<std::string> values(Kind kind, std::string_view uid) const;
    /// Of a kind with items: those that are set, sorted by item; the pointers live until the log changes.
    [[nodiscard]] std::vector<const Operation*> items(Kind kind, std::string_view uid) const;
    /// The operation that holds, a tombstone too; null when there is none.
    [[nodiscard]] const Operation* find(Kind kind, std::string_view uid, std::string_view item = {}) const;
    /// Whether merging it would change nothing.
    [[nodiscard]] bool knows(const Operation& operation) const;
    /// Other versions of what is written there, kept because their writers did not know of each other. Oldest first.
    [[nodiscard]] std::vector<Operation> conflicts(Kind kind, std::string_view uid, std::string_view item = {}) const;
    /// uids, sorted, each once.
    [[nodiscard]] std::vector<std::string> all(Kind kind) const;

    /// Everything that merging needs, in the order of keys: what another log merges from these it would from all that was
    /// ever merged here. Lifetime of the pointers: until the log changes.
    [[nodiscard]] std::vector<const Operation*> operations() const;
    /// How many those are.
    [[nodiscard]] std::size_t operation_count() const { return latest_.size() + others_; }
    [[nodiscard]] std::size_t size() const { return latest_.size(); }
    [[nodiscard]] const std::string& replica() const { return replica_; }

    bool operator==(const Log& other) const { return latest_ == other.latest_; }

private:
    using Key = std::tuple<Kind, std::string, std::string>;
    struct Versions {
        Operation latest;
        std::vector<Operation> others;  // not seen by any other's writer; sorted
        std::vector<Seen> seen;         // by all writers together; sorted by replica
        bool operator==(const Versions&) const = default;
    };
    using Latest = std::map<Key, Versions>;

    [[nodiscard]] static Key key_of(Kind kind, std::string_view uid, std::string_view item);
    [[nodiscard]] static Key key_of(const Operation& operation);
    [[nodiscard]] Latest::const_iterator first_of(Kind kind, std::string_view uid) const;
    Versions& merge_one(const Operation& operation, Latest::iterator& hint);

    std::string replica_;
    std::string corpus_;
    Clock newest_;
    Latest latest_;
    std::size_t others_ = 0;
};

}  // namespace lesesaal::notebook
