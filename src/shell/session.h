#pragma once
// Performs effects and turns their results into events. The only place where the core meets the world.

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/effect.h"
#include "app/event.h"
#include "app/state.h"
#include "platform/clock.h"
#include "platform/copies.h"
#include "platform/markup.h"
#include "platform/outlet.h"
#include "platform/page.h"
#include "platform/storage.h"
#include "shell/record_book.h"
#include "store/corpus_db.h"

namespace lesesaal::shell {

/// Lifetime: outlive the session.
struct Ports {
    platform::Address& address;
    platform::Storage& storage;
    platform::Outlet& outlet;
    platform::Copies& copies;
    const platform::Markup& markup;
    const platform::Clock& clock;
    /// Calls back once after so many milliseconds, never from within the call.
    std::function<void(int, std::function<void()>)> after;
    /// Reads the third-party notices; answers once.
    std::function<void(std::function<void(base::Result<std::string>)>)> load_notices;
    /// Selects the first sentence in sight of the article; what is selected is told as an action of the reader.
    std::function<void()> select_passage;
    /// The state changed: draw soon.
    std::function<void()> on_changed;
};

class Session {
public:
    explicit Session(Ports ports);

    /// Starts reading a corpus that lies in memory. Lifetime: `bytes` outlive the session.
    void open_corpus(store::BorrowedBytes bytes, const std::string& corpus_id, const std::string& hash);
    /// Starts without a corpus; the reader's own data is opened all the same.
    void fail_corpus(const std::string& corpus_id, base::Error error);

    /// What travelled in the page's own notebook block (exchange::encode_block); merged when the store has answered.
    /// Before open_corpus or fail_corpus.
    void bring_page_notebook(std::string_view block);

    /// Updates the state by `event` and by all that follows from it at once.
    void send(app::Event event);

    /// Goes on with a search that was too long for one frame. To be called once a frame; while there is more to do, the port
    /// on_changed asks for another.
    void work();

    [[nodiscard]] const app::State& state() const { return state_; }
    /// Whether the state holds the answer to the newest question.
    [[nodiscard]] bool is_answered() const {
        return state_.query_id == state_.result_query_id || state_.query_id == state_.recount_query_id;
    }
    /// Of the last search, in ms.
    [[nodiscard]] double query_ms() const { return query_ms_; }

private:
    void perform(const app::RunQuery& effect);
    void perform(const app::CountHits& effect);
    void perform(const app::LoadRows& effect);
    void perform(const app::LoadArticle& effect);
    void perform(const app::LoadRelated& effect);
    void perform(const app::LoadArticles& effect);
    void perform(const app::OpenStorage& effect);
    void perform(const app::AppendOperation& effect);
    void perform(const app::AppendOperations& effect);
    void perform(const app::RefreshStorage& effect);
    void perform(const app::LoadCards& effect);
    void perform(const app::TakeOut& effect);
    void perform(const app::BringIn& effect);
    void perform(const app::CopyPage& effect);
    void perform(const app::LookForLink& effect);
    void perform(const app::LinkFile& effect);
    void perform(const app::WakeLink& effect);
    void perform(const app::WriteThrough& effect);
    void perform(const app::DropLink& effect);
    void perform(const app::SelectPassage& effect);
    void perform(const app::SetHash& effect);
    void perform(const app::LoadNotices& effect);
    void perform(const app::Print& effect);
    void perform(const app::OpenLink& effect);
    void perform(const app::CopyLink& effect);
    void perform(const app::CopyText& effect);
    void perform(const app::SaveFile& effect);
    void perform(const app::StartTimer& effect);
    void copy(const std::string& text, app::Taken what);
    using Picked = base::Result<std::optional<platform::PickedFile>>;
    void storage_opened(base::Result<platform::StorageContents> contents);
    [[nodiscard]] app::StorageOpened read_contents(const platform::StorageContents& contents);
    void append(std::vector<notebook::Operation> operations, std::function<void(base::Result<void>)> then);
    void append(const notebook::Operation& operation);
    void append_many(std::vector<notebook::Operation> operations);
    void compact();
    /// The operations of a picked file, or why there are none.
    [[nodiscard]] base::Result<app::NotebookBrought> read_file(const platform::PickedFile& file);
    void link_answered(Picked file);
    void write_through();
    [[nodiscard]] std::string write_notebook(notebook::FileFormat format) const;

    Ports ports_;
    app::State state_;
    std::optional<store::CorpusDb> corpus_;
    std::deque<app::Event> queue_;
    bool is_sending_ = false;
    /// Made before the store has answered: appended when it has.
    std::vector<notebook::Operation> waiting_;
    bool is_storage_open_ = false;
    RecordBook records_;
    bool is_compacting_ = false;
    std::optional<app::PageNotebookFound> page_notebook_;
    std::optional<std::uint32_t> written_crc_;  // of what the linked file was given last: so much need not be read again
    double query_ms_ = 0;
    std::optional<app::RunQuery> unfinished_;  // a newer question takes its place
};

}  // namespace lesesaal::shell
