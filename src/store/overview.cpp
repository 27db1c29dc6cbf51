#include "store/overview.h"

#include <algorithm>
#include <string>

#include "search/index_builder.h"
#include "store/builder.h"
#include "store/schema.h"

namespace lesesaal::store {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

std::unexpected<base::Error> damaged(const char* table) {
    return fail(ErrorKind::bad_input, "the corpus database is damaged (its table '" + std::string(table) + "')");
}

Result<std::string> read_meta(Connection& connection, std::string_view key) {
    Statement select = TRY(connection.prepare("SELECT value FROM meta WHERE key = ?1"));
    select.start().bind(1, key);
    if (!TRY(select.step())) return damaged("meta");
    return std::string(select.text(0));
}

/// Loads what the rows of the articles hold, and the memberships of the sources.
Result<void> load_articles(Connection& connection, Catalogue& catalogue) {
    query::Overview& overview = catalogue.overview;
    std::vector<query::FacetValue>& sources = overview.facets[query::index_of(query::Facet::source)];
    query::Memberships& memberships = overview.memberships[query::index_of(query::Facet::source)];
    Statement select = TRY(connection.prepare(
        "SELECT id, uid, date_first, date_last, reading_minutes, source_id, words, language FROM article ORDER BY id"));
    select.start();
    memberships.begins = {0};
    while (TRY(select.step())) {
        const std::int64_t expected_id = std::int64_t{overview.total()} + 1;
        if (select.integer(0) != expected_id || expected_id > static_cast<std::int64_t>(articles_max))
            return damaged("article");
        const auto uid = uid_number(select.text(1));
        if (!uid) return damaged("article");
        overview.uids.push_back(*uid);
        const bool is_dated = !select.is_null(2);
        const std::int32_t first = is_dated ? TRY(checked_day(select.integer(2))) : query::no_day;
        const std::int32_t last = is_dated ? TRY(checked_day(select.integer(3))) : query::no_day;
        if (last < first) return damaged("article");
        overview.first_days.push_back(first);
        overview.last_days.push_back(last);
        catalogue.reading_minutes.push_back(
            static_cast<std::uint16_t>(std::clamp<std::int64_t>(select.integer(4), 1, UINT16_MAX)));
        catalogue.words.push_back(static_cast<std::uint16_t>(std::clamp<std::int64_t>(select.integer(6), 0, UINT16_MAX)));
        catalogue.is_english.push_back(search::language_of(select.text(7)) == search::Language::english);
        if (!select.is_null(5)) {
            const std::int64_t source = select.integer(5);
            if (source < 1 || source > static_cast<std::int64_t>(sources.size())) return damaged("article");
            memberships.values.push_back(static_cast<std::uint16_t>(source - 1));
            ++sources[static_cast<std::size_t>(source - 1)].count;
        }
        memberships.begins.push_back(static_cast<std::uint32_t>(memberships.values.size()));
    }
    if (overview.total() == 0) return damaged("article");
    return {};
}

/// `table` and `labels` (two columns) are ours, not of the file.
Result<std::vector<query::FacetValue>> load_values(Connection& connection, const char* table, const char* labels) {
    const std::string sql = "SELECT id, slug, " + std::string(labels) + " FROM " + std::string(table) + " ORDER BY id";
    Statement select = TRY(connection.prepare(sql));
    std::vector<query::FacetValue> values;
    select.start();
    while (TRY(select.step())) {
        if (select.integer(0) != static_cast<std::int64_t>(values.size()) + 1 || values.size() == schema::facet_values_max)
            return damaged(table);
        query::FacetValue value;
        value.slug = select.text(1);
        value.label_de = select.text(2);
        value.label_en = select.text(3);
        values.push_back(std::move(value));
    }
    return values;
}

/// Fills the counts of `values` too.
Result<query::Memberships> load_memberships(Connection& connection, const char* table, std::size_t articles,
                                            std::vector<query::FacetValue>& values) {
    const std::string assignments = "article_" + std::string(table);
    const std::string sql =
        "SELECT article_id, " + std::string(table) + "_id FROM " + assignments + " ORDER BY article_id, position";
    Statement select = TRY(connection.prepare(sql));
    query::Memberships memberships{.begins = {0}, .values = {}};
    memberships.begins.reserve(articles + 1);
    const auto sort_current = [&] {
        std::sort(memberships.values.begin() + static_cast<std::ptrdiff_t>(memberships.begins.back()),
                  memberships.values.end());
    };
    select.start();
    while (TRY(select.step())) {
        const std::int64_t article = select.integer(0);
        const std::int64_t value = select.integer(1);
        const auto current = static_cast<std::int64_t>(memberships.begins.size());  // 1-based article being filled
        if (article < current || article > static_cast<std::int64_t>(articles)) return damaged(assignments.c_str());
        if (value < 1 || value > static_cast<std::int64_t>(values.size())) return damaged(assignments.c_str());
        while (static_cast<std::int64_t>(memberships.begins.size()) < article) {
            sort_current();
            memberships.begins.push_back(static_cast<std::uint32_t>(memberships.values.size()));
        }
        const auto index = static_cast<std::uint16_t>(value - 1);
        const auto first = memberships.values.begin() + static_cast<std::ptrdiff_t>(memberships.begins.back());
        if (std::find(first, memberships.values.end(), index) != memberships.values.end()) return damaged(assignments.c_str());
        memberships.values.push_back(index);
        ++values[index].count;
    }
    sort_current();
    memberships.begins.resize(articles + 1, static_cast<std::uint32_t>(memberships.values.size()));
    return memberships;
}

/// Values lie by falling count, so an article's most frequent one is the one with the lowest index.
Result<void> load_assigned(Connection& connection, query::Overview& overview, query::Facet facet, const char* table,
                           const char* labels) {
    std::vector<query::FacetValue>& values = overview.facets[query::index_of(facet)];
    values = TRY(load_values(connection, table, labels));
    overview.memberships[query::index_of(facet)] = TRY(load_memberships(connection, table, overview.first_days.size(), values));
    return {};
}

}  // namespace

Result<std::int32_t> checked_day(std::int64_t day) {
    static const std::int32_t day_min = base::to_days({base::date_year_min, 1, 1});
    static const std::int32_t day_max = base::to_days({base::date_year_max, 12, 31});
    if (day < day_min || day > day_max) return damaged("article");
    return static_cast<std::int32_t>(day);
}

std::optional<std::uint64_t> uid_number(std::string_view uid) {
    if (uid.size() != 16) return std::nullopt;
    std::uint64_t number = 0;
    for (const char c : uid) {
        const bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && (c < 'a' || c > 'f')) return std::nullopt;
        number = number << 4 | static_cast<std::uint64_t>(is_digit ? c - '0' : c - 'a' + 10);
    }
    return number;
}

Result<Catalogue> load_catalogue(Connection& connection) {
    Catalogue catalogue;
    query::Overview& overview = catalogue.overview;
    overview.corpus_id = TRY(read_meta(connection, "corpus_id"));
    overview.title = TRY(read_meta(connection, "title"));
    overview.language = TRY(read_meta(connection, "language"));
    overview.facets[query::index_of(query::Facet::source)] = TRY(load_values(connection, "source", "name, name"));
    TRY_VOID(load_articles(connection, catalogue));
    if (TRY(read_meta(connection, "articles")) != std::to_string(overview.total())) return damaged("article");
    TRY_VOID(load_assigned(connection, overview, query::Facet::topic, "topic", "label_de, label_en"));
    TRY_VOID(load_assigned(connection, overview, query::Facet::place, "place", "label_de, label_en"));
    TRY_VOID(load_assigned(connection, overview, query::Facet::organisation, "organisation", "name, name"));
    for (std::size_t i = 0; i < overview.uids.size(); ++i) catalogue.by_uid.push_back(static_cast<query::ArticleId>(i));
    std::sort(catalogue.by_uid.begin(), catalogue.by_uid.end(), [&](query::ArticleId a, query::ArticleId b) {
        return overview.uids[static_cast<std::size_t>(a)] < overview.uids[static_cast<std::size_t>(b)];
    });
    return catalogue;
}

std::optional<query::ArticleId> find_uid(const Catalogue& catalogue, std::string_view uid) {
    const auto number = uid_number(uid);
    if (!number) return std::nullopt;
    const std::vector<std::uint64_t>& uids = catalogue.overview.uids;
    const auto uid_of = [&](query::ArticleId id) { return uids[static_cast<std::size_t>(id)]; };
    const auto found = std::partition_point(catalogue.by_uid.begin(), catalogue.by_uid.end(),
                                            [&](query::ArticleId id) { return uid_of(id) < *number; });
    if (found == catalogue.by_uid.end() || uid_of(*found) != *number) return std::nullopt;
    return *found;
}

}  // namespace lesesaal::store
