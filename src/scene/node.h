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
    dialog,       // div role=dialog aria-modal: all outside of it rests while it is there; takes the focus, gives it back
    table,        // table; its rows are its children
    row,          // tr
    column_header,  // th scope=col
    row_header,   // th scope=row
    cell,         // td
    slider,       // div role=slider, a tab stop; `range` and, in words, `value`
    separator,    // div role=separator, a tab stop: a divider that can be moved; `range` as of a slider
    combobox,     // input type=text role=combobox, visible; `controls` names the listbox, `active_descendant` its option
    listbox,      // div role=listbox
    option,       // div role=option; `selected`
    radio,        // input type=radio; one group with the other radios of its parent
    textarea,     // textarea, visible
    navigation,   // nav
    progress,     // div role=progressbar; `range`
    search_combobox,  // input type=search role=combobox, visible: as a combobox, and Tab comes to the program too
    count_        // number of roles
};

/// A number that goes along with others: that it is another one is no change.
struct Quiet {
    float value = 0;
    Quiet& operator=(float number) { return value = number, *this; }
    operator float() const { return value; }
    bool operator==(const Quiet&) const { return true; }
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

enum class Orientation : std::uint8_t { none, horizontal, vertical };

/// Of a slider, a separator or a progress.
struct Span {
    float min = 0;
    float max = 0;
    float now = 0;

    bool operator==(const Span&) const = default;
};

/// What a person can do to a node. The page reports it with the id; ui maps id and action to an event.
enum class Action : std::uint8_t {
    activate,  // click, Enter, Space, a tap, a screen reader's "press"; of a radio: it was chosen
    input,     // the text of a field while typing; value = the text, in NFC
    change,    // the text when committed (Enter, in a textarea with Ctrl or Cmd, or leaving the field)
    scroll,    // value = "TOP MAXTOP": the top offset of a scroll container and its largest, CSS px, two decimals
    focus,
    blur,
    // The pointer on an element with the style word "drag"; value = "X Y", canvas coordinates in CSS px. Every press is
    // followed by one release or cancel, wherever the pointer went, and drags come once it has moved a little. A release
    // after a drag activates nothing. Escape cancels.
    press,
    drag,
    release,
    cancel,
    // A passage was selected in the element with the style word "selectable"; value = "BEGIN_ID BEGIN END_ID END X Y WIDTH
    // HEIGHT": the nodes it begins and ends in, with UTF-16 units of their texts, break points (U+00AD) not counted; then
    // where what of it is in sight stands, in CSS px from the element's corner, so that something the size of a bar fits
    // below it. An empty value: nothing is selected there any more. A press on an element with the style word
    // "keeps-selection" leaves it selected. Once the element has lost the style word "held", the page lets go of it.
    select,
};

struct Node {
    NodeId id = root_id;
    NodeId parent = root_id;
    Role role = Role::box;

    std::string name;         // accessible name (aria-label); empty: the text content names it
    std::string text;         // text content; only where the node has no children
    std::string value;        // text of a field; of what has a range: the same in words (aria-valuetext)
    std::string placeholder;
    std::string description;  // aria-description
    std::string href;         // link: "#…", http, https or mailto; anything else is dropped by the page
    std::string language;     // lang attribute where it differs from the parent's; of the root: the page's own
    std::string style;        // CSS classes, divided by blanks; words of web/style.css
    std::string datetime;     // of a time
    std::string popup;        // what a button or combobox opens (aria-haspopup): "dialog", "listbox" or "menu"

    std::uint8_t level = 0;   // of a heading, 1 to 6
    Tristate pressed = Tristate::none;
    Tristate checked = Tristate::none;
    Tristate expanded = Tristate::none;
    Tristate current = Tristate::none;
    Tristate selected = Tristate::none;
    /// Whether Tab stops here: as the role says, never (the focus still goes there by focus_revision), or always. For
    /// roving focus, where one of many is a stop and arrow keys lead to the others.
    Tristate tab_stop = Tristate::none;
    Orientation orientation = Orientation::none;
    bool is_disabled = false;
    /// Not drawn by the canvas: the browser shows it (text entry, the article).
    bool is_visible = false;

    /// Where it was drawn, relative to the content origin of the nearest placed ancestor. Absent: in the flow.
    std::optional<Rect> rect;
    /// Scrolls when >= 0: the height of what is inside, in CSS px, when placed children do not tell; 0: by the flow.
    float content_height_px = -1;
    /// A change of the revision moves the DOM's scroll offset to scroll_px once; so does an element made anew.
    std::uint32_t scroll_revision = 0;
    Quiet scroll_px;  // below zero: a share of the largest offset, -0.4 is 40 % of the way
    /// A change of the revision to a value above 0 moves the focus here once.
    std::uint32_t focus_revision = 0;

    std::optional<Span> range;
    /// Nodes of the same tree; root_id: none. One that is not there counts as none.
    NodeId active_descendant = root_id;
    NodeId controls = root_id;

    /// For windowed lists: 1-based position and size of the whole, 0 when all items are there.
    std::int32_t position_in_set = 0;
    std::int32_t set_size = 0;

    bool operator==(const Node&) const = default;
};

}  // namespace lesesaal::scene
