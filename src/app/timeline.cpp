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

std::int32_t bucket_begin(std::int32_t day, TimeUnit unit) {
    Date date = base::from_days(day);
    switch (unit) {
        case TimeUnit::day: return day;
        case TimeUnit::week: return floor_to_week(day);
        case TimeUnit::month: date.day = 1; return base::to_days(date);
        case TimeUnit::year: date.day = 1; date.month = 1; return base::to_days(date);
    }
    return day;
}

std::int32_t next_begin(std::int32_t begin, TimeUnit unit) {
    Date date = base::from_days(begin);
    switch (unit) {
        case TimeUnit::day: return begin + 1;
        case TimeUnit::week: return begin + 7;
        case TimeUnit::month: return begin + base::days_in_month(date.year, date.month);
        case TimeUnit::year: date.year = static_cast<std::int16_t>(date.year + 1); return base::to_days(date);
    }
    return begin + 1;
}

/// Buckets that hold articles, and short empty runs between them.
std::vector<TimeBucket> make_buckets(const std::vector<std::int32_t>& days, TimeUnit unit) {
    std::vector<TimeBucket> buckets;
    for (const std::int32_t day : days) {
        const std::int32_t begin = bucket_begin(day, unit);
        if (!buckets.empty() && buckets.back().first_day == begin) continue;
        bool is_after_gap = false;
        if (!buckets.empty()) {
            std::vector<TimeBucket> run;
            std::int32_t at = buckets.back().last_day + 1;
            while (at < begin && run.size() <= empty_run_max(unit)) {
                run.push_back({.first_day = at, .last_day = next_begin(at, unit) - 1});
                at = next_begin(at, unit);
            }
            is_after_gap = run.size() > empty_run_max(unit);
            if (!is_after_gap) buckets.insert(buckets.end(), run.begin(), run.end());
        }
        buckets.push_back({.first_day = begin, .last_day = next_begin(begin, unit) - 1, .is_after_gap = is_after_gap});
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
    return buckets;
}

TimeBucket* find_bucket(std::vector<TimeBucket>& buckets, std::int32_t day) {
    const auto after = std::ranges::upper_bound(buckets, day, {}, &TimeBucket::first_day);
    if (after == buckets.begin()) return nullptr;
    TimeBucket& bucket = *(after - 1);
    return day <= bucket.last_day ? &bucket : nullptr;
}

}  // namespace

Timeline make_timeline(const query::Overview& overview, const std::vector<query::ArticleId>& undated_hits,
                       std::optional<base::Date> from, std::optional<base::Date> to) {
    Timeline timeline;
    std::vector<std::int32_t> days;
    days.reserve(overview.first_days.size());
    for (const std::int32_t day : overview.first_days) {
        if (day != query::no_day) days.push_back(day);
    }
    std::ranges::sort(days);
    timeline.buckets = choose_buckets(days, timeline.unit);
    for (const std::int32_t day : days) {
        if (TimeBucket* bucket = find_bucket(timeline.buckets, day)) ++bucket->total;
    }
    for (const query::ArticleId id : undated_hits) {
        const auto index = static_cast<std::size_t>(id);
        LESESAAL_CHECK(index < overview.first_days.size());
        TimeBucket* bucket = find_bucket(timeline.buckets, overview.first_days[index]);
        if (!bucket) continue;
        const std::int16_t topic = overview.main_topics[index];
        const std::size_t colour =
            topic >= 0 ? std::min<std::size_t>(static_cast<std::size_t>(topic), stack_colours - 1) : stack_colours - 1;
        ++bucket->counts[colour];
        ++bucket->hits;
    }
    for (TimeBucket& bucket : timeline.buckets) {
        timeline.hits_max = std::max(timeline.hits_max, bucket.total);
        bucket.is_in_range = (!from || bucket.last_day >= base::to_days(*from)) && (!to || bucket.first_day <= base::to_days(*to));
    }
    return timeline;
}

}  // namespace lesesaal::app
