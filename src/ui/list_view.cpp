#include <algorithm>
#include <cmath>

#include "ui/dates.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using query::Row;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr float kicker_line = 20;
constexpr std::size_t headline_lines_max = 2;
constexpr std::size_t snippet_lines_max = 2;
// Up to here the tree has every item of the result; beyond, those near the view, with their place in the whole.
constexpr std::size_t items_described_max = 2000;
constexpr float window_margin_px = 800;

const Row* row_at(const app::State& state, std::size_t position) {
    const auto at = state.rows.find(static_cast<std::int32_t>(state.result.hits[position]));
    return at == state.rows.end() ? nullptr : &at->second;
}

float text_width(float list_width) { return list_width - measure::row_indent - measure::row_padding_x; }

float row_height(Frame& frame, const Row* row, float list_width) {
    constexpr float edges = 2 * measure::row_padding_y + kicker_line + 6;
    float headline_lines = 1;
    float snippet_lines = snippet_lines_max;
    if (row) {
        const TextStyle headline = frame.semibold(type::headline, frame.theme.ink);
        const TextStyle snippet = frame.regular(type::label, frame.theme.ink);
        headline_lines = static_cast<float>(paint::wrap(headline, row->headline, text_width(list_width), headline_lines_max).size());
        snippet_lines = static_cast<float>(paint::wrap(snippet, row->snippet, text_width(list_width), snippet_lines_max).size());
    }
    return edges + headline_lines * type::headline_line + snippet_lines * type::snippet_line;
}

void measure_rows(Frame& frame, ListRows& rows, float width_px) {
    const app::State& state = frame.state;
    if (rows.query_id == state.result_query_id && rows.rows_revision == state.rows_revision && rows.width_px == width_px) return;
    rows = {state.rows_revision, state.result_query_id, width_px, {}};
    rows.tops.reserve(state.result.hits.size() + 1);
    float top = 0;
    const float unloaded = row_height(frame, nullptr, width_px);
    for (std::size_t i = 0; i < state.result.hits.size(); ++i) {
        rows.tops.push_back(top);
        const Row* row = row_at(state, i);
        top += row ? row_height(frame, row, width_px) : unloaded;
    }
    rows.tops.push_back(top);
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

void describe_row(Frame& frame, const Row& row, std::size_t position, bool is_open, bool is_bookmarked, const Rect& rect) {
    const app::State& state = frame.state;
    scene::Node& item = frame.tree.open(Role::list_item, static_cast<std::uint64_t>(row.id) + 1);
    if (state.result.hits.size() > items_described_max) {
        item.position_in_set = static_cast<std::int32_t>(position + 1);
        item.set_size = static_cast<std::int32_t>(state.result.hits.size());
    }
    frame.tree.place(rect);

    scene::Node& link = frame.tree.open(Role::link, "link");
    link.text = row.kicker.empty() ? row.headline : row.kicker + ": " + row.headline;
    link.href = "#a=" + row.uid;
    link.current = is_open ? Tristate::on : Tristate::none;
    const bool takes_focus = state.view.focus == app::FocusTarget::list_row &&
                             (is_open || (!app::open_position(state) && position == 0));
    link.focus_revision = takes_focus ? state.view.focus_revision : 0;
    frame.handle(link.id, {.on_activate = app::ArticlePicked{row.id}});
    frame.tree.place(rect);
    frame.tree.close();

    if (row.date) {
        scene::Node& time = frame.tree.open(Role::time, "date");
        time.text = short_date(*row.date, frame.words.language());
        time.datetime = machine_date(*row.date);
        frame.tree.place({rect.right() - measure::row_padding_x - 80, rect.y + measure::row_padding_y, 80, kicker_line});
        frame.tree.close();
    }
    if (is_bookmarked) {
        frame.tree.open(Role::text, "bookmark").text = frame.say(Say::row_bookmarked);
        frame.tree.place({rect.x + measure::row_indent, rect.y + measure::row_padding_y, 16, kicker_line});
        frame.tree.close();
    }
    frame.tree.open(Role::paragraph, "snippet").text = row.snippet;
    frame.tree.place({rect.x + measure::row_indent, rect.bottom() - measure::row_padding_y - 2 * type::snippet_line,
                      text_width(rect.width), 2 * type::snippet_line});
    frame.tree.close();
    frame.tree.close();
}

void paint_row(Frame& frame, const Row& row, bool is_open, bool is_bookmarked, const Rect& rect) {
    const Theme& theme = frame.theme;
    if (is_open) {
        paint::fill(frame, rect, theme.selected);
        paint::fill(frame, {rect.x, rect.y, 3, rect.height}, theme.accent);
    } else if (frame.is_hovered(rect)) {
        paint::fill(frame, rect, theme.ground);
    }
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);

    const float x = rect.x + measure::row_indent;
    float y = rect.y + measure::row_padding_y;
    const TextStyle small = frame.regular(type::small, theme.ink_soft);
    const std::string date = row.date ? short_date(*row.date, frame.words.language()) : std::string{};
    paint::text_right(frame, small, rect.right() - measure::row_padding_x, y, kicker_line, date);
    float kicker_x = x;
    if (!row.kicker.empty()) {
        const TextStyle kicker = frame.semibold(type::small, theme.accent);
        const float room = text_width(rect.width) - 110;
        paint::text_cut(frame, kicker, x, y, kicker_line, room, row.kicker);
        kicker_x += std::min(std::ceil(paint::width_of(kicker, row.kicker)), room) + 7;
    }
    if (is_bookmarked) paint::text(frame, frame.regular(type::label, theme.star), kicker_x, y - 1, kicker_line, "★");
    y += kicker_line + 2;

    const TextStyle headline = frame.semibold(type::headline, theme.ink);
    const auto headline_lines = paint::wrap(headline, row.headline, text_width(rect.width), headline_lines_max);
    y += paint::lines(frame, headline, x, y, type::headline_line, row.headline, headline_lines, row.headline_highlights);
    y += 3;
    const TextStyle snippet = frame.regular(type::label, theme.ink_soft);
    const auto snippet_lines = paint::wrap(snippet, row.snippet, text_width(rect.width), snippet_lines_max);
    paint::lines(frame, snippet, x, y, type::snippet_line, row.snippet, snippet_lines, row.snippet_highlights);
}

/// What the list is sorted by, said of the order in effect.
Say order_name(const app::State& state) {
    const bool is_ranked = !state.filter.text.empty() && state.result.note.empty();
    switch (state.filter.order) {
        case query::Order::automatic:
        case query::Order::relevance: return is_ranked ? Say::order_relevance : Say::order_newest;
        case query::Order::newest: return Say::order_newest;
        case query::Order::oldest: return Say::order_oldest;
        case query::Order::reading_time: return Say::order_reading_time;
    }
    return Say::order_newest;
}

void draw_bar(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    const app::State& state = frame.state;
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);
    const TextStyle soft = frame.regular(type::label, theme.ink_soft);
    const std::string count = frame.words.hits(static_cast<std::int64_t>(state.result.hits.size()), state.overview.total());
    widgets::label(frame, {.key = "count", .text = count, .role = Role::status}, soft,
                   {rect.x + measure::row_padding_x, rect.y, rect.width * 0.55F, rect.height});
    if (frame.layout.breadth == Breadth::wide) {
        widgets::label_right(frame, {.key = "order", .text = frame.say(order_name(state))}, soft,
                             {rect.x, rect.y, rect.width - measure::row_padding_x, rect.height});
        return;
    }
    const std::size_t active = app::count_filters(state);
    const std::string label = active == 0 ? std::string(frame.say(Say::filters))
                                          : frame.words.with(Say::filters_count, {{"number", std::to_string(active)}});
    const float width = std::ceil(paint::width_of(soft, label)) + 20;
    widgets::text_button(
        frame, {.key = "filters", .label = label, .expanded = Tristate::off, .event = app::PaneShown{app::Pane::filters}},
        frame.semibold(type::label, theme.accent),
        {rect.right() - width - 8, rect.y + 5, width, rect.height - 10});
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
    const std::size_t count = state.result.hits.size();
    const Window seen = rows_between(rows, offset, offset + rect.height);
    const Window near = rows_between(rows, offset - window_margin_px, offset + rect.height + window_margin_px);
    const Window described = count <= items_described_max ? Window{0, count} : near;
    bool has_missing = false;
    for (std::size_t i = described.begin; i < described.end; ++i) {
        const Row* row = row_at(state, i);
        const Rect place{rect.x, scroll.top() + rows.tops[i], rect.width, rows.tops[i + 1] - rows.tops[i]};
        if (!row) {
            has_missing = has_missing || (i >= near.begin && i < near.end);
            continue;
        }
        const bool is_open = state.open && state.open->id == row->id;
        const bool is_bookmarked = app::is_bookmarked(state, row->uid);
        describe_row(frame, *row, i, is_open, is_bookmarked, place);
        if (i >= seen.begin && i < seen.end) paint_row(frame, *row, is_open, is_bookmarked, place);
    }
    if (has_missing) frame.events.push_back(app::RowsNeeded{near.begin, near.end});
    scroll.set_content_height(rows.tops.back());
}

void draw_no_hits(Frame& frame, const Rect& rect) {
    const TextStyle strong = frame.semibold(type::headline, frame.theme.ink);
    const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
    const float x = rect.x + measure::row_indent;
    widgets::label(frame, {.key = "none", .text = frame.say(Say::no_hits), .role = Role::paragraph}, strong,
                   {x, rect.y + 24, rect.width - 44, 22});
    const std::string_view hint = frame.say(frame.words.find(frame.state.result.note).value_or(Say::no_hits_hint));
    frame.tree.leaf(Role::paragraph, "hint").text = hint;
    paint::lines(frame, soft, x, rect.y + 50, type::snippet_line, hint, paint::wrap(soft, hint, rect.width - 44, 3));
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
    draw_bar(frame, {rect.x, rect.y, inner, measure::bar});
    const Rect body{rect.x, rect.y + measure::bar, inner, std::max(0.0F, rect.height - measure::bar)};
    if (frame.state.result.hits.empty() && frame.state.result_query_id > 0) draw_no_hits(frame, body);
    draw_rows(frame, body, rows);
}

}  // namespace lesesaal::ui
