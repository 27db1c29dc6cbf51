#include "ui/dates.h"

#include <array>
#include <string_view>

#include "ui/words.h"

namespace lesesaal::ui {
namespace {

using app::Language;
using base::Date;
using corpus::DatePrecision;

constexpr std::string_view nbsp = "\u00A0";

using MonthNames = std::array<std::string_view, 12>;
constexpr MonthNames months_de{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                               "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
constexpr MonthNames months_en{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
constexpr MonthNames short_de{"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"};
constexpr MonthNames short_en{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// How one language writes a date, in full or with short months.
struct Manner {
    const MonthNames& months;
    std::string_view day_end;  // "8." or "8"

    [[nodiscard]] std::string month(Date date) const { return std::string(months[date.month - 1U]); }
    [[nodiscard]] std::string day(Date date) const { return std::to_string(date.day) + std::string(day_end); }
    [[nodiscard]] std::string day_month(Date date) const { return day(date) + std::string(nbsp) + month(date); }
    [[nodiscard]] std::string month_year(Date date) const { return month(date) + std::string(nbsp) + std::to_string(date.year); }
    [[nodiscard]] std::string whole(Date date) const { return day(date) + std::string(nbsp) + month_year(date); }
};

Manner in_full(Language language) {
    if (language == Language::en) return {months_en, ""};
    return {months_de, "."};
}

Manner shortly(Language language) {
    if (language == Language::en) return {short_en, ""};
    return {short_de, "."};
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

bool begins_month(Date date) { return date.day == 1; }
bool ends_month(Date date) { return date.day == base::days_in_month(date.year, date.month); }
bool is_same_month(Date a, Date b) { return a.year == b.year && a.month == b.month; }

std::string day_range(const Manner& manner, Date from, Date to) {
    if (from == to) return manner.whole(from);
    if (is_same_month(from, to)) return manner.day(from) + "–" + manner.whole(to);
    const std::string first = from.year == to.year ? manner.day_month(from) : manner.whole(from);
    return first + " – " + manner.whole(to);
}

std::string month_range(const Manner& manner, Date from, Date to) {
    if (is_same_month(from, to)) return manner.month_year(from);
    if (from.month == 1 && to.month == 12) {
        const std::string first = std::to_string(from.year);
        return from.year == to.year ? first : first + "–" + std::to_string(to.year);
    }
    return (from.year == to.year ? manner.month(from) : manner.month_year(from)) + " – " + manner.month_year(to);
}

}  // namespace

std::string short_date(const corpus::ArticleDate& date, Language language) {
    const Date& first = date.first;
    const bool is_english = language == Language::en;
    switch (date.precision) {
        case DatePrecision::year: return std::to_string(first.year);
        case DatePrecision::month:
            return is_english ? shortly(language).month_year(first) : two(first.month) + "/" + std::to_string(first.year);
        case DatePrecision::day:
        case DatePrecision::range: break;
    }
    if (is_english) return shortly(language).whole(first);
    return two(first.day) + "." + two(first.month) + "." + std::to_string(first.year);
}

std::string long_date(const corpus::ArticleDate& date, Language language) {
    const Manner manner = in_full(language);
    switch (date.precision) {
        case DatePrecision::year: return std::to_string(date.first.year);
        case DatePrecision::month: return manner.month_year(date.first);
        case DatePrecision::day: return manner.whole(date.first);
        case DatePrecision::range: return day_range(manner, date.first, date.last);
    }
    return {};
}

std::string long_day(Date date, Language language) { return in_full(language).whole(date); }

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

std::string range_label(std::optional<Date> from, std::optional<Date> to, Language language) {
    if (!from && !to) return {};
    const Manner manner = shortly(language);
    const Words words(language);
    if (!to) return words.with(Say::range_from, {{"date", manner.whole(*from)}});
    if (!from) return words.with(Say::range_to, {{"date", manner.whole(*to)}});
    if (begins_month(*from) && ends_month(*to)) return month_range(manner, *from, *to);
    return day_range(manner, *from, *to);
}

std::string month_label(Date date, Language language) { return shortly(language).month_year(date); }

std::string bucket_label(const app::TimeBucket& bucket, app::TimeUnit unit, Language language) {
    const Date first = base::from_days(bucket.first_day);
    const Manner manner = in_full(language);
    switch (unit) {
        case app::TimeUnit::day: return manner.whole(first);
        case app::TimeUnit::week: return Words(language).with(Say::week_from, {{"date", manner.whole(first)}});
        case app::TimeUnit::month: return manner.month_year(first);
        case app::TimeUnit::year: return std::to_string(first.year);
    }
    return {};
}

std::string grouped(std::int64_t number, Language language) {
    std::string digits = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    const std::size_t together_max = language == Language::de ? 4 : 3;
    if (digits.size() - sign <= together_max) return digits;
    for (std::size_t at = digits.size(); at > 3 + sign;) {
        at -= 3;
        digits.insert(at, language == Language::de ? "." : ",");
    }
    return digits;
}

}  // namespace lesesaal::ui
