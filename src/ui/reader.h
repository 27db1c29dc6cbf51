#pragma once
// The interface as a whole: state in, picture and semantic tree out, actions back to events.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/event.h"
#include "app/state.h"
#include "scene/picture.h"
#include "scene/tree.h"

namespace lesesaal::ui {

/// A key pressed while a node or something below it had the focus. Names as KeyboardEvent.key.
struct KeyPress {
    std::string_view key;
    bool has_control = false;
    bool has_shift = false;
};

struct Input {
    float width_px = 0;   // CSS px
    float height_px = 0;
    float scale = 1;      // device px per CSS px
    float pointer_x_px = 0;
    float pointer_y_px = 0;
    bool is_pointer_over = false;
    bool is_pointer_down = false;
    bool is_dark = false;          // as the system wants it
    bool wants_contrast = false;
    bool has_coarse_pointer = false;
};

/// TrueType files, borrowed: they must outlive the Reader.
struct FontFiles {
    std::span<const unsigned char> regular;
    std::span<const unsigned char> semibold;
    std::span<const unsigned char> icons = {};  // may be empty: then none are drawn
};

/// Lifetime: valid until the next call of draw.
struct Drawn {
    scene::Picture picture;
    /// What the frame itself noticed, such as rows that must be loaded.
    std::vector<app::Event> events;
    bool has_list = false;
};

class Reader {
public:
    explicit Reader(const FontFiles& fonts);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    const Drawn& draw(const app::State& state, const Input& input);

    /// What turns the tree of the last call into that of the last frame. Lifetime: until the next draw.
    [[nodiscard]] std::vector<scene::Change> changes();

    /// The events of a person's action on a node of the last frame; none for a node that is gone.
    [[nodiscard]] std::vector<app::Event> act(scene::NodeId id, scene::Action action, std::string_view value) const;

    /// The event of a key for the node that has the focus, or for one around it; none: the key is for the command table.
    [[nodiscard]] std::optional<app::Event> press(scene::NodeId target, const KeyPress& key) const;

    /// The graphics context lost its textures: the next picture uploads them again.
    void forget_textures();

    [[nodiscard]] const scene::Tree& tree() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The theme in effect and the text of the article as CSS variables.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> tokens(const app::State& state, const Input& input);

}  // namespace lesesaal::ui
