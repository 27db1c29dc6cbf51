#include <algorithm>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

// Up to here every row is loaded, so that find-in-page and screen readers have the whole list.
constexpr std::size_t rows_loaded_all_max = 500;
// What fills a screen comes with the answer; the rest a few at a time, between the keys of whoever is typing.
constexpr std::size_t rows_loaded_first = 10;
constexpr std::size_t rows_loaded_next = 30;
constexpr int rows_pause_ms = 60;
constexpr int rows_next_pause_ms = 16;
constexpr int told_pause_ms = 300;

}  // namespace

void Updater::operator()(const ResultArrived& event) {
    if (event.query_id != state_.query_id) return;  // a newer question is on its way
    const bool is_same_list = event.query_id == state_.notes_query_id && event.result.hits == state_.result.hits;
    if (is_same_list) state_.recount_query_id = event.query_id;
    if (event.query_id == state_.recount_query_id) {
        state_.result.facet_counts = event.result.facet_counts;
        state_.result.mark_counts = event.result.mark_counts;
        return;
    }
    // While a range is dragged the bars stay as they are.
    const bool is_new_timeline = state_.result_query_id == 0 || state_.result.undated_hits != event.result.undated_hits;
    state_.result = event.result;
    state_.result_query_id = event.query_id;
    state_.query_error.reset();
    state_.rows.clear();
    ++state_.rows_revision;
    if (is_new_timeline) state_.timeline = make_timeline(state_.time_scale, state_.result.undated_hits);
    make_trends_if_shown();
    state_.view.list_scroll_px = 0;
    ++state_.view.list_top_revision;
    state_.view.cursor = open_position(state_).value_or(0);
    state_.is_loading_rows = false;
    state_.ways_out.clear();
    const std::size_t total = state_.result.hits.size();
    if (total == 0) ask_ways_out();
    state_.rows_timer = 0;
    load_rows(0, rows_loaded_first);
    if (total > rows_loaded_first && total <= rows_loaded_all_max) state_.rows_timer = start_timer(rows_pause_ms);
    if (is_new_timeline) tell_timeline_soon();
}

void Updater::tell_timeline_soon() {
    // Nobody reads a table while typing, and its cells are many.
    if (state_.told_timeline.buckets.empty()) state_.told_timeline = state_.timeline;
    else state_.told_timer = start_timer(told_pause_ms);
}

void Updater::tell_timeline() {
    state_.told_timer = 0;
    state_.told_timeline = state_.timeline;
}

/// One question for each filter: what there would be without it.
void Updater::ask_ways_out() {
    std::vector<query::Filter> filters;
    const auto without = [&](WayOut way, auto lift) {
        query::Filter filter = state_.filter;
        lift(filter);
        filters.push_back(std::move(filter));
        state_.ways_out.push_back(way);
    };
    const query::Filter& now = state_.filter;
    if (!now.text.empty()) without({.what = WayOut::What::text}, [](query::Filter& filter) { filter.text.clear(); });
    if (now.from || now.to) {
        without({.what = WayOut::What::dates}, [](query::Filter& filter) { filter.from.reset(), filter.to.reset(); });
    }
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        if (now.facets[i].is_empty()) continue;
        without({.what = WayOut::What::facet, .facet = static_cast<query::Facet>(i)},
                [i](query::Filter& filter) { filter.facets[i] = {}; });
    }
    if (now.marks != 0) without({.what = WayOut::What::marks}, [](query::Filter& filter) { filter.marks = 0; });
    if (!filters.empty()) effects_.push_back(CountHits{state_.query_id, std::move(filters)});
}

void Updater::operator()(const HitsCounted& event) {
    if (event.query_id != state_.result_query_id) return;
    for (std::size_t i = 0; i < std::min(event.counts.size(), state_.ways_out.size()); ++i) {
        state_.ways_out[i].hits = event.counts[i];
    }
}

void Updater::operator()(const QueryFailed& event) {
    if (event.query_id == state_.query_id || event.query_id == state_.result_query_id) state_.query_error = event.error;
}

void Updater::load_rows(std::size_t begin, std::size_t end) {
    end = std::min(end, state_.result.hits.size());
    std::vector<query::ArticleId> ids;
    for (std::size_t i = begin; i < end; ++i) {
        const query::ArticleId id = state_.result.hits[i];
        if (!state_.rows.contains(static_cast<std::int32_t>(id))) ids.push_back(id);
    }
    if (ids.empty()) return;
    state_.is_loading_rows = true;
    effects_.push_back(LoadRows{state_.result_query_id, std::move(ids), state_.filter.text});
}

void Updater::load_more_rows() {
    state_.rows_timer = 0;
    const std::vector<query::ArticleId>& hits = state_.result.hits;
    const auto is_missing = [this](query::ArticleId id) { return !state_.rows.contains(static_cast<std::int32_t>(id)); };
    const auto first = std::ranges::find_if(hits, is_missing);
    if (first == hits.end()) return;
    const auto begin = static_cast<std::size_t>(first - hits.begin());
    if (!state_.is_loading_rows) load_rows(begin, begin + rows_loaded_next);
    state_.rows_timer = start_timer(rows_next_pause_ms);
}

void Updater::operator()(const RowsNeeded& event) {
    if (!state_.is_loading_rows) load_rows(event.begin, event.end);
}

void Updater::operator()(const RowsArrived& event) {
    state_.is_loading_rows = false;
    if (event.query_id != state_.result_query_id) return;
    if (state_.rows.size() + event.rows.size() > rows_kept_max) state_.rows.clear();
    for (const query::Row& row : event.rows) state_.rows.insert_or_assign(static_cast<std::int32_t>(row.id), row);
    ++state_.rows_revision;
}

}  // namespace lesesaal::app
