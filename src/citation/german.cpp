#include <array>

#include "citation/formats.h"

namespace lesesaal::citation {
namespace {

using base::Date;
using corpus::DatePrecision;

constexpr std::array<std::string_view, 12> months{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                                  "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
constexpr std::string_view no_break = "\u00A0";

std::string day_of(Date date) { return std::to_string(date.day) + "."; }
std::string month_of(Date date) { return std::string(months[(date.month - 1U) % 12]); }
std::string year_of(Date date) { return std::to_string(date.year); }
std::string day_month(Date date) { return day_of(date) + std::string(no_break) + month_of(date); }

std::string date_range(Date first, Date last) {
    if (first.year != last.year) return german_date(first) + " – " + german_date(last);
    if (first.month != last.month) return day_month(first) + " – " + german_date(last);
    if (first.day == last.day) return german_date(first);
    return day_of(first) + "–" + german_date(last);
}

/// Inside of quotation marks those of the text become single ones; English and straight pairs too.
std::string with_inner_quotes(std::string_view text) {
    static constexpr std::string_view low = "„", high = "“", right = "”", open = "‚", close = "‘";
    std::string quoted;
    bool is_open = false;
    while (!text.empty()) {
        const bool is_low = text.starts_with(low);
        const bool is_straight = text.front() == '"';
        if (is_low || is_straight || text.starts_with(high) || text.starts_with(right)) {
            is_open = is_low || !is_open;
            quoted += is_open ? open : close;
            text.remove_prefix(is_straight ? 1 : low.size());
        } else {
            quoted += text.front();
            text.remove_prefix(1);
        }
    }
    return quoted;
}

std::string in_quotes(std::string_view text) { return "„" + with_inner_quotes(text) + "“"; }

bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

/// Where it can be read again: the address, or else this collection.
std::string whereabouts(const corpus::Article& article, const Reading& reading) {
    const std::string url = plain_url(article.url);
    const std::string accessed = "(abgerufen am" + std::string(no_break) + german_date(reading.accessed) + ")";
    if (!url.empty()) return url + " " + accessed;
    const std::string collection = one_line(reading.collection);
    if (collection.empty()) return {};
    return "Zitiert nach der Sammlung " + in_quotes(collection) + " " + accessed;
}

}  // namespace

std::string german_date(Date date) { return day_month(date) + " " + year_of(date); }

std::string german_date(const corpus::ArticleDate& date) {
    switch (date.precision) {
        case DatePrecision::day: return german_date(date.first);
        case DatePrecision::range: return date_range(date.first, date.last);
        case DatePrecision::month: return month_of(date.first) + " " + year_of(date.first);
        case DatePrecision::year: return year_of(date.first);
    }
    return {};
}

std::string to_german(const corpus::Article& article, const Reading& reading) {
    const std::string headline = one_line(article.headline);
    const std::string source = one_line(article.source);
    std::string date = article.date ? german_date(*article.date) : "o." + std::string(no_break) + "D.";
    // What the source itself does not state stands in brackets (ISO 690).
    if (article.date && article.date->is_derived) date = "[" + date + "]";
    std::string text = in_quotes(headline);
    if (source.empty()) {
        text += ", " + date;
    } else {
        text += (ends_sentence(headline) ? " In: " : ". In: ") + source + ", " + date;
    }
    if (!ends_sentence(text)) text += '.';
    const std::string where = whereabouts(article, reading);
    if (!where.empty()) text += " " + where + ".";
    return text;
}

}  // namespace lesesaal::citation
