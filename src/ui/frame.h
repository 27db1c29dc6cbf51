#pragma once
// What a view gets: the state, a place to draw, the semantic tree, and where its events go.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <imgui.h>

#include "app/event.h"
#include "app/state.h"
#include "base/byte_range.h"
#include "scene/tree.h"
#include "ui/layout.h"
#include "ui/reader.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace lesesaal::ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    ImFont* icons = nullptr;  // null when the page's icon font is damaged: controls still have their names
};

struct Pointer {
    float x_px = 0;
    float y_px = 0;
    bool is_over = false;
    bool is_down = false;
};

/// The pointer on a node with the style word "drag", from the press to the release. Canvas coordinates, CSS px.
struct Drag {
    enum class Phase : std::uint8_t { press, move, release, cancel };
    Phase phase = Phase::press;
    float x_px = 0;
    float y_px = 0;
};

/// A node that shows a piece of the open article's plain text.
struct TextRun {
    scene::NodeId node = scene::root_id;
    std::size_t begin = 0;  // of the piece, in bytes of the plain text
};

/// What an action of a person on a node becomes.
struct Handler {
    /// Before the global keys. No event: the key is not for this node; its parents are asked next.
    std::function<std::optional<app::Event>(const KeyPress&)> on_key;
    std::function<std::optional<app::Event>(const Drag&)> on_drag;
    /// Of an element with the style word "selectable": its pieces of text.
    std::vector<TextRun> text_runs;
    std::optional<app::Event> on_activate;
    std::optional<app::Event> on_focus;
    app::Event (*on_input)(std::string text) = nullptr;
    app::Event (*on_change)(std::string text) = nullptr;
    std::optional<app::Pane> scrolls;
};

using Handlers = std::unordered_map<scene::NodeId, Handler>;

struct TextStyle {
    ImFont* font = nullptr;
    float size_px = 14;  // as in CSS: the em
    Colour colour;
};

/// Lifetime: one frame.
struct Frame {
    const app::State& state;
    const Words& words;
    const Theme& theme;
    const Fonts& fonts;
    const Layout& layout;
    const Pointer& pointer;
    ImDrawList& canvas;
    scene::TreeBuilder& tree;
    Handlers& handlers;
    std::vector<app::Event>& events;  // what the frame itself noticed, e.g. rows that are missing
    scene::NodeId focused = scene::root_id;  // the node that has the browser's focus
    bool is_touched = false;                 // by fingers

    [[nodiscard]] TextStyle regular(float size_px, Colour colour) const { return {fonts.regular, size_px, colour}; }
    [[nodiscard]] TextStyle semibold(float size_px, Colour colour) const { return {fonts.semibold, size_px, colour}; }
    /// Lifetime: for ever.
    [[nodiscard]] std::string_view say(Say say) const { return words(say); }
    /// The size of what is `px` large for a mouse and at least 44 px for a finger.
    [[nodiscard]] float target(float px) const { return is_touched ? std::max(px, measure::touch_target) : px; }
    /// What lies around a target in a bar of the height target(measure::bar).
    [[nodiscard]] float inset(float px) const { return is_touched ? 0.0F : px; }
    /// What the value is called in the reader's language. Lifetime: that of `value`.
    [[nodiscard]] std::string_view label_of(const query::FacetValue& value) const;
    /// Inside `rect` and inside the clip.
    [[nodiscard]] bool is_hovered(const scene::Rect& rect) const;
    void handle(scene::NodeId id, Handler handler) { handlers.insert_or_assign(id, std::move(handler)); }
};

}  // namespace lesesaal::ui
