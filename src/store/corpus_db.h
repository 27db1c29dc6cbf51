#pragma once
// Reads and searches a corpus database (schema.h). Read-only.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "query/filter.h"

namespace lesesaal::store {

/// Memory that outlives the database and is used in place, without a copy.
struct BorrowedBytes {
    const unsigned char* data = nullptr;
    std::size_t size = 0;
};

class CorpusDb {
public:
    /// Opens a database that lies in memory. Lifetime: `bytes` must stay until the CorpusDb is gone; they are not
    /// written. Fails with: bad_input (not SQLite, not ours, damaged - the message names the part), unsupported (newer schema).
    static base::Result<CorpusDb> open(BorrowedBytes bytes);

    CorpusDb(CorpusDb&&) noexcept;
    CorpusDb& operator=(CorpusDb&&) noexcept;
    ~CorpusDb();

    [[nodiscard]] const query::Overview& overview() const;

    /// Cost: the text search, plus linear in the articles for dates and facets. Where texts have to be read (phrases, NAHE),
    /// `is_time_over` is asked now and then; when it says so, the result is not whole, and the same filter goes on from there.
    [[nodiscard]] base::Result<query::Result> search(const query::Filter& filter, const std::function<bool()>& is_time_over = {});

    /// Rows for a list, with snippets for `text` (as in Filter). Cost: per row.
    [[nodiscard]] base::Result<std::vector<query::Row>> rows(const std::vector<query::ArticleId>& ids, std::string_view text);

    /// Without those related to it.
    [[nodiscard]] base::Result<query::OpenedArticle> article(query::ArticleId id, std::string_view text);
    /// Articles with much in common with one, the nearest first (search/related.h). Cost: a few milliseconds, and the first
    /// time that of reading the index where nothing was searched for before.
    [[nodiscard]] base::Result<std::vector<query::RelatedArticle>> related(query::ArticleId id);
    [[nodiscard]] std::optional<query::ArticleId> find_uid(std::string_view uid);

    /// The uid of the article with that address, or else with that headline (article_finder.h). Cost: the first call reads
    /// both of every article.
    [[nodiscard]] std::optional<std::string> find_article(std::string_view url, std::string_view headline);

    /// Looks at the structure of every page of the file and of the text index. For tools: it reads everything once.
    /// Fails with: bad_input, with the first finding.
    [[nodiscard]] base::Result<void> check();

private:
    struct State;
    explicit CorpusDb(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace lesesaal::store
