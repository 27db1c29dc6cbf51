#include "scene/tree.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "scene/id_index.h"

namespace lesesaal::scene {

namespace {

constexpr std::uint64_t fnv_basis = 14695981039346656037ull;
constexpr std::uint64_t fnv_prime = 1099511628211ull;
constexpr int id_bits = 53;
constexpr std::size_t nodes_expected = 512;  // of a wide page with a list

std::uint64_t add_byte(std::uint64_t hash, std::uint8_t byte) { return (hash ^ byte) * fnv_prime; }

std::uint64_t add_number(std::uint64_t hash, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) hash = add_byte(hash, static_cast<std::uint8_t>(number >> shift));
    return hash;
}

NodeId fold(std::uint64_t hash) {
    const std::uint64_t folded = (hash >> id_bits) ^ (hash & ((std::uint64_t{1} << id_bits) - 1));
    return folded == 0 ? NodeId{1} : NodeId{folded};  // zero is the root's
}

float to_grid(float px) { return std::round(px * 64.0f) / 64.0f; }

}  // namespace

NodeId child_id(NodeId parent, std::string_view key) {
    std::uint64_t hash = add_number(fnv_basis, static_cast<std::uint64_t>(parent));
    for (const char c : key) hash = add_byte(hash, static_cast<std::uint8_t>(c));
    return fold(hash);
}

NodeId child_id(NodeId parent, std::uint64_t key) {
    // 0xff is in no UTF-8, so no text key gives the same bytes.
    const std::uint64_t hash = add_byte(add_number(fnv_basis, static_cast<std::uint64_t>(parent)), 0xff);
    return fold(add_number(hash, key));
}

const Node* Tree::find(Role role, std::string_view name) const {
    const auto found = std::ranges::find_if(
        nodes, [&](const Node& node) { return node.role == role && (node.name.empty() ? node.text : node.name) == name; });
    return found == nodes.end() ? nullptr : &*found;
}

const Node* Tree::find(NodeId id) const {
    const auto found = std::ranges::find(nodes, id, &Node::id);
    return found == nodes.end() ? nullptr : &*found;
}

TreeBuilder::TreeBuilder() {
    tree_.nodes.reserve(nodes_expected);
    tree_.nodes.push_back(Node{.role = Role::root});
    open_.push_back(Open{.index = 0, .origin_x = 0, .origin_y = 0});
}

Node& TreeBuilder::open(Role role, std::string_view key) { return start(role, child_id(current(), key)); }

Node& TreeBuilder::open(Role role, std::uint64_t key) { return start(role, child_id(current(), key)); }

void TreeBuilder::close() {
    LESESAAL_CHECK(open_.size() > 1);
    open_.pop_back();
}

Node& TreeBuilder::leaf(Role role, std::string_view key) {
    Node& node = open(role, key);
    close();
    return node;
}

Node& TreeBuilder::leaf(Role role, std::uint64_t key) {
    Node& node = open(role, key);
    close();
    return node;
}

void TreeBuilder::place(const Rect& canvas_rect, float scroll_px) {
    // The open node's origin is still its ancestor's: start() copied it.
    Open& open = open_.back();
    tree_.nodes[open.index].rect = Rect{
        .x = to_grid(canvas_rect.x - open.origin_x),
        .y = to_grid(canvas_rect.y - open.origin_y),
        .width = to_grid(canvas_rect.width),
        .height = to_grid(canvas_rect.height),
    };
    open.origin_x = canvas_rect.x;
    open.origin_y = canvas_rect.y - scroll_px;
}

NodeId TreeBuilder::current() const { return tree_.nodes[open_.back().index].id; }

Tree TreeBuilder::finish() {
    LESESAAL_CHECK(open_.size() == 1);
    LESESAAL_CHECK(!IdIndex(tree_.nodes).has_duplicates());
    return std::move(tree_);
}

Node& TreeBuilder::start(Role role, NodeId id) {
    const Open& parent = open_.back();
    const Open child{.index = tree_.nodes.size(), .origin_x = parent.origin_x, .origin_y = parent.origin_y};
    const NodeId parent_id = tree_.nodes[parent.index].id;
    // In place: a node is large, and a frame has hundreds.
    Node& node = tree_.nodes.emplace_back();
    node.id = id;
    node.parent = parent_id;
    node.role = role;
    open_.push_back(child);
    return node;
}

}  // namespace lesesaal::scene
