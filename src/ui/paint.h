#pragma once
// Drawing with Dear ImGui's draw lists: rectangles, text, lines of text.

#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "scene/node.h"
#include "ui/frame.h"

namespace lesesaal::ui::paint {

void fill(Frame& frame, const scene::Rect& rect, Colour colour, float radius = 0, std::uint32_t alpha = 255);
void outline(Frame& frame, const scene::Rect& rect, Colour colour, float radius = 0, float thickness = 1);
void line(Frame& frame, float x0, float y0, float x1, float y1, Colour colour);
void dot(Frame& frame, float x, float y, float radius, Colour colour);

/// One character of ui/icons.h, centred in `rect`; `size_px` is the square it is drawn in, best 16, for which they are made.
void icon(Frame& frame, std::string_view icon, float size_px, Colour colour, const scene::Rect& rect);

/// Restricts drawing and hovering to `rect` until the object goes.
class Clip {
public:
    Clip(Frame& frame, const scene::Rect& rect);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

private:
    Frame& frame_;
};

[[nodiscard]] float width_of(const TextStyle& style, std::string_view text);

/// One line with its top at `y`, vertically centred in `line_height_px`. Returns: the width drawn.
float text(Frame& frame, const TextStyle& style, float x, float y, float line_height_px, std::string_view text);
/// Ends at `right`.
void text_right(Frame& frame, const TextStyle& style, float right, float y, float line_height_px, std::string_view text);
/// Cut with an ellipsis to fit `width_px`.
void text_cut(Frame& frame, const TextStyle& style, float x, float y, float line_height_px, float width_px,
              std::string_view text);

struct TextLine {
    base::ByteRange range;
    bool is_cut = false;  // an ellipsis follows
};

/// Greedy lines at blanks and hyphens, the last one cut when there is more. Cost: linear.
[[nodiscard]] std::vector<TextLine> wrap(const TextStyle& style, std::string_view text, float width_px, std::size_t lines_max);

/// Draws wrapped lines from `y` down, with highlighted ranges on `frame.theme.hit`. Returns: the height.
float lines(Frame& frame, const TextStyle& style, float x, float y, float line_height_px, std::string_view text,
            const std::vector<TextLine>& wrapped, const std::vector<base::ByteRange>& highlights = {});

}  // namespace lesesaal::ui::paint
