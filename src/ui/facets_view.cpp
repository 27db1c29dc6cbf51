#include <algorithm>
#include <array>
#include <cmath>

#include "ui/facet_view.h"
#include "ui/paint.h"
#include "ui/storage_chip.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using app::Event;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr float field_height = 28;

void draw_date_field(Frame& frame, std::string_view key, std::string_view name, const app::DateField& field,
                     Event (*event)(std::string), const Rect& rect) {
    // The word stands beside the field, so that it is seen as well as heard.
    const TextStyle style = frame.regular(type::label, frame.theme.ink_soft);
    paint::text(frame, style, rect.x, rect.y, rect.height, name);
    widgets::field(frame,
                   {.key = key,
                    .name = name,
                    .value = field.text,
                    .placeholder = frame.say(Say::date_placeholder),
                    .description = field.is_invalid ? frame.say(Say::date_invalid) : std::string_view{},
                    .style = field.is_invalid ? "field invalid" : "field",
                    .on_change = event},
                   {rect.x + 36, rect.y, rect.width - 36, rect.height});
}

void draw_period(Frame& frame, Column& column) {
    const app::State& state = frame.state;
    const bool has_error = state.from_field.is_invalid || state.to_field.is_invalid;
    const float field = frame.target(field_height);
    const float picks = frame.target(26) + 8;
    const float height = measure::section_heading + 2 * (field + 6) + picks + (has_error ? 38 : 0);
    const widgets::Container group(frame, {.key = "period", .name = frame.say(Say::period)}, {column.x, column.y, column.width, height});
    widgets::section_heading(frame, "heading", frame.say(Say::period), column.take(measure::section_heading));
    draw_date_field(frame, "from", frame.say(Say::from), state.from_field,
                    [](std::string text) -> Event { return app::FromTyped{std::move(text)}; }, column.take(field));
    column.y += 6;
    draw_date_field(frame, "to", frame.say(Say::to), state.to_field,
                    [](std::string text) -> Event { return app::ToTyped{std::move(text)}; }, column.take(field));
    column.y += 6;
    if (has_error) {
        const TextStyle style = frame.regular(type::small, frame.theme.warning);
        const Rect rect = column.take(38);
        const auto wrapped = paint::wrap(style, frame.say(Say::date_invalid), rect.width, 2);
        paint::lines(frame, style, rect.x, rect.y, 17, frame.say(Say::date_invalid), wrapped);
    }
    struct Quick {
        std::string_view key;
        Say label, suffix;
        app::QuickRange range;
    };
    static constexpr std::array<Quick, 3> quick{{
        {"year", Say::last_year, Say::last_year_long, app::QuickRange::last_year},
        {"month", Say::last_month, Say::last_month_long, app::QuickRange::last_month},
        {"days", Say::last_30_days, Say::last_30_days_long, app::QuickRange::last_30_days},
    }};
    const TextStyle style = frame.regular(type::small, frame.theme.ink_soft);
    const Rect row = column.take(picks);
    float x = row.x;
    for (const Quick& pick : quick) {
        const std::string_view label = frame.say(pick.label);
        const float width = widgets::pill_width(style, label);
        widgets::pill(frame,
                      {.key = pick.key, .label = label, .name_suffix = frame.say(pick.suffix), .event = app::QuickRangePicked{pick.range}},
                      style, {x, row.y + 4, width, row.height - 8});
        x += width + 6;
    }
    column.y += measure::section_gap;
}

void draw_marks(Frame& frame, Column& column) {
    struct MarkLook {
        query::Mark mark;
        std::string_view key;
        Say name;
    };
    static constexpr std::array<MarkLook, query::mark_count> looks{{
        {query::Mark::unread, "unread", Say::mark_unread},
        {query::Mark::bookmarked, "bookmarks", Say::mark_bookmarked},
        {query::Mark::noted, "noted", Say::mark_noted},
    }};
    const std::string_view name = frame.say(Say::status);
    const float height = measure::section_heading + looks.size() * frame.target(measure::facet_row);
    const widgets::Container group(frame, {.key = "status", .name = name}, {column.x, column.y, column.width, height});
    widgets::section_heading(frame, "heading", name, column.take(measure::section_heading));
    for (std::size_t i = 0; i < looks.size(); ++i) {
        widgets::checkbox(frame,
                          {.key = looks[i].key,
                           .label = frame.say(looks[i].name),
                           .count = frame.state.result.mark_counts[i],
                           .is_checked = app::has_mark(frame.state, looks[i].mark),
                           .event = app::MarkToggled{looks[i].mark}},
                          column.take(frame.target(measure::facet_row)));
    }
    column.y += measure::section_gap;
}

/// On pages without a place for it in the header or beside the list.
void draw_way_back(Frame& frame, Column& column) {
    if (frame.layout.breadth == Breadth::wide) return;
    const TextStyle style = frame.semibold(type::label, frame.theme.accent);
    const Rect row = column.take(frame.target(40));
    const std::string label = "‹ " + std::string(frame.say(Say::back_to_list));
    const float width = std::ceil(paint::width_of(style, label)) + 16;
    widgets::text_button(frame, {.key = "back", .label = label, .event = app::PaneShown{app::Pane::list}}, style,
                         {row.x - 8, row.y + frame.inset(6), width, row.height - 2 * frame.inset(6)});
    if (frame.layout.breadth == Breadth::narrow) draw_storage_chip(frame, row.right(), row.y + row.height / 2);
}

void draw_content(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    const app::State& state = frame.state;
    widgets::Scroll scroll(
        frame, {.key = "scroll", .pane = app::Pane::filters, .offset_px = state.view.filters_scroll_px}, rect);
    Column column{rect.x + 14, scroll.top() + 10, rect.width - 28};
    draw_way_back(frame, column);
    for (std::size_t i = 0; i < query::facet_count; ++i) draw_facet(frame, query::Facet(i), column);
    draw_period(frame, column);
    draw_marks(frame, column);
    const TextStyle style = frame.semibold(type::label, theme.accent);
    const float width = std::ceil(paint::width_of(style, frame.say(Say::reset_filters))) + 16;
    widgets::text_button(frame, {.key = "reset", .label = frame.say(Say::reset_filters), .event = app::FiltersReset{}}, style,
                         {column.x - 8, column.y, width, frame.target(28)});
    column.y += frame.target(28) + measure::section_gap;
    scroll.set_content_height(column.y - scroll.top());
}

}  // namespace

void draw_facets(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    paint::fill(frame, rect, theme.rail);
    if (frame.layout.breadth != Breadth::narrow) {
        paint::line(frame, rect.right() - 1, rect.y, rect.right() - 1, rect.bottom(), theme.line);
    }
    const widgets::Container landmark(frame, {.role = Role::complementary, .key = "facets", .name = frame.say(Say::filters)}, rect);
    if (frame.state.view.focus == app::FocusTarget::filters) {
        frame.tree.node(frame.tree.current_index()).focus_revision = frame.state.view.focus_revision;
    }
    draw_content(frame, rect);
    draw_rail_divider(frame);
}

}  // namespace lesesaal::ui
