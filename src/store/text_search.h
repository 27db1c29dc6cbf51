#pragma once
// The text half of a search: what is asked of the index, and what a reader sees of the matches.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/expression.h"
#include "query/filter.h"
#include "search/closest.h"
#include "search/evaluator.h"
#include "search/marks.h"
#include "store/connection.h"
#include "store/overview.h"

namespace lesesaal::store {

/// The row of the table article.
[[nodiscard]] inline std::int64_t row_of(query::ArticleId id) { return static_cast<std::int64_t>(id) + 1; }

/// The matches in one article. The title as search_tables.h makes it.
struct ArticleMarks {
    std::string title;
    std::vector<base::ByteRange> title_ranges;
    std::vector<base::ByteRange> lead_ranges;
    std::vector<base::ByteRange> body_ranges;
    search::Marked snippet;  // of lead or body, whichever has a match first; empty text when neither has
    std::vector<query::Why> why;
};

enum class Extent { everything, snippet };

/// An answer to the text of a filter.
struct TextAnswer {
    search::Answer answer;
    bool has_words = false;  // only then there are scores
    std::optional<query::Correction> correction;
    std::string note;        // as in query::Result
};

class TextSearch {
public:
    /// Lifetime: connection and catalogue must stay. The index is read when it is asked first.
    [[nodiscard]] static base::Result<TextSearch> open(Connection& connection, const Catalogue& catalogue);

    /// Nothing when the text asks for nothing.
    /// `is_time_over`: as in CorpusDb::search.
    [[nodiscard]] base::Result<std::optional<TextAnswer>> find(const query::Filter& filter, const std::function<bool()>& is_time_over);

    /// Where the words of `text` stand in an article; of the corrected query, when the last search corrected it. Nothing when
    /// they do not. Cost: linear in the article's text.
    [[nodiscard]] base::Result<std::optional<ArticleMarks>> mark(std::string_view text, query::ArticleId id, Extent extent);

    /// Reads it when nobody has asked yet. Lifetime: that of this.
    [[nodiscard]] base::Result<const search::Index*> index();

private:
    struct Prepared;
    struct Corrected;
    TextSearch(Statement texts, const Catalogue& catalogue, Connection& connection);
    [[nodiscard]] base::Result<void> read_index();
    [[nodiscard]] std::unique_ptr<Prepared> prepare(query::Query query);
    [[nodiscard]] base::Result<std::optional<Corrected>> correct(const query::Filter& filter, const search::Answer& answer,
                                                                 const search::Surroundings& surroundings);
    [[nodiscard]] base::Result<void> favour_neighbours(search::Answer& answer);
    [[nodiscard]] search::Surroundings surroundings_of(const query::Filter& filter);
    [[nodiscard]] base::Result<search::ArticleTexts> read_texts(std::uint32_t article);
    [[nodiscard]] query::ParseContext parse_context() const;
    /// Null when it asks for no words.
    [[nodiscard]] base::Result<Prepared*> prepared_to_mark(std::string_view text);

    Statement texts_;
    const Catalogue* catalogue_;
    Connection* connection_;
    std::unique_ptr<search::Index> index_;
    std::unique_ptr<search::Expander> expander_;
    std::unique_ptr<search::Evaluator> evaluator_;
    std::string prepared_text_;             // what prepared_ was made of, as typed
    std::unique_ptr<Prepared> prepared_;    // of the last search
    std::string marked_text_;
    std::unique_ptr<Prepared> marked_;      // of the texts marked last, when they are of another search

public:
    ~TextSearch();
    TextSearch(TextSearch&&) noexcept;
    TextSearch& operator=(TextSearch&&) noexcept;
};

}  // namespace lesesaal::store
