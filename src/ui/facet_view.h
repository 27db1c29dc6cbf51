#pragma once
// One facet in the rail: its values with counts, the first few until all are wanted, a search where they are many.

#include "query/filter.h"
#include "ui/frame.h"

namespace lesesaal::ui {

/// Walks down the rail.
struct Column {
    float x = 0;
    float y = 0;
    float width = 0;

    scene::Rect take(float height) {
        const scene::Rect rect{x, y, width, height};
        y += height;
        return rect;
    }
};

/// Nothing for a facet that cannot tell articles apart: one with no value, or a single source.
void draw_facet(Frame& frame, query::Facet facet, Column& column);

}  // namespace lesesaal::ui
