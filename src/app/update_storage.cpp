#include "app/updater.h"

namespace lesesaal::app {

void Updater::operator()(const CorpusOpened& event) {
    state_.corpus = CorpusState::ready;
    state_.overview = event.overview;
    state_.time_scale = make_time_scale(state_.overview);
    state_.uid_index = UidIndex(state_.overview.uids);
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

void Updater::operator()(const StorageOpened& event) {
    state_.notebook.merge(event.operations);
    state_.bad_records = event.bad_records;
    state_.storage = event.is_durable ? StorageState::saved : StorageState::until_closing;
    state_.storage_reason = event.reason;
    for (const std::string& name : state_.notebook.all(notebook::Kind::setting)) {
        (void)set_setting(state_.settings, name, state_.notebook.value(notebook::Kind::setting, name));
    }
    use_settings();
    if (state_.corpus != CorpusState::ready) return;
    state_.filter.standing = make_standing(state_.notebook, state_.uid_index, state_.overview.uids.size());
    const bool is_order_new = state_.filter.order == query::Order::automatic && state_.settings.order != query::Order::automatic;
    if (is_order_new) state_.filter.order = state_.settings.order;
    if (state_.filter.marks != 0 || is_order_new) refresh(Remember::no);
    else recount();
    if (!state_.open) return;
    // Set by the reader before the store had answered, or where the address led: read now.
    if (!is_read(state_, state_.open->article.uid)) record(notebook::Kind::read, state_.open->article.uid, true);
    if (state_.view.page == Page::reader && state_.view.article_scroll_px == 0) return_to_position();
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
    say(Said::not_saved, Undoable::no);
}

}  // namespace lesesaal::app
