#include <algorithm>
#include <cmath>
#include <string>

#include "ui/icons.h"
#include "ui/list_row.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using query::Row;
using scene::Rect;
using scene::Role;
using scene::Tristate;

// Up to here the tree has every item of the result; beyond, those near the view, with their place in the whole.
constexpr std::size_t items_described_max = 500;
constexpr float window_margin_px = 500;
constexpr float selection_bar_height = 44;
constexpr float selection_count_room = 118;
// What a page of rows is for the keys, about.
constexpr std::ptrdiff_t page_rows = 8;
constexpr std::size_t rows_around_cursor = 20;

const Row* row_at(const app::State& state, std::size_t position) {
    const auto at = state.rows.find(static_cast<std::int32_t>(state.result.hits[position]));
    return at == state.rows.end() ? nullptr : &at->second;
}

bool same_measure(const ListRows& rows, const Frame& frame, float width_px) {
    return rows.query_id == frame.state.result_query_id && rows.width_px == width_px && rows.density == frame.state.settings.density;
}

/// Only rows that are new are measured; the sums are one pass over numbers.
void measure_rows(const Frame& frame, ListRows& rows, float width_px) {
    const app::State& state = frame.state;
    const bool is_same = same_measure(rows, frame, width_px);
    if (is_same && rows.rows_revision == state.rows_revision) return;
    if (!is_same) rows.heights.assign(static_cast<std::size_t>(state.overview.total()), 0);
    rows.rows_revision = state.rows_revision;
    rows.query_id = state.result_query_id;
    rows.width_px = width_px;
    rows.density = state.settings.density;
    for (const auto& [id, row] : state.rows) {
        float& height = rows.heights[static_cast<std::size_t>(id)];
        if (height == 0) height = row_height(frame, &row, width_px);
    }
    const float unloaded = row_height(frame, nullptr, width_px);
    rows.tops.resize(state.result.hits.size() + 1);
    // From the end of the last row that was measured: a sum over all would make each row wait for the one before.
    double known_top = 0;
    std::size_t known = 0;
    const auto top_of = [&](std::size_t i) { return known_top + static_cast<double>(i - known) * static_cast<double>(unloaded); };
    for (std::size_t i = 0; i < state.result.hits.size(); ++i) {
        const double top = top_of(i);
        rows.tops[i] = static_cast<float>(top);
        const float height = rows.heights[static_cast<std::size_t>(state.result.hits[i])];
        if (height == 0) continue;
        known_top = top + static_cast<double>(height);
        known = i + 1;
    }
    rows.tops.back() = static_cast<float>(top_of(state.result.hits.size()));
}

struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Window rows_between(const ListRows& rows, float from_px, float to_px) {
    if (rows.tops.size() < 2) return {};
    const auto first = std::ranges::upper_bound(rows.tops, from_px);
    const auto last = std::ranges::lower_bound(rows.tops, to_px);
    const auto count = rows.tops.size() - 1;
    const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, first - rows.tops.begin() - 1));
    const auto end = static_cast<std::size_t>(last - rows.tops.begin());
    return {std::min(begin, count), std::min(end, count)};
}

std::optional<app::Event> step_by_key(const KeyPress& key) {
    if (key.has_control || key.has_shift) return std::nullopt;
    if (key.key == "ArrowDown") return app::RowStepped{1};
    if (key.key == "ArrowUp") return app::RowStepped{-1};
    if (key.key == "PageDown") return app::RowStepped{page_rows};
    if (key.key == "PageUp") return app::RowStepped{-page_rows};
    if (key.key == "Home") return app::RowStepped{-1'000'000};
    if (key.key == "End") return app::RowStepped{1'000'000};
    return std::nullopt;
}

struct Body {
    const ListRows& rows;
    Rect rect;
    float top = 0;  // of the first row
    Window seen, described;
    bool is_windowed = false;
};

void draw_one(Frame& frame, const Body& body, std::size_t position, const Row& row) {
    const app::State& state = frame.state;
    const auto id = static_cast<std::size_t>(row.id);
    const query::Standing& standing = state.filter.standing;
    const ListRow shown{
        .row = row,
        .position = position,
        .is_open = state.open && state.open->id == row.id && state.view.page == app::Page::reader,
        .is_cursor = position == state.view.cursor,
        .marks = standing && id < standing->size() ? (*standing)[id] : static_cast<std::uint8_t>(query::Mark::unread),
        .is_selected = state.selection.contains(row.uid),
        .rect = {body.rect.x, body.top + body.rows.tops[position], body.rect.width,
                 body.rows.tops[position + 1] - body.rows.tops[position]},
    };
    describe_row(frame, shown, body.is_windowed);
    if (position >= body.seen.begin && position < body.seen.end) paint_row(frame, shown);
}

/// The row with the focus is there wherever the list is scrolled to, so that the keyboard finds its way back.
void draw_cursor_outside(Frame& frame, const Body& body, bool is_before) {
    const std::size_t cursor = frame.state.view.cursor;
    if (cursor >= frame.state.result.hits.size()) return;
    if (is_before ? cursor >= body.described.begin : cursor < body.described.end) return;
    if (const Row* row = row_at(frame.state, cursor)) {
        draw_one(frame, body, cursor, *row);
    } else if (frame.state.view.focus == app::FocusTarget::list_row) {
        frame.events.push_back(app::RowsNeeded{cursor - std::min(cursor, rows_around_cursor), cursor + rows_around_cursor});
    }
}

void draw_rows(Frame& frame, const Rect& rect, ListRows& rows) {
    const app::State& state = frame.state;
    measure_rows(frame, rows, rect.width);
    const float offset = state.view.list_scroll_px;
    widgets::Scroll scroll(frame,
                           {.role = Role::list,
                            .key = "list",
                            .name = frame.say(Say::articles),
                            .pane = app::Pane::list,
                            .offset_px = offset,
                            .top_revision = state.view.list_top_revision},
                           rect);
    frame.handlers[frame.tree.current()].on_key = step_by_key;
    const std::size_t count = state.result.hits.size();
    // Each step of a drag over the timeline, each letter typed brings other rows: those out of sight wait until it ends.
    const float margin = state.brush || state.told_timer != 0 ? 0 : window_margin_px;
    const Window near = rows_between(rows, offset - margin, offset + rect.height + margin);
    const bool is_windowed = count > items_described_max;
    const Body body{rows, rect, scroll.top(), rows_between(rows, offset, offset + rect.height),
                    is_windowed ? near : Window{0, count}, is_windowed};
    bool has_missing = false;
    draw_cursor_outside(frame, body, true);
    for (std::size_t i = body.described.begin; i < body.described.end; ++i) {
        if (const Row* row = row_at(state, i)) draw_one(frame, body, i, *row);
        else has_missing = has_missing || (i >= near.begin && i < near.end);
    }
    draw_cursor_outside(frame, body, false);
    if (has_missing) frame.events.push_back(app::RowsNeeded{near.begin, near.end});
    scroll.set_content_height(rows.tops.back());
}

Say order_word(const app::State& state) {
    switch (state.filter.order) {
        case query::Order::newest: return Say::order_newest_short;
        case query::Order::oldest: return Say::order_oldest_short;
        case query::Order::reading_time: return Say::order_reading_time_short;
        case query::Order::relevance:
        case query::Order::automatic: break;
    }
    const bool is_ranked = !state.filter.text.empty() && state.result.note.empty();
    return is_ranked ? Say::order_relevance_short : Say::order_newest_short;
}

/// Ends at `right`. Returns: its left edge.
float draw_bar_button(Frame& frame, const widgets::Button& button, const TextStyle& style, float right, const Rect& bar) {
    const float width = widgets::icon_button_width(style, button.label, widgets::Show::icon_and_label);
    widgets::icon_button(frame, button, style, {right - width, bar.y + frame.inset(5), width, bar.height - 2 * frame.inset(5)}, widgets::Show::icon_and_label);
    return right - width;
}

/// The way to the filters, where they have no pane of their own. Returns: its left edge.
float draw_filters_button(Frame& frame, const Rect& bar, float right) {
    const std::size_t active = app::count_filters(frame.state);
    const std::string label = active > 0
                                  ? frame.words.with(Say::filters_count, {{"number", frame.words.number(static_cast<std::int64_t>(active))}})
                                  : std::string(frame.say(Say::filters));
    return draw_bar_button(frame,
                           {.key = "filters",
                            .label = label,
                            .expanded = Tristate::off,
                            .event = app::PaneShown{app::Pane::filters},
                            .icon = icon::filter},
                           frame.semibold(type::label, frame.theme.accent), right, bar);
}

/// Keeps the question of now, where the bar has room for it; the palette has it always.
void draw_save_search(Frame& frame, const Rect& bar, float right, float left) {
    const float size = frame.target(30);
    if (right - size - 4 < left) return;
    widgets::icon_button(frame,
                         {.key = "save-search",
                          .label = frame.say(Say::save_search),
                          .event = app::OverlayToggled{app::Overlay::save_search},
                          .icon = icon::bookmark,
                          .popup = "dialog"},
                         frame.regular(type::label, frame.theme.ink_soft),
                         {right - size - 2, bar.y + frame.inset(5), size, bar.height - 2 * frame.inset(5)});
}

void draw_bar(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    const app::State& state = frame.state;
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);
    const TextStyle soft = frame.regular(type::label, theme.ink_soft);
    const std::string count = frame.words.hits(static_cast<std::int64_t>(state.result.hits.size()), state.overview.total());
    widgets::label(frame, {.key = "count", .text = count, .role = Role::status}, soft,
                   {rect.x + measure::row_padding_x, rect.y, rect.width * 0.5F, rect.height});
    float right = rect.right() - 8;
    right = draw_bar_button(frame,
                            {.key = "order",
                             .label = frame.say(order_word(state)),
                             .name_suffix = frame.say(Say::sort),
                             .event = app::OverlayToggled{app::Overlay::order},
                             .icon = icon::sort,
                             .popup = "dialog"},
                            soft, right, rect);
    if (frame.layout.breadth != Breadth::wide) right = draw_filters_button(frame, rect, right - 2);
    if (app::has_filters(state)) draw_save_search(frame, rect, right, rect.x + measure::row_padding_x + std::ceil(paint::width_of(soft, count)));
}

void draw_selection_bar(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    paint::fill(frame, rect, theme.selected);
    paint::line(frame, rect.x, rect.y, rect.right(), rect.y, theme.line);
    const widgets::Container group(frame, {.key = "selection", .name = frame.say(Say::selection)}, rect);
    const TextStyle style = frame.semibold(type::label, theme.ink);
    const std::string count = frame.words.count(Say::selected, static_cast<std::int64_t>(frame.state.selection.size()));
    widgets::label(frame, {.key = "count", .text = count}, style,
                   {rect.x + measure::row_padding_x, rect.y, rect.width * 0.4F, rect.height});
    const TextStyle tool = frame.regular(type::label, theme.accent);
    const widgets::Button buttons[] = {
        {.key = "bookmark", .label = frame.say(Say::selection_bookmark), .event = app::SelectionBookmarked{}, .icon = icon::star},
        {.key = "read", .label = frame.say(Say::mark_as_read), .event = app::SelectionRead{}, .icon = icon::check_all},
        {.key = "collect", .label = frame.say(Say::collect), .event = app::OverlayToggled{app::Overlay::collect}, .icon = icon::plus, .popup = "dialog"},
        {.key = "tag", .label = frame.say(Say::selection_tag), .event = app::OverlayToggled{app::Overlay::tag}, .icon = icon::tag, .popup = "dialog"},
        {.key = "export", .label = frame.say(Say::selection_export), .event = app::SelectionExported{}, .icon = icon::download, .popup = "dialog"},
        {.key = "lift", .label = frame.say(Say::selection_lift), .event = app::SelectionLifted{}, .icon = icon::close},
    };
    // The narrowest page has no room for the count beside six targets of full size.
    const float size = std::min(frame.target(34), (rect.width - selection_count_room) / static_cast<float>(std::size(buttons)));
    float x = rect.right() - 8 - size * static_cast<float>(std::size(buttons));
    for (const widgets::Button& button : buttons) {
        widgets::icon_button(frame, button, tool, {x, rect.y + frame.inset(5), size, rect.height - 2 * frame.inset(5)});
        x += size;
    }
}

}  // namespace

void draw_list(Frame& frame, const Rect& rect, ListRows& rows) {
    paint::fill(frame, rect, frame.theme.panel);
    if (frame.layout.breadth != Breadth::narrow) {
        paint::line(frame, rect.right() - 1, rect.y, rect.right() - 1, rect.bottom(), frame.theme.line);
    }
    const widgets::Container region(frame, {.role = Role::region, .key = "results", .name = frame.say(Say::results)}, rect);
    if (frame.state.corpus != app::CorpusState::ready) return;
    const float inner = rect.width - (frame.layout.breadth == Breadth::narrow ? 0.0F : 1.0F);
    const float bar = frame.target(measure::bar);
    draw_bar(frame, {rect.x, rect.y, inner, bar});
    float top = rect.y + bar;
    if (!header_has_chips(frame)) {
        const float chips = draw_chips(frame, rect.x + measure::row_padding_x, top + 8, inner - 2 * measure::row_padding_x);
        if (chips > 0) {
            top += chips + 16;
            paint::line(frame, rect.x, top - 1, rect.x + inner, top - 1, frame.theme.line);
        }
    }
    top += draw_understood(frame, rect.x, top, inner);
    top += draw_correction(frame, rect.x, top, inner);
    // The notebook's page has the same selection, and its own bar for it.
    const bool is_beside_notebook = frame.state.view.page == app::Page::notebook && frame.layout.main;
    const float selection = frame.state.selection.empty() || is_beside_notebook ? 0.0F : selection_bar_height;
    const Rect body{rect.x, top, inner, std::max(0.0F, rect.bottom() - top - selection)};
    if (frame.state.result.hits.empty() && frame.state.result_query_id > 0) draw_no_hits(frame, body);
    draw_rows(frame, body, rows);
    if (selection > 0) draw_selection_bar(frame, {rect.x, rect.bottom() - selection, inner, selection});
    draw_list_divider(frame);
}

}  // namespace lesesaal::ui
