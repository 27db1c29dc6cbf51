#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "notebook/operation.h"

namespace lesesaal::notebook {

/// The merged state of operations: per key (kind, uid, and the value where several stand side by side) the one with the
/// greatest clock, ties broken by the replica.
class Log {
public:
    Log() = default;
    Log(std::string replica, std::string corpus);

    /// Takes operations from anywhere, known ones too. Commutative, associative, idempotent.
    void merge(std::span<const Operation> operations);

    /// Makes an operation of this replica that is newer than everything seen, and merges it.
    /// `now_ms`: wall time; a clock that runs behind what was seen is not followed.
    Operation record(Kind kind, std::string_view uid, bool is_set, std::int64_t now_ms, std::string_view value = {});

    [[nodiscard]] bool is_set(Kind kind, std::string_view uid) const;
    /// Of a kind with one value: that, or "" when it is not set.
    [[nodiscard]] std::string value(Kind kind, std::string_view uid) const;
    /// Of a kind with many: those that are set, sorted.
    [[nodiscard]] std::vector<std::string> values(Kind kind, std::string_view uid) const;
    /// uids, sorted, each once.
    [[nodiscard]] std::vector<std::string> all(Kind kind) const;
    [[nodiscard]] std::size_t size() const { return latest_.size(); }
    [[nodiscard]] const std::string& replica() const { return replica_; }

    bool operator==(const Log& other) const { return latest_ == other.latest_; }

private:
    using Key = std::tuple<Kind, std::string, std::string>;
    [[nodiscard]] static Key key_of(Kind kind, std::string_view uid, std::string_view value);
    std::string replica_;
    std::string corpus_;
    Clock newest_;
    std::map<Key, Operation> latest_;
};

}  // namespace lesesaal::notebook
