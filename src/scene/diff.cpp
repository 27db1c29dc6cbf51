#include <algorithm>
#include <optional>

#include "base/check.h"
#include "scene/id_index.h"
#include "scene/tree.h"

namespace lesesaal::scene {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

const Node& untouched_root() {
    static const Node root{.role = Role::root};
    return root;
}

/// Whether one DOM element can go on showing the other.
bool is_same_element(const Node& a, const Node& b) {
    return a.id == b.id && a.parent == b.parent && a.role == b.role && (a.role != Role::heading || a.level == b.level);
}

bool have_same_shape(const Tree& a, const Tree& b) { return std::ranges::equal(a.nodes, b.nodes, is_same_element); }

/// The index of each node's parent; none for the root. The nodes are in document order, so one walk with the open
/// ancestors finds them all.
std::vector<std::size_t> find_parents(const Tree& tree) {
    std::vector<std::size_t> parents(tree.nodes.size(), none);
    std::vector<std::size_t> ancestors;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (i > 0) {
            while (!ancestors.empty() && tree.nodes[ancestors.back()].id != tree.nodes[i].parent) ancestors.pop_back();
            LESESAAL_CHECK(!ancestors.empty());
            parents[i] = ancestors.back();
        }
        ancestors.push_back(i);
    }
    return parents;
}

/// Marks a longest increasing subsequence of `values` (all different): those that need not move.
std::vector<bool> find_unmoved(const std::vector<std::size_t>& values) {
    std::vector<bool> is_unmoved(values.size(), true);
    if (std::ranges::is_sorted(values)) return is_unmoved;
    std::vector<std::size_t> tails;  // tails[k]: where the best run of length k + 1 ends
    std::vector<std::size_t> predecessor(values.size(), none);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = std::ranges::lower_bound(tails, values[i], {}, [&](std::size_t tail) { return values[tail]; });
        if (at != tails.begin()) predecessor[i] = *(at - 1);
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    is_unmoved.assign(values.size(), false);
    for (std::size_t i = tails.back(); i != none; i = predecessor[i]) is_unmoved[i] = true;
    return is_unmoved;
}

class Differ {
public:
    Differ(const Tree& previous, const Tree& next) : previous_(previous), next_(next) {}

    std::vector<Change> run() {
        keep_what_can_stay();
        remove_the_rest();
        order_siblings();
        emit_in_document_order();
        return std::move(changes_);
    }

private:
    void keep_what_can_stay() {
        const IdIndex index(previous_.nodes);
        parents_ = find_parents(next_);
        kept_from_.assign(next_.nodes.size(), none);
        is_retained_.assign(previous_.nodes.size(), false);
        kept_from_[0] = 0;  // the root is the page's, whatever the trees say of it
        is_retained_[0] = true;
        for (std::size_t i = 1; i < next_.nodes.size(); ++i) {
            const bool is_parent_kept = kept_from_[parents_[i]] != none;
            const std::optional<std::size_t> old = index.find(next_.nodes[i].id);
            if (!old || !is_parent_kept || !is_same_element(previous_.nodes[*old], next_.nodes[i])) continue;
            kept_from_[i] = *old;
            is_retained_[*old] = true;
        }
    }

    void remove_the_rest() {
        const std::vector<std::size_t> parents = find_parents(previous_);
        for (std::size_t i = 1; i < previous_.nodes.size(); ++i) {
            // Below a removed element everything goes with it.
            if (is_retained_[i] || !is_retained_[parents[i]]) continue;
            changes_.push_back(Change{.kind = ChangeKind::remove, .id = previous_.nodes[i].id});
        }
    }

    void order_siblings() {
        before_.assign(next_.nodes.size(), root_id);
        is_moved_.assign(next_.nodes.size(), false);
        std::vector<std::vector<std::size_t>> children(next_.nodes.size());
        for (std::size_t i = 1; i < next_.nodes.size(); ++i) children[parents_[i]].push_back(i);
        for (std::size_t parent = 0; parent < next_.nodes.size(); ++parent) {
            if (kept_from_[parent] != none) order_children(children[parent]);
        }
    }

    void order_children(const std::vector<std::size_t>& children) {
        std::vector<std::size_t> kept;
        std::vector<std::size_t> old_positions;
        for (const std::size_t child : children) {
            if (kept_from_[child] == none) continue;
            kept.push_back(child);
            old_positions.push_back(kept_from_[child]);
        }
        const std::vector<bool> is_unmoved = find_unmoved(old_positions);
        for (std::size_t k = 0; k < kept.size(); ++k) is_moved_[kept[k]] = !is_unmoved[k];

        // Whatever is created or moved goes before the next sibling that stays where it is.
        NodeId anchor = root_id;
        for (auto child = children.rbegin(); child != children.rend(); ++child) {
            before_[*child] = anchor;
            if (kept_from_[*child] != none && !is_moved_[*child]) anchor = next_.nodes[*child].id;
        }
    }

    void emit_in_document_order() {
        for (std::size_t i = 0; i < next_.nodes.size(); ++i) {
            const Node& node = next_.nodes[i];
            if (kept_from_[i] == none) {
                changes_.push_back({.kind = ChangeKind::create, .id = node.id, .before = before_[i], .node = &node});
                continue;
            }
            const Node* old = &previous_.nodes[kept_from_[i]];
            if (is_moved_[i]) {
                changes_.push_back(
                    {.kind = ChangeKind::move, .id = node.id, .before = before_[i], .node = &node, .previous = old});
            }
            if (*old != node) {
                changes_.push_back({.kind = ChangeKind::update, .id = node.id, .node = &node, .previous = old});
            }
        }
    }

    const Tree& previous_;
    const Tree& next_;
    std::vector<Change> changes_;
    std::vector<std::size_t> parents_;    // of next's nodes, in next
    std::vector<std::size_t> kept_from_;  // of next's nodes, in previous; none: created
    std::vector<bool> is_retained_;       // previous' nodes
    std::vector<bool> is_moved_;          // next's nodes
    std::vector<NodeId> before_;          // next's nodes
};

/// Against a page that shows nothing yet.
std::vector<Change> create_all(const Tree& next) {
    std::vector<Change> changes;
    changes.reserve(next.nodes.size());
    for (const Node& node : next.nodes) {
        if (&node == &next.nodes.front()) {
            if (node == untouched_root()) continue;
            changes.push_back({.kind = ChangeKind::update, .id = node.id, .node = &node, .previous = &untouched_root()});
        } else {
            changes.push_back({.kind = ChangeKind::create, .id = node.id, .node = &node});
        }
    }
    return changes;
}

}  // namespace

std::vector<Change> diff(const Tree& previous, const Tree& next) {
    LESESAAL_CHECK(!next.nodes.empty());
    if (previous.nodes.empty()) return create_all(next);
    if (!have_same_shape(previous, next)) return Differ(previous, next).run();

    // Most frames change no element, only what one says.
    std::vector<Change> changes;
    for (std::size_t i = 0; i < next.nodes.size(); ++i) {
        const Node& node = next.nodes[i];
        const Node& old = previous.nodes[i];
        if (old == node) continue;
        changes.push_back({.kind = ChangeKind::update, .id = node.id, .node = &node, .previous = &old});
    }
    return changes;
}

}  // namespace lesesaal::scene
