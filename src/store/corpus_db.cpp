#include "store/corpus_db.h"

#include <algorithm>
#include <map>

#include "query/terms.h"
#include "store/article_finder.h"
#include "store/article_reader.h"
#include "store/conditions.h"
#include "store/marks.h"
#include "store/open_database.h"
#include "store/overview.h"
#include "store/text_search.h"

namespace lesesaal::store {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using query::ArticleId;

std::size_t index_of(ArticleId id) { return static_cast<std::size_t>(id); }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool asks_for_text(const std::vector<query::Term>& terms) { return !query::fts5_expression(terms).empty(); }

std::string note_without_expression(std::string_view text, const std::vector<query::Term>& terms) {
    if (is_blank(text)) return "";
    return terms.empty() ? "note_no_word" : "note_only_excluded";
}

/// `matches` as the reader wants them, by relevance: those among `met`, equal scores newest first.
void take_by_relevance(query::Result& result, std::vector<TextHit> matches, const ConditionsMet& met) {
    std::erase_if(matches, [&](const TextHit& hit) { return met[index_of(hit.id)] != all_met; });
    std::stable_sort(matches.begin(), matches.end(), [](const TextHit& a, const TextHit& b) { return a.score > b.score; });
    for (const TextHit& hit : matches) {
        result.hits.push_back(hit.id);
        result.scores.push_back(hit.score);
    }
}

/// Puts hits that lie newest first, undated last, into another order.
void put_in_order(std::vector<ArticleId>& hits, query::Order order, const Catalogue& catalogue) {
    const auto is_dated = [&](ArticleId id) { return catalogue.overview.first_days[index_of(id)] != query::no_day; };
    const auto minutes = [&](ArticleId id) { return catalogue.reading_minutes[index_of(id)]; };
    switch (order) {
    case query::Order::oldest:  // an undated article is neither new nor old: it stays last
        std::reverse(hits.begin(), std::find_if_not(hits.begin(), hits.end(), is_dated));
        break;
    case query::Order::reading_time:
        std::stable_sort(hits.begin(), hits.end(), [&](ArticleId a, ArticleId b) { return minutes(a) < minutes(b); });
        break;
    case query::Order::automatic:
    case query::Order::relevance:
    case query::Order::newest: break;
    }
}

}  // namespace

struct CorpusDb::State {
    std::unique_ptr<const Catalogue> catalogue;  // does not move: ranking reads it
    Connection connection;                       // before what holds its statements, so that it outlives them
    TextSearch text_search;
    ArticleReader reader;
    std::optional<ArticleFinder> finder{};  // made when it is used first

    [[nodiscard]] bool has(ArticleId id) const {
        return static_cast<std::int32_t>(id) >= 0 && static_cast<std::int32_t>(id) < catalogue->overview.total();
    }
    Result<std::vector<query::RelatedArticle>> read_related(ArticleId id);
};

Result<std::vector<query::RelatedArticle>> CorpusDb::State::read_related(ArticleId id) {
    std::vector<query::RelatedArticle> related;
    for (const ArticleId other : TRY(reader.read_related(id))) {
        if (!has(other) || other == id) continue;  // of a damaged table; the article itself is whole
        ListRow read = TRY(reader.read_row(other));
        query::Row& row = read.row;
        related.push_back({other, std::move(row.uid), std::move(row.kicker), std::move(row.headline), row.date});
    }
    return related;
}

CorpusDb::CorpusDb(std::unique_ptr<State> state) : state_(std::move(state)) {}
CorpusDb::CorpusDb(CorpusDb&&) noexcept = default;
CorpusDb& CorpusDb::operator=(CorpusDb&&) noexcept = default;
CorpusDb::~CorpusDb() = default;

Result<CorpusDb> CorpusDb::open(BorrowedBytes bytes) {
    Connection connection = TRY(open_database(bytes));
    auto catalogue = std::make_unique<const Catalogue>(TRY(load_catalogue(connection)));
    TextSearch text_search = TRY(TextSearch::open(connection, catalogue->words));
    ArticleReader reader = TRY(ArticleReader::open(connection));
    return CorpusDb{std::unique_ptr<State>(
        new State{std::move(catalogue), std::move(connection), std::move(text_search), std::move(reader)})};
}

const query::Overview& CorpusDb::overview() const { return state_->catalogue->overview; }

Result<query::Result> CorpusDb::search(const query::Filter& filter) {
    const query::Overview& overview = state_->catalogue->overview;
    const std::vector<query::Term> terms = query::parse_terms(filter.text);
    const bool has_text = asks_for_text(terms);
    const bool is_by_relevance =
        has_text && (filter.order == query::Order::automatic || filter.order == query::Order::relevance);

    std::vector<TextHit> matches;
    if (has_text) matches = TRY(state_->text_search.find(terms, is_by_relevance ? Scores::wanted : Scores::none));
    const ConditionsMet met = conditions_met(overview, filter, has_text ? &matches : nullptr);

    query::Result result;
    if (!has_text) result.note = note_without_expression(filter.text, terms);
    for (std::size_t i = 0; i < met.size(); ++i) {
        if ((met[i] | dates_met) != all_met) continue;
        result.undated_hits.push_back(static_cast<ArticleId>(i));
        if (met[i] == all_met && !is_by_relevance) result.hits.push_back(static_cast<ArticleId>(i));
    }
    if (is_by_relevance) take_by_relevance(result, std::move(matches), met);
    else put_in_order(result.hits, filter.order, *state_->catalogue);
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        result.facet_counts[i] = count_values(met, overview, static_cast<query::Facet>(i));
    }
    result.mark_counts = count_marks(met, filter);
    return result;
}

Result<std::vector<query::Row>> CorpusDb::rows(const std::vector<ArticleId>& ids, std::string_view text) {
    for (const ArticleId id : ids) {
        if (!state_->has(id)) return fail(ErrorKind::not_found, "the corpus has no article " + std::to_string(row_of(id)));
    }
    const std::vector<query::Term> terms = query::parse_terms(text);
    std::map<ArticleId, RowMarks> marks;
    if (asks_for_text(terms)) {
        std::vector<RowMarks> marked = TRY(state_->text_search.mark_rows(terms, ids));
        for (RowMarks& row : marked) marks.emplace(row.id, std::move(row));
    }
    std::vector<query::Row> rows;
    rows.reserve(ids.size());
    for (const ArticleId id : ids) {
        ListRow list_row = TRY(state_->reader.read_row(id));
        query::Row& row = list_row.row;
        row.snippet = std::move(list_row.opening);
        if (const auto found = marks.find(id); found != marks.end()) {
            const Marked& title = found->second.title;
            const std::size_t headline_at = title.text.size() - std::min(title.text.size(), row.headline.size());
            if (title.text.ends_with(row.headline)) {
                row.headline_highlights = ranges_within(title.ranges, {headline_at, title.text.size()});
            }
            if (!row.kicker.empty() && title.text.starts_with(row.kicker) && row.kicker.size() < headline_at) {
                row.kicker_highlights = ranges_within(title.ranges, {0, row.kicker.size()});
            }
            if (!found->second.snippet.text.empty()) {
                row.snippet = found->second.snippet.text;
                row.snippet_highlights = found->second.snippet.ranges;
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<query::OpenedArticle> CorpusDb::article(ArticleId id, std::string_view text) {
    if (!state_->has(id)) return fail(ErrorKind::not_found, "the corpus has no article " + std::to_string(row_of(id)));
    StoredArticle stored = TRY(state_->reader.read_article(id));
    query::OpenedArticle opened;
    opened.id = id;
    opened.reading_minutes = stored.reading_minutes;
    opened.article = std::move(stored.article);
    opened.paragraph_breaks = std::move(stored.paragraph_breaks);
    opened.headline_breaks = std::move(stored.headline_breaks);
    opened.related = TRY(state_->read_related(id));

    const std::vector<query::Term> terms = query::parse_terms(text);
    std::optional<ArticleMarks> marks;
    if (asks_for_text(terms)) marks = TRY(state_->text_search.mark_article(terms, id));
    for (const BlockRange& block : stored.text.blocks) {
        if (block.is_heading) continue;
        std::vector<base::ByteRange> highlights;
        if (marks) {
            const Marked& marked = block.part == Part::lead ? marks->lead : marks->body;
            // Only a damaged text comes back changed; its ranges would point anywhere.
            const bool is_whole = marked.text == (block.part == Part::lead ? stored.text.lead : stored.text.body);
            if (is_whole) highlights = ranges_within(marked.ranges, block.range);
        }
        opened.paragraph_highlights.push_back(std::move(highlights));
    }
    return opened;
}

Result<void> CorpusDb::check() {
    Statement check = TRY(state_->connection.prepare("PRAGMA quick_check(1)"));
    if (!TRY(check.start().step())) return fail(ErrorKind::bad_input, "the corpus database is damaged (it cannot be checked)");
    std::string_view finding = check.text(0);
    if (finding == "ok") return {};
    // SQLite puts a line before it that names the database.
    finding.remove_prefix(finding.rfind('\n') + 1);
    return fail(ErrorKind::bad_input, "the corpus database is damaged (" + std::string(finding) + ")");
}

std::optional<ArticleId> CorpusDb::find_uid(std::string_view uid) { return store::find_uid(*state_->catalogue, uid); }

std::optional<std::string> CorpusDb::find_article(std::string_view url, std::string_view headline) {
    if (!state_->finder) {
        auto finder = ArticleFinder::make(state_->connection);
        // Of a damaged table nothing is found; opening and searching tell the damage.
        state_->finder = finder ? std::move(*finder) : ArticleFinder{};
    }
    return state_->finder->find(url, headline);
}

}  // namespace lesesaal::store
