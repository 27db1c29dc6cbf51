#pragma once
// Builds one frame's semantic tree and says what changed since the last one.

#include <cstdint>
#include <string_view>
#include <vector>

#include "scene/node.h"

namespace lesesaal::scene {

/// The nodes of one frame in document order (parents before children, siblings in order).
struct Tree {
    std::vector<Node> nodes;  // nodes[0] is the root

    /// Cost: linear. For tests and error paths, not per frame.
    [[nodiscard]] const Node* find(Role role, std::string_view name) const;
    [[nodiscard]] const Node* find(NodeId id) const;
};

/// FNV-1a (64 bits, folded to 53) over the parent's id and the key. Never root_id. A number and a text are different
/// keys even where their bytes agree.
[[nodiscard]] NodeId child_id(NodeId parent, std::string_view key);
[[nodiscard]] NodeId child_id(NodeId parent, std::uint64_t key);

/// Open a node, fill it, add children, close it.
class TreeBuilder {
public:
    TreeBuilder();

    /// Starts a node below the open one. Requires: the key is unique among its siblings.
    /// Lifetime: the reference is valid until the next open.
    Node& open(Role role, std::string_view key);
    Node& open(Role role, std::uint64_t key);
    void close();
    /// open and close in one.
    Node& leaf(Role role, std::string_view key);
    Node& leaf(Role role, std::uint64_t key);

    /// Gives the open node its place in canvas coordinates (CSS px); stored relative to the nearest placed ancestor's
    /// content origin. `scroll_px`: how far this node's own content is scrolled (children are then stored relative to
    /// the content, so that scrolling changes no child). Rounded to 1/64 px, the browser's own grid: rounding errors of
    /// scrolled positions are no change.
    void place(const Rect& canvas_rect, float scroll_px = 0);

    [[nodiscard]] NodeId current() const;
    /// For node() after children were added. Requires: a node is open.
    [[nodiscard]] std::size_t current_index() const { return open_.back().index; }
    [[nodiscard]] Node& node(std::size_t index) { return tree_.nodes[index]; }

    /// Requires: every opened node is closed. Fails the check on a duplicate id. The builder is used up.
    [[nodiscard]] Tree finish();

private:
    struct Open {
        std::size_t index;
        float origin_x;  // canvas coordinates of this node's content origin
        float origin_y;
    };
    Node& start(Role role, NodeId id);

    Tree tree_;
    std::vector<Open> open_;
};

enum class ChangeKind : std::uint8_t {
    create,  // make the element of `node` and insert it below node->parent before `before` (root_id: at the end)
    move,    // the same for an element that exists; an update follows when it differs too
    update,  // node and previous differ in something other than the place among siblings
    remove,  // remove the element and all below it
};

/// Lifetime: borrows from the two trees given to diff.
struct Change {
    ChangeKind kind;
    NodeId id;
    NodeId before = root_id;
    const Node* node = nullptr;      // create, move, update
    const Node* previous = nullptr;  // move, update; null for create
};

/// The changes that turn the DOM of `previous` into that of `next`, in an order that can be applied one by one:
/// removals first, then creations, moves and updates in document order. A node that keeps id, role, heading level and
/// parent is never re-created and, when its order among siblings is unchanged, never moved, so focus survives: of
/// reordered siblings as many as possible stay. The root is never created; its first update has a previous with the
/// defaults. `previous` may be a Tree without nodes.
/// Cost: linear in the nodes, comparisons of their strings included; n log n in reordered siblings.
[[nodiscard]] std::vector<Change> diff(const Tree& previous, const Tree& next);

}  // namespace lesesaal::scene
