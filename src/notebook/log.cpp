#include "notebook/log.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lesesaal::notebook {
namespace {

/// A total order, so that every replica keeps the same one of two operations.
bool is_newer(const Operation& a, const Operation& b) {
    return std::tie(a.clock, a.replica, a.is_set) > std::tie(b.clock, b.replica, b.is_set);
}

}  // namespace

Log::Log(std::string replica, std::string corpus) : replica_(std::move(replica)), corpus_(std::move(corpus)) {}

void Log::merge(std::span<const Operation> operations) {
    for (const Operation& operation : operations) {
        newest_ = std::max(newest_, operation.clock);
        const auto [at, is_new] = latest_.try_emplace(Key{operation.kind, operation.uid}, operation);
        if (!is_new && is_newer(operation, at->second)) at->second = operation;
    }
}

Operation Log::record(Kind kind, std::string_view uid, bool is_set, std::int64_t now_ms) {
    Clock clock{now_ms, 0};
    if (clock <= newest_) clock = {newest_.wall_ms, newest_.counter + 1};
    const Operation operation{replica_, clock, corpus_, std::string(uid), kind, is_set};
    merge({&operation, 1});
    return operation;
}

bool Log::is_set(Kind kind, std::string_view uid) const {
    const auto at = latest_.find(Key{kind, std::string(uid)});
    return at != latest_.end() && at->second.is_set;
}

std::vector<std::string> Log::all(Kind kind) const {
    std::vector<std::string> uids;
    for (const auto& [key, operation] : latest_) {
        if (key.first == kind && operation.is_set) uids.push_back(key.second);
    }
    return uids;
}

}  // namespace lesesaal::notebook
