#include "ui/trends_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/article_flow.h"
#include "ui/dates.h"

namespace lesesaal::ui {
namespace {

using app::Direction;
using app::Trend;
using app::TrendPeriod;
using app::Trends;
using scene::Role;

// The classes bar-1 to bar-20 of web/trends.css: a style attribute would need a policy that lets styles in.
constexpr std::int32_t bar_steps = 20;

/// A span of days under the name of its facet's value; what a figure leads to.
struct Figure {
    query::Facet facet;
    std::string_view slug;  // empty: all
    std::string_view name;
    std::int32_t first_day;
    std::int32_t last_day;
    std::int32_t count;
};

std::string days_label(const Frame& frame, std::int32_t first_day, std::int32_t last_day) {
    return range_label(base::from_days(first_day), base::from_days(last_day), frame.words.language());
}

/// The last `window` periods, or as many before them.
struct Window {
    std::int32_t first_day;
    std::int32_t last_day;
};
Window recent_window(const Trends& trends) {
    return {trends.periods[trends.periods.size() - trends.window].first_day, trends.periods.back().last_day};
}
Window window_before(const Trends& trends) {
    const std::size_t end = trends.periods.size() - trends.window;
    return {trends.periods[end - trends.window].first_day, trends.periods[end - 1].last_day};
}

const query::FacetValue& value_of(const Frame& frame, const Trends& trends, const Trend& trend) {
    return frame.state.overview.of(trends.facet)[trend.value];
}

std::string share(const Frame& frame, std::int32_t part, std::int32_t whole) {
    const auto percent = static_cast<std::int64_t>(std::lround(100.0 * part / std::max(1, whole)));
    const std::string number = frame.words.number(percent);
    return frame.words.with(Say::text_percent, {{"number", number}});
}

std::string share_change(const Frame& frame, const Trends& trends, const Trend& trend) {
    const std::string before = share(frame, trend.before, trends.before_hits);
    const std::string after = share(frame, trend.recent, trends.recent_hits);
    return frame.words.with(Say::trends_share, {{"before", before}, {"after", after}});
}

void describe_comparison(Frame& frame, const Trends& trends) {
    if (trends.window == 0) {
        flow::leaf(frame, Role::paragraph, "compared", "soft", frame.say(Say::trends_not_compared));
        return;
    }
    const Window recent = recent_window(trends);
    const Window before = window_before(trends);
    const std::string recent_label = days_label(frame, recent.first_day, recent.last_day);
    const std::string before_label = days_label(frame, before.first_day, before.last_day);
    const std::string recent_articles = frame.words.articles(trends.recent_hits);
    const std::string before_articles = frame.words.articles(trends.before_hits);
    flow::leaf(frame, Role::paragraph, "compared", "soft",
               frame.words.with(Say::trends_compared, {{"recent", recent_label},
                                                       {"recent_articles", recent_articles},
                                                       {"before", before_label},
                                                       {"before_articles", before_articles}}));
}

/// What moves in one direction, topics and places, the greatest number of articles first.
void describe_movers(Frame& frame, Direction direction, std::string_view key, Say heading) {
    flow::open(frame, Role::section, key, "movers");
    flow::heading(frame, "heading", frame.say(heading));
    std::size_t count = 0;
    for (const Trends& trends : frame.state.trends) {
        for (const Trend& trend : trends.values) {
            if (trend.direction != direction) continue;
            if (count++ == 0) flow::open(frame, Role::list, "list", "");
            const query::FacetValue& value = value_of(frame, trends, trend);
            const Window recent = recent_window(trends);
            flow::open(frame, Role::list_item, (trends.facet == query::Facet::topic ? "t-" : "p-") + value.slug, "");
            scene::Node& button = flow::open(frame, Role::button, "name", direction == Direction::rising ? "rising" : "falling",
                                             frame.label_of(value));
            frame.handle(button.id, {.on_activate = app::TrendPicked{trends.facet, value.slug, recent.first_day, recent.last_day}});
            frame.tree.close();
            flow::leaf(frame, Role::text, "share", "soft", share_change(frame, trends, trend));
            frame.tree.close();
        }
    }
    if (count > 0) frame.tree.close();
    else flow::leaf(frame, Role::paragraph, "none", "soft", frame.say(Say::trends_none));
    frame.tree.close();
}

/// A figure that leads to its articles; none leads nowhere.
void describe_figure(Frame& frame, const Figure& figure, std::string_view style) {
    const std::string number = frame.words.number(figure.count);
    if (figure.count == 0) {
        flow::leaf(frame, Role::text, "none", "none", number);
        return;
    }
    scene::Node& button = flow::open(frame, Role::button, "figure", style, number);
    const std::string period = days_label(frame, figure.first_day, figure.last_day);
    button.name = frame.words.count(Say::trends_cell, figure.count, {{"name", figure.name}, {"period", period}});
    frame.handle(button.id, {.on_activate = app::TrendPicked{figure.facet, std::string(figure.slug), figure.first_day, figure.last_day}});
    frame.tree.close();
}

std::string figure_style(std::int32_t count, std::int32_t count_max) {
    // Every article shows: one of a thousand still has a bar of one step.
    const std::int32_t step = std::clamp((count * bar_steps + count_max / 2) / std::max(1, count_max), 1, bar_steps);
    return "figure bar-" + std::to_string(step);
}

struct Row {
    std::string_view key;
    std::string_view slug;
    std::string_view name;
    std::int32_t total;
    std::int32_t count_max;  // for the bars
};

/// The cells of one line up to its sum; leaves the row open. `count_of(i)`: the figure of a period.
template <typename CountOf> void describe_row(Frame& frame, const Trends& trends, const Row& row, CountOf count_of) {
    flow::open(frame, Role::row, row.key, "");
    flow::leaf(frame, Role::row_header, "name", "", row.name);
    for (std::size_t i = 0; i < trends.periods.size(); ++i) {
        const TrendPeriod& period = trends.periods[i];
        flow::open(frame, Role::cell, static_cast<std::uint64_t>(i), period.is_after_gap ? "number after-gap" : "number");
        const std::int32_t count = count_of(i);
        describe_figure(frame, {trends.facet, row.slug, row.name, period.first_day, period.last_day, count},
                        figure_style(count, row.count_max));
        frame.tree.close();
    }
    flow::open(frame, Role::cell, "total", "number total");
    const std::int32_t first_day = trends.periods.front().first_day;
    describe_figure(frame, {trends.facet, row.slug, row.name, first_day, trends.periods.back().last_day, row.total}, "figure");
    frame.tree.close();
}

std::string period_label(const Frame& frame, const Trends& trends, const TrendPeriod& period) {
    const base::Date first = base::from_days(period.first_day);
    if (trends.unit == app::TimeUnit::year) return std::to_string(first.year);
    // In a narrow column the year stands below the month.
    std::string label = month_label(first, frame.words.language());
    constexpr std::string_view no_break = "\u00A0";
    if (const std::size_t at = label.find(no_break); at != std::string::npos) label.replace(at, no_break.size(), " ");
    return label;
}

void describe_head(Frame& frame, const Trends& trends) {
    flow::open(frame, Role::row, "head", "");
    flow::leaf(frame, Role::column_header, "name", "", frame.say(trends.facet == query::Facet::place ? Say::trends_place : Say::trends_topic));
    for (std::size_t i = 0; i < trends.periods.size(); ++i) {
        const TrendPeriod& period = trends.periods[i];
        flow::open(frame, Role::column_header, static_cast<std::uint64_t>(i), period.is_after_gap ? "number after-gap" : "number",
                   period_label(frame, trends, period));
        frame.tree.close();
    }
    flow::leaf(frame, Role::column_header, "total", "number", frame.say(Say::trends_total));
    if (trends.window > 0) flow::leaf(frame, Role::column_header, "change", "change", frame.say(Say::trends_change));
    frame.tree.close();
}

void describe_direction(Frame& frame, Direction direction) {
    switch (direction) {
        case Direction::rising: return flow::leaf(frame, Role::cell, "change", "change rising", frame.say(Say::trends_rising));
        case Direction::falling: return flow::leaf(frame, Role::cell, "change", "change falling", frame.say(Say::trends_falling));
        case Direction::steady: return flow::leaf(frame, Role::cell, "change", "change soft", frame.say(Say::trends_steady));
        case Direction::too_few: return flow::leaf(frame, Role::cell, "change", "change soft", frame.say(Say::trends_too_few));
    }
}

void describe_table(Frame& frame, const Trends& trends, std::string_view key, Say heading) {
    if (trends.values.empty()) return;
    flow::open(frame, Role::section, key, "table");
    flow::heading(frame, "heading", frame.say(heading));
    flow::open(frame, Role::table, "table", "trend-table").name = frame.say(heading);
    describe_head(frame, trends);
    std::int32_t hits_max = 1;
    for (const TrendPeriod& period : trends.periods) hits_max = std::max(hits_max, period.hits);
    describe_row(frame, trends, {"all", "", frame.say(Say::trends_all), trends.hits, hits_max},
                 [&](std::size_t i) { return trends.periods[i].hits; });
    if (trends.window > 0) flow::leaf(frame, Role::cell, "change", "change", "");
    frame.tree.close();
    // The values among themselves: next to all articles their bars would be flat.
    std::int32_t count_max = 1;
    for (const Trend& trend : trends.values) count_max = std::max(count_max, std::ranges::max(trend.counts));
    for (const Trend& trend : trends.values) {
        const query::FacetValue& value = value_of(frame, trends, trend);
        const std::string row_key = "v-" + value.slug;
        describe_row(frame, trends, {row_key, value.slug, frame.label_of(value), trend.total, count_max},
                     [&](std::size_t i) { return trend.counts[i]; });
        if (trends.window > 0) describe_direction(frame, trend.direction);
        frame.tree.close();
    }
    frame.tree.close();
    if (trends.values_left_out > 0) {
        flow::leaf(frame, Role::paragraph, "more", "soft",
                   frame.words.count(Say::trends_left_out, static_cast<std::int64_t>(trends.values_left_out)));
    }
    frame.tree.close();
}

}  // namespace

void describe_trends(Frame& frame) {
    const std::vector<Trends>& all = frame.state.trends;
    flow::open(frame, Role::article, "trends", "article trends");
    flow::title(frame, frame.say(Say::trends_title));
    flow::leaf(frame, Role::paragraph, "intro", "", frame.say(Say::trends_intro));
    if (app::has_filters(frame.state)) flow::leaf(frame, Role::paragraph, "filtered", "soft", frame.say(Say::trends_filtered));
    if (all.empty() || all.front().periods.empty() || all.front().hits == 0) {
        flow::leaf(frame, Role::paragraph, "empty", "soft", frame.say(Say::trends_empty));
        frame.tree.close();
        return;
    }
    describe_comparison(frame, all.front());
    if (all.front().window > 0) {
        flow::open(frame, Role::box, "movers", "pair");
        describe_movers(frame, Direction::rising, "rising", Say::trends_rising);
        describe_movers(frame, Direction::falling, "falling", Say::trends_falling);
        frame.tree.close();
    }
    for (const Trends& trends : all) {
        const bool is_place = trends.facet == query::Facet::place;
        describe_table(frame, trends, is_place ? "places" : "topics", is_place ? Say::trends_table_places : Say::trends_table);
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
