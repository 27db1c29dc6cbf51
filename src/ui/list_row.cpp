#include "ui/list_row.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using query::Mark;
using query::Row;
using scene::Node;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr float kicker_line = 20;
constexpr std::size_t headline_lines_max = 2;
constexpr std::size_t snippet_lines_max = 2;
constexpr float compact_padding_y = 8;
constexpr float select_size = 24;
constexpr float why_line = 18;

bool is_compact(const Frame& frame) { return frame.state.settings.density == app::Density::compact; }
bool has(std::uint8_t marks, Mark mark) { return (marks & static_cast<std::uint8_t>(mark)) != 0; }
float text_width(float list_width) { return list_width - measure::row_indent - measure::row_padding_x; }
float padding_y(const Frame& frame) { return is_compact(frame) ? compact_padding_y : measure::row_padding_y; }

/// Where the box is drawn.
Rect select_rect(const Frame& frame, const Rect& rect) {
    return {rect.x + 4, rect.y + padding_y(frame) - 2, select_size, select_size};
}

/// What a finger meets: the corner of the row.
Rect select_target(const Frame& frame, const Rect& rect) {
    const float size = frame.target(select_size);
    return {rect.x, rect.y, size, std::min(size, rect.height)};
}

std::string date_text(const Frame& frame, const Row& row) {
    return row.date ? short_date(*row.date, frame.words.language()) : std::string{};
}

/// "Kommune21 · 08.10.2025"; the source only where there are several.
std::string stamp(const Frame& frame, const Row& row) {
    std::string text = date_text(frame, row);
    if (frame.state.overview.of(query::Facet::source).size() > 1 && !row.source.empty()) {
        text = row.source + (text.empty() ? "" : " · " + text);
    }
    return text;
}

/// The rules that are worth a line: what stands in the article looks other than what was asked for, and the eye would not
/// find it. Another form of the word and what begins with it go without saying.
std::optional<Say> rule_word(query::MatchRule rule) {
    switch (rule) {
        case query::MatchRule::part: return Say::found_part;
        case query::MatchRule::spelling: return Say::found_spelling;
        case query::MatchRule::exact:
        case query::MatchRule::stem:
        case query::MatchRule::prefix: break;
    }
    return std::nullopt;
}

/// "Gefunden: „Onlinezugangsgesetz“ (Wortteil)". Empty where nothing needs to be said.
std::string why_text(const Frame& frame, const Row& row) {
    std::string words;
    for (auto why = row.why.begin(); why != row.why.end(); ++why) {
        const auto rule = rule_word(why->rule);
        // Two words may be found in one.
        const bool is_told = std::any_of(row.why.begin(), why, [&](const query::Why& told) { return told.found == why->found && told.rule == why->rule; });
        if (!rule || is_told) continue;
        if (!words.empty()) words += ", ";
        words += frame.words.with(*rule, {{"word", why->found}});
    }
    return words.empty() ? words : frame.words.with(Say::found_words, {{"words", words}});
}

bool has_why(const Row& row) {
    return std::ranges::any_of(row.why, [](const query::Why& why) { return rule_word(why.rule).has_value(); });
}

void describe_select(Frame& frame, const ListRow& row) {
    Node& select = frame.tree.open(Role::checkbox, "select");
    select.name = frame.words.with(Say::row_select, {{"headline", row.row.headline}});
    select.checked = row.is_selected ? Tristate::on : Tristate::off;
    select.tab_stop = row.is_cursor ? Tristate::none : Tristate::off;
    frame.handle(select.id, {.on_activate = app::RowSelected{row.row.uid}});
    frame.tree.place(frame.is_touched ? select_target(frame, row.rect) : select_rect(frame, row.rect));
    frame.tree.close();
}

void describe_mark(Frame& frame, std::string_view key, Say say, const Rect& rect) {
    frame.tree.open(Role::text, key).text = frame.say(say);
    frame.tree.place({rect.x + measure::row_indent, rect.y + padding_y(frame), 16, kicker_line});
    frame.tree.close();
}

void draw_dot_or_box(Frame& frame, const ListRow& row) {
    const Theme& theme = frame.theme;
    const Rect box = select_rect(frame, row.rect);
    const bool is_choosing = row.is_selected || !frame.state.selection.empty() || frame.is_hovered(box);
    if (is_choosing) {
        const Rect square{box.x + 5, box.y + 5, 14, 14};
        paint::outline(frame, square, row.is_selected ? theme.accent : theme.field, measure::box_radius, 1.5F);
        if (row.is_selected) paint::fill(frame, {square.x + 3.5F, square.y + 3.5F, 7, 7}, theme.accent, 1.5F);
    } else if (has(row.marks, Mark::unread)) {
        paint::dot(frame, box.x + 12, box.y + 12, 3.5F, theme.accent);
    }
}

/// Returns: where the free room after kicker and marks begins.
float draw_kicker(Frame& frame, const ListRow& row, float x, float y, float room) {
    const TextStyle style = frame.semibold(type::small, frame.theme.accent);
    const std::string& text = row.row.kicker;
    if (!text.empty()) {
        const bool fits = paint::width_of(style, text) <= room;
        const auto wrapped = paint::wrap(style, text, room, 1);
        if (fits) paint::lines(frame, style, x, y, kicker_line, text, wrapped, row.row.kicker_highlights);
        else paint::text_cut(frame, style, x, y, kicker_line, room, text);
        x += std::min(std::ceil(paint::width_of(style, text)), room) + 7;
    }
    if (has(row.marks, Mark::bookmarked)) {
        paint::icon(frame, icon::star_filled, 12, frame.theme.star, {x, y, 14, kicker_line});
        x += 18;
    }
    if (has(row.marks, Mark::noted)) paint::icon(frame, icon::note, 12, frame.theme.ink_soft, {x, y, 14, kicker_line});
    return x;
}

}  // namespace

float row_height(const Frame& frame, const Row* row, float list_width) {
    if (is_compact(frame)) return 2 * compact_padding_y + kicker_line + type::headline_line + 1;
    constexpr float edges = 2 * measure::row_padding_y + kicker_line + 6;
    float headline_lines = 1;
    float snippet_lines = snippet_lines_max;
    const float why = row && has_why(*row) ? why_line : 0.0F;
    if (row) {
        const TextStyle headline = frame.semibold(type::headline, frame.theme.ink);
        const TextStyle snippet = frame.regular(type::label, frame.theme.ink);
        headline_lines = static_cast<float>(paint::wrap(headline, row->headline, text_width(list_width), headline_lines_max).size());
        snippet_lines = static_cast<float>(paint::wrap(snippet, row->snippet, text_width(list_width), snippet_lines_max).size());
    }
    return edges + headline_lines * type::headline_line + snippet_lines * type::snippet_line + why;
}

void describe_row(Frame& frame, const ListRow& row, bool is_windowed) {
    const app::State& state = frame.state;
    const Rect& rect = row.rect;
    Node& item = frame.tree.open(Role::list_item, static_cast<std::uint64_t>(row.row.id) + 1);
    if (is_windowed) {
        item.position_in_set = static_cast<std::int32_t>(row.position + 1);
        item.set_size = static_cast<std::int32_t>(state.result.hits.size());
    }
    if (row.row.language != frame.words.tag() && !row.row.language.empty()) item.language = row.row.language;
    frame.tree.place(rect);

    Node& link = frame.tree.open(Role::link, "link");
    link.text = row.row.kicker.empty() ? row.row.headline : row.row.kicker + ": " + row.row.headline;
    link.href = "#a=" + row.row.uid;
    const std::string why = is_compact(frame) ? std::string{} : why_text(frame, row.row);
    link.description = why;
    link.current = row.is_open ? Tristate::on : Tristate::none;
    link.tab_stop = row.is_cursor ? Tristate::none : Tristate::off;
    if (row.is_cursor && state.view.focus == app::FocusTarget::list_row) link.focus_revision = state.view.focus_revision;
    frame.handle(link.id, {.on_activate = app::ArticlePicked{row.row.id}, .on_focus = app::RowFocused{row.position}});
    frame.tree.place(rect);
    frame.tree.close();
    describe_select(frame, row);

    if (row.row.date) {
        Node& time = frame.tree.open(Role::time, "date");
        time.text = date_text(frame, row.row);
        time.datetime = machine_date(*row.row.date);
        frame.tree.place({rect.right() - measure::row_padding_x - 80, rect.y + padding_y(frame), 80, kicker_line});
        frame.tree.close();
    }
    if (has(row.marks, Mark::unread)) describe_mark(frame, "unread", Say::row_unread, rect);
    if (has(row.marks, Mark::bookmarked)) describe_mark(frame, "bookmark", Say::row_bookmarked, rect);
    if (has(row.marks, Mark::noted)) describe_mark(frame, "noted", Say::row_noted, rect);
    if (!is_compact(frame)) {
        const float bottom = rect.bottom() - measure::row_padding_y - (why.empty() ? 0.0F : why_line);
        frame.tree.open(Role::paragraph, "snippet").text = row.row.snippet;
        frame.tree.place({rect.x + measure::row_indent, bottom - 2 * type::snippet_line, text_width(rect.width), 2 * type::snippet_line});
        frame.tree.close();
        if (!why.empty()) {
            frame.tree.open(Role::paragraph, "why").text = why;
            frame.tree.place({rect.x + measure::row_indent, bottom, text_width(rect.width), why_line});
            frame.tree.close();
        }
    }
    frame.tree.close();
}

void paint_row(Frame& frame, const ListRow& row) {
    const Theme& theme = frame.theme;
    const Rect& rect = row.rect;
    if (row.is_open || row.is_selected) paint::fill(frame, rect, theme.selected);
    else if (frame.is_hovered(rect)) paint::fill(frame, rect, theme.ground);
    if (row.is_open) paint::fill(frame, {rect.x, rect.y, 3, rect.height}, theme.accent);
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);
    draw_dot_or_box(frame, row);

    const float x = rect.x + measure::row_indent;
    const float width = text_width(rect.width);
    float y = rect.y + padding_y(frame);
    const TextStyle small = frame.regular(type::small, theme.ink_soft);
    const std::string right = stamp(frame, row.row);
    const float right_width = std::min(std::ceil(paint::width_of(small, right)), width * 0.6F);
    paint::text_cut(frame, small, rect.right() - measure::row_padding_x - right_width, y, kicker_line, right_width + 1, right);
    draw_kicker(frame, row, x, y, width - right_width - 48);
    y += kicker_line + (is_compact(frame) ? 0.0F : 2.0F);

    const TextStyle headline = frame.semibold(type::headline, theme.ink);
    const std::size_t lines_max = is_compact(frame) ? 1 : headline_lines_max;
    const auto headline_lines = paint::wrap(headline, row.row.headline, width, lines_max);
    y += paint::lines(frame, headline, x, y, type::headline_line, row.row.headline, headline_lines, row.row.headline_highlights);
    if (is_compact(frame)) return;
    y += 3;
    const TextStyle snippet = frame.regular(type::label, theme.ink_soft);
    const auto snippet_lines = paint::wrap(snippet, row.row.snippet, width, snippet_lines_max);
    y += paint::lines(frame, snippet, x, y, type::snippet_line, row.row.snippet, snippet_lines, row.row.snippet_highlights);
    if (!has_why(row.row)) return;
    paint::text_cut(frame, frame.regular(type::small, theme.ink_faint), x, y, why_line, width, why_text(frame, row.row));
}

}  // namespace lesesaal::ui
