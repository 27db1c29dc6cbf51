#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/icons.h"
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

constexpr float tool_size = 34;
constexpr float all_tools_from = 760;  // narrower, the search would have no room
constexpr float storage_room = 190;  // of the chip with its longest text
constexpr float search_width_min = 192;
constexpr float search_help_size = 30;
constexpr float search_help_gap = 2;
constexpr float search_width_max = 562;

struct Tool {
    std::string_view key, icon;
    Say label;
    Event event;
    bool is_on = false;
    bool opens_dialog = false;
};

std::vector<Tool> tools_of(const Frame& frame) {
    const app::View& view = frame.state.view;
    const Tool menu{"menu", icon::more, Say::menu, app::OverlayToggled{app::Overlay::palette}, view.overlay == app::Overlay::palette, true};
    if (frame.layout.breadth == Breadth::narrow) return {menu};
    const Tool notebook{"notebook", icon::book, Say::notebook, app::PageToggled{app::Page::notebook}, view.page == app::Page::notebook};
    const Tool trends{"trends", icon::trend_up, Say::trends, app::PageToggled{app::Page::trends}, view.page == app::Page::trends};
    const Tool settings{"settings", icon::type, Say::settings, app::OverlayToggled{app::Overlay::settings},
                        view.overlay == app::Overlay::settings, true};
    // The rest is in the menu of all commands.
    if (frame.layout.header.width < all_tools_from) return {notebook, trends, settings, menu};
    return {notebook,
            trends,
            {"theme", icon::contrast, Say::command_theme_next, app::SettingStepped{"theme", 1}},
            settings,
            {"help", icon::help, Say::help, app::OverlayToggled{app::Overlay::help}, view.overlay == app::Overlay::help, true},
            {"about", icon::info, Say::about, app::PageToggled{app::Page::about}, view.page == app::Page::about}};
}

float tools_width(const Frame& frame) { return static_cast<float>(tools_of(frame).size()) * frame.target(tool_size); }

void draw_tools(Frame& frame, const std::vector<Tool>& tools, float right, float middle) {
    const float size = frame.target(tool_size);
    float x = right - static_cast<float>(tools.size()) * size;
    for (const Tool& tool : tools) {
        const bool is_page = !tool.opens_dialog && tool.key != "theme";
        widgets::icon_button(frame,
                             {.key = tool.key,
                              .label = frame.say(tool.label),
                              .pressed = !is_page ? Tristate::none : tool.is_on ? Tristate::on : Tristate::off,
                              .event = tool.event,
                              .icon = tool.icon,
                              .popup = tool.opens_dialog ? "dialog" : ""},
                             frame.regular(type::label, tool.is_on ? frame.theme.accent : frame.theme.ink_soft),
                             {x, middle - size / 2, size, size});
        x += size;
    }
}

float search_help_room(const Frame& frame) { return search_help_gap + frame.target(search_help_size); }

void draw_search(Frame& frame, const Rect& rect) {
    const widgets::Container landmark(frame, {.role = Role::search, .key = "search"}, rect);
    draw_query_box(frame, rect);
}

/// Beside the box, the way to what it understands. Not in the landmark: without a canvas it would take a line of its own there.
void draw_search_help(Frame& frame, float left, float middle) {
    const bool is_shown = frame.state.view.overlay == app::Overlay::search_help;
    const float size = frame.target(search_help_size);
    widgets::icon_button(frame,
                         {.key = "search-help",
                          .label = frame.say(Say::search_help),
                          .event = app::OverlayToggled{app::Overlay::search_help},
                          .icon = icon::help,
                          .popup = "dialog"},
                         frame.regular(type::label, is_shown ? frame.theme.accent : frame.theme.ink_soft),
                         {left, middle - size / 2, size, size});
}

std::string subtitle(const Frame& frame) {
    const query::Overview& overview = frame.state.overview;
    const std::vector<query::FacetValue>& sources = overview.of(query::Facet::source);
    std::string text;
    if (sources.size() == 1) text = std::string(frame.label_of(sources.front())) + " · ";
    return text + frame.words.articles(overview.total());
}

}  // namespace

bool header_has_chips(const Frame& frame) {
    if (frame.layout.breadth != Breadth::wide) return false;
    const float taken = std::max(measure::rail + 8, 330.0F) + search_width_min + search_help_room(frame) + 24 + storage_room + tools_width(frame);
    return chips_width(frame) <= frame.layout.header.width - taken;
}

void draw_header(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    paint::fill(frame, rect, theme.panel);
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);
    const widgets::Container banner(frame, {.role = Role::banner, .key = "header"}, rect);
    describe_ways(frame);
    const float middle = rect.y + rect.height / 2;
    const bool is_wide = frame.layout.breadth == Breadth::wide;
    const bool is_narrow = frame.layout.breadth == Breadth::narrow;
    const bool is_ready = frame.state.corpus == app::CorpusState::ready;
    const float edge = is_narrow ? 12.0F : 16.0F;

    const TextStyle brand = frame.semibold(type::brand, theme.ink);
    const float brand_width = std::ceil(paint::width_of(brand, frame.say(Say::product)));
    widgets::label(frame, {.key = "brand", .text = frame.say(Say::product)}, brand, {rect.x + edge, rect.y, brand_width + 1, rect.height});
    float left = rect.x + edge + brand_width + 10;
    if (is_wide && is_ready) {
        const std::string text = subtitle(frame);
        const TextStyle style = frame.regular(type::label, theme.ink_soft);
        const float width = std::min(std::ceil(paint::width_of(style, text)) + 1, 220.0F);
        widgets::label(frame, {.key = "subtitle", .text = text}, style, {left, rect.y, width, rect.height});
        left += width + 12;
        left = std::max(left, measure::rail + 8);
    }
    const std::vector<Tool> tools = tools_of(frame);
    const float tools_left = rect.right() - edge + 8 - tools_width(frame);
    const float storage_width = is_narrow ? 0.0F : storage_room;
    const float room = tools_left - storage_width - left - search_help_room(frame);
    const bool has_chips = header_has_chips(frame);
    const float chips = has_chips ? chips_width(frame) : 0.0F;
    // What chips leave; alone it is no wider than the eye wants to go.
    const float search_width = is_narrow ? room - 4 : std::min(room - (chips > 0 ? chips + 24 : 12), search_width_max);
    if (is_ready) {
        draw_search(frame, {left, middle - frame.target(36) / 2, search_width, frame.target(36)});
        draw_search_help(frame, left + search_width + search_help_gap, middle);
    }
    if (chips > 0) draw_chips(frame, left + search_width + search_help_room(frame) + 12, middle - frame.target(26) / 2, chips + 1);
    if (!is_narrow) draw_storage_chip(frame, tools_left - 8, middle);
    draw_tools(frame, tools, rect.right() - edge + 8, middle);
}

}  // namespace lesesaal::ui
