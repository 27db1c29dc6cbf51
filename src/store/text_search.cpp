#include "store/text_search.h"

#include <algorithm>

#include "store/schema.h"

namespace lesesaal::store {
namespace {

using base::Result;
using query::ArticleId;

constexpr std::string_view find_sql = "SELECT rowid, 0 FROM article_text WHERE article_text MATCH ?1 ORDER BY rowid";

constexpr std::string_view find_scored_sql =
    "SELECT rowid, lesesaal_rank(article_text) FROM article_text WHERE article_text MATCH ?1 ORDER BY rowid";

constexpr std::string_view texts_sql = "SELECT title, lead, body FROM article_search WHERE id = ?1";

// One walk over the matches instead of one query a row: a prefix makes FTS5 merge all its words anew for every query.
constexpr std::string_view mark_rows_sql =
    "SELECT rowid, highlight(article_text, 0, x'01', x'02'), snippet(article_text, 1, x'01', x'02', '…', 32), "
    "snippet(article_text, 2, x'01', x'02', '…', 32) "
    "FROM article_text WHERE article_text MATCH ?1 AND rowid BETWEEN ?2 AND ?3 AND lesesaal_wanted(rowid) ORDER BY rowid";

constexpr std::size_t snippet_tokens = 32;  // as in the statement above

constexpr std::string_view mark_article_sql =
    "SELECT highlight(article_text, 0, x'01', x'02'), highlight(article_text, 1, x'01', x'02'), "
    "highlight(article_text, 2, x'01', x'02') FROM article_text WHERE article_text MATCH ?1 AND rowid = ?2";

static_assert(schema::title_column == 0);
static_assert(schema::lead_column == 1);
static_assert(schema::body_column == 2);

void is_wanted(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* wanted = static_cast<const std::vector<bool>*>(sqlite3_user_data(context));
    const sqlite3_int64 row = sqlite3_value_int64(values[0]);
    const bool is_known = row >= 0 && row < static_cast<sqlite3_int64>(wanted->size());
    sqlite3_result_int(context, is_known && (*wanted)[static_cast<std::size_t>(row)]);
}

Marked better_snippet(Statement& row) {
    for (const int column : {2, 3}) {
        Marked snippet = take_marks(row.text(column));
        if (!snippet.ranges.empty()) return snippet;
    }
    return {};
}

}  // namespace

TextSearch::TextSearch(Statements statements, std::unique_ptr<Ranking> ranking, std::unique_ptr<std::vector<bool>> wanted,
                       Tokenizer tokenizer, std::optional<Postings> postings)
    : ranking_(std::move(ranking)),
      statements_(std::move(statements)),
      wanted_(std::move(wanted)),
      tokenizer_(std::move(tokenizer)),
      postings_(std::move(postings)) {}

Result<TextSearch> TextSearch::open(Connection& connection, const std::vector<std::uint16_t>& words) {
    auto wanted = std::make_unique<std::vector<bool>>(words.size() + 1, false);
    const int code = sqlite3_create_function_v2(connection.handle(), "lesesaal_wanted", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                                wanted.get(), is_wanted, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqlite_failure(connection.handle(), code);
    auto ranking = TRY(Ranking::make(connection, words));
    Statement find = TRY(connection.prepare(find_sql));
    Statement find_scored = TRY(connection.prepare(find_scored_sql));
    Statement mark_rows = TRY(connection.prepare(mark_rows_sql));
    Statement mark_article = TRY(connection.prepare(mark_article_sql));
    Statement texts = TRY(connection.prepare(texts_sql));
    Tokenizer tokenizer = TRY(Tokenizer::open(connection));
    auto postings = TRY(Postings::open(connection, words.size()));
    return TextSearch{{std::move(find), std::move(find_scored), std::move(mark_rows), std::move(mark_article), std::move(texts)},
                      std::move(ranking),
                      std::move(wanted),
                      std::move(tokenizer),
                      std::move(postings)};
}

Result<std::vector<TextHit>> TextSearch::find(const std::vector<query::Term>& terms, Scores scores) {
    auto words = postings_ ? single_words(terms, tokenizer_) : std::nullopt;
    if (!words) return find_by_expression(query::fts5_expression(terms), scores);
    std::vector<TextHit> hits = TRY(find_words(*postings_, *ranking_, *words));
    last_ = {terms, std::move(*words), std::vector<bool>(wanted_->size(), false)};
    for (const TextHit& hit : hits) last_.is_hit[static_cast<std::size_t>(row_of(hit.id))] = true;
    return hits;
}

Result<std::vector<TextHit>> TextSearch::find_by_expression(const std::string& expression, Scores scores) {
    std::vector<TextHit> hits;
    Statement& find = scores == Scores::wanted ? statements_.find_scored : statements_.find;
    find.start().bind(1, expression);
    while (TRY(find.step())) {
        const std::int64_t row = find.integer(0);
        const bool is_known = row >= 1 && row < static_cast<std::int64_t>(wanted_->size());
        const bool is_new = hits.empty() || row > row_of(hits.back().id);
        if (!is_known || !is_new) {
            find.start();
            return base::fail(base::ErrorKind::bad_input, "the corpus database is damaged (its text index)");
        }
        hits.push_back({static_cast<ArticleId>(row - 1), find.real(1)});
    }
    return hits;
}

Result<bool> TextSearch::knows_words(const std::vector<query::Term>& terms) {
    if (last_.terms == terms) return true;
    if (!postings_ || !single_words(terms, tokenizer_)) return false;
    TRY(find(terms, Scores::none));
    return true;
}

Result<bool> TextSearch::read_texts(ArticleId id) {
    if (!last_.is_hit[static_cast<std::size_t>(row_of(id))]) return false;
    statements_.texts.start().bind(1, row_of(id));
    return statements_.texts.step();
}

Result<std::vector<RowMarks>> TextSearch::mark_rows(const std::vector<query::Term>& terms, const std::vector<ArticleId>& ids) {
    if (!TRY(knows_words(terms))) return mark_by_expression(query::fts5_expression(terms), ids);
    std::vector<ArticleId> ascending = ids;
    std::ranges::sort(ascending);
    ascending.erase(std::ranges::unique(ascending).begin(), ascending.end());
    std::vector<RowMarks> rows;
    for (const ArticleId id : ascending) {
        if (!TRY(read_texts(id))) continue;
        RowMarks row{.id = id, .title = mark_words(tokenizer_, last_.words, statements_.texts.text(0))};
        auto snippet = word_snippet(tokenizer_, last_.words, statements_.texts.text(1), snippet_tokens);
        if (!snippet) snippet = word_snippet(tokenizer_, last_.words, statements_.texts.text(2), snippet_tokens);
        if (snippet) row.snippet = std::move(*snippet);
        rows.push_back(std::move(row));
    }
    statements_.texts.start();
    return rows;
}

Result<std::vector<RowMarks>> TextSearch::mark_by_expression(const std::string& expression, const std::vector<ArticleId>& ids) {
    std::vector<RowMarks> rows;
    if (ids.empty()) return rows;
    for (const ArticleId id : ids) (*wanted_)[static_cast<std::size_t>(row_of(id))] = true;
    const auto [least, greatest] = std::minmax_element(ids.begin(), ids.end());
    Statement& select = statements_.mark_rows;
    select.start().bind(1, expression).bind(2, row_of(*least)).bind(3, row_of(*greatest));
    Result<bool> has_row = select.step();
    for (; has_row && *has_row; has_row = select.step()) {
        rows.push_back({static_cast<ArticleId>(select.integer(0) - 1), take_marks(select.text(1)), better_snippet(select)});
    }
    for (const ArticleId id : ids) (*wanted_)[static_cast<std::size_t>(row_of(id))] = false;
    if (!has_row) return std::unexpected(std::move(has_row.error()));
    return rows;
}

Result<std::optional<ArticleMarks>> TextSearch::mark_article(const std::vector<query::Term>& terms, ArticleId id) {
    if (TRY(knows_words(terms))) {
        if (!TRY(read_texts(id))) return std::nullopt;
        Statement& texts = statements_.texts;
        ArticleMarks marks{mark_words(tokenizer_, last_.words, texts.text(0)), mark_words(tokenizer_, last_.words, texts.text(1)),
                           mark_words(tokenizer_, last_.words, texts.text(2))};
        texts.start();
        return marks;
    }
    const std::string expression = query::fts5_expression(terms);
    Statement& select = statements_.mark_article;
    select.start().bind(1, expression).bind(2, row_of(id));
    if (!TRY(select.step())) return std::nullopt;
    ArticleMarks marks{take_marks(select.text(0)), take_marks(select.text(1)), take_marks(select.text(2))};
    select.start();
    return marks;
}

}  // namespace lesesaal::store
