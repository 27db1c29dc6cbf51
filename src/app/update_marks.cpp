#include <algorithm>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

using notebook::Kind;
using query::Mark;

// Long enough to read the sentence and reach the button; the key for it works later too.
constexpr int notice_ms = 10'000;

}  // namespace

void Updater::say(Said said, Undoable undoable, std::int32_t count, std::string name) {
    Notice& notice = state_.view.notice;
    notice = {said, count, std::move(name), undoable == Undoable::yes, notice.revision + 1};
    state_.notice_timer = start_timer(notice_ms);
}

void Updater::operator()(const NoticeDismissed&) {
    state_.notice_timer = 0;
    state_.view.notice.said = Said::nothing;
}

void Updater::record(Kind kind, std::string_view uid, bool is_set, std::string_view value) {
    record({.kind = kind, .uid = uid, .is_set = is_set, .value = value});
}

void Updater::record(const notebook::Log::Entry& entry) {
    notebook::Operation operation = state_.notebook.record(entry, now_ms_);
    if (notebook::is_treasured(entry.kind)) {
        state_.treasured = operation.clock;
        if (state_.uncopied++ == 0) state_.first_uncopied_ms = operation.clock.wall_ms;
        const bool is_named = entry.uid.empty() || state_.notebook.find(Kind::card, entry.uid);
        if (entry.is_set && !is_named) nameless_.insert(std::string(entry.uid));
        is_notebook_changed_ = true;
    }
    if (entry.kind == Kind::read || entry.kind == Kind::bookmark || entry.kind == Kind::note) restand(entry.uid);
    if (entry.kind == Kind::note || entry.kind == Kind::highlight) are_notes_written_ = true;
    effects_.push_back(AppendOperation{std::move(operation)});
}

void Updater::record_undoable(UndoStep& step, Kind kind, std::string_view uid, bool is_set, std::string_view value) {
    record_undoable(step, {.kind = kind, .uid = uid, .is_set = is_set, .value = value});
}

void Updater::record_undoable(UndoStep& step, const notebook::Log::Entry& entry) {
    const bool is_by_value = notebook::has_many_values(entry.kind);
    notebook::Operation before{.uid = std::string(entry.uid), .kind = entry.kind, .is_set = false, .item = std::string(entry.item)};
    if (is_by_value) before.value = entry.value;
    if (const notebook::Operation* known = state_.notebook.find(entry.kind, entry.uid, is_by_value ? entry.value : entry.item)) {
        before.is_set = known->is_set;
        before.value = known->value;
    }
    step.operations.push_back(std::move(before));
    record(entry);
}

/// A copy, since queries that run hold the one from before.
void Updater::restand(std::string_view uid) {
    if (state_.corpus != CorpusState::ready) return;
    if (const auto id = state_.uid_index.find(uid)) {
        state_.filter.standing = with_marks_of(state_.filter.standing, *id, state_.notebook, uid, state_.overview.uids.size());
    }
}

/// Made anew only when the words are others: queries that run hold the ones from before.
void Updater::use_notes() {
    if (!are_notes_written_ || state_.corpus != CorpusState::ready) return;
    are_notes_written_ = false;
    query::Notes notes = make_notes(state_.notebook, state_.uid_index);
    if (are_same(notes, state_.filter.notes)) return;
    state_.filter.notes = std::move(notes);
    is_search_due_ = !state_.filter.text.empty();
}

void Updater::search_notes_anew() {
    const bool is_list_current = state_.query_id == state_.result_query_id || state_.query_id == state_.recount_query_id ||
                                 state_.query_id == state_.notes_query_id;
    refresh(Remember::no);
    if (is_list_current) state_.notes_query_id = state_.query_id;
}

void Updater::push_undo(UndoStep step) {
    if (state_.undo.size() == undo_steps_max) state_.undo.erase(state_.undo.begin());
    state_.undo.push_back(std::move(step));
}

/// The list under the reader stays when it was filtered by what was read: an article must not vanish because it is open.
void Updater::marks_changed(Mark mark) {
    if (state_.corpus != CorpusState::ready) return;
    if (mark != Mark::unread && has_mark(state_, mark)) refresh(Remember::no);
    else recount();
}

void Updater::operator()(const BookmarkToggled& event) {
    if (event.uid.empty()) return;
    const bool is_set = !is_bookmarked(state_, event.uid);
    if (is_set) {
        record(Kind::bookmark, event.uid, true);
        const bool is_kept = state_.storage != StorageState::until_closing;
        say(is_kept ? Said::bookmark_set : Said::bookmark_set_until_closing, Undoable::no);
    } else {
        UndoStep step;
        record_undoable(step, Kind::bookmark, event.uid, false);
        push_undo(std::move(step));
        say(Said::bookmark_removed, Undoable::yes);
    }
    marks_changed(Mark::bookmarked);
}

void Updater::operator()(const ReadToggled& event) {
    if (event.uid.empty()) return;
    const bool is_set = !is_read(state_, event.uid);
    record(Kind::read, event.uid, is_set);
    say(is_set ? Said::marked_read : Said::marked_unread, Undoable::no);
    marks_changed(Mark::unread);
}

void Updater::operator()(const NoteSaved& event) {
    state_.view.overlay = Overlay::none;
    if (event.uid.empty()) return;
    const std::string text = cut_text(event.text, notebook::value_bytes_max);
    const bool is_empty = text.find_first_not_of(" \n\t\r") == std::string::npos;
    if (text == state_.notebook.value(Kind::note, event.uid) || (is_empty && !state_.notebook.is_set(Kind::note, event.uid))) return;
    UndoStep step;
    record_undoable(step, Kind::note, event.uid, !is_empty, is_empty ? "" : text);
    push_undo(std::move(step));
    say(is_empty ? Said::note_removed : Said::note_saved, Undoable::yes);
    marks_changed(Mark::noted);
}

void Updater::operator()(const TagAdded& event) {
    state_.view.overlay = Overlay::none;
    std::string tag = cut_text(event.tag, tag_bytes_max);
    while (tag.starts_with(' ') || tag.starts_with('#')) tag.erase(0, 1);
    while (tag.ends_with(' ')) tag.pop_back();
    if (tag.empty()) return;
    const std::vector<std::string> uids = subjects();
    UndoStep step;
    for (const std::string& uid : uids) {
        if (state_.notebook.values(Kind::tag, uid).size() < names_per_article_max) record_undoable(step, Kind::tag, uid, true, tag);
    }
    push_undo(std::move(step));
    say(Said::tag_added, Undoable::yes, static_cast<std::int32_t>(uids.size()), tag);
}

void Updater::operator()(const TagRemoved& event) {
    UndoStep step;
    record_undoable(step, Kind::tag, event.uid, false, event.tag);
    push_undo(std::move(step));
    say(Said::tag_removed, Undoable::yes, 1, event.tag);
}

void Updater::operator()(const RowSelected& event) {
    if (state_.selection.erase(event.uid) > 0) return;
    if (state_.selection.size() < selection_max) state_.selection.insert(event.uid);
}

void Updater::operator()(const SelectionLifted&) { state_.selection.clear(); }

void Updater::mark_selection(Kind kind, Mark mark, Said said) {
    UndoStep step;
    for (const std::string& uid : state_.selection) {
        if (!state_.notebook.is_set(kind, uid)) record_undoable(step, kind, uid, true);
    }
    push_undo(std::move(step));
    say(said, Undoable::yes, static_cast<std::int32_t>(state_.selection.size()));
    marks_changed(mark);
}

void Updater::operator()(const SelectionBookmarked&) { mark_selection(Kind::bookmark, Mark::bookmarked, Said::bookmarks_set); }

void Updater::operator()(const SelectionRead&) { mark_selection(Kind::read, Mark::unread, Said::selection_read); }

void Updater::operator()(const SelectionExported&) {
    if (state_.selection.empty()) return;
    effects_.push_back(LoadArticles{{state_.selection.begin(), state_.selection.end()}});
}

void Updater::operator()(const ArticlesArrived& event) {
    state_.cited = event.articles;
    state_.cited_on = today();
    if (!state_.cited.empty()) state_.view.overlay = Overlay::cite;
}

void Updater::operator()(const Undone&) {
    if (state_.undo.empty()) return;
    const UndoStep step = std::move(state_.undo.back());
    state_.undo.pop_back();
    bool has_marks = false;
    for (const notebook::Operation& before : step.operations) {
        record({.kind = before.kind, .uid = before.uid, .is_set = before.is_set, .value = before.value, .item = before.item});
        has_marks = has_marks || before.kind == Kind::bookmark || before.kind == Kind::note || before.kind == Kind::read;
    }
    say(Said::undone, Undoable::no);
    if (step.filter) change_filter(*step.filter);
    if (!has_marks) return;
    const bool is_filtered = (state_.filter.marks & ~static_cast<unsigned>(Mark::unread)) != 0;
    marks_changed(is_filtered ? static_cast<Mark>(state_.filter.marks & 6U) : Mark::unread);
}

}  // namespace lesesaal::app
