#include "store/article_reader.h"

#include <algorithm>
#include <string>

#include "store/break_codec.h"
#include "store/marks.h"
#include "store/overview.h"
#include "store/text_search.h"

namespace lesesaal::store {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using corpus::ArticleDate;
using corpus::DatePrecision;

/// More blocks or assignments than any article has; what claims more is damaged.
constexpr std::size_t rows_of_article_max = 100'000;

std::unexpected<base::Error> damaged(const char* table, query::ArticleId id) {
    return fail(ErrorKind::bad_input, "the corpus database is damaged (its table '" + std::string(table) + "', article " +
                                          std::to_string(row_of(id)) + ")");
}

std::optional<DatePrecision> precision_named(std::string_view name) {
    for (const DatePrecision precision :
         {DatePrecision::day, DatePrecision::range, DatePrecision::month, DatePrecision::year}) {
        if (name == name_of(precision)) return precision;
    }
    return std::nullopt;
}

/// Reads date_first, date_last, date_precision, date_derived, date_begin, date_end from `column` on.
Result<std::optional<ArticleDate>> read_date(Statement& select, int column, query::ArticleId id) {
    if (select.is_null(column)) return std::nullopt;
    const std::int32_t first = TRY(checked_day(select.integer(column)));
    const std::int32_t last = TRY(checked_day(select.integer(column + 1)));
    const auto precision = precision_named(select.text(column + 2));
    const std::int64_t begin = select.integer(column + 4);
    const std::int64_t end = select.integer(column + 5);
    if (last < first || !precision || begin < 0 || end < begin || end > INT32_MAX) return damaged("article", id);
    ArticleDate date;
    date.first = base::from_days(first);
    date.last = base::from_days(last);
    date.precision = *precision;
    date.is_derived = select.integer(column + 3) != 0;
    date.source = {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
    return date;
}

Result<std::vector<corpus::Assignment>> read_assignments(Statement& select, query::ArticleId id) {
    std::vector<corpus::Assignment> assignments;
    select.start().bind(1, row_of(id));
    while (TRY(select.step())) {
        if (assignments.size() == rows_of_article_max) return damaged("article_…", id);
        assignments.push_back({std::string(select.text(0)), std::string(select.text(1))});
    }
    return assignments;
}

std::int32_t checked_minutes(std::int64_t minutes) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(minutes, 1, UINT16_MAX));
}

/// Where the next block of a part can begin at the earliest.
struct Ends {
    std::int64_t lead = 0;
    std::int64_t body = 0;
};

/// Reads kind, part, begin, end. Nothing when they cannot be: the blocks of a part follow one another.
std::optional<BlockRange> read_block_row(Statement& select, const ArticleText& text, Ends& ends) {
    const std::string_view kind = select.text(0);
    const std::string_view part = select.text(1);
    if ((kind != "heading" && kind != "paragraph") || (part != "lead" && part != "body")) return std::nullopt;
    const bool is_lead = part == "lead";
    const std::string& whole = is_lead ? text.lead : text.body;
    std::int64_t& least = is_lead ? ends.lead : ends.body;
    const std::int64_t begin = select.integer(2);
    const std::int64_t end = select.integer(3);
    if (begin < least || end < begin || end > static_cast<std::int64_t>(whole.size())) return std::nullopt;
    least = end;
    return BlockRange{
        kind == "heading", is_lead ? Part::lead : Part::body, {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}};
}

std::vector<corpus::Section> sections_of(const ArticleText& text) {
    std::vector<corpus::Section> sections;
    for (const BlockRange& block : text.blocks) {
        const std::string& whole = block.part == Part::lead ? text.lead : text.body;
        std::string line = whole.substr(block.range.begin, block.range.size());
        if (block.is_heading) {
            sections.push_back({std::move(line), {}});
            continue;
        }
        if (sections.empty()) sections.emplace_back();
        sections.back().paragraphs.push_back(std::move(line));
    }
    return sections;
}

}  // namespace

Result<ArticleReader> ArticleReader::open(Connection& connection) {
    const auto assignments = [&](const std::string& table) {
        return connection.prepare("SELECT t.slug, a.reason FROM article_" + table + " a JOIN " + table + " t ON t.id = a." +
                                  table + "_id WHERE a.article_id = ?1 ORDER BY a.position");
    };
    Statement row = TRY(connection.prepare(
        "SELECT uid, kicker, headline, teaser_only, lead, date_first, date_last, date_precision, date_derived, date_begin, "
        "date_end, language, reading_minutes, (SELECT name FROM source WHERE source.id = source_id) "
        "FROM article WHERE id = ?1"));
    Statement article = TRY(connection.prepare(
        "SELECT uid, kicker, headline, teaser_only, lead, date_first, date_last, date_precision, date_derived, date_begin, "
        "date_end, body, language, url, reading_minutes, (SELECT name FROM source WHERE source.id = source_id), "
        "headline_breaks FROM article WHERE id = ?1"));
    Statement blocks =
        TRY(connection.prepare("SELECT kind, part, begin, \"end\", breaks FROM block WHERE article_id = ?1 ORDER BY position"));
    Statement opening = TRY(connection.prepare("SELECT title, lead FROM article_search WHERE id = ?1"));
    Statement topics = TRY(assignments("topic"));
    Statement places = TRY(assignments("place"));
    Statement organisations = TRY(assignments("organisation"));
    return ArticleReader{{std::move(row), std::move(article), std::move(blocks), std::move(topics), std::move(places),
                          std::move(organisations), std::move(opening)}};
}

Result<ListRow> ArticleReader::read_row(query::ArticleId id) {
    Statement& select = statements_.row;
    select.start().bind(1, row_of(id));
    if (!TRY(select.step())) return damaged("article", id);
    ListRow list_row;
    list_row.row.id = id;
    list_row.row.uid = select.text(0);
    list_row.row.kicker = select.text(1);
    list_row.row.headline = select.text(2);
    list_row.row.is_teaser_only = select.integer(3) != 0;
    list_row.opening = opening_of(select.text(4));
    list_row.row.date = TRY(read_date(select, 5, id));
    list_row.row.language = select.text(11);
    list_row.row.reading_minutes = checked_minutes(select.integer(12));
    list_row.row.source = select.text(13);
    select.start();
    return list_row;
}

Result<StoredArticle> ArticleReader::read_article(query::ArticleId id) {
    Statement& select = statements_.article;
    select.start().bind(1, row_of(id));
    if (!TRY(select.step())) return damaged("article", id);
    StoredArticle stored;
    corpus::Article& article = stored.article;
    article.uid = select.text(0);
    article.kicker = select.text(1);
    article.headline = select.text(2);
    article.is_teaser_only = select.integer(3) != 0;
    stored.text.lead = select.text(4);
    article.date = TRY(read_date(select, 5, id));
    stored.text.body = select.text(11);
    article.language = select.text(12);
    article.url = select.text(13);
    stored.reading_minutes = checked_minutes(select.integer(14));
    article.source = select.text(15);
    auto headline_breaks = decode_breaks(select.bytes(16), article.headline.size());
    if (!headline_breaks) return damaged("article", id);
    stored.headline_breaks = std::move(*headline_breaks);
    select.start();

    Statement& blocks = statements_.blocks;
    Ends ends;
    blocks.start().bind(1, row_of(id));
    while (TRY(blocks.step())) {
        const auto block = read_block_row(blocks, stored.text, ends);
        if (!block || stored.text.blocks.size() == rows_of_article_max) return damaged("block", id);
        stored.text.blocks.push_back(*block);
        if (block->is_heading) continue;
        auto breaks = decode_breaks(blocks.bytes(4), block->range.size());
        if (!breaks) return damaged("block", id);
        stored.paragraph_breaks.push_back(std::move(*breaks));
    }
    article.sections = sections_of(stored.text);
    article.topics = TRY(read_assignments(statements_.topics, id));
    article.places = TRY(read_assignments(statements_.places, id));
    article.organisations = TRY(read_assignments(statements_.organisations, id));
    return stored;
}

Result<search::Opening> ArticleReader::read_opening(query::ArticleId id) {
    Statement& select = statements_.opening;
    select.start().bind(1, row_of(id));
    if (!TRY(select.step())) return damaged("article", id);
    return search::Opening{select.text(0), select.text(1)};
}

}  // namespace lesesaal::store
