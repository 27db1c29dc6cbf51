#include "ui/paint.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace lesesaal::ui::paint {
namespace {

constexpr std::string_view ellipsis = "…";

// CSS counts a size from the em, Dear ImGui from ascent to descent. Inter: (2728 + 680) / 2816.
constexpr float line_box = 1.2102F;

float font_px(const TextStyle& style) { return style.size_px * line_box; }

ImVec2 min_of(const scene::Rect& rect) { return {rect.x, rect.y}; }
ImVec2 max_of(const scene::Rect& rect) { return {rect.right(), rect.bottom()}; }

/// The longest prefix, ending at a character, that leaves room for an ellipsis.
std::size_t fitting_prefix(const TextStyle& style, std::string_view text, float width_px) {
    const float room = width_px - width_of(style, ellipsis);
    const char* rest = nullptr;
    style.font->CalcTextSizeA(font_px(style), std::max(room, 1.0F), 0, text.data(), text.data() + text.size(), &rest);
    std::size_t end = rest ? static_cast<std::size_t>(rest - text.data()) : text.size();
    while (end > 0 && text[end - 1] == ' ') --end;
    return end;
}

void draw_text(Frame& frame, const TextStyle& style, float x, float y, float line_height_px, std::string_view text) {
    const float top = std::round(y + (line_height_px - font_px(style)) / 2);
    frame.canvas.AddText(style.font, font_px(style), {x, top}, style.colour.packed(), text.data(), text.data() + text.size());
}

}  // namespace

void fill(Frame& frame, const scene::Rect& rect, Colour colour, float radius, std::uint32_t alpha) {
    frame.canvas.AddRectFilled(min_of(rect), max_of(rect), colour.packed(alpha), std::min(radius, rect.height / 2));
}

void outline(Frame& frame, const scene::Rect& rect, Colour colour, float radius, float thickness) {
    frame.canvas.AddRect({rect.x + thickness / 2, rect.y + thickness / 2},
                         {rect.right() - thickness / 2, rect.bottom() - thickness / 2}, colour.packed(),
                         std::min(radius, rect.height / 2), 0, thickness);
}

void line(Frame& frame, float x0, float y0, float x1, float y1, Colour colour) {
    // A filled pixel row: a stroked line would smear over two.
    if (y0 == y1) frame.canvas.AddRectFilled({x0, y0}, {x1, y0 + 1}, colour.packed());
    else frame.canvas.AddRectFilled({x0, y0}, {x0 + 1, y1}, colour.packed());
}

void dot(Frame& frame, float x, float y, float radius, Colour colour) {
    frame.canvas.AddCircleFilled({x, y}, radius, colour.packed(), 16);
}

void icon(Frame& frame, std::string_view icon, float size_px, Colour colour, const scene::Rect& rect) {
    if (!frame.fonts.icons) return;
    // Every icon is a square of one em, without ascent or descent beyond it; on whole pixels its strokes stay sharp.
    const float x = std::round(rect.x + (rect.width - size_px) / 2);
    const float y = std::round(rect.y + (rect.height - size_px) / 2);
    frame.canvas.AddText(frame.fonts.icons, size_px, {x, y}, colour.packed(), icon.data(), icon.data() + icon.size());
}

Clip::Clip(Frame& frame, const scene::Rect& rect) : frame_(frame) {
    frame_.canvas.PushClipRect(min_of(rect), max_of(rect), true);
}

Clip::~Clip() { frame_.canvas.PopClipRect(); }

float width_of(const TextStyle& style, std::string_view text) {
    return style.font->CalcTextSizeA(font_px(style), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float text(Frame& frame, const TextStyle& style, float x, float y, float line_height_px, std::string_view text) {
    draw_text(frame, style, x, y, line_height_px, text);
    return width_of(style, text);
}

void text_right(Frame& frame, const TextStyle& style, float right, float y, float line_height_px, std::string_view text) {
    draw_text(frame, style, right - std::ceil(width_of(style, text)), y, line_height_px, text);
}

void text_cut(Frame& frame, const TextStyle& style, float x, float y, float line_height_px, float width_px,
              std::string_view text) {
    const std::vector<TextLine> one{
        width_of(style, text) <= width_px ? TextLine{{0, text.size()}, false} : TextLine{{0, fitting_prefix(style, text, width_px)}, true}};
    lines(frame, style, x, y, line_height_px, text, one);
}

std::vector<TextLine> wrap(const TextStyle& style, std::string_view text, float width_px, std::size_t lines_max) {
    std::vector<TextLine> wrapped;
    std::size_t at = 0;
    while (at < text.size() && wrapped.size() < lines_max) {
        const std::string_view rest = text.substr(at);
        const char* stop = style.font->CalcWordWrapPosition(font_px(style), rest.data(), rest.data() + rest.size(), width_px);
        std::size_t length = static_cast<std::size_t>(stop - rest.data());
        const bool is_last = wrapped.size() + 1 == lines_max;
        if (is_last && length < rest.size()) {
            wrapped.push_back({{at, at + fitting_prefix(style, rest, width_px)}, true});
            break;
        }
        if (length == 0) length = 1;
        std::size_t end = at + length;
        at = end;
        while (end > 0 && text[end - 1] == ' ') --end;
        wrapped.push_back({{at - length, std::max(end, at - length)}, false});
        while (at < text.size() && text[at] == ' ') ++at;
    }
    return wrapped;
}

float lines(Frame& frame, const TextStyle& style, float x, float y, float line_height_px, std::string_view text,
            const std::vector<TextLine>& wrapped, const std::vector<base::ByteRange>& highlights) {
    float top = y;
    for (const TextLine& wrapped_line : wrapped) {
        const base::ByteRange range = wrapped_line.range;
        for (const base::ByteRange& highlight : highlights) {
            const std::size_t begin = std::max(highlight.begin, range.begin);
            const std::size_t end = std::min(highlight.end, range.end);
            if (begin >= end) continue;
            const float left = x + width_of(style, text.substr(range.begin, begin - range.begin));
            const float width = width_of(style, text.substr(begin, end - begin));
            fill(frame, {left - 1, top + 1, width + 2, line_height_px - 2}, frame.theme.hit, 2);
        }
        const std::string_view shown = text.substr(range.begin, range.size());
        draw_text(frame, style, x, top, line_height_px, shown);
        if (wrapped_line.is_cut) draw_text(frame, style, x + width_of(style, shown), top, line_height_px, ellipsis);
        top += line_height_px;
    }
    return top - y;
}

}  // namespace lesesaal::ui::paint

namespace lesesaal::ui {

std::string_view Frame::label_of(const query::FacetValue& value) const {
    const std::string& wanted = words.language() == app::Language::en ? value.label_en : value.label_de;
    if (!wanted.empty()) return wanted;
    return value.label_de.empty() ? value.slug : value.label_de;
}

bool Frame::is_hovered(const scene::Rect& rect) const {
    if (!pointer.is_over) return false;
    const ImVec2 clip_min = canvas.GetClipRectMin();
    const ImVec2 clip_max = canvas.GetClipRectMax();
    const float left = std::max(rect.x, clip_min.x);
    const float top = std::max(rect.y, clip_min.y);
    const float right = std::min(rect.right(), clip_max.x);
    const float bottom = std::min(rect.bottom(), clip_max.y);
    return pointer.x_px >= left && pointer.x_px < right && pointer.y_px >= top && pointer.y_px < bottom;
}

}  // namespace lesesaal::ui
