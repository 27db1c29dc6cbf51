#include "main/cli_notebooks.h"

#include <map>
#include <optional>

#include "exchange/exchange.h"
#include "main/cli_console.h"
#include "main/cli_pages.h"
#include "page/container.h"
#include "platform/native/markup_native.h"

namespace lesesaal::cli {
namespace {

using base::Bytes;
using base::ErrorKind;
using base::fail;
using base::Result;

/// The articles of the reading rooms among the inputs.
struct Articles {
    std::map<std::string, std::string> by_url;
    std::map<std::string, std::string> by_headline;

    [[nodiscard]] std::optional<std::string> find(const notebook::Card& card) const {
        if (const auto at = by_url.find(card.url); at != by_url.end()) return at->second;
        const auto at = by_headline.find(card.headline);
        return at == by_headline.end() ? std::nullopt : std::optional(at->second);
    }
};

struct Reading {
    const platform::Files& files;
    std::int64_t now_ms = 0;
    Notebooks notebooks;
    Articles articles;
    std::vector<exchange::Draft> drafts;
};

Result<void> add_articles(Reading& reading, const std::string& path) {
    OpenedCorpus corpus = TRY(open_corpus(reading.files, path, Thoroughness::what_is_asked));
    const query::Overview& overview = corpus.db->overview();
    if (reading.notebooks.corpus_id.empty()) {
        reading.notebooks.corpus_id = overview.corpus_id;
        reading.notebooks.title = overview.title;
    }
    for (std::int32_t id = 0; id < overview.total(); ++id) {
        const query::OpenedArticle opened = TRY_FILE(path, corpus.db->article(query::ArticleId{id}, ""));
        const corpus::Article& article = opened.article;
        if (!article.url.empty()) reading.articles.by_url.try_emplace(article.url, article.uid);
        if (!article.headline.empty()) reading.articles.by_headline.try_emplace(article.headline, article.uid);
    }
    return {};
}

/// The notes in a page; nothing when it has none. A page without a corpus is one to be read too: only its notes count here.
Result<exchange::Import> read_room(Reading& reading, const std::string& path, const Bytes& html) {
    auto block = page::read_block(html, "notebook");
    const bool has_none = !block && block.error().kind == ErrorKind::not_found;
    if (!block && !has_none) return std::unexpected(located(path, block.error()));
    auto found = add_articles(reading, path);
    if (!found && (has_none || found.error().kind != ErrorKind::not_found)) return std::unexpected(std::move(found.error()));
    if (has_none) return exchange::Import{};
    return TRY_FILE(path, exchange::decode_block(*block, reading.now_ms));
}

Result<void> read_input(Reading& reading, const std::string& path) {
    const Bytes bytes = TRY_FILE(path, reading.files.read(path, page::page_bytes_max));
    const platform::native::NativeMarkup markup;
    exchange::Import import;
    if (page::is_page(bytes)) import = TRY(read_room(reading, path, bytes));
    else import = TRY_FILE(path, exchange::read(bytes, reading.now_ms, [&](const std::string& html) { return markup.parse(html);
}));

Notebooks& notebooks = reading.notebooks;
notebooks.inputs.push_back({path, import.operations.size(), import.drafts.size(), import.bad});
if (notebooks.corpus_id.empty()) notebooks.corpus_id = import.corpus_id;
if (notebooks.corpus_id.empty() && !import.operations.empty()) notebooks.corpus_id = import.operations.front().corpus;
if (notebooks.title.empty()) notebooks.title = import.title;
notebooks.log.merge(import.operations);
reading.drafts.insert(reading.drafts.end(), std::make_move_iterator(import.drafts.begin()),
                      std::make_move_iterator(import.drafts.end()));
return {};
}  // namespace

}  // namespace lesesaal::cli

Result<Notebooks> read_notebooks(const platform::Files& files, const std::vector<std::string>& paths,
                                 const std::string& replica, std::int64_t now_ms) {
    Reading reading{.files = files, .now_ms = now_ms};
    for (const std::string& path : paths) TRY_VOID(read_input(reading, path));
    Notebooks& notebooks = reading.notebooks;
    const auto find = [&](const notebook::Card& card) { return reading.articles.find(card); };
    notebooks.log.merge(exchange::to_operations(reading.drafts, notebooks.log, replica, notebooks.corpus_id, now_ms, find));
    return std::move(notebooks);
}

}  // namespace lesesaal::cli
