#include <algorithm>
#include <cstdio>

#include "app/route.h"
#include "app/updater.h"

namespace lesesaal::app {
namespace {

using notebook::Kind;
using query::Mark;

// A burst of marks is written to the linked file once.
constexpr int link_pause_ms = 400;

std::string tidy_name(const std::string& text) {
    std::string name = cut_text(text, tag_bytes_max);
    std::ranges::replace(name, '\n', ' ');
    while (name.starts_with(' ')) name.erase(0, 1);
    while (name.ends_with(' ')) name.pop_back();
    return name;
}

}  // namespace

std::vector<std::string> Updater::subjects() const {
    std::vector<std::string> uids(state_.selection.begin(), state_.selection.end());
    if (uids.empty() && state_.open && state_.view.page == Page::reader) uids.push_back(state_.open->article.uid);
    return uids;
}

/// Unique among all that anybody makes: no other replica has this name, and this one counts on.
std::string Updater::new_item() {
    char text[16];
    std::snprintf(text, sizeof text, "-%x", ++state_.items_made);
    return state_.notebook.replica() + text;
}

Effects Updater::take() {
    look_at_query();
    if (is_notebook_changed_) notebook_changed();
    use_notes();
    if (is_search_due_) search_notes_anew();
    if (!nameless_.empty()) effects_.push_back(LoadCards{{nameless_.begin(), nameless_.end()}});
    return std::move(effects_);
}

void Updater::notebook_changed() {
    is_notebook_changed_ = false;
    state_.searches = notebook::searches(state_.notebook);
    place_highlights();
    list_entries_if_shown();
    state_.wants_backup = wants_backup(state_, now_ms_);
    if (state_.link == LinkState::ready && state_.link_timer == 0) state_.link_timer = start_timer(link_pause_ms);
}

void Updater::notebook_merged() {
    count_uncopied();
    notebook_changed();
    if (state_.corpus != CorpusState::ready) return;
    state_.filter.standing = make_standing(state_.notebook, state_.uid_index, state_.overview.uids.size());
    are_notes_written_ = true;
    if ((state_.filter.marks & ~static_cast<unsigned>(Mark::unread)) != 0) refresh(Remember::no);
    else recount();
}

void Updater::list_entries_if_shown() {
    if (state_.view.page != Page::notebook) return;
    state_.entries = notebook::entries(state_.notebook);
    ++state_.entries_revision;
}

void Updater::operator()(const CardsArrived& event) {
    for (const auto& [uid, card] : event.cards) record(Kind::card, uid, true, notebook::encode(card));
    list_entries_if_shown();
}

void Updater::operator()(const Collected& event) {
    state_.view.overlay = Overlay::none;
    const std::string name = tidy_name(event.name);
    const std::vector<std::string> uids = subjects();
    if (name.empty() || uids.empty()) return;
    UndoStep step;
    for (const std::string& uid : uids) {
        if (!is_bookmarked(state_, uid)) record_undoable(step, Kind::bookmark, uid, true);
        if (state_.notebook.values(Kind::collection, uid).size() >= names_per_article_max) continue;
        record_undoable(step, Kind::collection, uid, true, name);
    }
    push_undo(std::move(step));
    say(Said::collected, Undoable::yes, static_cast<std::int32_t>(uids.size()), name);
    marks_changed(Mark::bookmarked);
}

void Updater::operator()(const Uncollected& event) {
    UndoStep step;
    record_undoable(step, Kind::collection, event.uid, false, event.name);
    push_undo(std::move(step));
    say(Said::uncollected, Undoable::yes, 1, event.name);
}

void Updater::operator()(const SelectionUnmarked&) {
    if (state_.selection.empty()) return;
    UndoStep step;
    for (const std::string& uid : state_.selection) {
        if (is_bookmarked(state_, uid)) record_undoable(step, Kind::bookmark, uid, false);
        for (const Kind kind : {Kind::collection, Kind::tag}) {
            for (const std::string& name : state_.notebook.values(kind, uid)) record_undoable(step, kind, uid, false, name);
        }
    }
    push_undo(std::move(step));
    say(Said::unmarked, Undoable::yes, static_cast<std::int32_t>(state_.selection.size()));
    state_.selection.clear();
    marks_changed(Mark::bookmarked);
}

void Updater::operator()(const ShelfRenamed& event) {
    state_.view.overlay = Overlay::none;
    Shelf& shelf = state_.view.shelf;
    const bool is_named = shelf.kind == ShelfKind::collection || shelf.kind == ShelfKind::tag;
    const std::string name = tidy_name(event.name);
    if (!is_named || name.empty() || name == shelf.name) return;
    const Kind kind = shelf.kind == ShelfKind::tag ? Kind::tag : Kind::collection;
    UndoStep step;
    for (const std::string& uid : state_.notebook.all(kind)) {
        const auto names = state_.notebook.values(kind, uid);
        if (!std::ranges::binary_search(names, shelf.name)) continue;
        record_undoable(step, kind, uid, false, shelf.name);
        record_undoable(step, kind, uid, true, name);
    }
    push_undo(std::move(step));
    shelf.name = name;
    say(Said::shelf_renamed, Undoable::yes, 1, name);
}

void Updater::operator()(const ShelfPicked& event) {
    state_.view.shelf = event.shelf;
    state_.view.entries_max = entries_step;
    state_.selection.clear();
    if (state_.view.page != Page::notebook) (*this)(PageToggled{Page::notebook});
}

void Updater::operator()(const NotebookTyped& event) {
    state_.view.notebook_text = cut_text(event.text, query::query_text_bytes_max);
    state_.view.entries_max = entries_step;
}

void Updater::operator()(const EntriesUnfolded&) { state_.view.entries_max += entries_step; }

void Updater::operator()(const EntriesSelected&) {
    std::set<std::string> shown;
    for (const std::size_t i : entries_shown(state_)) {
        if (shown.size() < selection_max) shown.insert(state_.entries[i].uid);
    }
    if (state_.selection == shown) state_.selection.clear();
    else state_.selection = std::move(shown);
}

void Updater::operator()(const SearchSaved& event) {
    state_.view.overlay = Overlay::none;
    const std::string name = cut_text(event.name, notebook::search_name_bytes_max);
    const std::string hash = to_hash({.filter = state_.filter, .has_order = state_.filter.order != query::Order::automatic});
    if (name.find_first_not_of(' ') == std::string::npos || hash.empty() || hash.size() > notebook::search_hash_bytes_max) return;
    UndoStep step;
    record_undoable(step, {.kind = Kind::search, .uid = "", .value = notebook::encode(notebook::SavedSearch{name, hash}), .item = new_item()});
    push_undo(std::move(step));
    say(Said::search_saved, Undoable::yes, 1, name);
}

void Updater::operator()(const SearchRemoved& event) {
    UndoStep step;
    record_undoable(step, {.kind = Kind::search, .uid = "", .is_set = false, .item = event.item});
    push_undo(std::move(step));
    say(Said::search_removed, Undoable::yes);
}

void Updater::operator()(const SearchPicked& event) {
    state_.open.reset();
    read_route(event.hash);
    remember(Remember::push);
}

void Updater::operator()(const VersionsOpened& event) {
    state_.view.disputed = {event.uid, event.item};
    state_.view.overlay = Overlay::versions;
}

void Updater::operator()(const VersionTaken& event) {
    state_.view.overlay = Overlay::none;
    const Disputed& disputed = state_.view.disputed;
    const Kind kind = disputed.item.empty() ? Kind::note : Kind::highlight;
    // Written by somebody who has seen both: the other is no version any more.
    UndoStep step;
    record_undoable(step, {.kind = kind, .uid = disputed.uid, .is_set = !event.value.empty(), .value = event.value, .item = disputed.item});
    push_undo(std::move(step));
    say(Said::version_taken, Undoable::no);
    if (kind == Kind::note) marks_changed(Mark::noted);
}

}  // namespace lesesaal::app
