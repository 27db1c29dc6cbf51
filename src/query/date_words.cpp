#include "query/date_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/fields.h"

namespace lesesaal::query {
namespace {

using base::Date;

enum class DateWord : std::uint8_t { today, yesterday, last_week, last_month, last_year };
struct DateName {
    std::string_view name;
    DateWord word;
};
constexpr std::array<DateName, 10> date_names{{{"heute", DateWord::today},
                                               {"today", DateWord::today},
                                               {"gestern", DateWord::yesterday},
                                               {"yesterday", DateWord::yesterday},
                                               {"letzte-woche", DateWord::last_week},
                                               {"last-week", DateWord::last_week},
                                               {"letzter-monat", DateWord::last_month},
                                               {"last-month", DateWord::last_month},
                                               {"letztes-jahr", DateWord::last_year},
                                               {"last-year", DateWord::last_year}}};

struct LastDays {
    std::string_view before;
    std::string_view after;
};
constexpr std::array<LastDays, 2> last_days_names{{{"letzte-", "-tage"}, {"last-", "-days"}}};
constexpr std::size_t date_value_bytes_max = 64;

bool is_number(std::string_view text, std::size_t digits_min, std::size_t digits_max) {
    return text.size() >= digits_min && text.size() <= digits_max && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Requires: is_number of at most 4 digits.
int number(std::string_view text) {
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

/// The day `days` days after the first day that there is, or that day.
Date day_or_first(std::int32_t days) {
    const Date first{static_cast<std::int16_t>(base::date_year_min), 1, 1};
    return days < base::to_days(first) ? first : base::from_days(days);
}

std::optional<DateRange> whole_month(int year, int month) {
    const auto from = base::make_date(year, month, 1);
    if (!from) return std::nullopt;
    return DateRange{from, base::make_date(year, month, base::days_in_month(year, month))};
}

std::optional<DateRange> whole_year(int year) {
    const auto from = base::make_date(year, 1, 1);
    if (!from) return std::nullopt;
    return DateRange{from, base::make_date(year, 12, 31)};
}

std::optional<DateRange> one_day(std::optional<Date> day) {
    if (!day) return std::nullopt;
    return DateRange{day, day};
}

std::optional<DateRange> read_iso(std::string_view value) {
    if (is_number(value, 4, 4)) return whole_year(number(value));
    if (value.size() == 7 && value[4] == '-' && is_number(value.substr(0, 4), 4, 4) && is_number(value.substr(5), 2, 2)) {
        return whole_month(number(value.substr(0, 4)), number(value.substr(5)));
    }
    return one_day(base::from_iso(value));
}

std::optional<DateRange> read_german(std::string_view value) {
    const std::size_t last = value.rfind('.');
    if (last == std::string_view::npos || !is_number(value.substr(last + 1), 4, 4)) return std::nullopt;
    const int year = number(value.substr(last + 1));
    value = value.substr(0, last);
    const std::size_t point = value.find('.');
    if (point == std::string_view::npos) return is_number(value, 1, 2) ? whole_month(year, number(value)) : std::nullopt;
    const std::string_view day = value.substr(0, point);
    const std::string_view month = value.substr(point + 1);
    if (!is_number(day, 1, 2) || !is_number(month, 1, 2)) return std::nullopt;
    return one_day(base::make_date(year, number(month), number(day)));
}

std::optional<int> last_days(std::string_view value) {
    for (const LastDays& name : last_days_names) {
        if (!value.starts_with(name.before) || !value.ends_with(name.after) || value.size() <= name.before.size() + name.after.size()) continue;
        const std::string_view digits = value.substr(name.before.size(), value.size() - name.before.size() - name.after.size());
        if (!is_number(digits, 1, 4)) continue;
        const int days = number(digits);
        if (days >= 1 && days <= last_days_max) return days;
    }
    return std::nullopt;
}

std::optional<DateRange> read_word(DateWord word, Date today) {
    const std::int32_t day = base::to_days(today);
    switch (word) {
    case DateWord::today: return DateRange{today, today};
    case DateWord::yesterday: return one_day(day_or_first(day - 1));
    case DateWord::last_week: {
        const std::int32_t weekday = ((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; Monday is 0
        return DateRange{day_or_first(day - weekday - 7), day_or_first(day - weekday - 1)};
    }
    case DateWord::last_month: return today.month > 1 ? whole_month(today.year, today.month - 1) : whole_month(today.year - 1, 12);
    case DateWord::last_year: return whole_year(today.year - 1);
    }
    return std::nullopt;
}

std::optional<DateRange> read_one(std::string_view value, std::optional<Date> today) {
    if (const auto range = read_iso(value)) return range;
    if (const auto range = read_german(value)) return range;
    if (!today) return std::nullopt;
    if (const auto days = last_days(value)) return DateRange{day_or_first(base::to_days(*today) - *days + 1), today};
    const auto name = std::ranges::find(date_names, value, &DateName::name);
    return name == date_names.end() ? std::nullopt : read_word(name->word, *today);
}

/// Lower case, with hyphens for blanks; empty when it is too long for a date.
std::string as_written(std::string_view value) {
    std::string written;
    if (value.size() > date_value_bytes_max) return written;
    for (const char c : value) written += c == ' ' ? '-' : ascii_lower(c);
    return written;
}

bool may_become_last_days(std::string_view begin, const LastDays& name) {
    if (begin.size() <= name.before.size()) return name.before.starts_with(begin);
    if (!begin.starts_with(name.before)) return false;
    const std::string_view rest = begin.substr(name.before.size());
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    return digits > 0 && digits <= 4 && name.after.starts_with(rest.substr(digits));
}

}  // namespace

std::optional<DateRange> read_dates(std::string_view value, std::optional<Date> today) {
    const std::string written = as_written(value);
    const std::string_view whole = written;
    const std::size_t dots = whole.find("..");
    if (dots == std::string_view::npos) return read_one(whole, today);
    const std::string_view first = whole.substr(0, dots);
    const std::string_view second = whole.substr(dots + 2);
    if (first.empty() && second.empty()) return std::nullopt;
    const auto begin = read_one(first, today);
    const auto end = read_one(second, today);
    if ((!begin && !first.empty()) || (!end && !second.empty())) return std::nullopt;
    if (!begin) return DateRange{std::nullopt, end->to};
    if (!end) return DateRange{begin->from, std::nullopt};
    if (*begin->from > *end->from) return DateRange{end->from, std::max(begin->to, end->to)};
    return DateRange{begin->from, std::max(begin->to, end->to)};
}

bool may_become_dates(std::string_view value) {
    const std::string written = as_written(value);
    std::string_view begin = written;
    if (begin.empty()) return value.empty();
    if (const std::size_t dots = begin.rfind(".."); dots != std::string_view::npos) begin.remove_prefix(dots + 2);
    if (begin.find_first_not_of("0123456789.-") == std::string_view::npos) return begin.size() < 10;
    return std::ranges::any_of(date_names, [&](const DateName& name) { return name.name.starts_with(begin); }) ||
           std::ranges::any_of(last_days_names, [&](const LastDays& name) { return may_become_last_days(begin, name); });
}

std::string dates_text(std::optional<Date> from, std::optional<Date> to) {
    if (from && to) {
        const DateRange range{from, to};
        if (*from == *to) return base::to_iso(*from);
        if (range == whole_year(from->year)) return base::to_iso(*from).substr(0, 4);
        if (range == whole_month(from->year, from->month)) return base::to_iso(*from).substr(0, 7);
    }
    std::string text;
    if (from) text += base::to_iso(*from);
    text += "..";
    if (to) text += base::to_iso(*to);
    return text;
}

}  // namespace lesesaal::query
