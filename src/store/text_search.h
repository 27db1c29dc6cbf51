#pragma once
// The full-text half of a search: everything that asks article_text.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/filter.h"
#include "store/connection.h"
#include "store/marks.h"
#include "store/ranking.h"

namespace lesesaal::store {

/// The row of the table article.
[[nodiscard]] inline std::int64_t row_of(query::ArticleId id) { return static_cast<std::int64_t>(id) + 1; }

struct TextHit {
    query::ArticleId id{};
    double score = 0;  // greater is better; 0 where scores are not wanted
};

/// Scores cost more than finding.
enum class Scores { none, wanted };

/// The matches in one article.
struct ArticleMarks {
    Marked title;
    Marked lead;
    Marked body;
};

/// What a list row shows of the matches.
struct RowMarks {
    query::ArticleId id{};
    Marked title;
    Marked snippet;  // of lead or body, whichever has a match first; empty text when neither has
};

class TextSearch {
public:
    /// `words`: by article. Lifetime: the connection and `words` must stay.
    [[nodiscard]] static base::Result<TextSearch> open(Connection& connection, const std::vector<std::uint16_t>& words);

    /// Requires: an expression of query::fts5_expression, not empty; here and below.
    /// Returns: all articles that match, by ascending id.
    [[nodiscard]] base::Result<std::vector<TextHit>> find(const std::string& expression, Scores scores);

    /// Returns: an entry for each of `ids` that matches, by ascending id. Cost: one walk over the matches between the
    /// least and the greatest of `ids`; texts are read for `ids` only.
    [[nodiscard]] base::Result<std::vector<RowMarks>> mark_rows(const std::string& expression,
                                                                const std::vector<query::ArticleId>& ids);

    /// Nothing when the article does not match.
    [[nodiscard]] base::Result<std::optional<ArticleMarks>> mark_article(const std::string& expression, query::ArticleId id);

private:
    struct Statements {
        Statement find;
        Statement find_scored;
        Statement mark_rows;
        Statement mark_article;
    };
    TextSearch(Statements statements, std::unique_ptr<Ranking> ranking, std::unique_ptr<std::vector<bool>> wanted);

    std::unique_ptr<Ranking> ranking_;  // SQLite calls it, so it must not move
    Statements statements_;
    std::unique_ptr<std::vector<bool>> wanted_;  // by row; read by the SQL function lesesaal_wanted, so it must not move
};

}  // namespace lesesaal::store
