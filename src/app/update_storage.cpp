
#include "app/update.h"
#include "app/updater.h"

namespace lesesaal::app {

void Updater::operator()(const CorpusOpened& event) {
    state_.corpus = CorpusState::ready;
    state_.overview = event.overview;
    state_.corpus_id = event.overview.corpus_id;
    state_.notebook = notebook::Log(event.replica, state_.corpus_id);
    read_route(event.hash);
    effects_.push_back(OpenStorage{state_.corpus_id});
}

void Updater::operator()(const CorpusFailed& event) {
    state_.corpus = CorpusState::damaged;
    state_.corpus_error = event.error;
    state_.corpus_id = event.corpus_id;
    state_.view.pane = Pane::article;
    state_.notebook = notebook::Log(event.replica, state_.corpus_id);
    // The reader's own data does not live in the damaged block: show that it is still there.
    // Without its name, which stands beside it, no store can be found; nothing can be marked then either.
    if (!state_.corpus_id.empty()) effects_.push_back(OpenStorage{state_.corpus_id});
    else state_.storage = StorageState::until_closing;
}

void Updater::operator()(const BookmarkToggled& event) {
    if (event.uid.empty()) return;
    const bool is_set = !is_bookmarked(state_, event.uid);
    const notebook::Operation operation = state_.notebook.record(notebook::Kind::bookmark, event.uid, is_set, now_ms_);
    if (!is_set) {
        state_.view.announcement = Announcement::bookmark_removed;
    } else {
        state_.view.announcement = state_.storage == StorageState::until_closing ? Announcement::bookmark_set_until_closing
                                                                                : Announcement::bookmark_set;
    }
    effects_.push_back(AppendOperation{operation});
    if (state_.is_bookmarks_only) refresh(Remember::no);
}

void Updater::operator()(const StorageOpened& event) {
    state_.notebook.merge(event.operations);
    state_.bad_records = event.bad_records;
    state_.storage = event.is_durable ? StorageState::saved : StorageState::until_closing;
    state_.storage_reason = event.reason;
    if (state_.is_bookmarks_only && state_.corpus == CorpusState::ready) refresh(Remember::no);
}

void Updater::operator()(const StorageFailed& event) {
    state_.storage = StorageState::not_stored;
    state_.storage_reason = event.error.message;
}

void Updater::operator()(const OperationSaved&) {
    // A store that answers again is a store again.
    if (state_.storage == StorageState::not_stored) state_.storage = StorageState::saved;
}

void Updater::operator()(const OperationRefused& event) {
    state_.storage = StorageState::not_stored;
    state_.storage_reason = event.error.message;
    state_.view.announcement = Announcement::bookmark_refused;
}

Effects update(State& state, const Event& event, std::int64_t now_ms) {
    Updater updater(state, now_ms);
    std::visit(updater, event);
    return updater.take();
}

}  // namespace lesesaal::app
