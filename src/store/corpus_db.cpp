#include "store/corpus_db.h"

#include <algorithm>
#include <map>

#include "query/terms.h"
#include "store/article_reader.h"
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

/// Which conditions of a filter an article meets; a condition that is not asked for is met.
enum Condition : std::uint8_t { text_met = 1, dates_met = 2, topics_met = 4, places_met = 8, uids_met = 16, all_met = 31 };

std::size_t index_of(ArticleId id) { return static_cast<std::size_t>(id); }

/// By index of a facet value: whether the filter asks for it. Slugs the corpus does not have ask for nothing there.
std::vector<bool> asked_values(const std::vector<query::FacetValue>& values, const std::vector<std::string>& slugs) {
    std::vector<bool> asked(values.size(), false);
    for (std::size_t i = 0; i < values.size(); ++i)
        asked[i] = std::find(slugs.begin(), slugs.end(), values[i].slug) != slugs.end();
    return asked;
}

using ConditionsMet = std::vector<std::uint8_t>;  // by article

void meet_dates(ConditionsMet& met, const query::Overview& overview, const query::Filter& filter) {
    const bool is_asked = filter.from || filter.to;
    const std::int32_t from = filter.from ? base::to_days(*filter.from) : INT32_MIN;
    const std::int32_t to = filter.to ? base::to_days(*filter.to) : INT32_MAX;
    for (std::size_t i = 0; i < met.size(); ++i) {
        const bool is_dated = overview.first_days[i] != query::no_day;
        const bool overlaps = is_dated && overview.first_days[i] <= to && overview.last_days[i] >= from;
        if (!is_asked || overlaps) met[i] |= dates_met;
    }
}

void meet_facet(ConditionsMet& met, Condition condition, const Memberships& memberships,
                const std::vector<query::FacetValue>& values, const std::vector<std::string>& slugs) {
    const std::vector<bool> asked = asked_values(values, slugs);
    for (std::size_t i = 0; i < met.size(); ++i) {
        const auto carried = memberships.of(i);
        const bool carries_one = std::any_of(carried.begin(), carried.end(), [&](std::uint16_t value) { return asked[value]; });
        if (slugs.empty() || carries_one) met[i] |= condition;
    }
}

/// Articles per value among those that meet all conditions but `condition`.
std::vector<std::int32_t> count_sideways(const ConditionsMet& met, Condition condition, const Memberships& memberships,
                                         std::size_t values) {
    std::vector<std::int32_t> counts(values, 0);
    for (std::size_t i = 0; i < met.size(); ++i) {
        if ((met[i] | condition) != all_met) continue;
        for (const std::uint16_t value : memberships.of(i)) ++counts[value];
    }
    return counts;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string note_without_expression(std::string_view text, const std::vector<query::Term>& terms) {
    if (is_blank(text)) return "";
    if (!terms.empty()) return "Nur ausgeschlossene Wörter: Die Suche braucht mindestens ein Wort, das vorkommen soll.";
    return "Darin steht kein Wort, nach dem sich suchen lässt.";
}

}  // namespace

struct CorpusDb::State {
    Connection connection;  // first: it outlives the statements
    Catalogue catalogue;
    TextSearch text_search;
    ArticleReader reader;

    [[nodiscard]] bool has(ArticleId id) const {
        return static_cast<std::int32_t>(id) >= 0 && static_cast<std::int32_t>(id) < catalogue.overview.total();
    }
    Result<std::optional<ArticleId>> find_uid(std::string_view uid);
    Result<void> meet_uids(ConditionsMet& met, const std::optional<std::vector<std::string>>& uids);
    Result<void> meet_text(ConditionsMet& met, const std::string& expression, std::vector<TextHit>& hits);
};

Result<std::optional<ArticleId>> CorpusDb::State::find_uid(std::string_view uid) {
    const auto row = TRY(reader.find_uid(uid));
    if (!row || *row < 1 || *row > catalogue.overview.total()) return std::nullopt;
    return static_cast<ArticleId>(*row - 1);
}

Result<void> CorpusDb::State::meet_uids(ConditionsMet& met, const std::optional<std::vector<std::string>>& uids) {
    if (!uids) {
        for (std::uint8_t& conditions : met) conditions |= uids_met;
        return {};
    }
    for (const std::string& uid : *uids) {
        const auto id = TRY(find_uid(uid));
        if (id) met[index_of(*id)] |= uids_met;
    }
    return {};
}

Result<void> CorpusDb::State::meet_text(ConditionsMet& met, const std::string& expression, std::vector<TextHit>& hits) {
    if (expression.empty()) {
        for (std::uint8_t& conditions : met) conditions |= text_met;
        return {};
    }
    hits = TRY(text_search.find(expression));
    for (const TextHit& hit : hits) met[index_of(hit.id)] |= text_met;
    return {};
}

CorpusDb::CorpusDb(std::unique_ptr<State> state) : state_(std::move(state)) {}
CorpusDb::CorpusDb(CorpusDb&&) noexcept = default;
CorpusDb& CorpusDb::operator=(CorpusDb&&) noexcept = default;
CorpusDb::~CorpusDb() = default;

Result<CorpusDb> CorpusDb::open(BorrowedBytes bytes) {
    Connection connection = TRY(open_database(bytes));
    Catalogue catalogue = TRY(load_catalogue(connection));
    TextSearch text_search = TRY(TextSearch::open(connection, catalogue.overview.first_days.size()));
    ArticleReader reader = TRY(ArticleReader::open(connection));
    return CorpusDb{std::unique_ptr<State>(
        new State{std::move(connection), std::move(catalogue), std::move(text_search), std::move(reader)})};
}

const query::Overview& CorpusDb::overview() const { return state_->catalogue.overview; }

Result<query::Result> CorpusDb::search(const query::Filter& filter) {
    const Catalogue& catalogue = state_->catalogue;
    const query::Overview& overview = catalogue.overview;
    const std::vector<query::Term> terms = query::parse_terms(filter.text);
    const std::string expression = query::fts5_expression(terms);

    ConditionsMet met(overview.first_days.size(), 0);
    std::vector<TextHit> text_hits;
    TRY_VOID(state_->meet_text(met, expression, text_hits));
    TRY_VOID(state_->meet_uids(met, filter.only_uids));
    meet_dates(met, overview, filter);
    meet_facet(met, topics_met, catalogue.topics, overview.topics, filter.topics);
    meet_facet(met, places_met, catalogue.places, overview.places, filter.places);

    query::Result result;
    if (expression.empty()) result.note = note_without_expression(filter.text, terms);
    for (std::size_t i = 0; i < met.size(); ++i) {
        if (met[i] == all_met && expression.empty()) result.hits.push_back(static_cast<ArticleId>(i));
        if ((met[i] | dates_met) == all_met) result.undated_hits.push_back(static_cast<ArticleId>(i));
    }
    // By ascending id before, so equal scores stay newest first.
    std::stable_sort(text_hits.begin(), text_hits.end(), [](const TextHit& a, const TextHit& b) { return a.score > b.score; });
    for (const TextHit& hit : text_hits) {
        if (met[index_of(hit.id)] != all_met) continue;
        result.hits.push_back(hit.id);
        result.scores.push_back(hit.score);
    }
    result.topic_counts = count_sideways(met, topics_met, catalogue.topics, overview.topics.size());
    result.place_counts = count_sideways(met, places_met, catalogue.places, overview.places.size());
    return result;
}

Result<std::vector<query::Row>> CorpusDb::rows(const std::vector<ArticleId>& ids, std::string_view text) {
    for (const ArticleId id : ids) {
        if (!state_->has(id)) return fail(ErrorKind::not_found, "the corpus has no article " + std::to_string(row_of(id)));
    }
    const std::string expression = query::fts5_expression(query::parse_terms(text));
    std::map<ArticleId, RowMarks> marks;
    if (!expression.empty()) {
        std::vector<RowMarks> marked = TRY(state_->text_search.mark_rows(expression, ids));
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
            if (title.text.ends_with(row.headline)) {
                row.headline_highlights =
                    ranges_within(title.ranges, {title.text.size() - row.headline.size(), title.text.size()});
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

    const std::string expression = query::fts5_expression(query::parse_terms(text));
    std::optional<ArticleMarks> marks;
    if (!expression.empty()) marks = TRY(state_->text_search.mark_article(expression, id));
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

std::optional<ArticleId> CorpusDb::find_uid(std::string_view uid) {
    const auto id = state_->find_uid(uid);
    return id ? *id : std::nullopt;
}

}  // namespace lesesaal::store
