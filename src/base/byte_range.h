#pragma once

#include <cstddef>

namespace lesesaal::base {

/// A half-open range of bytes: [begin, end).
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool is_empty() const { return begin == end; }
    bool operator==(const ByteRange&) const = default;
};

}  // namespace lesesaal::base
