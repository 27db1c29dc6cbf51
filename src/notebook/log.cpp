#include "notebook/log.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lesesaal::notebook {
namespace {

/// A total order, so that every replica keeps the same one of two operations.
bool is_newer(const Operation& a, const Operation& b) {
    return std::tie(a.clock, a.replica, a.is_set, a.value) > std::tie(b.clock, b.replica, b.is_set, b.value);
}

}  // namespace

Log::Log(std::string replica, std::string corpus) : replica_(std::move(replica)), corpus_(std::move(corpus)) {}

Log::Key Log::key_of(Kind kind, std::string_view uid, std::string_view value) {
    return {kind, std::string(uid), has_many_values(kind) ? std::string(value) : std::string{}};
}

void Log::merge(std::span<const Operation> operations) {
    for (const Operation& operation : operations) {
        newest_ = std::max(newest_, operation.clock);
        const auto [at, is_new] = latest_.try_emplace(key_of(operation.kind, operation.uid, operation.value), operation);
        if (!is_new && is_newer(operation, at->second)) at->second = operation;
    }
}

Operation Log::record(Kind kind, std::string_view uid, bool is_set, std::int64_t now_ms, std::string_view value) {
    Clock clock{now_ms, 0};
    if (clock <= newest_) clock = {newest_.wall_ms, newest_.counter + 1};
    const Operation operation{replica_, clock, corpus_, std::string(uid), kind, is_set, std::string(value)};
    merge({&operation, 1});
    return operation;
}

bool Log::is_set(Kind kind, std::string_view uid) const {
    // Of a kind with many values any that is set will do.
    for (auto at = latest_.lower_bound(key_of(kind, uid, "")); at != latest_.end(); ++at) {
        if (std::get<0>(at->first) != kind || std::get<1>(at->first) != uid) return false;
        if (at->second.is_set) return true;
    }
    return false;
}

std::string Log::value(Kind kind, std::string_view uid) const {
    const auto at = latest_.find(key_of(kind, uid, ""));
    return at != latest_.end() && at->second.is_set ? at->second.value : std::string{};
}

std::vector<std::string> Log::values(Kind kind, std::string_view uid) const {
    std::vector<std::string> values;
    for (auto at = latest_.lower_bound(key_of(kind, uid, "")); at != latest_.end(); ++at) {
        if (std::get<0>(at->first) != kind || std::get<1>(at->first) != uid) break;
        if (at->second.is_set) values.push_back(at->second.value);
    }
    return values;
}

std::vector<std::string> Log::all(Kind kind) const {
    std::vector<std::string> uids;
    for (auto at = latest_.lower_bound(Key{kind, "", ""}); at != latest_.end() && std::get<0>(at->first) == kind; ++at) {
        const std::string& uid = std::get<1>(at->first);
        if (at->second.is_set && (uids.empty() || uids.back() != uid)) uids.push_back(uid);
    }
    return uids;
}

}  // namespace lesesaal::notebook
