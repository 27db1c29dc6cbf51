#include <algorithm>
#include <array>
#include <cmath>

#include "ui/dates.h"
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

std::string label_of(const Frame& frame, query::Facet facet, const std::string& slug) {
    const std::vector<query::FacetValue>& values = frame.state.overview.of(facet);
    const auto at = std::ranges::find(values, slug, &query::FacetValue::slug);
    return std::string(at == values.end() ? std::string_view(slug) : frame.label_of(*at));
}

void add_facet_chips(const Frame& frame, query::Facet facet, std::vector<Chip>& chips) {
    // Keys that no slug can bring about.
    const std::string prefix = std::to_string(query::index_of(facet));
    const query::Selection& selection = frame.state.filter.of(facet);
    for (const std::string& slug : selection.wanted) {
        chips.push_back({prefix + "+" + slug, label_of(frame, facet, slug), app::FacetToggled{facet, slug}});
    }
    for (const std::string& slug : selection.excluded) {
        chips.push_back({prefix + "-" + slug, frame.words.with(Say::without, {{"name", label_of(frame, facet, slug)}}),
                         app::FacetExcluded{facet, slug}});
    }
}

std::vector<Chip> active_chips(const Frame& frame) {
    std::vector<Chip> chips;
    const query::Filter& filter = frame.state.filter;
    if (filter.from || filter.to) {
        chips.push_back({"range", range_label(filter.from, filter.to, frame.words.language()), app::RangeLifted{}});
    }
    for (std::size_t i = 0; i < query::facet_count; ++i) add_facet_chips(frame, query::Facet(i), chips);
    constexpr std::array marks{std::pair{query::Mark::unread, Say::mark_unread},
                               std::pair{query::Mark::bookmarked, Say::mark_bookmarked},
                               std::pair{query::Mark::noted, Say::mark_noted}};
    for (const auto& [mark, say] : marks) {
        if (!app::has_mark(frame.state, mark)) continue;
        chips.push_back({"mark" + std::to_string(int(mark)), std::string(frame.say(say)), app::MarkToggled{mark}});
    }
    return chips;
}

/// Draws as many chips as fit between the two edges; the rail shows all of them anyway.
void draw_chips(Frame& frame, const std::vector<Chip>& chips, float left, float right, float middle) {
    if (chips.empty() || right - left < 60) return;
    const TextStyle style = frame.regular(type::small, frame.theme.ink_soft);
    const widgets::Container group(frame, {.key = "chips", .name = frame.say(Say::active_filters)}, {left, middle - 13, right - left, 26});
    float x = left;
    for (const Chip& chip : chips) {
        const float width = std::min(widgets::pill_width(style, chip.label, Cross::yes), 180.0F);
        if (x + width > right) break;
        widgets::pill(frame, {.key = chip.key, .label = chip.label, .name_suffix = frame.say(Say::lift_filter), .event = chip.event}, style,
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

/// A key of the words, or a sentence of the browser's.
std::string_view storage_reason(const Frame& frame) {
    const auto say = frame.words.find(frame.state.storage_reason);
    return say ? frame.say(*say) : std::string_view(frame.state.storage_reason);
}

StorageLook storage_look(const Frame& frame) {
    const Theme& theme = frame.theme;
    const app::State& state = frame.state;
    switch (state.storage) {
        case app::StorageState::opening: return {frame.say(Say::storage_opening), "", theme.ink_faint, theme.ink_soft};
        case app::StorageState::saved: return {frame.say(Say::saved), frame.say(Say::saved_long), theme.saved, theme.ink_soft};
        case app::StorageState::until_closing: return {frame.say(Say::until_closing), storage_reason(frame), theme.warning, theme.warning};
        case app::StorageState::not_stored: return {frame.say(Say::not_stored), storage_reason(frame), theme.warning, theme.warning};
    }
    return {};
}

/// Returns: its left edge.
float draw_about_button(Frame& frame, float right, float middle) {
    const TextStyle style = frame.regular(type::label, frame.state.view.page == app::Page::about ? frame.theme.accent : frame.theme.ink_soft);
    const float width = std::ceil(paint::width_of(style, frame.say(Say::about))) + 16;
    widgets::text_button(frame,
                         {.key = "about",
                          .label = frame.say(Say::about),
                          .pressed = frame.state.view.page == app::Page::about ? Tristate::on : Tristate::off,
                          .event = app::PageToggled{app::Page::about}},
                         style, {right - width, middle - 14, width, 28});
    return right - width;
}

void draw_search(Frame& frame, const Rect& rect) {
    const widgets::Container landmark(frame, {.role = Role::search, .key = "search"}, rect);
    const bool is_wanted = frame.state.view.focus == app::FocusTarget::search;
    widgets::field(frame,
                   {.role = Role::searchbox,
                    .key = "box",
                    .name = frame.say(Say::search),
                    .value = frame.state.filter.text,
                    .placeholder = frame.say(Say::search_placeholder),
                    .style = "search",
                    .focus_revision = is_wanted ? frame.state.view.focus_revision : 0,
                    .on_input = [](std::string text) -> Event { return app::QueryTyped{std::move(text)}; },
                    .on_change = [](std::string text) -> Event { return app::QueryTyped{std::move(text)}; }},
                   rect);
}

std::string subtitle(const Frame& frame) {
    const query::Overview& overview = frame.state.overview;
    const std::vector<query::FacetValue>& sources = overview.of(query::Facet::source);
    std::string text;
    if (sources.size() == 1) text = std::string(frame.label_of(sources.front())) + " · ";
    return text + frame.words.articles(overview.total());
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
    const float brand_width = std::ceil(paint::width_of(brand, frame.say(Say::product)));
    widgets::label(frame, {.key = "brand", .text = frame.say(Say::product)}, brand, {rect.x + edge, rect.y, brand_width + 1, rect.height});
    float left = rect.x + edge + brand_width + 10;
    if (is_wide && frame.state.corpus == app::CorpusState::ready) {
        const std::string text = subtitle(frame);
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
    const std::vector<Chip> chips = active_chips(frame);
    const float room_right = is_wide ? 250.0F : 210.0F;
    const float search_width_max = is_wide && !chips.empty() ? 420.0F : 562.0F;
    const Rect search{left, rect.y + 8, std::min(search_width_max, rect.right() - room_right - left), 36};
    draw_search(frame, search);
    if (is_wide) draw_chips(frame, chips, search.right() + 12, rect.right() - room_right - 4, middle);
    const float about_width = std::ceil(paint::width_of(frame.regular(type::label, theme.ink), frame.say(Say::about))) + 16;
    draw_storage_chip(frame, rect.right() - edge - about_width - 4, middle);
    draw_about_button(frame, rect.right() - edge + 8, middle);
}

}  // namespace lesesaal::ui
