#include "app/timeline.h"

#include <algorithm>

#include "base/check.h"

namespace lesesaal::app {
namespace {

using base::Date;

/// Longer runs of empty buckets are left out and marked: about two months of days and weeks, half a year of months.
std::size_t empty_run_max(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::day: return 56;
        case TimeUnit::week: return 8;
        case TimeUnit::month: return 6;
        case TimeUnit::year: return 6;
    }
    return 6;
}

std::int32_t floor_to_week(std::int32_t day) {
    // 1970-01-01 was a Thursday; weeks begin on Monday.
    const std::int32_t since_monday = ((day + 3) % 7 + 7) % 7;
    return day - since_monday;
}

TimeBucket empty_bucket(std::int32_t begin, TimeUnit unit) {
    return {.first_day = begin, .last_day = unit_after(begin, unit) - 1};
}

/// Buckets that hold articles, and short empty runs between them.
std::vector<TimeBucket> make_buckets(const std::vector<std::int32_t>& days, TimeUnit unit) {
    std::vector<TimeBucket> buckets;
    for (const std::int32_t day : days) {
        if (!buckets.empty() && day <= buckets.back().last_day) continue;
        const std::int32_t begin = unit_begin(day, unit);
        bool is_after_gap = false;
        if (!buckets.empty()) {
            std::vector<TimeBucket> run;
            std::int32_t at = buckets.back().last_day + 1;
            while (at < begin && run.size() <= empty_run_max(unit)) {
                run.push_back(empty_bucket(at, unit));
                at = run.back().last_day + 1;
            }
            is_after_gap = run.size() > empty_run_max(unit);
            if (!is_after_gap) buckets.insert(buckets.end(), run.begin(), run.end());
        }
        buckets.push_back(empty_bucket(begin, unit));
        buckets.back().is_after_gap = is_after_gap;
    }
    return buckets;
}

/// The finest unit whose strip stays readable: about as many buckets as fit in a screen's width.
std::vector<TimeBucket> choose_buckets(const std::vector<std::int32_t>& days, TimeUnit& unit) {
    struct Choice {
        TimeUnit unit;
        std::size_t buckets_max;
    };
    static constexpr Choice choices[] = {
        {TimeUnit::day, 21}, {TimeUnit::week, 60}, {TimeUnit::month, 72}, {TimeUnit::year, time_buckets_max}};
    std::vector<TimeBucket> buckets;
    for (const Choice& choice : choices) {
        unit = choice.unit;
        buckets = make_buckets(days, choice.unit);
        if (buckets.size() <= choice.buckets_max) return buckets;
    }
    // Over four hundred years: the oldest are left out of the strip; the list still has them.
    buckets.erase(buckets.begin(), buckets.end() - static_cast<std::ptrdiff_t>(time_buckets_max));
    buckets.front().is_after_gap = false;
    return buckets;
}

std::uint16_t find_bucket(const std::vector<TimeBucket>& buckets, std::int32_t day) {
    if (day == query::no_day) return TimeScale::nowhere;
    const auto after = std::ranges::upper_bound(buckets, day, {}, &TimeBucket::first_day);
    if (after == buckets.begin() || day > (after - 1)->last_day) return TimeScale::nowhere;
    return static_cast<std::uint16_t>(after - buckets.begin() - 1);
}

/// The colour of an article's main value: its most frequent one in the corpus.
std::uint8_t colour_of(const query::Memberships& memberships, std::size_t article) {
    constexpr std::size_t rest = stack_colours - 1;
    if (article + 1 >= memberships.begins.size()) return rest;
    const auto values = memberships.of(query::ArticleId{static_cast<std::int32_t>(article)});
    return static_cast<std::uint8_t>(values.empty() ? rest : std::min<std::size_t>(values.front(), rest));
}

}  // namespace

std::int32_t unit_begin(std::int32_t day, TimeUnit unit) {
    Date date = base::from_days(day);
    switch (unit) {
        case TimeUnit::day: return day;
        case TimeUnit::week: return floor_to_week(day);
        case TimeUnit::month: date.day = 1; return base::to_days(date);
        case TimeUnit::year: date.day = 1; date.month = 1; return base::to_days(date);
    }
    return day;
}

std::int32_t unit_after(std::int32_t begin, TimeUnit unit) {
    Date date = base::from_days(begin);
    switch (unit) {
        case TimeUnit::day: return begin + 1;
        case TimeUnit::week: return begin + 7;
        case TimeUnit::month: return begin + base::days_in_month(date.year, date.month);
        case TimeUnit::year: date.year = static_cast<std::int16_t>(date.year + 1); return base::to_days(date);
    }
    return begin + 1;
}

TimeScale make_time_scale(const query::Overview& overview) {
    TimeScale scale;
    std::vector<std::int32_t> days;
    days.reserve(overview.first_days.size());
    for (const std::int32_t day : overview.first_days) {
        if (day != query::no_day) days.push_back(day);
    }
    std::ranges::sort(days);
    if (!days.empty()) {
        scale.oldest_day = days.front();
        scale.newest_day = days.back();
    }
    scale.buckets = choose_buckets(days, scale.unit);
    scale.slots.reserve(overview.first_days.size());
    const query::Memberships& topics = overview.memberships[query::index_of(query::Facet::topic)];
    const query::Memberships& places = overview.memberships[query::index_of(query::Facet::place)];
    for (std::size_t i = 0; i < overview.first_days.size(); ++i) {
        const TimeScale::Slot slot{find_bucket(scale.buckets, overview.first_days[i]), colour_of(topics, i), colour_of(places, i)};
        scale.slots.push_back(slot);
        if (slot.bucket != TimeScale::nowhere) ++scale.buckets[slot.bucket].total;
    }
    for (const TimeBucket& bucket : scale.buckets) scale.total_max = std::max(scale.total_max, bucket.total);
    return scale;
}

Timeline make_timeline(const TimeScale& scale, const std::vector<query::ArticleId>& undated_hits) {
    Timeline timeline{.unit = scale.unit, .buckets = scale.buckets, .total_max = scale.total_max};
    for (const query::ArticleId id : undated_hits) {
        const auto index = static_cast<std::size_t>(id);
        LESESAAL_CHECK(index < scale.slots.size());
        const TimeScale::Slot slot = scale.slots[index];
        if (slot.bucket == TimeScale::nowhere) continue;
        TimeBucket& bucket = timeline.buckets[slot.bucket];
        ++bucket.topics[slot.topic];
        ++bucket.places[slot.place];
        ++bucket.hits;
    }
    return timeline;
}

std::optional<BucketSpan> buckets_in(const std::vector<TimeBucket>& buckets, std::optional<base::Date> from,
                                     std::optional<base::Date> to) {
    const auto first = from ? std::ranges::lower_bound(buckets, base::to_days(*from), {}, &TimeBucket::last_day) : buckets.begin();
    const auto after = to ? std::ranges::upper_bound(buckets, base::to_days(*to), {}, &TimeBucket::first_day) : buckets.end();
    if (first >= after) return std::nullopt;
    return BucketSpan{static_cast<std::size_t>(first - buckets.begin()), static_cast<std::size_t>(after - buckets.begin() - 1)};
}

}  // namespace lesesaal::app
