#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notebook/operation.h"

namespace lesesaal::notebook {

/// The merged state of operations: per key (kind, uid) the one with the greatest clock, ties broken by the replica.
class Log {
public:
    Log() = default;
    Log(std::string replica, std::string corpus);

    /// Takes operations from anywhere, known ones too. Commutative, associative, idempotent.
    void merge(std::span<const Operation> operations);

    /// Makes an operation of this replica that is newer than everything seen, and merges it.
    /// `now_ms`: wall time; a clock that runs behind what was seen is not followed.
    Operation record(Kind kind, std::string_view uid, bool is_set, std::int64_t now_ms);

    [[nodiscard]] bool is_set(Kind kind, std::string_view uid) const;
    /// uids, sorted.
    [[nodiscard]] std::vector<std::string> all(Kind kind) const;
    [[nodiscard]] std::size_t size() const { return latest_.size(); }
    [[nodiscard]] const std::string& replica() const { return replica_; }

    bool operator==(const Log& other) const { return latest_ == other.latest_; }

private:
    using Key = std::pair<Kind, std::string>;
    std::string replica_;
    std::string corpus_;
    Clock newest_;
    std::map<Key, Operation> latest_;
};

}  // namespace lesesaal::notebook
