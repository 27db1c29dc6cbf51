#pragma once
// A widget draws itself and describes itself in one call: a control without an accessible twin cannot be written.
// Every name is the drawn label, so that "click Suche" works by voice.

#include <optional>
#include <string>
#include <string_view>

#include "app/event.h"
#include "scene/node.h"
#include "ui/frame.h"

namespace lesesaal::ui::widgets {

/// Opens a named container over `rect`; closes it when it goes.
class Container {
public:
    struct Options {
        scene::Role role = scene::Role::group;
        std::string_view key;
        std::string_view name;
    };
    Container(Frame& frame, const Options& options, const scene::Rect& rect);
    ~Container();
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;

private:
    Frame& frame_;
};

/// A container that scrolls by the browser; draws inside are clipped to `rect`. `top()` is where its content begins.
class Scroll {
public:
    struct Options {
        scene::Role role = scene::Role::box;
        std::string_view key;
        std::string_view name;
        app::Pane pane = app::Pane::list;
        float offset_px = 0;
        std::uint32_t top_revision = 0;
    };
    Scroll(Frame& frame, const Options& options, const scene::Rect& rect);
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    [[nodiscard]] float top() const { return top_; }
    /// Requires: no child is open. Tells the height of all that was laid out.
    void set_content_height(float height_px);

private:
    Frame& frame_;
    float top_;
    std::size_t node_;
};

struct Text {
    std::string_view key;
    std::string_view text;
    scene::Role role = scene::Role::text;
};
/// A drawn line of text; the node holds the same words. Returns: the width drawn.
float label(Frame& frame, const Text& what, const TextStyle& style, const scene::Rect& rect);
void label_right(Frame& frame, const Text& what, const TextStyle& style, const scene::Rect& rect);

struct Button {
    std::string_view key;
    std::string_view label;
    /// Follows the label in the name: "Monat, Oktober 2025".
    std::string_view name_suffix;
    scene::Tristate pressed = scene::Tristate::none;
    scene::Tristate expanded = scene::Tristate::none;
    bool is_disabled = false;
    app::Event event;
    std::string_view icon = {};   // of ui/icons.h
    std::string_view popup = {};  // "dialog" where it opens one
    scene::Tristate tab_stop = scene::Tristate::none;
};
/// Text without an edge.
void text_button(Frame& frame, const Button& button, const TextStyle& style, const scene::Rect& rect);
/// Text in a pill. A cross follows when `has_cross`.
/// An icon, and the label beside it where there is room; without it the label is the name and shows under the pointer.
enum class Show { icon, icon_and_label };
void icon_button(Frame& frame, const Button& button, const TextStyle& style, const scene::Rect& rect, Show show = Show::icon);
[[nodiscard]] float icon_button_width(const TextStyle& style, std::string_view label, Show show);
enum class Cross { no, yes };
void pill(Frame& frame, const Button& button, const TextStyle& style, const scene::Rect& rect, Cross cross = Cross::no);
[[nodiscard]] float pill_width(const TextStyle& style, std::string_view label, Cross cross = Cross::no);

struct Checkbox {
    std::string_view key;
    std::string_view label;
    std::int32_t count = 0;
    bool is_checked = false;
    std::optional<Colour> dot;
    app::Event event;
    float room_right = 0;  // kept free beside the count
    std::optional<app::Event> on_minus = {};  // the key "-"
};
/// A row of a facet: box, dot, label, count.
void checkbox(Frame& frame, const Checkbox& checkbox, const scene::Rect& rect);

struct Field {
    scene::Role role = scene::Role::textbox;
    std::string_view key;
    std::string_view name;
    std::string_view value;
    std::string_view placeholder;
    std::string_view description;
    std::string_view style;
    std::uint32_t focus_revision = 0;
    app::Event (*on_input)(std::string) = nullptr;
    app::Event (*on_change)(std::string) = nullptr;
};
/// The browser's own field: dead keys, input methods and on-screen keyboards work.
void field(Frame& frame, const Field& field, const scene::Rect& rect);

/// A small heading in capitals, read as it is written.
void section_heading(Frame& frame, std::string_view key, std::string_view text, const scene::Rect& rect);

}  // namespace lesesaal::ui::widgets
