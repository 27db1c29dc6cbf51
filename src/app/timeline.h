#pragma once
// The histogram over time: pure arithmetic on days.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "query/filter.h"

namespace lesesaal::app {

enum class TimeUnit : std::uint8_t { day, week, month, year };

/// Colours of a stack: the five most frequent topics of the corpus and the rest.
constexpr std::size_t stack_colours = 6;

struct TimeBucket {
    std::int32_t first_day = 0;  // days since 1970-01-01, inclusive
    std::int32_t last_day = 0;
    std::array<std::int32_t, stack_colours> counts{};  // hits under all filters but the dates
    std::int32_t hits = 0;     // their sum
    std::int32_t total = 0;    // articles of the corpus: the silhouette
    bool is_in_range = true;   // inside the date filter
    bool is_after_gap = false; // empty time before it was left out
};

struct Timeline {
    TimeUnit unit = TimeUnit::week;
    std::vector<TimeBucket> buckets;
    std::int32_t hits_max = 0;  // the tallest bucket of the corpus, for the scale
};

/// More buckets than this never: the unit grows first.
constexpr std::size_t time_buckets_max = 400;

/// An article counts in the bucket of its first day. Cost: linear in the articles.
[[nodiscard]] Timeline make_timeline(const query::Overview& overview, const std::vector<query::ArticleId>& undated_hits,
                                     std::optional<base::Date> from, std::optional<base::Date> to);

}  // namespace lesesaal::app
