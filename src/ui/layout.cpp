#include "ui/layout.h"

#include <algorithm>

#include "ui/theme.h"

namespace lesesaal::ui {
namespace {

// Below this height (a phone held sideways, a page at 400 %) the timeline gives its place to the list.
constexpr float timeline_height_min = 480;
constexpr float list_width_min = 260;
constexpr float article_width_min = 320;

}  // namespace

Layout make_layout(float width_px, float height_px, app::Pane pane, const app::Settings& settings) {
    Layout layout;
    layout.header = {0, 0, width_px, measure::header};
    float top = measure::header;
    layout.breadth = width_px >= measure::wide_from     ? Breadth::wide
                     : width_px >= measure::medium_from ? Breadth::medium
                                                        : Breadth::narrow;
    const bool is_list_shown = layout.breadth != Breadth::narrow || pane == app::Pane::list;
    if (height_px >= timeline_height_min && is_list_shown) {
        layout.timeline = {0, top, width_px, measure::timeline};
        top += measure::timeline;
    }
    const float height = std::max(0.0F, height_px - top);
    if (layout.breadth == Breadth::narrow) {
        const scene::Rect all{0, top, width_px, height};
        if (pane == app::Pane::list) layout.list = all;
        if (pane == app::Pane::filters) layout.rail = all;
        if (pane == app::Pane::article) layout.main = all;
        return layout;
    }
    const float list_wanted = static_cast<float>(settings.list_px);
    if (layout.breadth == Breadth::medium) {
        // As wide as on wide pages would be too much for two panes.
        const float wanted = list_wanted - (measure::list - measure::list_medium);
        const scene::Rect left{0, top, std::clamp(wanted, list_width_min, width_px - article_width_min), height};
        if (pane == app::Pane::filters) layout.rail = left;
        else layout.list = left;
        layout.main = {left.width, top, width_px - left.width, height};
        return layout;
    }
    const float rail = std::min(static_cast<float>(settings.rail_px), width_px - list_width_min - article_width_min);
    const float list = std::clamp(list_wanted, list_width_min, std::max(list_width_min, width_px - rail - article_width_min));
    layout.rail = {0, top, rail, height};
    layout.list = {rail, top, list, height};
    layout.main = {rail + list, top, width_px - rail - list, height};
    return layout;
}

Layout without_corpus(float width_px, float height_px) {
    Layout layout = make_layout(width_px, height_px, app::Pane::article);
    layout.timeline.reset();
    layout.rail.reset();
    layout.list.reset();
    layout.main = {0, measure::header, width_px, std::max(0.0F, height_px - measure::header)};
    return layout;
}

}  // namespace lesesaal::ui
