#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "ui/paint.h"
#include "ui/views.h"

namespace lesesaal::ui {
namespace {

using scene::Rect;
using scene::Role;

// Wide enough for a finger, around the line that is seen.
constexpr float grip_width = 12;
constexpr int key_step_px = 16;

struct Divider {
    std::string_view key;
    Say name;
    std::string_view setting;
    int min_px, max_px;
    float edge_px;    // where the width is counted from
    float extra_px;   // what is drawn narrower than it is set
    const Rect& pane;
};

/// Where the pointer is, as a width to set.
struct Ruler {
    float edge_px, extra_px;
    int min_px, max_px;
    [[nodiscard]] std::string width_at(float x_px) const {
        return std::to_string(std::clamp(static_cast<int>(std::lround(x_px - edge_px + extra_px)), min_px, max_px));
    }
};

std::optional<app::Event> moved_by_key(std::string_view setting, int now, int min, int max, const KeyPress& key) {
    int wanted = now;
    if (key.key == "ArrowLeft") wanted -= key_step_px;
    else if (key.key == "ArrowRight") wanted += key_step_px;
    else if (key.key == "Home") wanted = min;
    else if (key.key == "End") wanted = max;
    else return std::nullopt;
    return app::SettingChanged{std::string(setting), std::to_string(std::clamp(wanted, min, max))};
}

void draw_divider(Frame& frame, const Divider& divider) {
    const Rect& pane = divider.pane;
    const Rect grip{pane.right() - grip_width / 2, pane.y, grip_width, pane.height};
    const int now = static_cast<int>(std::lround(pane.width + divider.extra_px));
    scene::Node& node = frame.tree.open(Role::separator, divider.key);
    node.name = frame.say(divider.name);
    node.style = "drag divider";
    node.orientation = scene::Orientation::vertical;
    node.range = scene::Span{static_cast<float>(divider.min_px), static_cast<float>(divider.max_px), static_cast<float>(now)};
    const std::string setting(divider.setting);
    const Ruler ruler{divider.edge_px, divider.extra_px, divider.min_px, divider.max_px};
    frame.handle(node.id,
                 {.on_key = [setting, now, min = divider.min_px, max = divider.max_px](const KeyPress& key) {
                      return moved_by_key(setting, now, min, max, key);
                  },
                  .on_drag = [setting, ruler](const Drag& drag) -> std::optional<app::Event> {
                      if (drag.phase == Drag::Phase::move) return app::SettingTried{setting, ruler.width_at(drag.x_px)};
                      if (drag.phase == Drag::Phase::release) return app::SettingChanged{setting, ruler.width_at(drag.x_px)};
                      return std::nullopt;
                  }});
    frame.tree.place(grip);
    const bool is_lit = frame.is_hovered(grip) || frame.focused == node.id;
    frame.tree.close();
    if (is_lit) paint::fill(frame, {pane.right() - 2, pane.y, 3, pane.height}, frame.theme.accent);
}

}  // namespace

void draw_rail_divider(Frame& frame) {
    const Layout& layout = frame.layout;
    if (layout.rail && layout.list) {
        draw_divider(frame, {"divider-rail", Say::divider_rail, "rail_px", app::rail_px_min, app::rail_px_max, layout.rail->x, 0, *layout.rail});
    }
}

void draw_list_divider(Frame& frame) {
    const Layout& layout = frame.layout;
    if (layout.list && layout.main) {
        const float extra = layout.breadth == Breadth::medium ? measure::list - measure::list_medium : 0.0F;
        draw_divider(frame, {"divider-list", Say::divider_list, "list_px", app::list_px_min, app::list_px_max, layout.list->x, extra, *layout.list});
    }
}

}  // namespace lesesaal::ui
