#include "exchange/labels.h"

#include "base/date.h"

namespace lesesaal::exchange {
namespace {

using corpus::ArticleDate;
using corpus::DatePrecision;

constexpr Labels german{
    .language = "de",
    .notes = "Notizen",
    .bookmarks = "Lesezeichen",
    .as_of = "Stand:",
    .headline = "Überschrift",
    .kicker = "Dachzeile",
    .date = "Datum",
    .source = "Quelle",
    .address = "Adresse",
    .bookmarked = "Lesezeichen vom",
    .collections = "Sammlungen",
    .tags = "Schlagwörter",
    .note = "Notiz",
    .other_version = "Andere Fassung",
    .passage = "Markierte Stelle",
    .colour = "Farbe",
    .passage_note = "Notiz zur Stelle",
    .changed = "Geändert",
    .text_hash = "SHA-256 des Textes",
    .uid = "Kennung",
    .untitled = "Ohne Überschrift",
    .none = "Es gibt noch keine Lesezeichen und Notizen.",
    .colours = {"gelb", "grün", "blau", "rosa"},
    .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
               "Dezember"},
    .after_day = ".",
    .quote_open = "„",
    .quote_close = "“",
};

constexpr Labels english{
    .language = "en",
    .notes = "Notes",
    .bookmarks = "Bookmarks",
    .as_of = "As of",
    .headline = "Headline",
    .kicker = "Kicker",
    .date = "Date",
    .source = "Source",
    .address = "Address",
    .bookmarked = "Bookmarked on",
    .collections = "Collections",
    .tags = "Tags",
    .note = "Note",
    .other_version = "Other version",
    .passage = "Highlighted passage",
    .colour = "Colour",
    .passage_note = "Note on the passage",
    .changed = "Changed",
    .text_hash = "SHA-256 of the text",
    .uid = "Identifier",
    .untitled = "Without a headline",
    .none = "There are no bookmarks and notes yet.",
    .colours = {"yellow", "green", "blue", "pink"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
               "December"},
    .after_day = "",
    .quote_open = "“",
    .quote_close = "”",
};

std::string month_text(base::Date date, const Labels& labels) {
    return std::string(labels.months[(date.month - 1U) % 12]) + " " + std::to_string(date.year);
}

}  // namespace

const Labels& labels_of(std::string_view language) {
    return language == "en" || language.starts_with("en-") ? english : german;
}

std::optional<ArticleDate> date_of(const notebook::Card& card) {
    const std::string_view text = card.date;
    constexpr std::size_t day_size = 10;  // "2025-10-08"
    ArticleDate date;
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    if (text.size() == 4) {
        date.precision = DatePrecision::year;
        first = base::from_iso(std::string(text) + "-01-01");
        last = base::from_iso(std::string(text) + "-12-31");
    } else if (text.size() == 7) {
        date.precision = DatePrecision::month;
        first = base::from_iso(std::string(text) + "-01");
        if (first) last = base::make_date(first->year, first->month, base::days_in_month(first->year, first->month));
    } else if (text.size() == 2 * day_size + 1 && text[day_size] == '/') {
        date.precision = DatePrecision::range;
        first = base::from_iso(text.substr(0, day_size));
        last = base::from_iso(text.substr(day_size + 1));
    } else {
        first = last = base::from_iso(text);
    }
    if (!first || !last || *last < *first) return std::nullopt;
    date.first = *first;
    date.last = *last;
    return date;
}

std::string date_text(base::Date date, const Labels& labels) {
    return std::to_string(date.day) + std::string(labels.after_day) + " " + month_text(date, labels);
}

std::string date_text(const notebook::Card& card, const Labels& labels) {
    const auto date = date_of(card);
    if (!date) return card.date;
    switch (date->precision) {
    case DatePrecision::day: break;
    case DatePrecision::range: return date_text(date->first, labels) + " – " + date_text(date->last, labels);
    case DatePrecision::month: return month_text(date->first, labels);
    case DatePrecision::year: return std::to_string(date->first.year);
    }
    return date_text(date->first, labels);
}

std::string title_of(const notebook::Entry& entry, const Labels& labels) {
    if (!entry.card.headline.empty()) return entry.card.headline;
    if (!entry.card.url.empty()) return entry.card.url;
    return std::string(labels.untitled) + " (" + entry.uid + ")";
}

std::string origin_of(const notebook::Card& card, const Labels& labels) {
    std::vector<std::string> parts;
    for (const std::string& part : {card.kicker, card.source, date_text(card, labels)}) {
        if (!part.empty()) parts.push_back(part);
    }
    return joined(parts, ", ");
}

std::string joined(const std::vector<std::string>& list, std::string_view separator) {
    std::string text;
    for (const std::string& one : list) {
        if (!text.empty()) text += separator;
        text += one;
    }
    return text;
}

}  // namespace lesesaal::exchange
