#include "notebook/log.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace lesesaal::notebook {
namespace {

/// A total order, so that every replica keeps the same one of two operations.
auto rank(const Operation& operation) { return std::tie(operation.clock, operation.replica, operation.is_set, operation.value); }
bool is_newer(const Operation& a, const Operation& b) { return rank(a) > rank(b); }

/// Takes the newer of each replica.
void join(std::vector<Seen>& seen, const Seen& one) {
    const auto at = std::ranges::lower_bound(seen, one.replica, {}, &Seen::replica);
    if (at == seen.end() || at->replica != one.replica) seen.insert(at, one);
    else at->clock = std::max(at->clock, one.clock);
}

bool is_covered(const Operation& operation, const std::vector<Seen>& seen) {
    const auto at = std::ranges::lower_bound(seen, operation.replica, {}, &Seen::replica);
    return at != seen.end() && at->replica == operation.replica && operation.clock <= at->clock;
}

/// The newest stay.
void shorten(std::vector<Seen>& seen) {
    if (seen.size() <= seen_max) return;
    std::ranges::sort(seen, std::greater{}, &Seen::clock);
    seen.resize(seen_max);
    std::ranges::sort(seen, {}, &Seen::replica);
}

}  // namespace

Log::Log(std::string replica, std::string corpus) : replica_(std::move(replica)), corpus_(std::move(corpus)) {}

Log::Key Log::key_of(Kind kind, std::string_view uid, std::string_view item) { return {kind, std::string(uid), std::string(item)}; }

Log::Key Log::key_of(const Operation& operation) {
    if (has_many_values(operation.kind)) return key_of(operation.kind, operation.uid, operation.value);
    return key_of(operation.kind, operation.uid, has_items(operation.kind) ? operation.item : std::string{});
}

Log::Versions& Log::merge_one(const Operation& operation, Latest::iterator& hint) {
    newest_ = std::max(newest_, operation.clock);
    const std::size_t before = latest_.size();
    hint = latest_.try_emplace(hint, key_of(operation), Versions{.latest = operation, .others = {}, .seen = {}});
    const bool is_new = latest_.size() != before;
    Versions& versions = hint->second;
    ++hint;
    if (!keeps_conflicts(operation.kind)) {
        if (!is_new && is_newer(operation, versions.latest)) versions.latest = operation;
        return versions;
    }
    const std::size_t others_before = versions.others.size();
    if (operation.seen) {
        for (const Seen& one : *operation.seen) join(versions.seen, one);
    }
    if (!is_new && operation != versions.latest) {
        const bool is_latest = is_newer(operation, versions.latest);
        Operation older = is_latest ? std::exchange(versions.latest, operation) : operation;
        const auto at = std::ranges::lower_bound(versions.others, older);
        if (older.seen && (at == versions.others.end() || *at != older)) versions.others.insert(at, std::move(older));
    }
    std::erase_if(versions.others, [&](const Operation& other) { return is_covered(other, versions.seen); });
    others_ = others_ + versions.others.size() - others_before;
    return versions;
}

void Log::merge(std::span<const Operation> operations) {
    auto hint = latest_.end();
    for (const Operation& operation : operations) (void)merge_one(operation, hint);
}

std::vector<Change> Log::merge_and_compare(std::span<const Operation> operations) {
    std::map<Key, std::pair<Change, std::size_t>> changes;  // with how many other versions there were
    auto hint = latest_.end();
    for (const Operation& operation : operations) {
        const Key key = key_of(operation);
        const auto known = latest_.find(key);
        if (!changes.contains(key)) {
            Change change{.kind = operation.kind, .uid = operation.uid, .item = std::get<2>(key)};
            if (known != latest_.end()) {
                change.was_set = known->second.latest.is_set;
                change.before = known->second.latest.value;
            }
            changes.try_emplace(key, std::move(change), known == latest_.end() ? 0 : known->second.others.size());
        }
        const Versions& versions = merge_one(operation, hint);
        auto& [change, others] = changes.find(key)->second;
        change.is_set = versions.latest.is_set;
        change.after = versions.latest.value;
        change.is_conflict = versions.others.size() > others;
    }
    std::vector<Change> seen;
    for (auto& [key, entry] : changes) {
        Change& change = entry.first;
        const bool is_same = change.was_set == change.is_set && (change.before == change.after || !change.is_set);
        if (!is_same || change.is_conflict) seen.push_back(std::move(change));
    }
    return seen;
}

Operation Log::record(const Entry& entry, std::int64_t now_ms) {
    Clock clock{now_ms, 0};
    if (clock <= newest_) clock = {newest_.wall_ms, newest_.counter + 1};
    Operation operation{.replica = replica_,
                        .clock = clock,
                        .corpus = corpus_,
                        .uid = std::string(entry.uid),
                        .kind = entry.kind,
                        .is_set = entry.is_set,
                        .value = std::string(entry.value),
                        .item = std::string(entry.item)};
    if (keeps_conflicts(entry.kind)) {
        std::vector<Seen>& seen = operation.seen.emplace();
        if (const auto at = latest_.find(key_of(operation)); at != latest_.end()) {
            seen = at->second.seen;
            join(seen, {at->second.latest.replica, at->second.latest.clock});
            for (const Operation& other : at->second.others) join(seen, {other.replica, other.clock});
            shorten(seen);
        }
    }
    merge({&operation, 1});
    return operation;
}

Operation Log::record(Kind kind, std::string_view uid, bool is_set, std::int64_t now_ms, std::string_view value) {
    return record({.kind = kind, .uid = uid, .is_set = is_set, .value = value}, now_ms);
}

Log::Latest::const_iterator Log::first_of(Kind kind, std::string_view uid) const { return latest_.lower_bound(key_of(kind, uid, "")); }

bool Log::is_set(Kind kind, std::string_view uid) const {
    // Of a kind with many values any that is set will do.
    for (auto at = first_of(kind, uid); at != latest_.end(); ++at) {
        if (std::get<0>(at->first) != kind || std::get<1>(at->first) != uid) return false;
        if (at->second.latest.is_set) return true;
    }
    return false;
}

std::string Log::value(Kind kind, std::string_view uid) const {
    const Operation* operation = find(kind, uid);
    return operation && operation->is_set ? operation->value : std::string{};
}

std::vector<std::string> Log::values(Kind kind, std::string_view uid) const {
    std::vector<std::string> values;
    for (const Operation* operation : items(kind, uid)) values.push_back(operation->value);
    return values;
}

std::vector<const Operation*> Log::items(Kind kind, std::string_view uid) const {
    std::vector<const Operation*> items;
    for (auto at = first_of(kind, uid); at != latest_.end(); ++at) {
        if (std::get<0>(at->first) != kind || std::get<1>(at->first) != uid) break;
        if (at->second.latest.is_set) items.push_back(&at->second.latest);
    }
    return items;
}

const Operation* Log::find(Kind kind, std::string_view uid, std::string_view item) const {
    const auto at = latest_.find(key_of(kind, uid, item));
    return at == latest_.end() ? nullptr : &at->second.latest;
}

bool Log::knows(const Operation& operation) const {
    const auto at = latest_.find(key_of(operation));
    if (at == latest_.end()) return false;
    const Versions& versions = at->second;
    if (operation == versions.latest || std::ranges::binary_search(versions.others, operation)) return true;
    if (is_newer(operation, versions.latest)) return false;
    // Older, and no version of its own: it would be dropped.
    return !keeps_conflicts(operation.kind) || !operation.seen || is_covered(operation, versions.seen);
}

std::vector<Operation> Log::conflicts(Kind kind, std::string_view uid, std::string_view item) const {
    std::vector<Operation> conflicts;
    const auto at = latest_.find(key_of(kind, uid, item));
    if (at == latest_.end()) return conflicts;
    for (const Operation& other : at->second.others) {
        // The same words twice are no conflict, nor is a removal that came too late.
        const bool is_known = at->second.latest.is_set && other.value == at->second.latest.value;
        if (other.is_set && !is_known && std::ranges::find(conflicts, other.value, &Operation::value) == conflicts.end()) {
            conflicts.push_back(other);
        }
    }
    std::ranges::sort(conflicts, [](const Operation& a, const Operation& b) { return is_newer(b, a); });
    return conflicts;
}

std::vector<std::string> Log::all(Kind kind) const {
    std::vector<std::string> uids;
    for (auto at = latest_.lower_bound(Key{kind, "", ""}); at != latest_.end() && std::get<0>(at->first) == kind; ++at) {
        const std::string& uid = std::get<1>(at->first);
        if (at->second.latest.is_set && (uids.empty() || uids.back() != uid)) uids.push_back(uid);
    }
    return uids;
}

std::vector<const Operation*> Log::operations() const {
    std::vector<const Operation*> operations;
    operations.reserve(operation_count());
    for (const auto& [key, versions] : latest_) {
        operations.push_back(&versions.latest);
        for (const Operation& other : versions.others) operations.push_back(&other);
    }
    return operations;
}

}  // namespace lesesaal::notebook
