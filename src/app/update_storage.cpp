#include "app/updater.h"

namespace lesesaal::app {
namespace {

using notebook::Kind;

}  // namespace

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

void Updater::use_storage(const StorageOpened& event) {
    state_.bad_records += event.bad_records;
    state_.storage = event.keeper == Keeper::nobody ? StorageState::until_closing : StorageState::saved;
    state_.keeper = event.keeper;
    state_.storage_host = event.host;
    state_.storage_reason = event.reason;
}

void Updater::operator()(const StorageOpened& event) {
    state_.notebook.merge(event.operations);
    use_storage(event);
    if (event.was_cleared) say(Said::store_cleared, Undoable::no);
    for (const std::string& name : state_.notebook.all(Kind::setting)) {
        (void)set_setting(state_.settings, name, state_.notebook.value(Kind::setting, name));
    }
    use_settings();
    count_uncopied();
    notebook_changed();
    effects_.push_back(LookForLink{});
    if (state_.corpus != CorpusState::ready) return;
    state_.filter.standing = make_standing(state_.notebook, state_.uid_index, state_.overview.uids.size());
    are_notes_written_ = true;
    const bool is_order_new = state_.filter.order == query::Order::automatic && state_.settings.order != query::Order::automatic;
    if (is_order_new) state_.filter.order = state_.settings.order;
    if (state_.filter.marks != 0 || is_order_new) refresh(Remember::no);
    else recount();
    if (!state_.open) return;
    // Set by the reader before the store had answered, or where the address led: read now.
    if (!is_read(state_, state_.open->article.uid)) record(Kind::read, state_.open->article.uid, true);
    if (state_.view.page == Page::reader && state_.view.article_scroll_px == 0) return_to_position();
}

void Updater::operator()(const Returned&) {
    if (state_.storage != StorageState::opening) effects_.push_back(RefreshStorage{});
}

void Updater::operator()(const StorageRefreshed& event) {
    const StorageOpened& contents = event.contents;
    use_storage(contents);
    if (!contents.operations.empty()) {
        state_.notebook.merge(contents.operations);
        notebook_merged();
    }
    state_.wants_backup = wants_backup(state_, now_ms_);
    if (!contents.was_cleared) return;
    // The store was emptied while this page was open: everything is still here, and goes back.
    std::vector<notebook::Operation> all;
    for (const notebook::Operation* operation : state_.notebook.operations()) all.push_back(*operation);
    if (!all.empty()) effects_.push_back(AppendOperations{std::move(all)});
    say(Said::store_cleared, Undoable::no);
}

void Updater::operator()(const OperationsArrived& event) {
    state_.bad_records += event.bad_records;
    if (event.operations.empty()) return;
    state_.notebook.merge(event.operations);
    notebook_merged();
}

void Updater::operator()(const StorageFailed& event) {
    state_.storage = StorageState::not_stored;
    state_.storage_reason = event.error.message;
}

void Updater::operator()(const OperationSaved&) {
    // A store that answers again is a store again.
    if (state_.storage == StorageState::not_stored) state_.storage = StorageState::saved;
}

void Updater::operator()(const OperationsSaved&) { (*this)(OperationSaved{}); }

void Updater::operator()(const OperationRefused& event) { (*this)(OperationsRefused{event.error}); }

void Updater::operator()(const OperationsRefused& event) {
    state_.storage = StorageState::not_stored;
    state_.storage_reason = event.error.message;
    say(Said::not_saved, Undoable::no);
}

}  // namespace lesesaal::app
