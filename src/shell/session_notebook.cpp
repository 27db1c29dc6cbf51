// What the session does for the notebook: the store, and copies elsewhere.

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "exchange/card_of.h"
#include "exchange/exchange.h"
#include "page/container.h"
#include "shell/session.h"

namespace lesesaal::shell {
namespace {

using base::Result;
using notebook::FileFormat;
using notebook::Operation;

constexpr std::string_view notebook_block = "notebook";
constexpr std::size_t replica_digits = 16;

app::Keeper to_app(platform::Keeper keeper) {
    switch (keeper) {
        case platform::Keeper::browser: return app::Keeper::browser;
        case platform::Keeper::simple: return app::Keeper::simple;
        case platform::Keeper::host: return app::Keeper::host;
        case platform::Keeper::nobody: break;
    }
    return app::Keeper::nobody;
}

app::LinkState to_app(platform::LinkState state) {
    switch (state) {
        case platform::LinkState::impossible: return app::LinkState::impossible;
        case platform::LinkState::none: return app::LinkState::none;
        case platform::LinkState::asleep: return app::LinkState::asleep;
        case platform::LinkState::ready: break;
    }
    return app::LinkState::ready;
}

}  // namespace

app::StorageOpened Session::read_contents(const platform::StorageContents& contents) {
    Decoded decoded = records_.read(contents.records);
    return {.operations = std::move(decoded.operations),
            .bad_records = decoded.bad,
            .keeper = to_app(contents.keeper),
            .host = contents.host,
            .reason = contents.reason,
            .was_cleared = contents.was_cleared};
}

void Session::perform(const app::OpenStorage& effect) {
    ports_.storage.open(
        effect.corpus_id, [this](Result<platform::StorageContents> contents) { storage_opened(std::move(contents)); },
        [this](const std::vector<platform::StoredRecord>& records) {
            Decoded decoded = records_.read(records);
            send(app::OperationsArrived{std::move(decoded.operations), decoded.bad});
        });
}

void Session::storage_opened(Result<platform::StorageContents> contents) {
    is_storage_open_ = true;
    std::vector<Operation> waiting = std::exchange(waiting_, {});
    if (contents) send(read_contents(*contents));
    else send(app::StorageFailed{std::move(contents.error())});
    for (const Operation& operation : waiting) append(operation);
    if (page_notebook_) send(*std::exchange(page_notebook_, std::nullopt));
    compact();
}

void Session::bring_page_notebook(std::string_view block) {
    if (block.empty()) return;
    auto read = exchange::decode_block(block, ports_.clock.now_ms());
    page_notebook_ = read ? app::PageNotebookFound{std::move(read->operations), read->bad} : app::PageNotebookFound{{}, 1};
}

void Session::perform(const app::RefreshStorage&) {
    ports_.storage.refresh([this](Result<platform::StorageContents> contents) {
        if (contents) send(app::StorageRefreshed{read_contents(*contents)});
        else send(app::StorageFailed{std::move(contents.error())});
    });
}

void Session::append(std::vector<Operation> operations, std::function<void(Result<void>)> then) {
    std::vector<platform::StoredRecord> records = RecordBook::records_of(operations);
    ports_.storage.append(records, [this, records, operations = std::move(operations), then = std::move(then)](Result<void> done) {
        if (done) records_.kept(records, operations);
        then(std::move(done));
        compact();
    });
}

void Session::append(const Operation& operation) {
    append(std::vector{operation}, [this, operation](Result<void> done) {
        if (done) send(app::OperationSaved{});
        else send(app::OperationRefused{operation, std::move(done.error())});
    });
}

void Session::append_many(std::vector<Operation> operations) {
    append(std::move(operations), [this](Result<void> done) {
        if (done) send(app::OperationsSaved{});
        else send(app::OperationsRefused{std::move(done.error())});
    });
}

void Session::perform(const app::AppendOperation& effect) {
    if (is_storage_open_) append(effect.operation);
    else waiting_.push_back(effect.operation);
}

void Session::perform(const app::AppendOperations& effect) {
    if (is_storage_open_) append_many(effect.operations);
    else waiting_.insert(waiting_.end(), effect.operations.begin(), effect.operations.end());
}

/// Nobody waits for it, and nothing is lost when it fails: the records are as they were.
void Session::compact() {
    if (is_compacting_ || state_.storage != app::StorageState::saved) return;
    const auto plan = records_.plan(state_.notebook);
    if (!plan) return;
    is_compacting_ = true;
    ports_.storage.replace(plan->added, plan->removed, [this, plan = *plan](const Result<void>& done) {
        is_compacting_ = false;
        if (done) records_.done(plan);
    });
}

void Session::perform(const app::LoadCards& effect) {
    app::CardsArrived arrived;
    for (const std::string& uid : effect.uids) {
        const auto id = corpus_ ? corpus_->find_uid(uid) : std::nullopt;
        if (!id) continue;
        if (const auto opened = corpus_->article(*id, "")) arrived.cards.emplace_back(uid, exchange::card_of(opened->article));
    }
    send(std::move(arrived));
}

std::string Session::write_notebook(FileFormat format) const {
    return exchange::write(state_.notebook, format,
                           {.corpus_id = state_.corpus_id,
                            .title = state_.overview.title,
                            .now_ms = ports_.clock.now_ms(),
                            .language = state_.language == app::Language::en ? "en" : "de"});
}

void Session::perform(const app::TakeOut& effect) {
    const notebook::Clock newest = state_.treasured;
    const std::string name(exchange::file_name(effect.format));
    ports_.outlet.save({name, std::string(exchange::media_type(effect.format)), write_notebook(effect.format)});
    send(app::NotebookTaken{name, effect.format, newest});
}

Result<app::NotebookBrought> Session::read_file(const platform::PickedFile& file) {
    const std::int64_t now_ms = ports_.clock.now_ms();
    const auto parse = [this](const std::string& html) { return ports_.markup.parse(html); };
    auto read = exchange::read(file.bytes, now_ms, parse);
    if (!read) return std::unexpected(std::move(read.error()));
    // Of the content: the same file brought in twice makes the same operations.
    const std::string replica = base::sha256_hex(file.bytes).substr(0, replica_digits);
    const auto find = [this](const notebook::Card& card) -> std::optional<std::string> {
        return corpus_ ? corpus_->find_article(card.url, card.headline) : std::nullopt;
    };
    const auto made = exchange::to_operations(read->drafts, state_.notebook, replica, state_.corpus_id, now_ms, find);
    app::NotebookBrought brought{.file_name = file.name, .operations = std::move(read->operations), .bad = read->bad};
    brought.operations.insert(brought.operations.end(), made.begin(), made.end());
    return brought;
}

void Session::perform(const app::BringIn&) {
    ports_.copies.pick([this](Picked picked) {
        if (!picked) return send(app::NotebookNotBrought{"", std::move(picked.error())});
        if (!*picked) return send(app::PickingEnded{});
        auto brought = read_file(**picked);
        if (brought) send(std::move(*brought));
        else send(app::NotebookNotBrought{(*picked)->name, std::move(brought.error())});
    });
}

void Session::perform(const app::CopyPage&) {
    const notebook::Clock newest = state_.treasured;
    const std::string name = "lesesaal-mit-notizbuch.html";
    const std::string block = page::write_block({.name = std::string(notebook_block), .bytes = exchange::encode_block(state_.notebook)});
    ports_.copies.save_page(name, std::string(notebook_block), block, [this, name, newest](Result<void> done) {
        if (done) send(app::PageCopied{name, newest});
        else send(app::PageNotCopied{std::move(done.error())});
    });
}

void Session::perform(const app::LookForLink&) {
    ports_.copies.look_for_link([this](const platform::Link& link) { send(app::LinkFound{to_app(link.state), link.name}); });
}

void Session::link_answered(Picked file) {
    if (!file) return send(app::LinkFailed{std::move(file.error())});
    if (!*file) return send(app::PickingEnded{});
    if ((*file)->bytes.empty()) return send(app::LinkReady{.file_name = (*file)->name});
    auto brought = read_file(**file);
    if (brought) return send(app::LinkReady{std::move(brought->file_name), std::move(brought->operations), brought->bad});
    // A file that is none of ours must not be written over.
    ports_.copies.unlink();
    send(app::LinkFailed{std::move(brought.error())});
}

void Session::perform(const app::LinkFile& effect) {
    const auto answered = [this](Picked file) { link_answered(std::move(file)); };
    if (effect.file == app::FileToLink::existing) ports_.copies.link_existing(answered);
    else ports_.copies.link(std::string(exchange::file_name(FileFormat::notes)), answered);
}

void Session::perform(const app::WakeLink&) {
    ports_.copies.wake([this](Picked file) { link_answered(std::move(file)); });
}

/// The file may have been written by another device since it was read: what is new in it is taken along.
void Session::perform(const app::WriteThrough&) {
    ports_.copies.wake([this](Picked file) {
        if (!file) return send(app::NotWrittenThrough{std::move(file.error())});
        if (!*file) return send(app::NotWrittenThrough{{base::ErrorKind::blocked, "file_not_written"}});
        const bool is_as_written = base::crc32((*file)->bytes) == written_crc_;
        if (!(*file)->bytes.empty() && !is_as_written) {
            auto brought = read_file(**file);
            if (!brought) return send(app::NotWrittenThrough{std::move(brought.error())});
            send(app::PageNotebookFound{std::move(brought->operations)});
        }
        write_through();
    });
}

void Session::write_through() {
    const notebook::Clock newest = state_.treasured;
    const std::string notes = write_notebook(FileFormat::notes);
    written_crc_ = base::crc32(notes);
    ports_.copies.write_through(notes, [this, newest](Result<void> done) {
        if (done) send(app::WrittenThrough{newest});
        else send(app::NotWrittenThrough{std::move(done.error())});
    });
}

void Session::perform(const app::DropLink&) { ports_.copies.unlink(); }

void Session::perform(const app::SelectPassage&) { ports_.select_passage(); }

}  // namespace lesesaal::shell
