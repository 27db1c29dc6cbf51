// Items of the Citation Style Language, data schema 1.0.2.

#include <nlohmann/json.hpp>

#include "citation/formats.h"

namespace lesesaal::citation {
namespace {

using corpus::DatePrecision;
using nlohmann::json;

json date_parts(base::Date date, DatePrecision precision) {
    switch (precision) {
        case DatePrecision::year: return json::array({date.year});
        case DatePrecision::month: return json::array({date.year, date.month});
        case DatePrecision::day:
        case DatePrecision::range: break;
    }
    return json::array({date.year, date.month, date.day});
}

json issued(const corpus::ArticleDate& date) {
    json parts = json::array();
    parts.push_back(date_parts(date.first, date.precision));
    if (date.precision == DatePrecision::range && date.first != date.last) {
        parts.push_back(date_parts(date.last, date.precision));
    }
    return json{{"date-parts", std::move(parts)}};
}

void set(json& item, const char* name, std::string_view value) {
    std::string text = one_line(value);
    if (!text.empty()) item[name] = std::move(text);
}

json to_item(const corpus::Article& article, const Reading& reading, std::size_t position) {
    const std::string url = plain_url(article.url);
    json item = json::object();
    item["id"] = article.uid.empty() ? std::to_string(position + 1) : one_line(article.uid);
    item["type"] = !one_line(article.source).empty() ? "article-newspaper" : !url.empty() ? "webpage" : "document";
    set(item, "title", article.headline);
    set(item, "container-title", article.source);
    set(item, "URL", url);
    set(item, "archive", reading.collection);
    set(item, "language", article.language);
    if (article.date) item["issued"] = issued(*article.date);
    if (article.date && article.date->is_derived) set(item, "note", derived_date_note);
    json accessed = json::array();
    accessed.push_back(date_parts(reading.accessed, DatePrecision::day));
    item["accessed"] = json{{"date-parts", std::move(accessed)}};
    return item;
}

}  // namespace

std::string to_csl_json(std::span<const corpus::Article> articles, const Reading& reading) {
    json items = json::array();
    for (std::size_t i = 0; i < articles.size(); ++i) items.push_back(to_item(articles[i], reading, i));
    return items.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace lesesaal::citation
