#include "app/trends.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace lesesaal::app {
namespace {

// Longer runs of empty periods are left out.
constexpr std::size_t empty_run_max = 6;
// More months than this are told as years.
constexpr std::size_t months_max = 36;
constexpr std::size_t window_months = 3;

/// Months or years as consecutive numbers.
struct Calendar {
    TimeUnit unit;

    [[nodiscard]] std::int32_t number_of(std::int32_t day) const {
        const base::Date date = base::from_days(day);
        return unit == TimeUnit::year ? date.year : date.year * 12 + date.month - 1;
    }
    [[nodiscard]] TrendPeriod period(std::int32_t number) const {
        const int year = unit == TimeUnit::year ? number : number / 12;
        const int month = unit == TimeUnit::year ? 1 : number % 12 + 1;
        const std::int32_t first = base::to_days({static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), 1});
        return {.first_day = first, .last_day = unit_after(first, unit) - 1};
    }
};

/// The periods shown, and which number stands where.
struct Periods {
    Calendar calendar;
    std::int32_t first_number = 0;
    std::vector<std::int16_t> places;  // of first_number on; -1: not shown
    std::vector<TrendPeriod> shown;

    [[nodiscard]] int place_of(std::int32_t number) const {
        const auto at = static_cast<std::size_t>(number - first_number);
        return number < first_number || at >= places.size() ? -1 : places[at];
    }
};

/// The periods in which articles begin, with the short empty runs between them.
std::vector<TrendPeriod> find_periods(const query::Overview& overview, Calendar calendar, Periods& periods) {
    std::vector<std::int32_t> numbers;
    numbers.reserve(overview.first_days.size());
    for (const std::int32_t day : overview.first_days) {
        if (day != query::no_day) numbers.push_back(calendar.number_of(day));
    }
    std::vector<TrendPeriod> found;
    if (numbers.empty()) return found;
    const auto [first, last] = std::ranges::minmax(numbers);
    periods.first_number = first;
    periods.places.assign(static_cast<std::size_t>(last - first) + 1, -1);
    for (const std::int32_t number : numbers) periods.places[static_cast<std::size_t>(number - first)] = 0;
    std::size_t empty = 0;
    for (std::int32_t number = first; number <= last; ++number) {
        if (periods.places[static_cast<std::size_t>(number - first)] < 0) {
            ++empty;
            continue;
        }
        const bool is_gap = empty > empty_run_max;
        for (; empty > 0; --empty) {
            if (!is_gap) found.push_back(calendar.period(number - static_cast<std::int32_t>(empty)));
        }
        found.push_back(calendar.period(number));
        found.back().is_after_gap = is_gap;
    }
    return found;
}

Periods choose_periods(const query::Overview& overview) {
    Periods periods{.calendar = {TimeUnit::month}};
    periods.shown = find_periods(overview, periods.calendar, periods);
    if (periods.shown.size() > months_max) {
        periods.calendar = {TimeUnit::year};
        periods.shown = find_periods(overview, periods.calendar, periods);
    }
    if (periods.shown.size() > trend_periods_max) {
        periods.shown.erase(periods.shown.begin(), periods.shown.end() - static_cast<std::ptrdiff_t>(trend_periods_max));
    }
    if (!periods.shown.empty()) periods.shown.front().is_after_gap = false;
    std::ranges::fill(periods.places, std::int16_t{-1});
    for (std::size_t i = 0; i < periods.shown.size(); ++i) {
        const std::int32_t number = periods.calendar.number_of(periods.shown[i].first_day);
        periods.places[static_cast<std::size_t>(number - periods.first_number)] = static_cast<std::int16_t>(i);
    }
    return periods;
}

/// As many periods as can be set against as many before them, without a gap among them.
std::size_t window_of(const std::vector<TrendPeriod>& periods, TimeUnit unit) {
    std::size_t together = 0;
    for (std::size_t i = periods.size(); i-- > 0;) {
        ++together;
        if (periods[i].is_after_gap) break;
    }
    return std::min(together / 2, unit == TimeUnit::month ? window_months : std::size_t{1});
}

/// A table of counts: one line per value, one column per period, the last column each article once.
class Counts {
public:
    Counts(std::size_t values, std::size_t periods) : columns_(periods + 1), cells_(values * columns_, 0) {}
    std::int32_t& at(std::size_t value, std::size_t period) { return cells_[value * columns_ + period]; }
    std::int32_t& total(std::size_t value) { return cells_[value * columns_ + columns_ - 1]; }

private:
    std::size_t columns_;
    std::vector<std::int32_t> cells_;
};

/// Returns: the articles that stand in any of the periods.
std::int32_t count(const query::Overview& overview, const std::vector<query::ArticleId>& hits, const query::Memberships& memberships,
                   Periods& periods, Counts& counts) {
    std::int32_t shown = 0;
    for (const query::ArticleId id : hits) {
        const auto article = static_cast<std::size_t>(id);
        LESESAAL_CHECK(article < overview.first_days.size());
        if (overview.first_days[article] == query::no_day) continue;
        const bool has_values = article + 1 < memberships.begins.size();
        const auto values = has_values ? memberships.of(id) : std::span<const std::uint16_t>{};
        const std::int32_t last = periods.calendar.number_of(overview.last_days[article]);
        bool is_shown = false;
        for (std::int32_t number = periods.calendar.number_of(overview.first_days[article]); number <= last; ++number) {
            const int place = periods.place_of(number);
            if (place < 0) continue;
            is_shown = true;
            const auto period = static_cast<std::size_t>(place);
            ++periods.shown[period].hits;
            for (const std::uint16_t value : values) ++counts.at(value, period);
        }
        if (!is_shown) continue;
        ++shown;
        for (const std::uint16_t value : values) ++counts.total(value);
    }
    return shown;
}

}  // namespace

Direction direction_of(std::int32_t recent, std::int32_t recent_hits, std::int32_t before, std::int32_t before_hits) {
    if (recent + before < trend_articles_min || recent_hits <= 0 || before_hits <= 0) return Direction::too_few;
    const double share = static_cast<double>(recent + before) / (recent_hits + before_hits);
    const double error = std::sqrt(share * (1 - share) * (1.0 / recent_hits + 1.0 / before_hits));
    const double change = static_cast<double>(recent) / recent_hits - static_cast<double>(before) / before_hits;
    constexpr double errors_min = 1.28;
    if (change > errors_min * error) return Direction::rising;
    if (change < -errors_min * error) return Direction::falling;
    return Direction::steady;
}

Trends make_trends(const query::Overview& overview, const std::vector<query::ArticleId>& undated_hits, query::Facet facet,
                   const query::Selection& selection) {
    Periods periods = choose_periods(overview);
    const std::vector<query::FacetValue>& values = overview.of(facet);
    Counts counts(values.size(), periods.shown.size());
    const std::int32_t hits = count(overview, undated_hits, overview.memberships[query::index_of(facet)], periods, counts);

    Trends trends{.facet = facet, .unit = periods.calendar.unit, .periods = std::move(periods.shown), .hits = hits};
    const std::size_t size = trends.periods.size();
    trends.window = window_of(trends.periods, trends.unit);
    const auto in_recent = [&](std::size_t period) { return period + trends.window >= size; };
    const auto in_before = [&](std::size_t period) { return !in_recent(period) && period + 2 * trends.window >= size; };
    for (std::size_t i = 0; i < size; ++i) {
        if (in_recent(i)) trends.recent_hits += trends.periods[i].hits;
        if (in_before(i)) trends.before_hits += trends.periods[i].hits;
    }
    for (std::size_t value = 0; value < values.size(); ++value) {
        if (counts.total(value) == 0) continue;
        if (!selection.wanted.empty() && !std::ranges::binary_search(selection.wanted, values[value].slug)) continue;
        Trend trend{.value = static_cast<std::uint16_t>(value), .total = counts.total(value)};
        for (std::size_t i = 0; i < size; ++i) {
            trend.counts.push_back(counts.at(value, i));
            if (in_recent(i)) trend.recent += counts.at(value, i);
            if (in_before(i)) trend.before += counts.at(value, i);
        }
        trend.direction = direction_of(trend.recent, trends.recent_hits, trend.before, trends.before_hits);
        trends.values.push_back(std::move(trend));
    }
    std::ranges::stable_sort(trends.values, std::ranges::greater{}, &Trend::total);
    if (trends.values.size() > trend_values_max) {
        trends.values_left_out = trends.values.size() - trend_values_max;
        trends.values.resize(trend_values_max);
    }
    return trends;
}

}  // namespace lesesaal::app
