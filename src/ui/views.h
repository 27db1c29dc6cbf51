#pragma once
// The views: each a function of the state over a rectangle.

#include <vector>

#include "ui/frame.h"

namespace lesesaal::ui {

void draw_header(Frame& frame, const scene::Rect& rect);
/// The field of the search, with the list of completions below it.
void draw_query_box(Frame& frame, const scene::Rect& rect);
/// The active filters as pills, in as many lines as they need. Returns: the height, 0 when there are none.
float draw_chips(Frame& frame, float left, float top, float width);
[[nodiscard]] float chips_width(const Frame& frame);  // in one line
/// Whether they fit beside the search; else they stand above the list.
[[nodiscard]] bool header_has_chips(const Frame& frame);
void draw_timeline(Frame& frame, const scene::Rect& rect);
void draw_facets(Frame& frame, const scene::Rect& rect);
void draw_main(Frame& frame, const scene::Rect& rect);
/// The ways from an article and what can be done with it.
void draw_article_bar(Frame& frame, const scene::Rect& rect);
/// Between the panes: dragged, or moved by arrow keys. Each belongs to the landmark at its left.
void draw_rail_divider(Frame& frame);
void draw_list_divider(Frame& frame);

/// Where the rows lie, kept between frames: measuring every headline in each frame would not scale.
struct ListRows {
    std::uint32_t rows_revision = 0;
    std::uint32_t query_id = 0;
    float width_px = 0;
    app::Density density = app::Density::comfortable;
    std::vector<float> heights;  // by ArticleId; 0: not measured
    std::vector<float> tops;     // one more than rows: the last is the height of all
};
void draw_list(Frame& frame, const scene::Rect& rect, ListRows& rows);
/// How the text of the search box was understood, where it does not say so itself, and what was wrong with it. Returns: its
/// height, 0 where there is nothing to say.
float draw_understood(Frame& frame, float left, float top, float width);
/// "Meinten Sie …", above the rows. Returns: its height, 0 where there is nothing to correct.
float draw_correction(Frame& frame, float left, float top, float width);
/// Says which filter to lift.
void draw_no_hits(Frame& frame, const scene::Rect& rect);

/// Links to skip to the panes, and what is read out. Inside a landmark, or assistive technology would report them lost.
void describe_ways(Frame& frame);

}  // namespace lesesaal::ui
