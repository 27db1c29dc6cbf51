#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

#include "ui/paint.h"

namespace lesesaal::ui::widgets {
namespace {

using scene::Node;
using scene::Rect;
using scene::Role;
using scene::Tristate;

constexpr float cross_room = 18;
constexpr float icon_room = 16;
constexpr float icon_padding = 8;
constexpr float pill_padding = 11;

Node& begin_button(Frame& frame, const Button& button, const Rect& rect) {
    Node& node = frame.tree.open(Role::button, button.key);
    if (button.name_suffix.empty()) {
        node.text = button.label;
    } else {
        node.name = std::string(button.label) + ", " + std::string(button.name_suffix);
        node.text = button.label;
    }
    node.pressed = button.pressed;
    node.expanded = button.expanded;
    node.is_disabled = button.is_disabled;
    node.popup = button.popup;
    node.tab_stop = button.tab_stop;
    if (!button.is_disabled) frame.handle(node.id, {.on_activate = button.event});
    frame.tree.place(rect);
    return node;
}

void draw_cross(Frame& frame, float x, float y, Colour colour) {
    constexpr float arm = 3.5F;
    frame.canvas.AddLine({x - arm, y - arm}, {x + arm, y + arm}, colour.packed(), 1.3F);
    frame.canvas.AddLine({x - arm, y + arm}, {x + arm, y - arm}, colour.packed(), 1.3F);
}

void draw_check_box(Frame& frame, const Rect& box, bool is_checked, bool is_hovered) {
    const Theme& theme = frame.theme;
    if (is_hovered && !is_checked) paint::fill(frame, box, theme.selected, measure::box_radius);
    paint::outline(frame, box, is_checked || is_hovered ? theme.accent : theme.field, measure::box_radius, 1.5F);
    if (is_checked) paint::fill(frame, {box.x + 3.5F, box.y + 3.5F, box.width - 7, box.height - 7}, theme.accent, 1.5F);
}

}  // namespace

Container::Container(Frame& frame, const Options& options, const Rect& rect) : frame_(frame) {
    frame.tree.open(options.role, options.key).name = options.name;
    frame.tree.place(rect);
}

Container::~Container() { frame_.tree.close(); }

Scroll::Scroll(Frame& frame, const Options& options, const Rect& rect)
    : frame_(frame), top_(rect.y - std::round(options.offset_px)) {
    Node& node = frame.tree.open(options.role, options.key);
    node.name = options.name;
    // Never none: made anew, after another pane had its place, it stands where the picture shows it.
    node.scroll_revision = options.top_revision + 1;
    node.scroll_px = std::round(options.offset_px);
    node.content_height_px = 0;
    frame.handle(node.id, {.scrolls = options.pane});
    frame.tree.place(rect, std::round(options.offset_px));
    node_ = frame.tree.current_index();
    frame.canvas.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
}

void Scroll::set_content_height(float height_px) { frame_.tree.node(node_).content_height_px = height_px; }

Scroll::~Scroll() {
    frame_.canvas.PopClipRect();
    frame_.tree.close();
}

float label(Frame& frame, const Text& what, const TextStyle& style, const Rect& rect) {
    frame.tree.open(what.role, what.key).text = what.text;
    frame.tree.place(rect);
    frame.tree.close();
    if (paint::width_of(style, what.text) <= rect.width) {
        return paint::text(frame, style, rect.x, rect.y, rect.height, what.text);
    }
    paint::text_cut(frame, style, rect.x, rect.y, rect.height, rect.width, what.text);
    return rect.width;
}

void label_right(Frame& frame, const Text& what, const TextStyle& style, const Rect& rect) {
    const float width = std::ceil(paint::width_of(style, what.text));
    label(frame, what, style, {rect.right() - width, rect.y, width, rect.height});
}

void text_button(Frame& frame, const Button& button, const TextStyle& style, const Rect& rect) {
    begin_button(frame, button, rect);
    TextStyle shown = style;
    if (button.is_disabled) shown.colour = frame.theme.ink_faint;
    else if (frame.is_hovered(rect)) paint::fill(frame, rect, frame.theme.selected, measure::box_radius);
    const float width = paint::width_of(shown, button.label);
    paint::text(frame, shown, std::round(rect.x + (rect.width - width) / 2), rect.y, rect.height, button.label);
    frame.tree.close();
}

float icon_button_width(const TextStyle& style, std::string_view label, Show show) {
    return show == Show::icon ? icon_room + 2 * icon_padding : icon_room + 6 + std::ceil(paint::width_of(style, label)) + 2 * icon_padding;
}

void icon_button(Frame& frame, const Button& button, const TextStyle& style, const Rect& rect, Show show) {
    Node& node = begin_button(frame, button, rect);
    if (show == Show::icon) {
        node.name = button.label;
        node.text.clear();
        node.style = "tip";
    }
    TextStyle shown = style;
    if (button.is_disabled) shown.colour = frame.theme.ink_faint;
    else if (frame.is_hovered(rect)) paint::fill(frame, rect, frame.theme.selected, measure::field_radius);
    const Rect place = show == Show::icon ? rect : Rect{rect.x + icon_padding, rect.y, icon_room, rect.height};
    paint::icon(frame, button.icon, 15, shown.colour, place);
    if (show == Show::icon_and_label) {
        paint::text(frame, shown, place.right() + 6, rect.y, rect.height, button.label);
    }
    frame.tree.close();
}

float pill_width(const TextStyle& style, std::string_view label, Cross cross) {
    return std::ceil(paint::width_of(style, label)) + 2 * pill_padding + (cross == Cross::yes ? cross_room - 2 : 0);
}

void pill(Frame& frame, const Button& button, const TextStyle& style, const Rect& rect, Cross cross) {
    begin_button(frame, button, rect);
    const bool is_on = button.pressed == Tristate::on;
    const bool is_hovered = !button.is_disabled && frame.is_hovered(rect);
    if (is_on || is_hovered) paint::fill(frame, rect, frame.theme.selected, measure::chip_radius);
    paint::outline(frame, rect, is_on || is_hovered ? frame.theme.accent : frame.theme.field, measure::chip_radius);
    TextStyle shown = style;
    if (is_on) shown.colour = frame.theme.accent;
    const float room = rect.width - 2 * pill_padding - (cross == Cross::yes ? cross_room - 2 : 0);
    const float width = std::min(paint::width_of(shown, button.label), room);
    const float x = cross == Cross::yes ? rect.x + pill_padding : std::round(rect.x + (rect.width - width) / 2);
    paint::text_cut(frame, shown, x, rect.y, rect.height, room + 1, button.label);
    if (cross == Cross::yes) draw_cross(frame, rect.right() - pill_padding - 4, rect.y + rect.height / 2, shown.colour);
    frame.tree.close();
}

void checkbox(Frame& frame, const Checkbox& checkbox, const Rect& rect) {
    Node& node = frame.tree.open(Role::checkbox, checkbox.key);
    node.name = std::string(checkbox.label) + ", " + frame.words.articles(checkbox.count);
    node.checked = checkbox.is_checked ? Tristate::on : Tristate::off;
    Handler handler{.on_activate = checkbox.event};
    if (checkbox.on_minus) {
        handler.on_key = [event = *checkbox.on_minus](const KeyPress& key) {
            return key.key == "-" ? std::optional<app::Event>(event) : std::nullopt;
        };
    }
    frame.handle(node.id, std::move(handler));
    frame.tree.place({rect.x, rect.y, rect.width - checkbox.room_right, rect.height});
    frame.tree.close();

    const Theme& theme = frame.theme;
    const bool is_hovered = frame.is_hovered(rect);
    const float middle = rect.y + rect.height / 2;
    draw_check_box(frame, {rect.x, middle - 7, 14, 14}, checkbox.is_checked, is_hovered);
    float x = rect.x + 22;
    if (checkbox.dot) {
        paint::dot(frame, x + 4, middle, 4, *checkbox.dot);
        x += 16;
    }
    const bool is_empty = checkbox.count == 0 && !checkbox.is_checked;
    const TextStyle number = frame.regular(type::small, theme.ink_soft);
    const std::string count = frame.words.number(checkbox.count);
    const float number_width = std::ceil(paint::width_of(number, count));
    const float right = rect.right() - checkbox.room_right;
    paint::text_right(frame, number, right, rect.y, rect.height, count);
    const TextStyle name = frame.regular(type::label, is_empty ? theme.ink_faint : theme.ink);
    paint::text_cut(frame, name, x, rect.y, rect.height, right - number_width - 8 - x, checkbox.label);
}

void field(Frame& frame, const Field& field, const Rect& rect) {
    Node& node = frame.tree.open(field.role, field.key);
    node.name = field.name;
    node.value = field.value;
    node.placeholder = field.placeholder;
    node.description = field.description;
    node.style = field.style;
    node.focus_revision = field.focus_revision;
    node.is_visible = true;
    frame.handle(node.id, {.on_input = field.on_input, .on_change = field.on_change});
    frame.tree.place(rect);
    frame.tree.close();
}

void section_heading(Frame& frame, std::string_view key, std::string_view text, const Rect& rect) {
    Node& node = frame.tree.open(Role::heading, key);
    node.text = text;
    node.level = 2;
    frame.tree.place(rect);
    frame.tree.close();

    // Letter by letter: Dear ImGui has no letter spacing, and capitals want some.
    const TextStyle style = frame.semibold(type::section, frame.theme.ink_soft);
    float x = rect.x;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0) == 0x80) ++length;
        std::string letter(text.substr(i, length));
        if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 32);
        if (letter == "ä") letter = "Ä";
        if (letter == "ö") letter = "Ö";
        if (letter == "ü") letter = "Ü";
        paint::text(frame, style, x, rect.y, rect.height, letter);
        x += paint::width_of(style, letter) + style.size_px * 0.06F;
        i += length;
    }
}

}  // namespace lesesaal::ui::widgets
