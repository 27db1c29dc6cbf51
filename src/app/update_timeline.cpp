// The brush on the timeline, its bars and grips, and the trends.

#include <algorithm>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

// A question answered in less may be asked while the pointer moves; a frame has room for it.
constexpr double live_query_ms_max = 8;

std::size_t clamp_bucket(const std::vector<TimeBucket>& buckets, std::size_t bucket) {
    return std::min(bucket, buckets.size() - 1);
}

/// Both ends of the strip: no bounds at all, so that articles without a date are there again.
bool is_whole(const std::vector<TimeBucket>& buckets, BucketSpan span) {
    return span.first == 0 && span.last + 1 == buckets.size();
}

/// The buckets a drag from the anchor to `bucket` selects.
BucketSpan dragged_span(const Brush& brush, std::size_t bucket, std::size_t bucket_count) {
    switch (brush.part) {
        case BrushPart::range: break;
        case BrushPart::begin: return {std::min(bucket, brush.span.last), brush.span.last};
        case BrushPart::end: return {brush.span.first, std::max(bucket, brush.span.first)};
        case BrushPart::band: {
            const std::size_t width = brush.span.last - brush.span.first;
            const auto wanted = static_cast<std::ptrdiff_t>(brush.span.first + bucket) - static_cast<std::ptrdiff_t>(brush.anchor);
            const auto first_max = static_cast<std::ptrdiff_t>(bucket_count - 1 - width);
            const auto first = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, first_max));
            return {first, first + width};
        }
    }
    return {std::min(brush.anchor, bucket), std::max(brush.anchor, bucket)};
}

}  // namespace

/// A bound that is not dragged stays to the day; one at its end of the strip is no bound.
void Updater::brush_to(BrushPart part, BucketSpan span) {
    const std::vector<TimeBucket>& buckets = state_.timeline.buckets;
    std::optional<base::Date> from = state_.filter.from;
    std::optional<base::Date> to = state_.filter.to;
    const base::Date first = base::from_days(buckets[span.first].first_day);
    const base::Date last = base::from_days(buckets[span.last].last_day);
    if (part == BrushPart::begin) {
        from = span.first == 0 ? std::nullopt : std::optional(first);
    } else if (part == BrushPart::end) {
        to = span.last + 1 == buckets.size() ? std::nullopt : std::optional(last);
    } else {
        from = is_whole(buckets, span) ? std::nullopt : std::optional(first);
        to = is_whole(buckets, span) ? std::nullopt : std::optional(last);
    }
    set_range(from, to);
}

void Updater::operator()(const BrushBegan& event) {
    const std::vector<TimeBucket>& buckets = state_.timeline.buckets;
    if (buckets.empty()) return;
    const auto span = buckets_in(buckets, state_.filter.from, state_.filter.to);
    // Without a range there is no band to move: the press begins one.
    const bool has_range = state_.filter.from || state_.filter.to;
    const bool is_band_missing = event.part == BrushPart::band && !has_range;
    state_.brush = Brush{.part = span && !is_band_missing ? event.part : BrushPart::range,
                         .anchor = clamp_bucket(buckets, event.bucket),
                         .span = span.value_or(BucketSpan{}),
                         .from = state_.filter.from,
                         .to = state_.filter.to};
}

void Updater::operator()(const BrushMoved& event) {
    const std::vector<TimeBucket>& buckets = state_.timeline.buckets;
    if (!state_.brush || buckets.empty()) return;
    const std::size_t bucket = clamp_bucket(buckets, event.bucket);
    const std::optional<base::Date> from = state_.filter.from;
    const std::optional<base::Date> to = state_.filter.to;
    brush_to(state_.brush->part, dragged_span(*state_.brush, bucket, buckets.size()));
    if (state_.filter.from == from && state_.filter.to == to) return;
    // A count on its way is no hindrance: the new question brings it too.
    const bool is_answered = state_.query_id == state_.result_query_id || state_.query_id == state_.recount_query_id;
    if (is_answered && state_.result.query_ms < live_query_ms_max) refresh(Remember::no);
    else state_.brush->is_due = true;
}

void Updater::operator()(const BrushEnded&) {
    if (!state_.brush) return;
    const Brush brush = *state_.brush;
    state_.brush.reset();
    const bool is_changed = state_.filter.from != brush.from || state_.filter.to != brush.to;
    if (brush.is_due) refresh(is_changed ? Remember::push : Remember::no);
    else if (is_changed) remember(Remember::push);  // the address has waited: one step back undoes the whole drag
}

void Updater::operator()(const BrushCancelled&) {
    if (!state_.brush) return;
    const Brush brush = *state_.brush;
    state_.brush.reset();
    if (state_.filter.from == brush.from && state_.filter.to == brush.to && !brush.is_due) return;
    set_range(brush.from, brush.to);
    refresh(Remember::no);
}

void Updater::operator()(const BoundMoved& event) {
    const std::vector<TimeBucket>& buckets = state_.timeline.buckets;
    if (buckets.empty() || (event.part != BrushPart::begin && event.part != BrushPart::end)) return;
    const BucketSpan whole{0, buckets.size() - 1};
    const BucketSpan span = buckets_in(buckets, state_.filter.from, state_.filter.to).value_or(whole);
    const std::size_t bucket = clamp_bucket(buckets, event.bucket);
    const std::optional<base::Date> from = state_.filter.from;
    const std::optional<base::Date> to = state_.filter.to;
    if (event.part == BrushPart::begin) brush_to(event.part, {std::min(bucket, span.last), span.last});
    else brush_to(event.part, {span.first, std::max(bucket, span.first)});
    if (state_.filter.from == from && state_.filter.to == to) return;
    // A run of arrow keys is one step of the history.
    const bool is_run = state_.bound_query_id == state_.query_id;
    refresh(is_run ? Remember::replace : Remember::push);
    state_.bound_query_id = state_.query_id;
}

void Updater::operator()(const BarFocused& event) {
    if (event.bucket >= state_.timeline.buckets.size()) return;
    state_.view.bar_day = state_.timeline.buckets[event.bucket].first_day;
}

void Updater::operator()(const BarStepped& event) {
    if (event.bucket >= state_.timeline.buckets.size()) return;
    (*this)(BarFocused{event.bucket});
    move_focus(FocusTarget::timeline_bar);
}

void Updater::make_trends_if_shown() {
    if (state_.view.page != Page::trends) return;
    const query::Facet facets[] = {query::Facet::topic, query::Facet::place};
    state_.trends.clear();
    for (const query::Facet facet : facets) {
        state_.trends.push_back(make_trends(state_.overview, state_.result.undated_hits, facet, state_.filter.of(facet)));
    }
}

void Updater::operator()(const TrendPicked& event) {
    if (!event.slug.empty()) state_.filter.of(event.facet) = {.wanted = {event.slug}};
    if (event.first_day == query::no_day) set_range(std::nullopt, std::nullopt);
    else set_range(base::from_days(event.first_day), base::from_days(event.last_day));
    show(Page::reader);
    state_.view.pane = Pane::list;
    refresh(Remember::push);
    move_focus(FocusTarget::list_row);
}

}  // namespace lesesaal::app
