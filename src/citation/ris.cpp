// Tags as reference managers read them: two letters, two blanks, a hyphen, a blank, the value to the end of the line.

#include "citation/formats.h"

namespace lesesaal::citation {
namespace {

using corpus::DatePrecision;

void line(std::string& record, std::string_view tag, std::string_view value) {
    const std::string text = one_line(value);
    if (text.empty()) return;
    record += tag;
    record += "  - " + text + "\r\n";
}

/// "YYYY/MM/DD/what else there is to say"; unknown parts are empty.
std::string slashed(base::Date date, DatePrecision precision) {
    std::string text = std::to_string(date.year) + "/";
    if (precision != DatePrecision::year) text += two_digits(date.month);
    text += '/';
    if (precision == DatePrecision::day || precision == DatePrecision::range) text += two_digits(date.day);
    return text + "/";
}

}  // namespace

std::string to_ris(const corpus::Article& article, const Reading& reading) {
    const std::string url = plain_url(article.url);
    std::string record;
    line(record, "TY", !one_line(article.source).empty() ? "NEWS" : !url.empty() ? "ELEC" : "GEN");
    line(record, "TI", article.headline);
    line(record, "T2", article.source);
    if (article.date) {
        const corpus::ArticleDate& date = *article.date;
        line(record, "PY", std::to_string(date.first.year));
        const bool is_range = date.precision == DatePrecision::range && date.first != date.last;
        line(record, "DA", slashed(date.first, date.precision) + (is_range ? "bis " + german_date(date.last) : ""));
        if (date.is_derived) line(record, "N1", derived_date_note);
    }
    line(record, "UR", url);
    line(record, "Y2", slashed(reading.accessed, DatePrecision::day));
    line(record, "DB", reading.collection);
    line(record, "LA", article.language);
    line(record, "ID", article.uid);
    return record + "ER  - \r\n";
}

}  // namespace lesesaal::citation
