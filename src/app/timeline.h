#pragma once
// The histogram over time: pure arithmetic on days.

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/date.h"
#include "query/filter.h"

namespace lesesaal::app {

enum class TimeUnit : std::uint8_t { day, week, month, year };

/// Colours of a stack: the five most frequent values of the corpus and the rest.
constexpr std::size_t stack_colours = 6;
using StackCounts = std::array<std::int32_t, stack_colours>;

struct TimeBucket {
    std::int32_t first_day = 0;  // days since 1970-01-01, inclusive
    std::int32_t last_day = 0;
    StackCounts topics{};        // hits under all filters but the dates, by the main topic of an article
    StackCounts places{};        // the same hits by its main place
    std::int32_t hits = 0;       // their sum
    std::int32_t total = 0;      // articles of the corpus: the silhouette
    bool is_after_gap = false;   // empty time before it was left out

    /// Topics, unless `facet` is place.
    [[nodiscard]] const StackCounts& of(query::Facet facet) const { return facet == query::Facet::place ? places : topics; }
};

/// What no filter changes: the empty buckets of a corpus, and where each article stands in them.
struct TimeScale {
    TimeUnit unit = TimeUnit::week;
    std::vector<TimeBucket> buckets;
    std::int32_t total_max = 0;  // the tallest bucket
    /// First days of the oldest and the newest article; query::no_day where none has a date.
    std::int32_t oldest_day = query::no_day;
    std::int32_t newest_day = query::no_day;
    struct Slot {
        std::uint16_t bucket = nowhere;
        std::uint8_t topic = 0;  // colours
        std::uint8_t place = 0;
    };
    std::vector<Slot> slots;  // one per ArticleId
    static constexpr std::uint16_t nowhere = std::numeric_limits<std::uint16_t>::max();
};

struct Timeline {
    TimeUnit unit = TimeUnit::week;
    std::vector<TimeBucket> buckets;
    std::int32_t total_max = 0;  // the tallest bucket of the corpus, for the scale
};

/// More buckets than this never: the unit grows first.
constexpr std::size_t time_buckets_max = 400;

/// The finest unit whose strip stays readable; long empty spans are left out. An article counts in the bucket of its first
/// day; without one it stands nowhere. Cost: n log n in the articles; once per corpus.
[[nodiscard]] TimeScale make_time_scale(const query::Overview& overview);

/// Requires: the ids are of the scale's corpus. Cost: linear in the hits, a few additions each.
[[nodiscard]] Timeline make_timeline(const TimeScale& scale, const std::vector<query::ArticleId>& undated_hits);

/// Positions of buckets, both inclusive.
struct BucketSpan {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const BucketSpan&) const = default;
};
/// The buckets that a range of dates touches; a missing bound is the end of the strip. Nothing for a range between two
/// buckets or beyond them, or where there are none.
[[nodiscard]] std::optional<BucketSpan> buckets_in(const std::vector<TimeBucket>& buckets, std::optional<base::Date> from,
                                                   std::optional<base::Date> to);

/// Days to units: Mondays, firsts of the month and of the year.
[[nodiscard]] std::int32_t unit_begin(std::int32_t day, TimeUnit unit);
/// Requires: `begin` begins a unit. Returns: the begin of the one after it.
[[nodiscard]] std::int32_t unit_after(std::int32_t begin, TimeUnit unit);

}  // namespace lesesaal::app
