#include "store/overview.h"

#include <algorithm>
#include <string>

#include "store/builder.h"

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

Result<void> load_days(Connection& connection, query::Overview& overview) {
    Statement select = TRY(connection.prepare("SELECT id, date_first, date_last FROM article ORDER BY id"));
    select.start();
    while (TRY(select.step())) {
        const std::int64_t expected_id = std::int64_t{overview.total()} + 1;
        if (select.integer(0) != expected_id || expected_id > static_cast<std::int64_t>(articles_max))
            return damaged("article");
        if (select.is_null(1)) {
            overview.first_days.push_back(query::no_day);
            overview.last_days.push_back(query::no_day);
            continue;
        }
        const std::int32_t first = TRY(checked_day(select.integer(1)));
        const std::int32_t last = TRY(checked_day(select.integer(2)));
        if (last < first) return damaged("article");
        overview.first_days.push_back(first);
        overview.last_days.push_back(last);
    }
    if (overview.total() == 0) return damaged("article");
    return {};
}

Result<void> load_sources(Connection& connection, query::Overview& overview) {
    Statement select = TRY(connection.prepare("SELECT name FROM source ORDER BY id"));
    select.start();
    while (TRY(select.step())) overview.sources.emplace_back(select.text(0));
    return {};
}

/// `table` is one of ours, not of the file.
Result<std::vector<query::FacetValue>> load_values(Connection& connection, const char* table) {
    const std::string sql = "SELECT id, slug, label_de, label_en FROM " + std::string(table) + " ORDER BY id";
    Statement select = TRY(connection.prepare(sql));
    std::vector<query::FacetValue> values;
    select.start();
    while (TRY(select.step())) {
        if (select.integer(0) != static_cast<std::int64_t>(values.size()) + 1 || values.size() == facet_values_max)
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
Result<Memberships> load_memberships(Connection& connection, const char* table, std::size_t articles,
                                     std::vector<query::FacetValue>& values) {
    const std::string assignments = "article_" + std::string(table);
    const std::string sql =
        "SELECT article_id, " + std::string(table) + "_id FROM " + assignments + " ORDER BY article_id, position";
    Statement select = TRY(connection.prepare(sql));
    Memberships memberships;
    memberships.offsets.reserve(articles + 1);
    select.start();
    while (TRY(select.step())) {
        const std::int64_t article = select.integer(0);
        const std::int64_t value = select.integer(1);
        const auto current = static_cast<std::int64_t>(memberships.offsets.size());  // 1-based article being filled
        if (article < current || article > static_cast<std::int64_t>(articles)) return damaged(assignments.c_str());
        if (value < 1 || value > static_cast<std::int64_t>(values.size())) return damaged(assignments.c_str());
        while (static_cast<std::int64_t>(memberships.offsets.size()) < article) {
            memberships.offsets.push_back(static_cast<std::uint32_t>(memberships.values.size()));
        }
        const auto index = static_cast<std::uint16_t>(value - 1);
        const auto first = memberships.values.begin() + static_cast<std::ptrdiff_t>(memberships.offsets.back());
        if (std::find(first, memberships.values.end(), index) != memberships.values.end()) return damaged(assignments.c_str());
        memberships.values.push_back(index);
        ++values[index].count;
    }
    memberships.offsets.resize(articles + 1, static_cast<std::uint32_t>(memberships.values.size()));
    return memberships;
}

/// Topics lie by falling count, so an article's most frequent topic is the one with the lowest index.
std::vector<std::int16_t> main_topics(const Memberships& topics, std::size_t articles) {
    std::vector<std::int16_t> main(articles, -1);
    for (std::size_t i = 0; i < articles; ++i) {
        const auto values = topics.of(i);
        if (!values.empty()) main[i] = static_cast<std::int16_t>(*std::min_element(values.begin(), values.end()));
    }
    return main;
}

}  // namespace

Result<std::int32_t> checked_day(std::int64_t day) {
    static const std::int32_t day_min = base::to_days({base::date_year_min, 1, 1});
    static const std::int32_t day_max = base::to_days({base::date_year_max, 12, 31});
    if (day < day_min || day > day_max) return damaged("article");
    return static_cast<std::int32_t>(day);
}

Result<Catalogue> load_catalogue(Connection& connection) {
    Catalogue catalogue;
    query::Overview& overview = catalogue.overview;
    overview.corpus_id = TRY(read_meta(connection, "corpus_id"));
    overview.title = TRY(read_meta(connection, "title"));
    overview.language = TRY(read_meta(connection, "language"));
    TRY_VOID(load_days(connection, overview));
    if (TRY(read_meta(connection, "articles")) != std::to_string(overview.total())) return damaged("article");
    TRY_VOID(load_sources(connection, overview));
    overview.topics = TRY(load_values(connection, "topic"));
    overview.places = TRY(load_values(connection, "place"));
    const std::size_t articles = overview.first_days.size();
    catalogue.topics = TRY(load_memberships(connection, "topic", articles, overview.topics));
    catalogue.places = TRY(load_memberships(connection, "place", articles, overview.places));
    overview.main_topics = main_topics(catalogue.topics, articles);
    return catalogue;
}

}  // namespace lesesaal::store
