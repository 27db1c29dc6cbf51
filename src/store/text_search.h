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
#include "store/word_search.h"

namespace lesesaal::store {

/// The row of the table article.
[[nodiscard]] inline std::int64_t row_of(query::ArticleId id) { return static_cast<std::int64_t>(id) + 1; }

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

    /// Requires: terms that make an expression (query::fts5_expression); here and below.
    /// Returns: all articles that match, by ascending id.
    [[nodiscard]] base::Result<std::vector<TextHit>> find(const std::vector<query::Term>& terms, Scores scores);

    /// Returns: an entry for each of `ids` that matches, by ascending id. Cost: per article and its text, after a search
    /// for single words; else one walk over the matches between the least and the greatest of `ids`.
    [[nodiscard]] base::Result<std::vector<RowMarks>> mark_rows(const std::vector<query::Term>& terms,
                                                                const std::vector<query::ArticleId>& ids);

    /// Nothing when the article does not match.
    [[nodiscard]] base::Result<std::optional<ArticleMarks>> mark_article(const std::vector<query::Term>& terms, query::ArticleId id);

private:
    struct Statements {
        Statement find;
        Statement find_scored;
        Statement mark_rows;
        Statement mark_article;
        Statement texts;
    };
    /// The last search for single words, by which its rows are known.
    struct LastSearch {
        std::vector<query::Term> terms;
        std::vector<Word> words;
        std::vector<bool> is_hit;  // by row
    };
    TextSearch(Statements statements, std::unique_ptr<Ranking> ranking, std::unique_ptr<std::vector<bool>> wanted,
               Tokenizer tokenizer, std::optional<Postings> postings);
    [[nodiscard]] base::Result<std::vector<TextHit>> find_by_expression(const std::string& expression, Scores scores);
    [[nodiscard]] base::Result<std::vector<RowMarks>> mark_by_expression(const std::string& expression,
                                                                         const std::vector<query::ArticleId>& ids);
    /// Whether the terms are single words; then they are searched for, unless they were last.
    [[nodiscard]] base::Result<bool> knows_words(const std::vector<query::Term>& terms);
    /// Nothing when the article is no hit of the last search.
    [[nodiscard]] base::Result<bool> read_texts(query::ArticleId id);

    std::unique_ptr<Ranking> ranking_;  // SQLite calls it, so it must not move
    Statements statements_;
    std::unique_ptr<std::vector<bool>> wanted_;  // by row; read by the SQL function lesesaal_wanted, so it must not move
    Tokenizer tokenizer_;
    std::optional<Postings> postings_;
    LastSearch last_;
};

}  // namespace lesesaal::store
