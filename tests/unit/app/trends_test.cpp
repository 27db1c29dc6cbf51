#include <doctest.h>

#include <numeric>

#include "app/trends.h"

using namespace lesesaal;
using namespace lesesaal::app;
using query::ArticleId;
using query::Facet;

namespace {

struct Sample {
    base::Date first;
    std::vector<std::uint16_t> topics;
    std::optional<base::Date> last = std::nullopt;
};

query::Overview corpus_of(const std::vector<Sample>& samples) {
    query::Overview overview;
    query::Memberships& topics = overview.memberships[query::index_of(Facet::topic)];
    topics.begins = {0};
    for (const Sample& sample : samples) {
        overview.first_days.push_back(base::to_days(sample.first));
        overview.last_days.push_back(base::to_days(sample.last.value_or(sample.first)));
        topics.values.insert(topics.values.end(), sample.topics.begin(), sample.topics.end());
        topics.begins.push_back(static_cast<std::uint32_t>(topics.values.size()));
    }
    overview.facets[query::index_of(Facet::topic)] = {{"ozg", "OZG", "OZG", 0}, {"ki", "KI", "AI", 0}, {"recht", "Recht", "Law", 0}};
    return overview;
}

Trends trends_of(const std::vector<Sample>& samples, const query::Selection& selection = {}) {
    const query::Overview overview = corpus_of(samples);
    std::vector<ArticleId> all;
    for (std::int32_t i = 0; i < overview.total(); ++i) all.push_back(ArticleId{i});
    return make_trends(overview, all, Facet::topic, selection);
}

std::vector<Sample> repeated(int count, const Sample& sample) { return std::vector<Sample>(static_cast<std::size_t>(count), sample); }

std::vector<Sample> operator+(std::vector<Sample> left, const std::vector<Sample>& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

}  // namespace

TEST_CASE("trends: months are counted per topic, an article with two topics in both") {
    const Trends trends = trends_of({{{2025, 9, 3}, {0}}, {{2025, 10, 8}, {0, 1}}, {{2025, 10, 9}, {1}}, {{2025, 10, 9}, {1}}});
    CHECK(trends.unit == TimeUnit::month);
    REQUIRE(trends.periods.size() == 2);
    CHECK(trends.periods[0].hits == 1);
    CHECK(trends.periods[1].hits == 3);
    REQUIRE(trends.values.size() == 2);  // the one without articles is left out
    CHECK(trends.values[0].value == 1);
    CHECK(trends.values[0].counts == std::vector<std::int32_t>{0, 3});
    CHECK(trends.values[1].counts == std::vector<std::int32_t>{1, 1});
    CHECK(trends.values[1].total == 2);
}

TEST_CASE("trends: empty months between two are kept, empty years are left out and marked") {
    const Trends trends = trends_of({{{2019, 11, 14}, {0}}, {{2025, 8, 1}, {0}}, {{2025, 10, 8}, {0}}});
    REQUIRE(trends.periods.size() == 4);
    CHECK_FALSE(trends.periods[0].is_after_gap);
    CHECK(trends.periods[1].is_after_gap);
    CHECK(trends.periods[2].hits == 0);
    CHECK(trends.periods[1].first_day == base::to_days({2025, 8, 1}));
    CHECK(trends.periods[1].last_day == base::to_days({2025, 8, 31}));
}

TEST_CASE("trends: only neighbours in time are compared, as many as are on either side") {
    const auto window_of = [](int months) {
        std::vector<Sample> samples{{{2019, 11, 14}, {0}}};
        for (int i = 0; i < months; ++i) samples.push_back({{2025, static_cast<std::uint8_t>(1 + i), 5}, {0}});
        return trends_of(samples).window;
    };
    CHECK(window_of(0) == 0);
    CHECK(window_of(1) == 0);
    CHECK(window_of(2) == 1);
    CHECK(window_of(5) == 2);
    CHECK(window_of(6) == 3);
    CHECK(window_of(10) == 3);
}

TEST_CASE("trends: more than three years are told in years, the newest twelve, year against year") {
    std::vector<Sample> samples;
    for (int year = 2000; year < 2026; ++year) {
        for (std::uint8_t month = 1; month <= 12; ++month) samples.push_back({{static_cast<std::int16_t>(year), month, 1}, {0}});
    }
    const Trends trends = trends_of(samples);
    CHECK(trends.unit == TimeUnit::year);
    REQUIRE(trends.periods.size() == trend_periods_max);
    CHECK(trends.periods.front().first_day == base::to_days({2014, 1, 1}));
    CHECK(trends.periods.back().last_day == base::to_days({2025, 12, 31}));
    CHECK(trends.window == 1);
    REQUIRE(trends.values.size() == 1);
    CHECK(trends.values[0].total == 144);
}

TEST_CASE("trends: a topic whose share grows rises, one whose share shrinks falls, whatever the number of articles does") {
    const Sample september{{2025, 9, 3}, {0}};
    const Sample october{{2025, 10, 3}, {1}};
    // Twice the articles in October, and the first topic keeps its count: its share has halved.
    const Trends trends = trends_of(repeated(10, september) + repeated(10, {{2025, 10, 3}, {0}}) + repeated(10, october) +
                                    repeated(10, {{2025, 9, 3}, {2}}) + repeated(20, {{2025, 10, 3}, {2}}));
    REQUIRE(trends.values.size() == 3);
    CHECK(trends.recent_hits == 40);
    CHECK(trends.before_hits == 20);
    for (const Trend& trend : trends.values) {
        if (trend.value == 0) CHECK(trend.direction == Direction::falling);  // 10 of 20, then 10 of 40
        if (trend.value == 1) CHECK(trend.direction == Direction::rising);   // none, then 10 of 40
        if (trend.value == 2) CHECK(trend.direction == Direction::steady);   // 10 of 20, then 20 of 40
    }
}

TEST_CASE("trends: below five articles nothing is claimed, from five on only what is more than chance") {
    CHECK(direction_of(4, 10, 0, 10) == Direction::too_few);
    CHECK(direction_of(5, 10, 0, 10) == Direction::rising);
    CHECK(direction_of(0, 10, 5, 10) == Direction::falling);
    CHECK(direction_of(3, 10, 2, 10) == Direction::steady);
    CHECK(direction_of(30, 100, 20, 100) == Direction::rising);
    CHECK(direction_of(26, 100, 24, 100) == Direction::steady);
}

TEST_CASE("trends: all articles or none carry the topic, and nothing is divided by zero") {
    CHECK(direction_of(10, 10, 10, 10) == Direction::steady);
    CHECK(direction_of(5, 5, 0, 0) == Direction::too_few);
    CHECK(direction_of(0, 0, 0, 0) == Direction::too_few);
    CHECK(trends_of({}).values.empty());
    CHECK(trends_of({}).periods.empty());
}

TEST_CASE("trends: an article of two months stands in both, as the list shows it for both, and once in the sum") {
    const Trends trends = trends_of({{{2025, 9, 30}, {0}, base::Date{2025, 10, 2}}, {{2025, 10, 5}, {0}}});
    REQUIRE(trends.values.size() == 1);
    CHECK(trends.values[0].counts == std::vector<std::int32_t>{1, 2});
    CHECK(trends.values[0].total == 2);
    CHECK(trends.hits == 2);
}

TEST_CASE("trends: where topics are filtered for, only they are told of") {
    const std::vector<Sample> samples{{{2025, 9, 30}, {0, 1}}, {{2025, 10, 2}, {1}}};
    const Trends trends = trends_of(samples, {.wanted = {"ki"}});
    REQUIRE(trends.values.size() == 1);
    CHECK(trends.values[0].value == 1);
}

TEST_CASE("trends: articles without a date are in no period") {
    query::Overview overview = corpus_of({{{2025, 9, 30}, {0}}, {{2025, 10, 2}, {0}}});
    overview.first_days[0] = query::no_day;
    overview.last_days[0] = query::no_day;
    const Trends trends = make_trends(overview, {ArticleId{0}, ArticleId{1}}, Facet::topic, {});
    REQUIRE(trends.values.size() == 1);
    CHECK(trends.values[0].total == 1);
}

TEST_CASE("trends: many values are cut to the most frequent, and how many were is known") {
    std::vector<std::uint16_t> values(40);
    std::iota(values.begin(), values.end(), std::uint16_t{0});
    query::Overview overview = corpus_of({{{2025, 9, 30}, values}});
    overview.facets[query::index_of(Facet::topic)].assign(40, {});
    const Trends trends = make_trends(overview, {ArticleId{0}}, Facet::topic, {});
    CHECK(trends.values.size() == trend_values_max);
    CHECK(trends.values_left_out == 15);
}
