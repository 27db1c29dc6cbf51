#include <algorithm>
#include <cmath>

#include "ui/dates.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using app::TimeBucket;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr float baseline_offset = 74;   // from the top of the strip
constexpr float bar_height_max = 58;
constexpr float block_height_max = 13;  // of one article, while there are few
constexpr float bar_width_max = 84;
constexpr float bar_gap = 6;
constexpr float break_width = 38;       // the mark that stands for empty time

struct Bar {
    const TimeBucket* bucket = nullptr;
    Rect slot;  // the whole column
};

std::vector<Bar> place_bars(const app::Timeline& timeline, const Rect& area) {
    std::vector<Bar> bars;
    if (timeline.buckets.empty()) return bars;
    const auto count = static_cast<float>(timeline.buckets.size());
    const auto breaks = static_cast<float>(std::ranges::count(timeline.buckets, true, &TimeBucket::is_after_gap));
    const float room = area.width - breaks * break_width;
    const float step = std::min(room / count, bar_width_max + bar_gap);
    float x = area.x;
    for (const TimeBucket& bucket : timeline.buckets) {
        if (bucket.is_after_gap) x += break_width;
        bars.push_back({&bucket, {x, area.y, step, area.height}});
        x += step;
    }
    return bars;
}

void draw_bar(Frame& frame, const Bar& bar, float baseline, float unit_px, bool is_hovered) {
    const float gap = bar.slot.width > 20 ? bar_gap : std::max(1.0F, bar.slot.width * 0.2F);
    const float width = std::max(1.0F, std::floor(bar.slot.width - gap));
    const bool has_seam = unit_px >= 6;
    const std::uint32_t alpha = bar.bucket->is_in_range ? 255 : 92;
    // The silhouette: what the corpus holds here, whatever the filters say.
    if (bar.bucket->total > bar.bucket->hits) {
        const float height = static_cast<float>(bar.bucket->total) * unit_px;
        paint::fill(frame, {bar.slot.x, baseline - height, width, height}, frame.theme.line, 2);
    }
    float y = baseline;
    for (std::size_t colour = 0; colour < app::stack_colours; ++colour) {
        const std::int32_t count = bar.bucket->counts[colour];
        if (count == 0) continue;
        const float height = static_cast<float>(count) * unit_px;
        paint::fill(frame, {bar.slot.x, y - height, width, std::max(1.0F, height - (has_seam ? 1.0F : 0.0F))},
                    frame.theme.stack[colour], 2, alpha);
        y -= height;
    }
    if (is_hovered) {
        paint::outline(frame, {bar.slot.x - 2, bar.slot.y, width + 4, baseline - bar.slot.y + 2}, frame.theme.accent, 4);
    }
}

void draw_break(Frame& frame, float x, float baseline) {
    const std::uint32_t colour = frame.theme.ink_faint.packed();
    for (int stroke = 0; stroke < 2; ++stroke) {
        const float left = x - break_width / 2 - 5 + static_cast<float>(stroke) * 7;
        frame.canvas.AddLine({left, baseline - 6}, {left + 5, baseline - 18}, colour, 1.3F);
    }
}

void draw_range_band(Frame& frame, const std::vector<Bar>& bars, float top, float baseline) {
    const query::Filter& filter = frame.state.filter;
    if (!filter.from && !filter.to) return;
    const auto in_range = [](const Bar& bar) { return bar.bucket->is_in_range; };
    const auto first = std::ranges::find_if(bars, in_range);
    if (first == bars.end()) return;
    const auto last = std::find_if(bars.rbegin(), bars.rend(), in_range);
    const float left = first->slot.x - 4;
    const float right = last->slot.right() - 2;
    paint::fill(frame, {left, top, right - left, baseline - top}, frame.theme.selected, 6);
    if (filter.from) paint::fill(frame, {left - 2, top + 14, 3, baseline - top - 28}, frame.theme.accent, 2);
    if (filter.to) paint::fill(frame, {right - 1, top + 14, 3, baseline - top - 28}, frame.theme.accent, 2);
}

/// Month names below the first bucket of a month, as far apart as they need.
void draw_scale(Frame& frame, const std::vector<Bar>& bars, float y, float right) {
    const TextStyle style = frame.regular(type::section, frame.theme.ink_soft);
    float free_from = 0;
    std::string last;
    for (const Bar& bar : bars) {
        const base::Date date = base::from_days(bar.bucket->first_day);
        const std::string label =
            frame.state.timeline.unit == app::TimeUnit::year ? std::to_string(date.year) : month_label(date, frame.words.language());
        if (label == last) continue;
        const float width = paint::width_of(style, label);
        if (bar.slot.x < free_from || bar.slot.x + width > right) continue;
        paint::text(frame, style, bar.slot.x, y, 18, label);
        free_from = bar.slot.x + width + 14;
        last = label;
    }
}

void describe_bar(Frame& frame, const Bar& bar, const Rect& rect) {
    const TimeBucket& bucket = *bar.bucket;
    const query::Filter& filter = frame.state.filter;
    const bool is_picked = filter.from && filter.to && base::to_days(*filter.from) == bucket.first_day &&
                           base::to_days(*filter.to) == bucket.last_day;
    // An unsigned key: days before 1970 are negative.
    scene::Node& node = frame.tree.open(Role::button, static_cast<std::uint64_t>(bucket.first_day + 1'000'000));
    node.text = bucket_label(bucket, frame.state.timeline.unit, frame.words.language()) + ", " + frame.words.articles(bucket.hits);
    node.pressed = is_picked ? Tristate::on : Tristate::off;
    const app::Event event = is_picked ? app::Event{app::RangeLifted{}} : app::RangePicked{bucket.first_day, bucket.last_day};
    frame.handle(node.id, {.on_activate = event});
    frame.tree.place(rect);
    frame.tree.close();
}

}  // namespace

void draw_timeline(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    const app::Timeline& timeline = frame.state.timeline;
    paint::fill(frame, rect, theme.panel);
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);
    const widgets::Container region(frame, {.role = Role::region, .key = "timeline", .name = frame.say(Say::timeline)}, rect);
    const float edge = frame.layout.breadth == Breadth::narrow ? 16.0F : 24.0F;
    const float baseline = rect.y + baseline_offset;
    const Rect area{rect.x + edge, rect.y + 10, rect.width - 2 * edge, baseline_offset - 10};
    const std::vector<Bar> bars = place_bars(timeline, area);
    const float unit_px = std::min(block_height_max, bar_height_max / static_cast<float>(std::max(1, timeline.hits_max)));

    draw_range_band(frame, bars, area.y, baseline);
    paint::line(frame, rect.x + edge - 8, baseline, rect.right() - edge + 8, baseline, theme.line);
    for (const Bar& bar : bars) {
        if (bar.bucket->is_after_gap) draw_break(frame, bar.slot.x, baseline);
        if (bar.bucket->total > 0) describe_bar(frame, bar, {bar.slot.x, area.y, bar.slot.width, area.height});
        draw_bar(frame, bar, baseline, unit_px, bar.bucket->total > 0 && frame.is_hovered(bar.slot));
    }
    const app::State& state = frame.state;
    std::string summary = range_label(state.filter.from, state.filter.to, frame.words.language());
    if (!summary.empty()) {
        summary += " · " + frame.words.hits(static_cast<std::int64_t>(state.result.hits.size()), state.overview.total());
    }
    const TextStyle style = frame.regular(type::section, theme.ink_soft);
    const float summary_width = summary.empty() ? 0 : paint::width_of(style, summary) + 24;
    draw_scale(frame, bars, baseline + 5, rect.right() - edge - summary_width);
    if (!summary.empty()) paint::text_right(frame, style, rect.right() - edge, baseline + 5, 18, summary);
}

}  // namespace lesesaal::ui
