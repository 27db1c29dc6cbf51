#include <doctest.h>

#include <numeric>

#include "app/timeline.h"

using namespace lesesaal;
using namespace lesesaal::app;
using query::ArticleId;

namespace {

std::int32_t day(int year, int month, int date) { return base::to_days(*base::make_date(year, month, date)); }

/// The values each article carries, most frequent first.
query::Memberships memberships(const std::vector<std::vector<std::uint16_t>>& values) {
    query::Memberships made{.begins = {0}};
    for (const auto& of_article : values) {
        made.values.insert(made.values.end(), of_article.begin(), of_article.end());
        made.begins.push_back(static_cast<std::uint32_t>(made.values.size()));
    }
    return made;
}

query::Overview corpus_of(std::vector<std::int32_t> days) {
    query::Overview overview;
    const std::vector<std::vector<std::uint16_t>> none(days.size());
    overview.memberships.fill(memberships(none));
    overview.last_days = days;
    overview.first_days = std::move(days);
    return overview;
}

std::vector<ArticleId> all_of(const query::Overview& overview) {
    std::vector<ArticleId> ids;
    for (std::int32_t i = 0; i < overview.total(); ++i) ids.push_back(ArticleId{i});
    return ids;
}

Timeline timeline_of(const query::Overview& overview) { return make_timeline(make_time_scale(overview), all_of(overview)); }

std::vector<TimeBucket> three_weeks_and_one_after_a_gap() {
    return make_time_scale(corpus_of({day(2019, 11, 14), day(2025, 9, 3), day(2025, 9, 10), day(2025, 10, 23)})).buckets;
}

}  // namespace

TEST_CASE("timeline: seven weeks in autumn and one article six years before are weeks with a marked gap") {
    const auto overview = corpus_of({day(2019, 11, 14), day(2025, 9, 3), day(2025, 9, 25), day(2025, 9, 25), day(2025, 10, 23)});
    const Timeline timeline = timeline_of(overview);
    CHECK(timeline.unit == TimeUnit::week);
    REQUIRE(timeline.buckets.size() == 9);
    CHECK(timeline.buckets[0].first_day == day(2019, 11, 11));  // a Monday
    CHECK_FALSE(timeline.buckets[0].is_after_gap);
    CHECK(timeline.buckets[1].is_after_gap);
    CHECK(timeline.buckets[1].first_day == day(2025, 9, 1));
    CHECK(timeline.buckets[4].hits == 2);
    CHECK(timeline.total_max == 2);
}

TEST_CASE("timeline: no article is lost or counted twice, whatever the span") {
    for (const int span : {1, 20, 300, 2000, 20000}) {
        std::vector<std::int32_t> days;
        for (int i = 0; i < 500; ++i) days.push_back(day(1990, 3, 7) + (i * 7919) % span);
        const Timeline timeline = timeline_of(corpus_of(days));
        const auto sum = std::accumulate(timeline.buckets.begin(), timeline.buckets.end(), 0,
                                         [](int total, const TimeBucket& bucket) { return total + bucket.hits; });
        CHECK(sum == 500);
        for (std::size_t i = 1; i < timeline.buckets.size(); ++i) {
            CHECK(timeline.buckets[i].first_day > timeline.buckets[i - 1].last_day);
        }
    }
}

TEST_CASE("timeline: a few days are days, some months are weeks, some years are months, decades are years") {
    const auto unit_of = [](int span_days) {
        std::vector<std::int32_t> days;
        for (int i = 0; i <= span_days; ++i) days.push_back(day(2020, 1, 1) + i);
        return make_time_scale(corpus_of(days)).unit;
    };
    CHECK(unit_of(20) == TimeUnit::day);
    CHECK(unit_of(21) == TimeUnit::week);
    CHECK(unit_of(400) == TimeUnit::week);
    CHECK(unit_of(430) == TimeUnit::month);
    CHECK(unit_of(6 * 365 - 30) == TimeUnit::month);
    CHECK(unit_of(7 * 365) == TimeUnit::year);
}

TEST_CASE("timeline: the scale knows the oldest and the newest day; without dates there is none") {
    const TimeScale scale = make_time_scale(corpus_of({day(2025, 10, 2), query::no_day, day(2019, 11, 14)}));
    CHECK(scale.oldest_day == day(2019, 11, 14));
    CHECK(scale.newest_day == day(2025, 10, 2));
    CHECK(make_time_scale(corpus_of({query::no_day})).newest_day == query::no_day);
}

TEST_CASE("timeline: a filter empties bars, the corpus stays as their silhouette") {
    const auto overview = corpus_of({day(2025, 10, 1), day(2025, 10, 1), day(2025, 10, 2)});
    const Timeline timeline = make_timeline(make_time_scale(overview), {ArticleId{1}});
    REQUIRE(timeline.buckets.size() == 2);
    CHECK(timeline.buckets[0].hits == 1);
    CHECK(timeline.buckets[0].total == 2);
    CHECK(timeline.buckets[1].hits == 0);
    CHECK(timeline.buckets[1].total == 1);
    CHECK(timeline.total_max == 2);
}

TEST_CASE("timeline: bars are stacked by an article's most frequent topic, or by its place; the sixth value is the rest") {
    auto overview = corpus_of({day(2025, 10, 1), day(2025, 10, 1), day(2025, 10, 1)});
    overview.memberships[query::index_of(query::Facet::topic)] = memberships({{0, 3}, {5, 9}, {}});
    overview.memberships[query::index_of(query::Facet::place)] = memberships({{4}, {4}, {1}});
    const Timeline timeline = timeline_of(overview);
    REQUIRE(timeline.buckets.size() == 1);
    CHECK(timeline.buckets[0].of(query::Facet::topic) == StackCounts{1, 0, 0, 0, 0, 2});
    CHECK(timeline.buckets[0].of(query::Facet::place) == StackCounts{0, 1, 0, 0, 2, 0});
}

TEST_CASE("timeline: articles without a date have no bucket") {
    CHECK(timeline_of(corpus_of({query::no_day, query::no_day})).buckets.empty());
    const Timeline timeline = timeline_of(corpus_of({query::no_day, day(2025, 1, 1)}));
    REQUIRE(timeline.buckets.size() == 1);
    CHECK(timeline.buckets[0].hits == 1);
}

TEST_CASE("timeline: nine hundred years are years, and no more buckets than fit") {
    std::vector<std::int32_t> days;
    for (int year = 1100; year < 2000; ++year) days.push_back(day(year, 6, 1));
    const Timeline timeline = timeline_of(corpus_of(days));
    CHECK(timeline.unit == TimeUnit::year);
    REQUIRE(timeline.buckets.size() == time_buckets_max);
    CHECK(timeline.buckets.back().first_day == day(1999, 1, 1));
}

TEST_CASE("timeline: a range of dates touches the buckets it shares a day with") {
    const auto buckets = three_weeks_and_one_after_a_gap();  // 2019-11-11, 2025-09-01, -08, … -10-20
    REQUIRE(buckets.size() == 9);
    CHECK(buckets_in(buckets, {}, {}) == BucketSpan{0, 8});
    CHECK(buckets_in(buckets, base::Date{2025, 9, 7}, base::Date{2025, 9, 8}) == BucketSpan{1, 2});
    CHECK(buckets_in(buckets, base::Date{2025, 9, 15}, {}) == BucketSpan{3, 8});
    CHECK(buckets_in(buckets, {}, base::Date{2019, 12, 31}) == BucketSpan{0, 0});
    CHECK(buckets_in(buckets, base::Date{2018, 1, 1}, base::Date{2030, 1, 1}) == BucketSpan{0, 8});
}

TEST_CASE("timeline: a range in the left-out time, beyond the ends or upside down touches no bucket") {
    const auto buckets = three_weeks_and_one_after_a_gap();
    CHECK_FALSE(buckets_in(buckets, base::Date{2021, 1, 1}, base::Date{2021, 12, 31}));
    CHECK_FALSE(buckets_in(buckets, base::Date{2030, 1, 1}, {}));
    CHECK_FALSE(buckets_in(buckets, {}, base::Date{2018, 1, 1}));
    CHECK_FALSE(buckets_in(buckets, base::Date{2025, 10, 1}, base::Date{2025, 9, 1}));
    CHECK_FALSE(buckets_in({}, {}, {}));
}

TEST_CASE("timeline: weeks begin on Monday, before 1970 too; months and years on their first") {
    CHECK(unit_begin(day(1969, 12, 31), TimeUnit::week) == day(1969, 12, 29));
    CHECK(unit_begin(day(2025, 10, 20), TimeUnit::week) == day(2025, 10, 20));
    CHECK(unit_begin(day(2024, 2, 29), TimeUnit::month) == day(2024, 2, 1));
    CHECK(unit_after(day(2024, 2, 1), TimeUnit::month) == day(2024, 3, 1));
    CHECK(unit_after(day(2024, 1, 1), TimeUnit::year) == day(2025, 1, 1));
}
