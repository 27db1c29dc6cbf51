#pragma once
// Rows of article, block and article_… back into values. Ids are checked by the caller, contents here.

#include <optional>
#include <string_view>

#include "base/result.h"
#include "query/filter.h"
#include "search/related.h"
#include "store/article_writer.h"
#include "store/connection.h"

namespace lesesaal::store {

/// A row for a list, and the lead its snippet may come from.
struct ListRow {
    query::Row row;       // without snippet and highlights
    std::string opening;  // of the lead
};

/// An article, and where its paragraphs stand in lead and body.
struct StoredArticle {
    corpus::Article article;
    std::int32_t reading_minutes = 1;
    ArticleText text;  // as many blocks as the database has, each range inside its part
    std::vector<std::vector<std::uint32_t>> paragraph_breaks;
    std::vector<std::uint32_t> headline_breaks;
};

class ArticleReader {
public:
    /// Lifetime: the connection must stay.
    [[nodiscard]] static base::Result<ArticleReader> open(Connection& connection);

    /// Fails with: bad_input naming the damaged table; here and below.
    [[nodiscard]] base::Result<ListRow> read_row(query::ArticleId id);
    [[nodiscard]] base::Result<StoredArticle> read_article(query::ArticleId id);
    /// Lifetime of the texts: until the next call.
    [[nodiscard]] base::Result<search::Opening> read_opening(query::ArticleId id);

private:
    struct Statements {
        Statement row;
        Statement article;
        Statement blocks;
        Statement topics;
        Statement places;
        Statement organisations;
        Statement opening;
    };
    explicit ArticleReader(Statements statements) : statements_(std::move(statements)) {}

    Statements statements_;
};

}  // namespace lesesaal::store
