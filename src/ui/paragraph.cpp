#include "ui/paragraph.h"

namespace lesesaal::ui {

float paragraph(Frame& frame, std::string_view key, std::string_view text, const TextStyle& style, const scene::Rect& room) {
    const auto lines = paint::wrap(style, text, room.width, paragraph_lines_max);
    const float height = type::snippet_line * static_cast<float>(lines.size());
    frame.tree.open(scene::Role::paragraph, key).text = text;
    frame.tree.place({room.x, room.y, room.width, height});
    frame.tree.close();
    paint::lines(frame, style, room.x, room.y, type::snippet_line, text, lines);
    return height;
}

}  // namespace lesesaal::ui
