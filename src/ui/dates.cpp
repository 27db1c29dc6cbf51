#include "ui/dates.h"

#include <array>
#include <string_view>

namespace lesesaal::ui {
namespace {

using base::Date;
using corpus::DatePrecision;

constexpr std::string_view nbsp = "\u00A0";

constexpr std::array<std::string_view, 12> months{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                                  "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
constexpr std::array<std::string_view, 12> short_months{"Jan", "Feb", "Mär", "Apr", "Mai", "Jun",
                                                        "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string join(std::string_view a, std::string_view b) {
    std::string text(a);
    text += b;
    return text;
}

std::string day_month(Date date) { return join(std::to_string(date.day) + ".", nbsp) + std::string(months[date.month - 1U]); }

std::string day_month_short(Date date) {
    return join(std::to_string(date.day) + ".", nbsp) + std::string(short_months[date.month - 1U]);
}

std::string with_year(const std::string& text, Date date) { return text + std::string(nbsp) + std::to_string(date.year); }

bool is_whole_year(Date from, Date to) {
    return from.year == to.year && from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31;
}

bool is_whole_month(Date from, Date to) {
    return from.year == to.year && from.month == to.month && from.day == 1 &&
           to.day == base::days_in_month(to.year, to.month);
}

std::string day_range(Date from, Date to) {
    if (from == to) return with_year(day_month(from), from);
    if (from.year == to.year && from.month == to.month) {
        return std::to_string(from.day) + ".–" + with_year(day_month(to), to);
    }
    const std::string first = from.year == to.year ? day_month(from) : with_year(day_month(from), from);
    return first + " – " + with_year(day_month(to), to);
}

}  // namespace

std::string short_date(const corpus::ArticleDate& date) {
    const Date& first = date.first;
    switch (date.precision) {
        case DatePrecision::year: return std::to_string(first.year);
        case DatePrecision::month: return two(first.month) + "/" + std::to_string(first.year);
        case DatePrecision::day:
        case DatePrecision::range: break;
    }
    return two(first.day) + "." + two(first.month) + "." + std::to_string(first.year);
}

std::string long_date(const corpus::ArticleDate& date) {
    switch (date.precision) {
        case DatePrecision::year: return std::to_string(date.first.year);
        case DatePrecision::month: return with_year(std::string(months[date.first.month - 1U]), date.first);
        case DatePrecision::day: return with_year(day_month(date.first), date.first);
        case DatePrecision::range: return day_range(date.first, date.last);
    }
    return {};
}

std::string machine_date(const corpus::ArticleDate& date) {
    const std::string iso = base::to_iso(date.first);
    switch (date.precision) {
        case DatePrecision::year: return iso.substr(0, 4);
        case DatePrecision::month: return iso.substr(0, 7);
        case DatePrecision::day:
        case DatePrecision::range: break;
    }
    return iso;
}

std::string range_label(std::optional<Date> from, std::optional<Date> to) {
    if (!from && !to) return {};
    if (!to) return "ab " + with_year(day_month_short(*from), *from);
    if (!from) return "bis " + with_year(day_month_short(*to), *to);
    if (is_whole_year(*from, *to)) return std::to_string(from->year);
    if (is_whole_month(*from, *to)) return month_label(*from);
    if (*from == *to) return with_year(day_month_short(*from), *from);
    const std::string first = from->year == to->year ? day_month_short(*from) : with_year(day_month_short(*from), *from);
    return first + " – " + with_year(day_month_short(*to), *to);
}

std::string month_label(Date date) { return with_year(std::string(short_months[date.month - 1U]), date); }

std::string bucket_label(const app::TimeBucket& bucket, app::TimeUnit unit) {
    const Date first = base::from_days(bucket.first_day);
    switch (unit) {
        case app::TimeUnit::day: return with_year(day_month(first), first);
        case app::TimeUnit::week: return "Woche ab " + with_year(day_month(first), first);
        case app::TimeUnit::month: return with_year(std::string(months[first.month - 1U]), first);
        case app::TimeUnit::year: return std::to_string(first.year);
    }
    return {};
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    if (digits.size() < 5) return digits;  // four digits stand together in German
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ".");
    }
    return digits;
}

std::string count_of_articles(std::int64_t count) { return grouped(count) + " Artikel"; }

std::string count_of_hits(std::int64_t hits, std::int64_t total) {
    if (hits == total) return count_of_articles(total);
    return grouped(hits) + " von " + grouped(total) + (total == 1 ? " Artikel" : " Artikeln");
}

}  // namespace lesesaal::ui
