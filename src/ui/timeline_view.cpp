#include <algorithm>
#include <cmath>

#include "ui/dates.h"
#include "ui/paint.h"
#include "ui/timeline_strip.h"
#include "ui/timeline_table.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using app::BrushPart;
using app::TimeBucket;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr float baseline_offset = 74;   // from the top of the strip
constexpr float columns_offset = 10;
constexpr float bar_height_max = 58;
constexpr float block_height_max = 13;  // of one article, while there are few
constexpr float seam_from = 6;          // blocks this tall can be counted, and need no scale
constexpr float foot_gap = 3;
constexpr float foot_height = 24;       // labels, range and switch below the bars
constexpr float grip_target = 24;       // WCAG 2.5.8
constexpr std::uint32_t faded = 92;     // of what lies outside of the range
// More bars than this are one tab stop; arrow keys lead to the others.
constexpr std::size_t bars_tab_stops_max = 12;

float pixels_per_article(const app::Timeline& timeline) {
    return std::min(block_height_max, bar_height_max / static_cast<float>(std::max(1, timeline.total_max)));
}

bool is_in_range(const TimeBucket& bucket, const query::Filter& filter) {
    return (!filter.from || bucket.last_day >= base::to_days(*filter.from)) &&
           (!filter.to || bucket.first_day <= base::to_days(*filter.to));
}

bool is_dragging(const Frame& frame, BrushPart part) { return frame.state.brush && frame.state.brush->part == part; }

void draw_bar(Frame& frame, const Strip& strip, std::size_t i, float unit_px) {
    const TimeBucket& bucket = strip.timeline.buckets[i];
    const Rect column = strip.column(i);
    const float width = strip.bar_width();
    const float baseline = column.bottom();
    const std::uint32_t alpha = is_in_range(bucket, frame.state.filter) ? 255 : faded;
    // The silhouette: what the corpus holds here, whatever the filters say.
    if (bucket.total > bucket.hits) {
        const float height = std::max(1.0F, static_cast<float>(bucket.total) * unit_px);
        paint::fill(frame, {column.x, baseline - height, width, height}, frame.theme.silhouette, 2, alpha);
    }
    const app::StackCounts& counts = bucket.of(frame.state.settings.stack);
    const float seam = unit_px >= seam_from ? 1 : 0;
    float y = baseline;
    for (std::size_t colour = 0; colour < app::stack_colours; ++colour) {
        if (counts[colour] == 0) continue;
        const float height = static_cast<float>(counts[colour]) * unit_px;
        const Rect block{column.x, y - height, width, std::max(1.0F, height - seam)};
        paint::fill(frame, block, frame.theme.stack[colour], unit_px >= seam_from ? 2.0F : 0.0F, alpha);
        y -= height;
    }
}

void draw_break(Frame& frame, float right, float baseline) {
    const std::uint32_t colour = frame.theme.ink_faint.packed();
    for (int stroke = 0; stroke < 2; ++stroke) {
        const float left = right - timeline_break_px / 2 - 5 + static_cast<float>(stroke) * 7;
        frame.canvas.AddLine({left, baseline - 6}, {left + 5, baseline - 18}, colour, 1.3F);
    }
}

/// One line at a round number, where the blocks are too many to be counted. Returns: the room it takes at the right.
float draw_scale(Frame& frame, const app::Timeline& timeline, const Rect& area) {
    const float unit_px = pixels_per_article(timeline);
    if (unit_px >= seam_from) return 0;
    int round = 1;
    for (const int digit : {1, 2, 5}) {
        for (int number = digit; number <= timeline.total_max && number < 500'000'000; number *= 10) round = std::max(round, number);
    }
    const TextStyle style = frame.regular(type::section, frame.theme.ink_faint);
    const std::string label = frame.words.number(round);
    const float width = std::ceil(paint::width_of(style, label));
    const float y = std::round(area.bottom() - static_cast<float>(round) * unit_px) + 0.5F;
    paint::line(frame, area.x, y, area.right() - width - 6, y, frame.theme.line);
    paint::text_right(frame, style, area.right(), y - 8, 16, label);
    return width + 10;
}

/// Month names below the first bucket of a month, as far apart as they need.
void draw_labels(Frame& frame, const Strip& strip, const Rect& foot, float right) {
    const TextStyle style = frame.regular(type::section, frame.theme.ink_soft);
    float free_from = strip.area.x;
    std::string last;
    for (std::size_t i = 0; i < strip.size(); ++i) {
        const base::Date date = base::from_days(strip.timeline.buckets[i].first_day);
        const bool is_year = strip.timeline.unit == app::TimeUnit::year;
        std::string label = is_year ? std::to_string(date.year) : month_label(date, frame.words.language());
        if (label == last) continue;
        const float x = strip.columns->left[i];
        float width = paint::width_of(style, label);
        if (x + width > right && last.ends_with(std::to_string(date.year))) {
            // Too narrow for the year: the label before says it.
            label.resize(std::min(label.find("\u00A0"), label.size()));
            width = paint::width_of(style, label);
        }
        if (x < free_from || x + width > right) continue;
        paint::text(frame, style, x, foot.y, foot.height, label);
        free_from = x + width + 14;
        last = std::move(label);
    }
}

std::string bar_label(const Frame& frame, const Strip& strip, std::size_t i) {
    const TimeBucket& bucket = strip.timeline.buckets[i];
    return bucket_label(bucket, strip.timeline.unit, frame.words.language()) + ", " + frame.words.articles(bucket.hits);
}

/// What the bar under the pointer stands for; else the one that has the focus.
void draw_hint(Frame& frame, const Strip& strip, std::size_t i, const Rect& page) {
    const TextStyle style = frame.regular(type::small, frame.theme.panel);
    const std::string label = bar_label(frame, strip, i);
    const float width = std::ceil(paint::width_of(style, label)) + 16;
    const Rect column = strip.column(i);
    const float middle = column.x + strip.bar_width() / 2;
    const float left = std::clamp(middle - width / 2, page.x + 4, std::max(page.x + 4, page.right() - width - 4));
    // Below the baseline, where it hides no bar.
    const float y = column.bottom() + foot_gap;
    paint::outline(frame, {column.x - 2, column.y, strip.bar_width() + 4, column.height + 1}, frame.theme.accent, 4);
    paint::fill(frame, {left, y, width, 24}, frame.theme.ink, measure::box_radius);
    paint::text(frame, style, left + 8, y, 24, label);
}

/// The position among the filled buckets that Tab leads to: where the arrow keys were last, or the newest.
std::size_t tab_position(const Frame& frame, const Strip& strip) {
    const std::vector<std::size_t>& filled = strip.columns->filled;
    const std::optional<std::int32_t>& day = frame.state.view.bar_day;
    for (std::size_t position = 0; day && position < filled.size(); ++position) {
        if (strip.timeline.buckets[filled[position]].first_day == *day) return position;
    }
    return filled.size() - 1;
}

/// Returns: the node's id.
scene::NodeId describe_bar(Frame& frame, const Strip& strip, std::size_t position, Tristate tab_stop) {
    const std::size_t i = strip.columns->filled[position];
    const TimeBucket& bucket = strip.timeline.buckets[i];
    const query::Filter& filter = frame.state.filter;
    const bool is_picked = filter.from && filter.to && base::to_days(*filter.from) == bucket.first_day &&
                           base::to_days(*filter.to) == bucket.last_day;
    // An unsigned key: days before 1970 are negative.
    scene::Node& node = frame.tree.open(Role::button, static_cast<std::uint64_t>(bucket.first_day + 1'000'000));
    const scene::NodeId id = node.id;
    node.text = bar_label(frame, strip, i);
    node.pressed = is_picked ? Tristate::on : Tristate::off;
    node.tab_stop = tab_stop;
    const app::View& view = frame.state.view;
    if (view.focus == app::FocusTarget::timeline_bar && view.bar_day == bucket.first_day) node.focus_revision = view.focus_revision;
    const auto on_key = [columns = strip.columns, position](const KeyPress& key) -> std::optional<app::Event> {
        if (key.has_control) return std::nullopt;
        const auto next = stepped(key.key, position, columns->filled.size());
        if (!next) return std::nullopt;
        return app::BarStepped{columns->filled[*next]};
    };
    frame.handle(id, {.on_key = on_key,
                      .on_activate = is_picked ? app::Event{app::RangeLifted{}} : app::RangePicked{bucket.first_day, bucket.last_day},
                      .on_focus = app::BarFocused{i}});
    frame.tree.place(strip.column(i));
    frame.tree.close();
    return id;
}

/// Returns: the bar whose hint is to be shown.
std::optional<std::size_t> draw_bars(Frame& frame, const Strip& strip, float unit_px) {
    std::optional<std::size_t> hinted;
    for (std::size_t i = 0; i < strip.size(); ++i) {
        if (strip.timeline.buckets[i].is_after_gap) draw_break(frame, strip.columns->left[i], strip.area.bottom());
        draw_bar(frame, strip, i, unit_px);
    }
    const std::vector<std::size_t>& filled = strip.columns->filled;
    const bool is_roving = filled.size() > bars_tab_stops_max;
    const std::size_t stop = is_roving ? tab_position(frame, strip) : 0;
    bool is_hovered = false;
    for (std::size_t position = 0; position < filled.size(); ++position) {
        const Tristate tab_stop = !is_roving ? Tristate::none : position == stop ? Tristate::on : Tristate::off;
        const scene::NodeId id = describe_bar(frame, strip, position, tab_stop);
        if (frame.is_hovered(strip.column(filled[position]))) {
            hinted = filled[position];
            is_hovered = true;
        } else if (frame.focused == id && !is_hovered) {
            hinted = filled[position];
        }
    }
    return hinted;
}

void draw_band(Frame& frame, const Strip& strip, const Bounds& bounds) {
    const Rect band{bounds.left - 4, strip.area.y, bounds.right - bounds.left + 8, strip.area.height};
    paint::fill(frame, band, frame.theme.selected, 6);
    if (is_dragging(frame, BrushPart::band)) paint::outline(frame, band, frame.theme.accent, 6);
}

struct Grip {
    BrushPart part;
    std::string_view key;
    Say name;
    Say value;
    float x;
    std::size_t at;         // its bucket
    base::Date day;
    bool is_bound;          // of the filter; else it waits at the end of the strip
};

void draw_grip(Frame& frame, const Strip& strip, const Grip& grip) {
    const float reach = frame.target(grip_target);
    const Rect target{grip.x - reach / 2, strip.area.y, reach, strip.area.height};
    scene::Node& node = frame.tree.open(Role::slider, grip.key);
    const scene::NodeId id = node.id;
    const std::size_t count = strip.size();
    node.name = frame.say(grip.name);
    node.value = frame.words.with(grip.value, {{"date", long_day(grip.day, frame.words.language())}});
    node.range = scene::Span{.min = 0, .max = static_cast<float>(count - 1), .now = static_cast<float>(grip.at)};
    node.orientation = scene::Orientation::horizontal;
    node.style = "drag grip";
    const auto on_key = [part = grip.part, at = grip.at, count](const KeyPress& key) -> std::optional<app::Event> {
        const auto next = key.has_control ? std::nullopt : stepped(key.key, at, count);
        if (!next) return std::nullopt;
        return app::BoundMoved{part, *next};
    };
    frame.handle(id, {.on_key = on_key, .on_drag = brush_handler(strip.columns, grip.part)});
    frame.tree.place(target);
    frame.tree.close();

    const bool is_dragged = is_dragging(frame, grip.part);
    const bool is_held = is_dragged || (frame.is_hovered(target) && !frame.state.brush) || frame.focused == id;
    if (!grip.is_bound && !is_held) return;
    const float width = is_held ? 6.0F : 4.0F;
    const Colour colour = grip.is_bound || is_dragged || frame.focused == id ? frame.theme.accent : frame.theme.field;
    paint::fill(frame, {grip.x - width / 2, strip.area.y + 15, width, strip.area.height - 30}, colour, width / 2);
}

void draw_grips(Frame& frame, const Strip& strip, const Bounds& bounds) {
    const query::Filter& filter = frame.state.filter;
    const std::vector<TimeBucket>& buckets = strip.timeline.buckets;
    draw_grip(frame, strip,
              {.part = BrushPart::begin,
               .key = "begin",
               .name = Say::timeline_from,
               .value = Say::timeline_from_value,
               .x = bounds.left - 4,
               .at = bounds.first,
               .day = filter.from.value_or(base::from_days(buckets.front().first_day)),
               .is_bound = filter.from.has_value()});
    draw_grip(frame, strip,
              {.part = BrushPart::end,
               .key = "end",
               .name = Say::timeline_to,
               .value = Say::timeline_to_value,
               .x = bounds.right + 4,
               .at = bounds.last,
               .day = filter.to.value_or(base::from_days(buckets.back().last_day)),
               .is_bound = filter.to.has_value()});
}

/// What the bars are made of. Returns: its left edge.
float draw_switch(Frame& frame, const Rect& foot) {
    struct Choice {
        query::Facet facet;
        std::string_view value;
        Say label;
    };
    static constexpr Choice choices[] = {{query::Facet::topic, "topic", Say::timeline_by_topic},
                                         {query::Facet::place, "place", Say::timeline_by_place}};
    const TextStyle on = frame.semibold(type::section, frame.theme.ink);
    const TextStyle off = frame.regular(type::section, frame.theme.ink_soft);
    float width = 0;
    const auto width_of = [&](const Choice& choice) { return frame.target(std::ceil(paint::width_of(on, frame.say(choice.label))) + 16); };
    for (const Choice& choice : choices) width += width_of(choice);
    const Rect place{foot.right() - width + 8, foot.y, width, foot.height};
    const widgets::Container group(frame, {.key = "stack", .name = frame.say(Say::timeline_stack)}, place);
    float x = place.x;
    for (const Choice& choice : choices) {
        const bool is_on = frame.state.settings.stack == choice.facet;
        const std::string_view label = frame.say(choice.label);
        const float text_width = std::ceil(paint::width_of(on, label));
        const Rect button{x, foot.y, width_of(choice), foot.height};
        widgets::text_button(frame,
                             {.key = choice.value,
                              .label = label,
                              .pressed = is_on ? Tristate::on : Tristate::off,
                              .event = app::SettingChanged{"stack", std::string(choice.value)}},
                             is_on ? on : off, button);
        if (is_on) paint::fill(frame, {x + (button.width - text_width) / 2, foot.y + foot.height / 2 + 9, text_width, 2}, frame.theme.accent, 1);
        x += button.width;
    }
    return place.x;
}

/// The range in words, left of the switch; on narrow pages beside the bars, where there is room. Returns: what is left of
/// the foot for the labels, as its right edge.
float draw_range(Frame& frame, const Rect& foot, float switch_left, const Rect& beside) {
    const app::State& state = frame.state;
    const TextStyle style = frame.regular(type::section, frame.theme.ink_soft);
    std::string label = range_label(state.filter.from, state.filter.to, frame.words.language());
    const float free_right = switch_left - 10;
    if (label.empty()) return free_right;
    if (frame.layout.breadth == Breadth::narrow) {
        const float width = paint::width_of(style, label);
        if (width <= beside.width) paint::text_right(frame, style, beside.right(), beside.y, 18, label);
        return free_right;
    }
    label += " · " + frame.words.hits(static_cast<std::int64_t>(state.result.hits.size()), state.overview.total());
    paint::text_right(frame, style, free_right, foot.y, foot.height, label);
    return free_right - paint::width_of(style, label) - 20;
}

}  // namespace

void draw_timeline(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    const app::Timeline& timeline = frame.state.timeline;
    paint::fill(frame, rect, theme.panel);
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);
    const widgets::Container region(frame, {.role = Role::region, .key = "timeline", .name = frame.say(Say::timeline)}, rect);
    const float edge = frame.layout.breadth == Breadth::narrow ? 16.0F : 24.0F;
    // A switch that a finger meets takes from the height of the bars.
    const float foot_room = frame.target(foot_height);
    const float baseline = rect.y + baseline_offset - (foot_room - foot_height);
    Rect area{rect.x + edge, rect.y + columns_offset, rect.width - 2 * edge, baseline - rect.y - columns_offset};
    const Rect foot{area.x, baseline + foot_gap, area.width, foot_room};
    paint::line(frame, area.x - 8, baseline, area.right() + 8, baseline, theme.line);
    if (timeline.buckets.empty()) return;

    area.width -= draw_scale(frame, timeline, area);
    const Strip strip = place_strip(timeline, area);
    const query::Filter& filter = frame.state.filter;
    const Bounds bounds = place_bounds(strip, filter.from, filter.to);
    const bool has_band = (filter.from || filter.to) && !bounds.is_empty;
    if (has_band) draw_band(frame, strip, bounds);
    std::optional<std::size_t> hinted;
    {
        scene::Node& node = frame.tree.open(Role::group, "strip");
        node.style = "drag strip";
        const auto band = has_band ? std::optional(BandEdges{bounds.left, bounds.right}) : std::nullopt;
        frame.handle(node.id, {.on_drag = brush_handler(strip.columns, BrushPart::range, band)});
        frame.tree.place({area.x - grip_target / 2, area.y, area.width + grip_target, area.height});
        hinted = draw_bars(frame, strip, pixels_per_article(timeline));
        draw_grips(frame, strip, bounds);
        frame.tree.close();
    }
    const float switch_left = draw_switch(frame, foot);
    const float bars_right = strip.columns->right.back() + 16;
    const float labels_right =
        draw_range(frame, foot, switch_left, {bars_right, rect.y + 12, rect.right() - edge - bars_right, 18});
    draw_labels(frame, strip, foot, labels_right);
    if (hinted && !frame.state.brush) draw_hint(frame, strip, *hinted, rect);
    describe_timeline_table(frame, frame.state.told_timeline);
}

}  // namespace lesesaal::ui
