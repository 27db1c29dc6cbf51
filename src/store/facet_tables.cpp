#include "store/facet_tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "store/schema.h"

namespace lesesaal::store {
namespace {

using base::Result;
using corpus::Article;
using corpus::Assignment;

struct Value {
    std::string slug;
    std::string label_de;
    std::string label_en;
    std::string kind;    // places only
    std::string within;  // places only
    int articles = 0;
};

using Values = std::vector<Value>;
using List = std::vector<Assignment> Article::*;

/// The slugs some article carries, with the labels of `known`: by falling number of articles, then label.
Values used_values(const std::vector<Article>& articles, List list, const std::map<std::string, Value>& known) {
    std::map<std::string, int> counts;
    for (const Article& article : articles) {
        std::set<std::string> slugs;
        for (const Assignment& assignment : article.*list) slugs.insert(assignment.slug);
        for (const std::string& slug : slugs) ++counts[slug];
    }
    Values values;
    for (const auto& [slug, count] : counts) {
        const auto entry = known.find(slug);
        Value value = entry != known.end() ? entry->second : Value{slug, slug, slug, "kommune", "", 0};
        value.articles = count;
        values.push_back(std::move(value));
    }
    std::sort(values.begin(), values.end(), [](const Value& a, const Value& b) {
        return std::tie(b.articles, a.label_de, a.slug) < std::tie(a.articles, b.label_de, b.slug);
    });
    return values;
}

/// Requires: `table_sql` inserts (article_id, position, value_id, reason).
Result<void> write_assignments(Connection& connection, const char* table_sql, const std::vector<Article>& articles, List list,
                               const Values& values) {
    if (values.size() > schema::facet_values_max) {
        return base::fail(base::ErrorKind::too_large, "more than " + std::to_string(schema::facet_values_max) +
                                                          " topics, places or organisations do not fit into one corpus");
    }
    std::map<std::string, std::int64_t> ids;
    for (const Value& value : values) ids.emplace(value.slug, static_cast<std::int64_t>(ids.size()) + 1);
    Statement insert = TRY(connection.prepare(table_sql));
    std::int64_t article_id = 0;
    for (const Article& article : articles) {
        ++article_id;
        std::set<std::string> seen;
        std::int64_t position = 0;
        for (const Assignment& assignment : article.*list) {
            if (!seen.insert(assignment.slug).second) continue;
            insert.start().bind(1, article_id).bind(2, position++).bind(3, ids.at(assignment.slug)).bind(4, assignment.reason);
            TRY_VOID(insert.run());
        }
    }
    return {};
}

const char* name_of(corpus::PlaceKind kind) {
    switch (kind) {
    case corpus::PlaceKind::bund: return "bund";
    case corpus::PlaceKind::land: return "land";
    case corpus::PlaceKind::kommune: return "kommune";
    }
    return "kommune";
}

Result<void> write_topics(Connection& connection, const std::vector<Article>& articles, const corpus::Vocabulary& vocabulary) {
    std::map<std::string, Value> known;
    for (const corpus::Topic& topic : vocabulary.topics)
        known[topic.slug] = {topic.slug, topic.label_de, topic.label_en, "", "", 0};
    const Values values = used_values(articles, &Article::topics, known);
    Statement insert = TRY(connection.prepare("INSERT INTO topic(id, slug, label_de, label_en) VALUES(?1, ?2, ?3, ?4)"));
    std::int64_t id = 0;
    for (const Value& value : values) {
        TRY_VOID(insert.start().bind(1, ++id).bind(2, value.slug).bind(3, value.label_de).bind(4, value.label_en).run());
    }
    return write_assignments(connection,
                             "INSERT INTO article_topic(article_id, position, topic_id, reason) VALUES(?1, ?2, ?3, ?4)",
                             articles, &Article::topics, values);
}

Result<void> write_places(Connection& connection, const std::vector<Article>& articles, const corpus::Vocabulary& vocabulary) {
    std::map<std::string, Value> known;
    for (const corpus::Place& place : vocabulary.places) {
        known[place.slug] = {place.slug, place.label_de, place.label_en, name_of(place.kind), place.within, 0};
    }
    const Values values = used_values(articles, &Article::places, known);
    Statement insert =
        TRY(connection.prepare("INSERT INTO place(id, slug, label_de, label_en, kind, within) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    std::int64_t id = 0;
    for (const Value& value : values) {
        insert.start().bind(1, ++id).bind(2, value.slug).bind(3, value.label_de).bind(4, value.label_en);
        TRY_VOID(insert.bind(5, value.kind).bind(6, value.within).run());
    }
    return write_assignments(connection,
                             "INSERT INTO article_place(article_id, position, place_id, reason) VALUES(?1, ?2, ?3, ?4)",
                             articles, &Article::places, values);
}

Result<void> write_organisations(Connection& connection, const std::vector<Article>& articles,
                                 const corpus::Vocabulary& vocabulary) {
    std::map<std::string, Value> known;
    for (const corpus::Organisation& organisation : vocabulary.organisations) {
        known[organisation.slug] = {organisation.slug, organisation.name, organisation.name, "", "", 0};
    }
    const Values values = used_values(articles, &Article::organisations, known);
    Statement insert = TRY(connection.prepare("INSERT INTO organisation(id, slug, name) VALUES(?1, ?2, ?3)"));
    std::int64_t id = 0;
    for (const Value& value : values) {
        TRY_VOID(insert.start().bind(1, ++id).bind(2, value.slug).bind(3, value.label_de).run());
    }
    return write_assignments(connection,
                             "INSERT INTO article_organisation(article_id, position, organisation_id, reason) "
                             "VALUES(?1, ?2, ?3, ?4)",
                             articles, &Article::organisations, values);
}

}  // namespace

Result<void> write_facets(Connection& connection, const std::vector<Article>& articles, const corpus::Vocabulary& vocabulary) {
    TRY_VOID(write_topics(connection, articles, vocabulary));
    TRY_VOID(write_places(connection, articles, vocabulary));
    return write_organisations(connection, articles, vocabulary);
}

}  // namespace lesesaal::store
