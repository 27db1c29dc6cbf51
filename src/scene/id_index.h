#pragma once
// Finds the nodes of one tree by id. Built every frame the tree's shape changes, so it is one flat array.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scene/node.h"

namespace lesesaal::scene {

class IdIndex {
public:
    /// Lifetime: borrows the nodes.
    explicit IdIndex(std::span<const Node> nodes);

    /// Returns: the index of the first node with this id.
    [[nodiscard]] std::optional<std::size_t> find(NodeId id) const;
    [[nodiscard]] bool has_duplicates() const { return has_duplicates_; }

private:
    static constexpr std::uint32_t empty = 0xffffffffu;
    [[nodiscard]] std::size_t first_slot(NodeId id) const;

    std::span<const Node> nodes_;
    std::vector<std::uint32_t> slots_;  // open addressing; the size is a power of two and at least twice the nodes
    bool has_duplicates_ = false;
};

}  // namespace lesesaal::scene
