#include "shell/session.h"

#include <utility>
#include <variant>

#include "app/update.h"

namespace lesesaal::shell {
namespace {

/// A search may take so much of a frame; then the reader's keys come first.
constexpr double slice_ms = 8;

}  // namespace

Session::Session(Ports ports) : ports_(std::move(ports)) {}

void Session::open_corpus(store::BorrowedBytes bytes, const std::string& corpus_id, const std::string& hash) {
    auto corpus = store::CorpusDb::open(bytes);
    if (!corpus) {
        fail_corpus(corpus_id, std::move(corpus.error()));
        return;
    }
    corpus_.emplace(std::move(*corpus));
    send(app::CorpusOpened{corpus_->overview(), ports_.clock.random_id(), hash});
}

void Session::fail_corpus(const std::string& corpus_id, base::Error error) {
    send(app::CorpusFailed{corpus_id, ports_.clock.random_id(), std::move(error)});
}

void Session::send(app::Event event) {
    queue_.push_back(std::move(event));
    if (is_sending_) return;  // an effect answered at once: the loop below takes it
    is_sending_ = true;
    while (!queue_.empty()) {
        const app::Event next = std::move(queue_.front());
        queue_.pop_front();
        for (const app::Effect& effect : app::update(state_, next, ports_.clock.now_ms())) {
            std::visit([this](const auto& one) { perform(one); }, effect);
        }
    }
    is_sending_ = false;
    ports_.on_changed();
}

void Session::work() {
    if (!unfinished_) return;
    const app::RunQuery question = *unfinished_;
    if (question.query_id != state_.query_id) unfinished_.reset();
    else perform(question);
}

void Session::perform(const app::RunQuery& effect) {
    if (!corpus_) {
        send(app::QueryFailed{effect.query_id, {base::ErrorKind::not_found, "no_corpus_open"}});
        return;
    }
    const bool goes_on = unfinished_ && unfinished_->query_id == effect.query_id;
    const double begin = ports_.clock.monotonic_ms();
    auto result = corpus_->search(effect.filter, [&] { return ports_.clock.monotonic_ms() - begin > slice_ms; });
    const double taken = ports_.clock.monotonic_ms() - begin;
    query_ms_ = goes_on ? query_ms_ + taken : taken;
    if (result && !result->is_whole) {
        unfinished_ = effect;
        ports_.on_changed();
        return;
    }
    unfinished_.reset();
    if (!result) {
        send(app::QueryFailed{effect.query_id, std::move(result.error())});
        return;
    }
    result->query_ms = query_ms_;
    send(app::ResultArrived{effect.query_id, std::move(*result)});
}

void Session::perform(const app::CountHits& effect) {
    std::vector<std::int32_t> counts;
    for (const query::Filter& filter : effect.filters) {
        const auto result = corpus_ ? corpus_->search(filter) : query::Result{};
        counts.push_back(result ? static_cast<std::int32_t>(result->hits.size()) : 0);
    }
    send(app::HitsCounted{effect.query_id, std::move(counts)});
}

void Session::perform(const app::LoadRows& effect) {
    auto rows = corpus_ ? corpus_->rows(effect.ids, effect.text) : std::vector<query::Row>{};
    if (rows) send(app::RowsArrived{effect.query_id, std::move(*rows)});
    else send(app::QueryFailed{effect.query_id, std::move(rows.error())});
}

void Session::perform(const app::LoadArticle& effect) {
    std::optional<query::ArticleId> id = effect.id;
    if (!effect.uid.empty()) id = corpus_ ? corpus_->find_uid(effect.uid) : std::nullopt;
    if (!corpus_ || !id) {
        send(app::ArticleMissing{{base::ErrorKind::not_found, "article_missing"}});
        return;
    }
    auto opened = corpus_->article(*id, effect.text);
    if (opened) send(app::ArticleArrived{std::move(*opened)});
    else send(app::ArticleMissing{std::move(opened.error())});
}

void Session::perform(const app::LoadRelated& effect) {
    auto related = corpus_ ? corpus_->related(effect.id) : std::vector<query::RelatedArticle>{};
    // Of a damaged index nothing is found; searching tells the damage.
    send(app::RelatedArrived{effect.id, related ? std::move(*related) : std::vector<query::RelatedArticle>{}});
}

void Session::perform(const app::LoadArticles& effect) {
    app::ArticlesArrived arrived;
    for (const std::string& uid : effect.uids) {
        const auto id = corpus_ ? corpus_->find_uid(uid) : std::nullopt;
        if (!id) continue;
        if (auto opened = corpus_->article(*id, "")) arrived.articles.push_back(std::move(opened->article));
    }
    send(std::move(arrived));
}

void Session::perform(const app::SetHash& effect) {
    ports_.address.set_hash(effect.hash, effect.mode == app::SetHash::Mode::push ? platform::HistoryMode::push
                                                                                 : platform::HistoryMode::replace);
}

void Session::perform(const app::LoadNotices&) {
    ports_.load_notices([this](base::Result<std::string> text) {
        send(app::NoticesArrived{text ? std::move(*text) : std::move(text.error().message)});
    });
}

void Session::perform(const app::Print&) { ports_.outlet.print(); }

void Session::perform(const app::OpenLink& effect) { ports_.outlet.open_link(effect.url); }

void Session::copy(const std::string& text, app::Taken what) {
    ports_.outlet.copy(text, [this, what](base::Result<void> done) {
        if (done) send(app::TakenDone{what});
        else send(app::TakenRefused{what, std::move(done.error())});
    });
}

void Session::perform(const app::CopyLink& effect) { copy(ports_.address.link_to(effect.hash), app::Taken::link); }

void Session::perform(const app::CopyText& effect) { copy(effect.text, effect.what); }

void Session::perform(const app::SaveFile& effect) { ports_.outlet.save({effect.name, effect.media_type, effect.bytes}); }

void Session::perform(const app::StartTimer& effect) {
    ports_.after(effect.ms, [this, id = effect.timer_id] { send(app::TimePassed{id}); });
}

}  // namespace lesesaal::shell
