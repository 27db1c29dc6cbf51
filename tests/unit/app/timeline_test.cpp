#include <doctest.h>

#include <numeric>

#include "app/timeline.h"

using namespace lesesaal;
using namespace lesesaal::app;

namespace {

std::int32_t day(int year, int month, int date) { return base::to_days(*base::make_date(year, month, date)); }

query::Overview corpus_of(std::vector<std::int32_t> days) {
    query::Overview overview;
    overview.main_topics.assign(days.size(), 0);
    overview.last_days = days;
    overview.first_days = std::move(days);
    return overview;
}

std::vector<query::ArticleId> all_of(const query::Overview& overview) {
    std::vector<query::ArticleId> ids;
    for (std::int32_t i = 0; i < overview.total(); ++i) ids.push_back(query::ArticleId{i});
    return ids;
}

}  // namespace

TEST_CASE("timeline: seven weeks in autumn and one article six years before are weeks with a marked gap") {
    const auto overview = corpus_of({day(2019, 11, 14), day(2025, 9, 3), day(2025, 9, 25), day(2025, 9, 25), day(2025, 10, 23)});
    const Timeline timeline = make_timeline(overview, all_of(overview), {}, {});
    CHECK(timeline.unit == TimeUnit::week);
    REQUIRE(timeline.buckets.size() == 9);
    CHECK(timeline.buckets[0].first_day == day(2019, 11, 11));  // a Monday
    CHECK(timeline.buckets[1].is_after_gap);
    CHECK(timeline.buckets[1].first_day == day(2025, 9, 1));
    CHECK(timeline.buckets[4].hits == 2);
    CHECK(timeline.hits_max == 2);
}

TEST_CASE("timeline: no article is lost or counted twice, whatever the span") {
    for (const int span : {1, 20, 300, 2000, 20000}) {
        std::vector<std::int32_t> days;
        for (int i = 0; i < 500; ++i) days.push_back(day(1990, 3, 7) + (i * 7919) % span);
        const auto overview = corpus_of(days);
        const Timeline timeline = make_timeline(overview, all_of(overview), {}, {});
        const auto sum = std::accumulate(timeline.buckets.begin(), timeline.buckets.end(), 0,
                                         [](int total, const TimeBucket& bucket) { return total + bucket.hits; });
        CHECK(sum == 500);
        for (std::size_t i = 1; i < timeline.buckets.size(); ++i) {
            CHECK(timeline.buckets[i].first_day > timeline.buckets[i - 1].last_day);
        }
    }
}

TEST_CASE("timeline: what lies outside the dates stays in view and is marked") {
    const auto overview = corpus_of({day(2025, 9, 3), day(2025, 10, 23)});
    const Timeline timeline = make_timeline(overview, all_of(overview), base::make_date(2025, 10, 1), {});
    CHECK_FALSE(timeline.buckets.front().is_in_range);
    CHECK(timeline.buckets.back().is_in_range);
}

TEST_CASE("timeline: articles without a date have no bucket") {
    const auto overview = corpus_of({query::no_day, query::no_day});
    CHECK(make_timeline(overview, all_of(overview), {}, {}).buckets.empty());
}

TEST_CASE("timeline: nine hundred years are years, and no more buckets than fit") {
    std::vector<std::int32_t> days;
    for (int year = 1100; year < 2000; ++year) days.push_back(day(year, 6, 1));
    const auto overview = corpus_of(days);
    const Timeline timeline = make_timeline(overview, all_of(overview), {}, {});
    CHECK(timeline.unit == TimeUnit::year);
    CHECK(timeline.buckets.size() == time_buckets_max);
}
