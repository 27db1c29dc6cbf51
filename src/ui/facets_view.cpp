#include <algorithm>
#include <array>
#include <cmath>

#include "ui/dates.h"
#include "ui/messages.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using app::Event;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr float heading_height = 26;
constexpr float group_gap = 14;
constexpr float field_height = 28;

/// Walks down the rail.
struct Column {
    float x = 0;
    float y = 0;
    float width = 0;

    Rect take(float height) {
        const Rect rect{x, y, width, height};
        y += height;
        return rect;
    }
};

struct Facet {
    std::string_view key;
    std::string_view name;
    const std::vector<query::FacetValue>& values;
    const std::vector<std::int32_t>& counts;
    const std::vector<std::string>& selected;
    bool has_dots = false;
    Event (*event)(const std::string& slug);
};

void draw_facet(Frame& frame, const Facet& facet, Column& column) {
    if (facet.values.empty()) return;
    const float height = heading_height + static_cast<float>(facet.values.size()) * measure::facet_row;
    const Rect rect{column.x, column.y, column.width, height};
    const widgets::Container group(frame, {.key = facet.key, .name = facet.name}, rect);
    widgets::section_heading(frame, "heading", facet.name, column.take(heading_height));
    for (std::size_t i = 0; i < facet.values.size(); ++i) {
        const query::FacetValue& value = facet.values[i];
        widgets::Checkbox checkbox{
            .key = value.slug,
            .label = value.label_de,
            .count = i < facet.counts.size() ? facet.counts[i] : value.count,
            .is_checked = std::ranges::binary_search(facet.selected, value.slug),
            .event = facet.event(value.slug),
        };
        if (facet.has_dots) checkbox.dot = frame.theme.stack[std::min(i, app::stack_colours - 1)];
        widgets::checkbox(frame, checkbox, column.take(measure::facet_row));
    }
    column.y += group_gap;
}

void draw_date_field(Frame& frame, std::string_view key, std::string_view name, const app::DateField& field,
                     Event (*event)(std::string), const Rect& rect) {
    // The word stands beside the field, so that it is seen as well as heard.
    const TextStyle style = frame.regular(type::label, frame.theme.ink_soft);
    paint::text(frame, style, rect.x, rect.y, rect.height, name);
    widgets::field(frame,
                   {.key = key,
                    .name = name,
                    .value = field.text,
                    .placeholder = msg::date_placeholder,
                    .description = field.is_invalid ? msg::date_invalid : std::string_view{},
                    .style = field.is_invalid ? "field invalid" : "field",
                    .on_change = event},
                   {rect.x + 36, rect.y, rect.width - 36, rect.height});
}

void draw_period(Frame& frame, Column& column) {
    const app::State& state = frame.state;
    const bool has_error = state.from_field.is_invalid || state.to_field.is_invalid;
    const float height = heading_height + 2 * (field_height + 6) + 34 + (has_error ? 38 : 0);
    const widgets::Container group(frame, {.key = "period", .name = msg::period}, {column.x, column.y, column.width, height});
    widgets::section_heading(frame, "heading", msg::period, column.take(heading_height));
    draw_date_field(frame, "from", msg::from, state.from_field,
                    [](std::string text) -> Event { return app::FromTyped{std::move(text)}; }, column.take(field_height));
    column.y += 6;
    draw_date_field(frame, "to", msg::to, state.to_field,
                    [](std::string text) -> Event { return app::ToTyped{std::move(text)}; }, column.take(field_height));
    column.y += 6;
    if (has_error) {
        const TextStyle style = frame.regular(type::small, frame.theme.warning);
        const Rect rect = column.take(38);
        const auto wrapped = paint::wrap(style, msg::date_invalid, rect.width, 2);
        paint::lines(frame, style, rect.x, rect.y, 17, msg::date_invalid, wrapped);
    }
    struct Quick {
        std::string_view key, label, suffix;
        app::QuickRange range;
    };
    static constexpr std::array<Quick, 3> quick{{
        {"year", msg::last_year, "letztes der Sammlung", app::QuickRange::last_year},
        {"month", msg::last_month, "letzter der Sammlung", app::QuickRange::last_month},
        {"days", msg::last_30_days, "letzte der Sammlung", app::QuickRange::last_30_days},
    }};
    const TextStyle style = frame.regular(type::small, frame.theme.ink_soft);
    const Rect row = column.take(34);
    float x = row.x;
    for (const Quick& pick : quick) {
        const float width = widgets::pill_width(style, pick.label);
        widgets::pill(frame,
                      {.key = pick.key, .label = pick.label, .name_suffix = pick.suffix, .event = app::QuickRangePicked{pick.range}},
                      style, {x, row.y + 4, width, 26});
        x += width + 6;
    }
    column.y += group_gap;
}

void draw_stand(Frame& frame, Column& column) {
    const float height = heading_height + measure::facet_row;
    const widgets::Container group(frame, {.key = "status", .name = msg::status}, {column.x, column.y, column.width, height});
    widgets::section_heading(frame, "heading", msg::status, column.take(heading_height));
    const auto bookmarks = static_cast<std::int32_t>(frame.state.notebook.all(notebook::Kind::bookmark).size());
    widgets::checkbox(frame,
                      {.key = "bookmarks",
                       .label = msg::bookmarks,
                       .count = bookmarks,
                       .is_checked = frame.state.is_bookmarks_only,
                       .event = app::BookmarksOnlyToggled{}},
                      column.take(measure::facet_row));
    column.y += group_gap;
}

/// On pages without a place for it in the header or beside the list.
void draw_way_back(Frame& frame, Column& column) {
    if (frame.layout.breadth == Breadth::wide) return;
    const TextStyle style = frame.semibold(type::label, frame.theme.accent);
    const Rect row = column.take(40);
    const std::string label = "‹ " + std::string(msg::back_to_list);
    const float width = std::ceil(paint::width_of(style, label)) + 16;
    widgets::text_button(frame, {.key = "back", .label = label, .event = app::PaneShown{app::Pane::list}}, style,
                         {row.x - 8, row.y + 6, width, 28});
    if (frame.layout.breadth == Breadth::narrow) {
        const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
        const float about_width = std::ceil(paint::width_of(soft, msg::about)) + 16;
        widgets::text_button(frame, {.key = "about", .label = msg::about, .event = app::AboutToggled{}}, soft,
                             {row.right() - about_width + 8, row.y + 6, about_width, 28});
        draw_storage_chip(frame, row.right() - about_width, row.y + 20);
    }
}

}  // namespace

void draw_facets(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    const app::State& state = frame.state;
    paint::fill(frame, rect, theme.rail);
    if (frame.layout.breadth != Breadth::narrow) {
        paint::line(frame, rect.right() - 1, rect.y, rect.right() - 1, rect.bottom(), theme.line);
    }
    const widgets::Container landmark(frame, {.role = Role::complementary, .key = "facets", .name = msg::filters}, rect);
    widgets::Scroll scroll(
        frame, {.key = "scroll", .pane = app::Pane::filters, .offset_px = state.view.filters_scroll_px}, rect);
    Column column{rect.x + 14, scroll.top() + 10, rect.width - 28};
    draw_way_back(frame, column);
    draw_facet(frame,
               {.key = "topics",
                .name = msg::topics,
                .values = state.overview.topics,
                .counts = state.result.topic_counts,
                .selected = state.filter.topics,
                .has_dots = true,
                .event = [](const std::string& slug) -> Event { return app::TopicToggled{slug}; }},
               column);
    draw_facet(frame,
               {.key = "places",
                .name = msg::places,
                .values = state.overview.places,
                .counts = state.result.place_counts,
                .selected = state.filter.places,
                .event = [](const std::string& slug) -> Event { return app::PlaceToggled{slug}; }},
               column);
    draw_period(frame, column);
    draw_stand(frame, column);
    const TextStyle style = frame.semibold(type::label, theme.accent);
    const float width = std::ceil(paint::width_of(style, msg::reset_filters)) + 16;
    widgets::text_button(frame, {.key = "reset", .label = msg::reset_filters, .event = app::FiltersReset{}}, style,
                         {column.x - 8, column.y, width, 28});
    column.y += 28 + group_gap;
    scroll.set_content_height(column.y - scroll.top());
}

}  // namespace lesesaal::ui
