#pragma once
// Which values of a facet an article carries, for all articles.

#include <cstdint>
#include <span>
#include <vector>

namespace lesesaal::store {

/// Compressed rows: the values of article i are values[offsets[i]] up to, not including, values[offsets[i + 1]].
struct Memberships {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint16_t> values;  // indexes into Overview::topics or places

    [[nodiscard]] std::span<const std::uint16_t> of(std::size_t article) const {
        return {values.data() + offsets[article], values.data() + offsets[article + 1]};
    }
};

constexpr std::size_t facet_values_max = 30'000;

}  // namespace lesesaal::store
