#include <algorithm>
#include <array>
#include <cmath>

#include "app/commands.h"
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
using widgets::Cross;

struct Chip {
    std::string key;
    std::string label;
    Event event;
};

std::string label_of(const std::vector<query::FacetValue>& values, const std::string& slug) {
    const auto at = std::ranges::find(values, slug, &query::FacetValue::slug);
    return at == values.end() ? slug : at->label_de;
}

std::vector<Chip> active_chips(const app::State& state) {
    std::vector<Chip> chips;
    const query::Filter& filter = state.filter;
    if (filter.from || filter.to) chips.push_back({"range", range_label(filter.from, filter.to), app::RangeLifted{}});
    for (const std::string& slug : filter.topics) {
        chips.push_back({"topic-" + slug, label_of(state.overview.topics, slug), app::TopicToggled{slug}});
    }
    for (const std::string& slug : filter.places) {
        chips.push_back({"place-" + slug, label_of(state.overview.places, slug), app::PlaceToggled{slug}});
    }
    if (state.is_bookmarks_only) chips.push_back({"bookmarks", std::string(msg::bookmarks), app::BookmarksOnlyToggled{}});
    return chips;
}

/// Draws as many chips as fit between the two edges; the rail shows all of them anyway.
void draw_chips(Frame& frame, const std::vector<Chip>& chips, float left, float right, float middle) {
    if (chips.empty() || right - left < 60) return;
    const TextStyle style = frame.regular(type::small, frame.theme.ink_soft);
    const widgets::Container group(frame, {.key = "chips", .name = msg::active_filters}, {left, middle - 13, right - left, 26});
    float x = left;
    for (const Chip& chip : chips) {
        const float width = std::min(widgets::pill_width(style, chip.label, Cross::yes), 180.0F);
        if (x + width > right) break;
        widgets::pill(frame, {.key = chip.key, .label = chip.label, .name_suffix = "Filter aufheben", .event = chip.event}, style,
                      {x, middle - 13, width, 26}, Cross::yes);
        x += width + 8;
    }
}

struct StorageLook {
    std::string_view text;
    std::string_view reason;
    Colour dot;
    Colour ink;
};

StorageLook storage_look(const Frame& frame) {
    const Theme& theme = frame.theme;
    const app::State& state = frame.state;
    switch (state.storage) {
        case app::StorageState::opening: return {msg::storage_opening, "", theme.ink_faint, theme.ink_soft};
        case app::StorageState::saved: return {msg::saved, msg::saved_long, theme.saved, theme.ink_soft};
        case app::StorageState::until_closing: return {msg::until_closing, state.storage_reason, theme.warning, theme.warning};
        case app::StorageState::not_stored: return {msg::not_stored, state.storage_reason, theme.warning, theme.warning};
    }
    return {};
}

/// Returns: its left edge.
float draw_about_button(Frame& frame, float right, float middle) {
    const TextStyle style = frame.regular(type::label, frame.state.view.is_about ? frame.theme.accent : frame.theme.ink_soft);
    const float width = std::ceil(paint::width_of(style, msg::about)) + 16;
    widgets::text_button(frame,
                         {.key = "about",
                          .label = msg::about,
                          .pressed = frame.state.view.is_about ? Tristate::on : Tristate::off,
                          .event = app::AboutToggled{}},
                         style, {right - width, middle - 14, width, 28});
    return right - width;
}

void draw_search(Frame& frame, const Rect& rect) {
    const widgets::Container landmark(frame, {.role = Role::search, .key = "search"}, rect);
    const bool is_wanted = frame.state.view.focus == app::FocusTarget::search;
    widgets::field(frame,
                   {.role = Role::searchbox,
                    .key = "box",
                    .name = msg::search,
                    .value = frame.state.filter.text,
                    .placeholder = msg::search_placeholder,
                    .style = "search",
                    .focus_revision = is_wanted ? frame.state.view.focus_revision : 0,
                    .on_input = [](std::string text) -> Event { return app::QueryTyped{std::move(text)}; },
                    .on_change = [](std::string text) -> Event { return app::QueryTyped{std::move(text)}; }},
                   rect);
}

std::string subtitle(const app::State& state) {
    std::string text;
    if (state.overview.sources.size() == 1) text = state.overview.sources.front() + " · ";
    return text + count_of_articles(state.overview.total());
}

}  // namespace

float draw_storage_chip(Frame& frame, float right, float middle) {
    const StorageLook look = storage_look(frame);
    const TextStyle style = frame.regular(type::small, look.ink);
    const float width = std::ceil(paint::width_of(style, look.text)) + 34;
    const Rect rect{right - width, middle - 13, width, 26};
    scene::Node& node = frame.tree.open(Role::paragraph, "storage");
    node.text = look.text;
    if (!look.reason.empty()) node.text += ". " + std::string(look.reason);
    frame.tree.place(rect);
    frame.tree.close();
    paint::outline(frame, rect, frame.theme.line, measure::chip_radius);
    paint::dot(frame, rect.x + 15, middle, 3.5F, look.dot);
    paint::text(frame, style, rect.x + 24, rect.y, rect.height, look.text);
    return rect.x;
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
    const float edge = is_narrow ? 12.0F : 16.0F;

    const TextStyle brand = frame.semibold(type::brand, theme.ink);
    const float brand_width = std::ceil(paint::width_of(brand, msg::product));
    widgets::label(frame, {.key = "brand", .text = msg::product}, brand, {rect.x + edge, rect.y, brand_width + 1, rect.height});
    float left = rect.x + edge + brand_width + 10;
    if (is_wide && frame.state.corpus == app::CorpusState::ready) {
        const std::string text = subtitle(frame.state);
        const TextStyle style = frame.regular(type::label, theme.ink_soft);
        const float width = std::min(std::ceil(paint::width_of(style, text)) + 1, 240.0F);
        widgets::label(frame, {.key = "subtitle", .text = text}, style, {left, rect.y, width, rect.height});
        left += width + 12;
        left = std::max(left, measure::rail + 8);
    }
    if (is_narrow) {
        draw_search(frame, {left, rect.y + 9, rect.right() - edge - left, 34});
        return;
    }
    // The right side first, so that the search takes what is left; in the reading order it comes last.
    const std::vector<Chip> chips = active_chips(frame.state);
    const float room_right = is_wide ? 250.0F : 210.0F;
    const float search_width_max = is_wide && !chips.empty() ? 420.0F : 562.0F;
    const Rect search{left, rect.y + 8, std::min(search_width_max, rect.right() - room_right - left), 36};
    draw_search(frame, search);
    if (is_wide) draw_chips(frame, chips, search.right() + 12, rect.right() - room_right - 4, middle);
    const float about_width = std::ceil(paint::width_of(frame.regular(type::label, theme.ink), msg::about)) + 16;
    draw_storage_chip(frame, rect.right() - edge - about_width - 4, middle);
    draw_about_button(frame, rect.right() - edge + 8, middle);
}

}  // namespace lesesaal::ui
