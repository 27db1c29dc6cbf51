#include "scene/id_index.h"

#include <bit>

namespace lesesaal::scene {

IdIndex::IdIndex(std::span<const Node> nodes) : nodes_(nodes), slots_(std::bit_ceil(nodes.size() * 2 + 2), empty) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::size_t slot = first_slot(nodes[i].id);
        bool is_known = false;
        while (slots_[slot] != empty && !is_known) {
            is_known = nodes[slots_[slot]].id == nodes[i].id;
            if (!is_known) slot = (slot + 1) & mask;
        }
        if (is_known) {
            has_duplicates_ = true;
        } else {
            slots_[slot] = static_cast<std::uint32_t>(i);
        }
    }
}

std::size_t IdIndex::first_slot(NodeId id) const {
    // The id is a hash already: its low bits are as good as any.
    return static_cast<std::size_t>(id) & (slots_.size() - 1);
}

std::optional<std::size_t> IdIndex::find(NodeId id) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = first_slot(id); slots_[slot] != empty; slot = (slot + 1) & mask) {
        if (nodes_[slots_[slot]].id == id) return slots_[slot];
    }
    return std::nullopt;
}

}  // namespace lesesaal::scene
