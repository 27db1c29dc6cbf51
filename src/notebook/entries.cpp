#include "notebook/entries.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace lesesaal::notebook {
namespace {

constexpr std::array marks{Kind::bookmark, Kind::collection, Kind::tag, Kind::note, Kind::highlight};

std::vector<OtherVersion> other_versions(const Log& log, Kind kind, std::string_view uid, std::string_view item = {}) {
    std::vector<OtherVersion> versions;
    for (Operation& other : log.conflicts(kind, uid, item)) versions.push_back({std::move(other.value), other.clock.wall_ms});
    return versions;
}

void add_highlights(Entry& entry, const Log& log) {
    for (const Operation* operation : log.items(Kind::highlight, entry.uid)) {
        auto highlight = decode_highlight(operation->value);
        if (!highlight) continue;
        entry.changed_ms = std::max(entry.changed_ms, operation->clock.wall_ms);
        entry.highlights.push_back({operation->item, std::move(*highlight), operation->clock.wall_ms,
                                    other_versions(log, Kind::highlight, entry.uid, operation->item)});
    }
    std::ranges::stable_sort(entry.highlights, {}, [](const EntryHighlight& one) { return one.highlight.begin; });
}

}  // namespace

Entry entry_of(const Log& log, std::string_view uid) {
    Entry entry{.uid = std::string(uid), .is_read = log.is_set(Kind::read, uid)};
    const auto look = [&](const Operation* operation) {
        if (!operation || !operation->is_set) return std::int64_t{0};
        if (entry.corpus.empty()) entry.corpus = operation->corpus;
        entry.changed_ms = std::max(entry.changed_ms, operation->clock.wall_ms);
        return operation->clock.wall_ms;
    };
    if (const Operation* card = log.find(Kind::card, uid); card && card->is_set) {
        if (auto read = decode_card(card->value)) entry.card = std::move(*read);
        entry.corpus = card->corpus;
    }
    entry.bookmarked_ms = look(log.find(Kind::bookmark, uid));
    entry.is_bookmarked = log.is_set(Kind::bookmark, uid);
    for (const Operation* one : log.items(Kind::collection, uid)) look(one), entry.collections.push_back(one->value);
    for (const Operation* one : log.items(Kind::tag, uid)) look(one), entry.tags.push_back(one->value);
    entry.note = log.value(Kind::note, uid);
    entry.noted_ms = look(log.find(Kind::note, uid));
    entry.other_notes = other_versions(log, Kind::note, uid);
    for (const OtherVersion& other : entry.other_notes) entry.changed_ms = std::max(entry.changed_ms, other.made_ms);
    add_highlights(entry, log);
    return entry;
}

std::vector<Entry> entries(const Log& log) {
    std::set<std::string> uids;
    for (const Kind kind : marks) {
        for (std::string& uid : log.all(kind)) uids.insert(std::move(uid));
    }
    // A note that was removed here and written on elsewhere has nothing set but is still there.
    for (const Operation* operation : log.operations()) {
        if (operation->kind == Kind::note && operation->is_set) uids.insert(operation->uid);
    }
    std::vector<Entry> list;
    list.reserve(uids.size());
    for (const std::string& uid : uids) list.push_back(entry_of(log, uid));
    std::ranges::stable_sort(list, std::greater{}, &Entry::changed_ms);
    return list;
}

std::vector<EntrySearch> searches(const Log& log) {
    std::vector<EntrySearch> list;
    for (const Operation* operation : log.items(Kind::search, "")) {
        if (auto search = decode_search(operation->value)) list.push_back({operation->item, std::move(*search), operation->clock.wall_ms});
    }
    std::ranges::stable_sort(list, {}, [](const EntrySearch& one) { return one.search.name; });
    return list;
}

bool is_treasured(Kind kind) {
    switch (kind) {
        case Kind::bookmark:
        case Kind::note:
        case Kind::tag:
        case Kind::collection:
        case Kind::highlight:
        case Kind::search: return true;
        case Kind::read:
        case Kind::position:
        case Kind::setting:
        case Kind::card:
        case Kind::count_: break;
    }
    return false;
}

}  // namespace lesesaal::notebook
