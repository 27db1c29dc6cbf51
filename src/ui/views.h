#pragma once
// The views: each a function of the state over a rectangle.

#include <vector>

#include "ui/frame.h"

namespace lesesaal::ui {

void draw_header(Frame& frame, const scene::Rect& rect);
/// The storage truth in one pill that ends at `right`. Returns: its left edge.
float draw_storage_chip(Frame& frame, float right, float middle);
void draw_timeline(Frame& frame, const scene::Rect& rect);
void draw_facets(Frame& frame, const scene::Rect& rect);
void draw_main(Frame& frame, const scene::Rect& rect);

/// Tops of the rows, kept between frames: measuring every headline in each frame would not scale.
struct ListRows {
    std::uint32_t rows_revision = 0;
    std::uint32_t query_id = 0;
    float width_px = 0;
    std::vector<float> tops;  // one more than rows: the last is the height of all
};
void draw_list(Frame& frame, const scene::Rect& rect, ListRows& rows);

/// Links to skip to the panes, and what is read out. Inside a landmark, or assistive technology would report them lost.
void describe_ways(Frame& frame);

}  // namespace lesesaal::ui
