#include "main/cli_json.h"

#include "base/check.h"

namespace lesesaal::cli {
namespace {

const char* name_of(corpus::DatePrecision precision) {
    switch (precision) {
    case corpus::DatePrecision::day: return "day";
    case corpus::DatePrecision::range: return "range";
    case corpus::DatePrecision::month: return "month";
    case corpus::DatePrecision::year: return "year";
    }
    LESESAAL_CHECK(false);
}

Json slugs(const std::vector<corpus::Assignment>& assignments) {
    Json list = Json::array();
    for (const corpus::Assignment& assignment : assignments) list.push_back(assignment.slug);
    return list;
}

Json reasons(const std::vector<corpus::Assignment>& assignments) {
    Json by_slug = Json::object();
    for (const corpus::Assignment& assignment : assignments) by_slug[assignment.slug] = assignment.reason;
    return by_slug;
}

void put_date(Json& json, const std::optional<corpus::ArticleDate>& date) {
    json["date"] = date ? Json(base::to_iso(date->first)) : Json();
    json["date_end"] = date ? Json(base::to_iso(date->last)) : Json();
    json["date_precision"] = date ? Json(name_of(date->precision)) : Json();
    json["date_derived"] = date && date->is_derived;
}

}  // namespace

Json to_json(const corpus::Article& article) {
    Json json;
    json["uid"] = article.uid;
    json["kicker"] = article.kicker;
    json["headline"] = article.headline;
    put_date(json, article.date);
    json["teaser_only"] = article.is_teaser_only;
    json["topics"] = slugs(article.topics);
    json["places"] = slugs(article.places);
    json["organisations"] = slugs(article.organisations);
    json["source"] = article.source;
    json["url"] = article.url;
    json["language"] = article.language;
    json["sections"] = Json::array();
    for (const corpus::Section& section : article.sections) {
        json["sections"].push_back({{"heading", section.heading}, {"paragraphs", section.paragraphs}});
    }
    json["reasons"] = {{"topics", reasons(article.topics)},
                       {"places", reasons(article.places)},
                       {"organisations", reasons(article.organisations)}};
    return json;
}

Json to_json(const std::vector<FileWarning>& warnings) {
    Json list = Json::array();
    for (const FileWarning& entry : warnings) {
        list.push_back({{"file", entry.file}, {"offset", entry.warning.offset}, {"message", entry.warning.message}});
    }
    return list;
}

const char* name_of(query::MatchRule rule) {
    switch (rule) {
    case query::MatchRule::exact: return "exact";
    case query::MatchRule::stem: return "stem";
    case query::MatchRule::spelling: return "spelling";
    case query::MatchRule::prefix: return "prefix";
    case query::MatchRule::part: return "part";
    }
    return "exact";
}

Json to_json(const query::Row& row, double score) {
    Json json;
    json["uid"] = row.uid;
    json["headline"] = row.headline;
    json["score"] = score;
    json["snippet"] = row.snippet;
    json["kicker"] = row.kicker;
    json["date"] = row.date ? Json(base::to_iso(row.date->first)) : Json();
    json["why"] = Json::array();
    for (const query::Why& why : row.why) {
        json["why"].push_back({{"asked", why.asked}, {"found", why.found}, {"rule", name_of(why.rule)}});
    }
    return json;
}

std::string to_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace lesesaal::cli
