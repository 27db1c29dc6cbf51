#include "ui/facet_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "query/fold.h"
#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using app::Event;
using query::Facet;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr std::size_t values_folded = 6;
// More are searched faster than looked through.
constexpr std::size_t values_unsearched = 12;
// A list that never ends helps nobody; what is not here is found by the search.
constexpr std::size_t values_shown_max = 200;
constexpr float search_height = 28;
constexpr float unfold_height = 28;
constexpr float exclude_room = 26;

struct Look {
    std::string_view key;
    Say name;
    Say search;
    Event (*on_search)(std::string);
};

template <Facet facet> Event searched(std::string text) { return app::FacetSearched{facet, std::move(text)}; }

constexpr std::array<Look, query::facet_count> looks{{
    {"topics", Say::facet_topic, Say::facet_search_topic, searched<Facet::topic>},
    {"places", Say::facet_place, Say::facet_search_place, searched<Facet::place>},
    {"organisations", Say::facet_organisation, Say::facet_search_organisation, searched<Facet::organisation>},
    {"sources", Say::facet_source, Say::facet_search_source, searched<Facet::source>},
}};

bool contains(const std::vector<std::string>& slugs, const std::string& slug) { return std::ranges::binary_search(slugs, slug); }

/// Which values are shown, as indices: those that match the search, or the first few and all that are asked for.
std::vector<std::size_t> shown_values(const Frame& frame, Facet facet) {
    const auto& values = frame.state.overview.of(facet);
    const app::FacetView& view = frame.state.view.facets[query::index_of(facet)];
    const query::Selection& selection = frame.state.filter.of(facet);
    const std::string typed = query::fold_name(view.search);
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < values.size() && shown.size() < values_shown_max; ++i) {
        const bool is_asked = contains(selection.wanted, values[i].slug) || contains(selection.excluded, values[i].slug);
        const bool is_found = typed.empty() ? view.is_unfolded || i < values_folded || values.size() <= values_folded + 2
                                            : query::names_match(query::fold_name(frame.label_of(values[i])), typed);
        if (is_asked || is_found) shown.push_back(i);
    }
    return shown;
}

void draw_exclude(Frame& frame, Facet facet, const query::FacetValue& value, bool is_excluded, const Rect& row) {
    const float inset = frame.inset(1);
    const Rect place{row.right() - frame.target(exclude_room) + 4, row.y + inset, frame.target(24), row.height - 2 * inset};
    scene::Node& node = frame.tree.open(Role::button, value.slug + "-exclude");
    node.name = frame.words.with(Say::exclude_value, {{"name", frame.label_of(value)}});
    node.pressed = is_excluded ? Tristate::on : Tristate::off;
    node.style = "tip";
    // The key "-" on the value does the same; as a stop of its own it would double the way through the rail.
    node.tab_stop = Tristate::off;
    frame.handle(node.id, {.on_activate = app::FacetExcluded{facet, value.slug}});
    frame.tree.place(place);
    const bool is_focused = frame.focused == node.id || frame.focused == scene::child_id(node.parent, value.slug);
    frame.tree.close();
    const bool is_hovered = frame.is_hovered(place);
    if (!is_excluded && !is_focused && !frame.is_hovered(row)) return;
    paint::icon(frame, icon::exclude, 13, is_hovered || is_excluded ? frame.theme.accent : frame.theme.ink_faint, place);
}

void draw_value(Frame& frame, Facet facet, std::size_t index, const Rect& rect) {
    const app::State& state = frame.state;
    const query::FacetValue& value = state.overview.of(facet)[index];
    const query::Selection& selection = state.filter.of(facet);
    const std::vector<std::int32_t>& counts = state.result.facet_counts[query::index_of(facet)];
    const bool is_excluded = contains(selection.excluded, value.slug);
    std::string label(frame.label_of(value));
    if (is_excluded) label = frame.words.with(Say::without, {{"name", label}});
    widgets::Checkbox checkbox{
        .key = value.slug,
        .label = label,
        .count = index < counts.size() ? counts[index] : value.count,
        .is_checked = is_excluded || contains(selection.wanted, value.slug),
        .event = app::FacetToggled{facet, value.slug},
        .room_right = frame.target(exclude_room) - 4,
        .on_minus = app::FacetExcluded{facet, value.slug},
    };
    // The colours are those of the timeline's bars.
    if (facet == state.settings.stack) checkbox.dot = frame.theme.stack[std::min(index, app::stack_colours - 1)];
    widgets::checkbox(frame, checkbox, rect);
    draw_exclude(frame, facet, value, is_excluded, rect);
}

void draw_unfold(Frame& frame, Facet facet, std::size_t count, const Rect& rect) {
    const bool is_unfolded = frame.state.view.facets[query::index_of(facet)].is_unfolded;
    const std::string label = is_unfolded ? std::string(frame.say(Say::facet_show_less))
                                          : frame.words.with(Say::facet_show_all, {{"number", frame.words.number(static_cast<std::int64_t>(count))}});
    const TextStyle style = frame.regular(type::small, frame.theme.accent);
    const float width = std::ceil(paint::width_of(style, label)) + 16;
    widgets::text_button(frame,
                         {.key = "unfold",
                          .label = label,
                          .name_suffix = frame.say(looks[query::index_of(facet)].name),
                          .expanded = is_unfolded ? Tristate::on : Tristate::off,
                          .event = app::FacetUnfolded{facet}},
                         style, {rect.x + 14, rect.y, width, rect.height - frame.inset(2)});
}

}  // namespace

void draw_facet(Frame& frame, Facet facet, Column& column) {
    const std::size_t count = frame.state.overview.of(facet).size();
    // A single source tells nothing apart.
    if (count == 0 || (facet == Facet::source && count < 2)) return;
    const Look& look = looks[query::index_of(facet)];
    const app::FacetView& view = frame.state.view.facets[query::index_of(facet)];
    const std::vector<std::size_t> shown = shown_values(frame, facet);
    const bool has_search = count > values_unsearched && (view.is_unfolded || !view.search.empty());
    const bool has_unfold = count > values_folded + 2 && view.search.empty();
    const bool has_none = shown.empty();
    const float rows = static_cast<float>(shown.size()) + (has_none ? 1.0F : 0.0F);
    const float row_height = frame.target(measure::facet_row);
    const float height = measure::section_heading + rows * row_height + (has_search ? frame.target(search_height) + 6 : 0) +
                         (has_unfold ? frame.target(unfold_height) : 0);
    const std::string_view name = frame.say(look.name);
    const widgets::Container group(frame, {.key = look.key, .name = name}, {column.x, column.y, column.width, height});
    widgets::section_heading(frame, "heading", name, column.take(measure::section_heading));
    if (has_search) {
        widgets::field(frame,
                       {.role = Role::searchbox,
                        .key = "search",
                        .name = frame.say(look.search),
                        .value = view.search,
                        .placeholder = frame.say(look.search),
                        .style = "field small",
                        .on_input = look.on_search,
                        .on_change = look.on_search},
                       column.take(frame.target(search_height)));
        column.y += 6;
    }
    for (const std::size_t index : shown) draw_value(frame, facet, index, column.take(row_height));
    if (has_none) {
        const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
        widgets::label(frame, {.key = "none", .text = frame.say(Say::facet_no_match), .role = Role::paragraph}, soft,
                       column.take(row_height));
    }
    if (has_unfold) draw_unfold(frame, facet, count, column.take(frame.target(unfold_height)));
    column.y += measure::section_gap;
}

}  // namespace lesesaal::ui
