#pragma once
// Where the panes lie. Pure.

#include <optional>

#include "app/state.h"
#include "scene/node.h"

namespace lesesaal::ui {

enum class Breadth { narrow, medium, wide };  // one, two, three panes

struct Layout {
    Breadth breadth = Breadth::wide;
    scene::Rect header;
    std::optional<scene::Rect> timeline;
    std::optional<scene::Rect> rail;
    std::optional<scene::Rect> list;
    std::optional<scene::Rect> main;
};

/// `pane` says which one a page shows that has no room for all; of the settings the widths of the panes count, as far as
/// the article keeps its room.
[[nodiscard]] Layout make_layout(float width_px, float height_px, app::Pane pane, const app::Settings& settings = {});
/// The same page when there is no corpus to browse: the header, and all the rest for what is to be said.
[[nodiscard]] Layout without_corpus(float width_px, float height_px);

}  // namespace lesesaal::ui
