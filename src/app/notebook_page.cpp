// What the notebook's page shows: a shelf of entries, narrowed by its own search.

#include <algorithm>

#include "app/state.h"
#include "query/fold.h"

namespace lesesaal::app {
namespace {

using notebook::Entry;

// A handful of marks is quickly made again; more than that, kept in one place for two weeks, is worth a sentence.
constexpr std::int32_t backup_marks_min = 10;
constexpr std::int64_t backup_age_ms = 14LL * 24 * 60 * 60 * 1000;

bool has(const std::vector<std::string>& names, const std::string& name) { return std::ranges::find(names, name) != names.end(); }

bool is_on(const State& state, const Entry& entry) {
    const Shelf& shelf = state.view.shelf;
    switch (shelf.kind) {
        case ShelfKind::all: return true;
        case ShelfKind::bookmarks: return entry.is_bookmarked;
        case ShelfKind::notes: return !entry.note.empty() || !entry.other_notes.empty();
        case ShelfKind::highlights: return !entry.highlights.empty();
        case ShelfKind::collection: return has(entry.collections, shelf.name);
        case ShelfKind::tag: return has(entry.tags, shelf.name);
        case ShelfKind::missing: return is_missing(state, entry);
        case ShelfKind::searches: break;
    }
    return false;
}

std::string words_of(const Entry& entry) {
    std::string words = entry.card.headline + "\n" + entry.card.kicker + "\n" + entry.card.source + "\n" + entry.note;
    for (const std::string& name : entry.collections) words += "\n" + name;
    for (const std::string& name : entry.tags) words += "\n" + name;
    for (const notebook::EntryHighlight& one : entry.highlights) words += "\n" + one.highlight.quote.exact + "\n" + one.highlight.note;
    return query::fold_name(words);
}

/// Every word of the search stands somewhere.
bool matches(const std::string& folded, const std::string& text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin && folded.find(text.substr(begin, end - begin)) == std::string::npos) return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace

bool is_missing(const State& state, const Entry& entry) {
    if (state.corpus != CorpusState::ready) return false;
    return !state.uid_index.find(entry.uid);
}

std::vector<std::size_t> entries_shown(const State& state) {
    std::vector<std::size_t> shown;
    const std::string text = query::fold_name(state.view.notebook_text);
    for (std::size_t i = 0; i < state.entries.size(); ++i) {
        const Entry& entry = state.entries[i];
        if (is_on(state, entry) && (text.empty() || matches(words_of(entry), text))) shown.push_back(i);
    }
    return shown;
}

bool wants_backup(const State& state, std::int64_t now_ms) {
    if (safety(state) != Safety::only_here || state.uncopied < backup_marks_min) return false;
    const std::int64_t since_ms = std::max(state.copied.wall_ms, state.reminded_ms);
    if (since_ms > 0) return now_ms - since_ms > backup_age_ms;
    return now_ms - state.first_uncopied_ms > backup_age_ms;
}

}  // namespace lesesaal::app
