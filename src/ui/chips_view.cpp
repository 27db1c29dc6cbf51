#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "ui/dates.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using app::Event;
using scene::Rect;
using widgets::Cross;

constexpr float chip_height_least = 26;
constexpr float chip_gap = 8;
constexpr float chip_width_max = 220;

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

TextStyle chip_style(const Frame& frame) { return frame.regular(type::small, frame.theme.ink_soft); }

float width_of_chip(const Frame& frame, const Chip& chip) {
    return std::min(widgets::pill_width(chip_style(frame), chip.label, Cross::yes), chip_width_max);
}

}  // namespace

float chips_width(const Frame& frame) {
    float width = 0;
    for (const Chip& chip : active_chips(frame)) width += width_of_chip(frame, chip) + chip_gap;
    return std::max(0.0F, width - chip_gap);
}

float draw_chips(Frame& frame, float left, float top, float width) {
    const std::vector<Chip> chips = active_chips(frame);
    if (chips.empty()) return 0;
    const float chip_height = frame.target(chip_height_least);
    std::vector<Rect> places;
    float x = left;
    float y = top;
    for (const Chip& chip : chips) {
        const float chip_width = std::min(width_of_chip(frame, chip), width);
        if (x > left && x + chip_width > left + width) {
            x = left;
            y += chip_height + 6;
        }
        places.push_back({x, y, chip_width, chip_height});
        x += chip_width + chip_gap;
    }
    const float height = y + chip_height - top;
    const widgets::Container group(frame, {.key = "chips", .name = frame.say(Say::active_filters)}, {left, top, width, height});
    for (std::size_t i = 0; i < chips.size(); ++i) {
        widgets::pill(frame,
                      {.key = chips[i].key, .label = chips[i].label, .name_suffix = frame.say(Say::lift_filter), .event = chips[i].event},
                      chip_style(frame), places[i], Cross::yes);
    }
    return height;
}

}  // namespace lesesaal::ui
