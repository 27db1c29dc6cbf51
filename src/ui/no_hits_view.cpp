#include <algorithm>
#include <cmath>
#include <string>

#include "ui/dates.h"
#include "ui/notebook_words.h"
#include "ui/paint.h"
#include "ui/paragraph.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using app::WayOut;
using scene::Rect;
using scene::Role;

constexpr std::size_t text_characters_max = 22;  // of a query: so much fits into a line of the narrow page

std::string filter_name(const Frame& frame, const WayOut& way) {
    const query::Filter& filter = frame.state.filter;
    switch (way.what) {
        case WayOut::What::text: return frame.words.with(Say::search_for, {{"text", shortened(filter.text, text_characters_max)}});
        case WayOut::What::dates: return range_label(filter.from, filter.to, frame.words.language());
        case WayOut::What::marks: return std::string(frame.say(Say::status));
        case WayOut::What::facet: break;
    }
    constexpr Say names[] = {Say::facet_topic, Say::facet_place, Say::facet_organisation, Say::facet_source};
    return std::string(frame.say(names[query::index_of(way.facet)]));
}

app::Event lift(const WayOut& way) {
    switch (way.what) {
        case WayOut::What::text: return app::QueryTyped{""};
        case WayOut::What::dates: return app::RangeLifted{};
        case WayOut::What::marks: return app::MarksLifted{};
        case WayOut::What::facet: break;
    }
    return app::FacetLifted{way.facet};
}

/// Why there is nothing, where the reader's own marks are the reason.
std::optional<Say> reason(const app::State& state) {
    if (!state.result.note.empty() || !state.filter.text.empty() || app::count_filters(state) != 1) return std::nullopt;
    if (app::has_mark(state, query::Mark::unread)) return Say::no_hits_unread;
    if (app::has_mark(state, query::Mark::bookmarked)) return Say::no_hits_bookmarks;
    if (app::has_mark(state, query::Mark::noted)) return Say::no_hits_notes;
    return std::nullopt;
}

float button(Frame& frame, std::string_view key, const std::string& label, const app::Event& event, float x, float y, float room) {
    const TextStyle style = frame.semibold(type::label, frame.theme.accent);
    const float width = std::min(std::ceil(paint::width_of(style, label)) + 16, room);
    widgets::text_button(frame, {.key = key, .label = label, .event = event}, style, {x - 8, y, width, 28});
    return 30;
}

}  // namespace

void draw_no_hits(Frame& frame, const Rect& rect) {
    const app::State& state = frame.state;
    const TextStyle strong = frame.semibold(type::headline, frame.theme.ink);
    const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
    const float x = rect.x + measure::row_indent;
    const float width = rect.width - measure::row_indent - measure::row_padding_x;
    const widgets::Container group(frame, {.key = "no-hits", .name = frame.say(Say::no_hits)}, rect);
    float y = rect.y + 24;
    widgets::label(frame, {.key = "none", .text = frame.say(Say::no_hits), .role = Role::paragraph}, strong, {x, y, width, 22});
    y += 28;
    const auto note = frame.words.find(state.result.note);
    const auto why = reason(state);
    const std::string_view hint = note && !state.result.note.empty() ? frame.say(*note) : why ? frame.say(*why) : frame.say(Say::no_hits_hint);
    y += paragraph(frame, "hint", hint, soft, {x, y, width, 0}) + 10;
    const bool has_way = std::ranges::any_of(state.ways_out, [](const WayOut& way) { return way.hits > 0; });
    if (has_way) y += paragraph(frame, "lift", frame.say(Say::no_hits_lift), soft, {x, y, width, 0}) + 4;
    std::uint64_t number = 0;
    for (const WayOut& way : state.ways_out) {
        ++number;
        if (way.hits == 0) continue;
        const std::string label = frame.words.count(Say::no_hits_without, way.hits, {{"filter", filter_name(frame, way)}});
        y += button(frame, "way" + std::to_string(number), label, lift(way), x, y, width);
    }
    if (app::has_filters(state)) button(frame, "reset", std::string(frame.say(Say::reset_filters)), app::FiltersReset{}, x, y + 4, width);
}

}  // namespace lesesaal::ui
