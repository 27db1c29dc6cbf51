#pragma once
// The semantic tree: what a frame means, for assistive technology, keyboards, tests and the HTML view.
// The other painter, Dear ImGui, draws the same widgets as triangles (picture.h).

#include <cstdint>
#include <optional>
#include <string>

namespace lesesaal::scene {

/// Stable from frame to frame: a hash of the path of keys. Zero is the root. 53 bits, what a JavaScript number holds
/// exactly: with 32, one list of two thousand articles in thirty would have two nodes of the same id.
enum class NodeId : std::uint64_t {};
constexpr NodeId root_id{0};

/// Each role becomes one native HTML element; web/semantics.js holds the table.
enum class Role : std::uint8_t {
    root,         // div, the whole page; its name is document.title
    banner,       // header
    search,       // div role=search
    region,       // section with aria-label
    complementary,  // aside
    group,        // div role=group
    list,         // ul
    list_item,    // li
    link,         // a href
    button,       // button
    checkbox,     // input type=checkbox
    searchbox,    // input type=search, visible: text entry is the browser's
    textbox,      // input type=text, visible
    status,       // div role=status: announced politely; the count of hits
    live,         // div aria-live=polite without a role: "Lesezeichen gesetzt"
    alert,        // div role=alert
    heading,      // h1 to h6
    main,         // main
    article,      // article
    section,      // section without a name
    paragraph,    // p
    text,         // span
    mark,         // mark: a highlighted run
    time,         // time
    box,          // div without meaning, for layout
    preformatted, // pre
    count_        // number of roles
};

/// A rectangle in CSS pixels.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    bool operator==(const Rect&) const = default;
};

enum class Tristate : std::uint8_t { none, off, on };

/// What a person can do to a node. The page reports it with the id; ui maps id and action to an event.
enum class Action : std::uint8_t {
    activate,  // click, Enter, Space, a tap, a screen reader's "press"
    input,     // the text of a searchbox or textbox while typing; value = the text, in NFC
    change,    // the text when committed (Enter or leaving the field)
    scroll,    // the top offset of a scroll container in CSS px, as a decimal number
    focus,
    blur,
};

struct Node {
    NodeId id = root_id;
    NodeId parent = root_id;
    Role role = Role::box;

    std::string name;         // accessible name (aria-label); empty: the text content names it
    std::string text;         // text content; only where the node has no children
    std::string value;        // text of a searchbox or textbox
    std::string placeholder;
    std::string description;  // aria-description
    std::string href;         // link: "#…", http, https or mailto; anything else is dropped by the page
    std::string language;     // lang attribute where it differs from the parent's
    std::string style;        // CSS classes, divided by blanks; words of web/style.css
    std::string datetime;     // of a time

    std::uint8_t level = 0;   // of a heading, 1 to 6
    Tristate pressed = Tristate::none;
    Tristate checked = Tristate::none;
    Tristate expanded = Tristate::none;
    Tristate current = Tristate::none;
    bool is_disabled = false;
    /// Not drawn by the canvas: the browser shows it (text entry, the article).
    bool is_visible = false;

    /// Where it was drawn, relative to the content origin of the nearest placed ancestor. Absent: in the flow.
    std::optional<Rect> rect;
    /// Scrolls when >= 0: the height of what is inside, in CSS px, when placed children do not tell; 0: by the flow.
    float content_height_px = -1;
    /// A change of the revision moves the DOM's scroll offset to scroll_px once.
    std::uint32_t scroll_revision = 0;
    float scroll_px = 0;
    /// A change of the revision to a value above 0 moves the focus here once.
    std::uint32_t focus_revision = 0;

    /// For windowed lists: 1-based position and size of the whole, 0 when all items are there.
    std::int32_t position_in_set = 0;
    std::int32_t set_size = 0;

    bool operator==(const Node&) const = default;
};

}  // namespace lesesaal::scene
