#pragma once
// What becomes more and what less: topics or places by month or year. Pure arithmetic.

#include <cstdint>
#include <vector>

#include "app/timeline.h"
#include "query/filter.h"

namespace lesesaal::app {

struct TrendPeriod {
    std::int32_t first_day = 0;  // days since 1970-01-01, inclusive
    std::int32_t last_day = 0;
    std::int32_t hits = 0;
    bool is_after_gap = false;  // empty time before it was left out
};

enum class Direction : std::uint8_t {
    rising,   // its share of the articles has grown by more than chance moves it
    falling,
    steady,
    too_few,  // fewer than trend_articles_min in both spans: no word about it would be honest
};

/// One topic or place.
struct Trend {
    std::uint16_t value = 0;           // its position in Overview::of(facet)
    std::vector<std::int32_t> counts;  // one per period
    std::int32_t total = 0;            // in all periods, each article once
    std::int32_t recent = 0;           // in the last Trends::window periods
    std::int32_t before = 0;           // in as many before those
    Direction direction = Direction::too_few;
};

struct Trends {
    query::Facet facet = query::Facet::topic;
    TimeUnit unit = TimeUnit::month;  // or year
    std::vector<TrendPeriod> periods;
    std::int32_t hits = 0;  // in all periods, each article once
    std::size_t window = 0;  // periods compared; 0: there are no two next to each other
    std::int32_t recent_hits = 0;
    std::int32_t before_hits = 0;
    std::vector<Trend> values;     // by falling total; at most trend_values_max
    std::size_t values_left_out = 0;
};

constexpr std::size_t trend_periods_max = 12;   // the newest
constexpr std::size_t trend_values_max = 25;
constexpr std::int32_t trend_articles_min = 5;

/// Counts the hits under all filters but the dates, each in every period its dates touch, as the list finds it there.
/// Where `selection` wants values, only those are told of: the others' counts would be of articles that share them.
/// Cost: linear in the articles of the corpus.
[[nodiscard]] Trends make_trends(const query::Overview& overview, const std::vector<query::ArticleId>& undated_hits,
                                 query::Facet facet, const query::Selection& selection);

/// By the shares recent / recent_hits and before / before_hits: a change of more than 1.28 standard errors of their
/// difference, the eighty percent of a two-sided test.
[[nodiscard]] Direction direction_of(std::int32_t recent, std::int32_t recent_hits, std::int32_t before, std::int32_t before_hits);

}  // namespace lesesaal::app
