#include "store/corpus_db.h"

#include <algorithm>
#include <array>
#include <bit>

#include "search/related.h"
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

/// Hits by falling score, equal ones as they lie. Sorted by eleven bits at a time, which is several times as fast as comparing:
/// a float that is not negative orders as its bits do. Cost: linear.
std::vector<std::uint32_t> by_falling_score(std::vector<std::uint32_t> hits, const std::vector<float>& scores) {
    constexpr unsigned digit_bits = 11;
    constexpr std::uint32_t digit_mask = (1U << digit_bits) - 1;
    const auto digit_of = [&](std::uint32_t hit, unsigned shift) {
        return (~std::bit_cast<std::uint32_t>(std::max(scores[hit], 0.0F)) >> shift) & digit_mask;
    };
    std::vector<std::uint32_t> sorted(hits.size());
    for (unsigned shift = 0; shift < 32; shift += digit_bits) {
        std::array<std::uint32_t, digit_mask + 2> begins{};
        for (const std::uint32_t hit : hits) ++begins[digit_of(hit, shift) + 1];
        for (std::size_t digit = 1; digit < begins.size(); ++digit) begins[digit] += begins[digit - 1];
        for (const std::uint32_t hit : hits) sorted[begins[digit_of(hit, shift)]++] = hit;
        std::swap(hits, sorted);
    }
    return hits;
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
    std::unique_ptr<Connection> connection;      // before what holds its statements, so that it outlives them; does not move
    TextSearch text_search;
    ArticleReader reader;
    std::optional<ArticleFinder> finder{};           // made when it is used first; so is what follows
    std::unique_ptr<search::Neighbours> neighbours{};

    [[nodiscard]] bool has(ArticleId id) const {
        return static_cast<std::int32_t>(id) >= 0 && static_cast<std::int32_t>(id) < catalogue->overview.total();
    }
};

CorpusDb::CorpusDb(std::unique_ptr<State> state) : state_(std::move(state)) {}
CorpusDb::CorpusDb(CorpusDb&&) noexcept = default;
CorpusDb& CorpusDb::operator=(CorpusDb&&) noexcept = default;
CorpusDb::~CorpusDb() = default;

Result<CorpusDb> CorpusDb::open(BorrowedBytes bytes) {
    auto connection = std::make_unique<Connection>(TRY(open_database(bytes)));
    auto catalogue = std::make_unique<const Catalogue>(TRY(load_catalogue(*connection)));
    TextSearch text_search = TRY(TextSearch::open(*connection, *catalogue));
    ArticleReader reader = TRY(ArticleReader::open(*connection));
    return CorpusDb{std::unique_ptr<State>(
        new State{std::move(catalogue), std::move(connection), std::move(text_search), std::move(reader)})};
}

const query::Overview& CorpusDb::overview() const { return state_->catalogue->overview; }

Result<query::Result> CorpusDb::search(const query::Filter& filter, const std::function<bool()>& is_time_over) {
    const query::Overview& overview = state_->catalogue->overview;
    std::optional<TextAnswer> found = TRY(state_->text_search.find(filter, is_time_over));
    query::Result result;
    if (found && !found->answer.is_whole) {
        result.is_whole = false;
        return result;
    }
    if (found) result.note = found->note;
    const bool has_text = found && found->note.empty();
    const bool wants_relevance = filter.order == query::Order::automatic || filter.order == query::Order::relevance;
    const bool is_by_relevance = has_text && found->has_words && wants_relevance;
    if (has_text) result.correction = std::move(found->correction);

    const ConditionsMet met = conditions_met(overview, filter, has_text ? &found->answer.is_hit : nullptr);
    const std::vector<std::uint32_t> near = nearly_met(met);
    std::vector<std::uint32_t> hits;
    hits.reserve(near.size());
    result.undated_hits.reserve(near.size());
    for (const std::uint32_t i : near) {
        if ((met[i] | dates_met) != all_met) continue;
        result.undated_hits.push_back(static_cast<ArticleId>(i));
        if (met[i] == all_met) hits.push_back(i);
    }
    if (is_by_relevance) hits = by_falling_score(std::move(hits), found->answer.scores);
    result.hits.reserve(hits.size());
    for (const std::uint32_t hit : hits) result.hits.push_back(static_cast<ArticleId>(hit));
    if (is_by_relevance) {
        result.scores.reserve(hits.size());
        for (const std::uint32_t hit : hits) result.scores.push_back(found->answer.scores[hit]);
    } else {
        put_in_order(result.hits, filter.order, *state_->catalogue);
    }
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        result.facet_counts[i] = count_values(met, near, overview, static_cast<query::Facet>(i));
    }
    result.mark_counts = count_marks(met, near, filter);
    return result;
}

Result<std::vector<query::Row>> CorpusDb::rows(const std::vector<ArticleId>& ids, std::string_view text) {
    for (const ArticleId id : ids) {
        if (!state_->has(id)) return fail(ErrorKind::not_found, "the corpus has no article " + std::to_string(row_of(id)));
    }
    std::vector<query::Row> rows;
    rows.reserve(ids.size());
    for (const ArticleId id : ids) {
        ListRow list_row = TRY(state_->reader.read_row(id));
        query::Row& row = list_row.row;
        row.snippet = std::move(list_row.opening);
        auto marks = TRY(state_->text_search.mark(text, id, Extent::snippet));
        if (marks) {
            const std::size_t headline_at = marks->title.size() - std::min(marks->title.size(), row.headline.size());
            if (marks->title.ends_with(row.headline)) {
                row.headline_highlights = ranges_within(marks->title_ranges, {headline_at, marks->title.size()});
            }
            if (!row.kicker.empty() && marks->title.starts_with(row.kicker) && row.kicker.size() < headline_at) {
                row.kicker_highlights = ranges_within(marks->title_ranges, {0, row.kicker.size()});
            }
            if (!marks->snippet.text.empty()) {
                row.snippet = std::move(marks->snippet.text);
                row.snippet_highlights = std::move(marks->snippet.ranges);
            }
            row.why = std::move(marks->why);
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

    const std::optional<ArticleMarks> marks = TRY(state_->text_search.mark(text, id, Extent::everything));
    for (const BlockRange& block : stored.text.blocks) {
        if (block.is_heading) continue;
        std::vector<base::ByteRange> highlights;
        if (marks) highlights = ranges_within(block.part == Part::lead ? marks->lead_ranges : marks->body_ranges, block.range);
        opened.paragraph_highlights.push_back(std::move(highlights));
    }
    return opened;
}

Result<std::vector<query::RelatedArticle>> CorpusDb::related(ArticleId id) {
    if (!state_->has(id)) return fail(ErrorKind::not_found, "the corpus has no article " + std::to_string(row_of(id)));
    if (!state_->neighbours) {
        const search::Index* index = TRY(state_->text_search.index());
        state_->neighbours = std::make_unique<search::Neighbours>(*index, state_->catalogue->overview);
    }
    const auto read_opening = [this](std::uint32_t article) { return state_->reader.read_opening(static_cast<ArticleId>(article)); };
    std::vector<query::RelatedArticle> related;
    for (const ArticleId other : TRY(state_->neighbours->of(id, read_opening))) {
        ListRow read = TRY(state_->reader.read_row(other));
        query::Row& row = read.row;
        related.push_back({other, std::move(row.uid), std::move(row.kicker), std::move(row.headline), row.date});
    }
    return related;
}

Result<void> CorpusDb::check() {
    Statement check = TRY(state_->connection->prepare("PRAGMA quick_check(1)"));
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
        auto finder = ArticleFinder::make(*state_->connection);
        // Of a damaged table nothing is found; opening and searching tell the damage.
        state_->finder = finder ? std::move(*finder) : ArticleFinder{};
    }
    return state_->finder->find(url, headline);
}

}  // namespace lesesaal::store
