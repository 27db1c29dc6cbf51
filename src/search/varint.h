#pragma once
// Numbers of one byte or more: seven bits a byte, the lowest first, the highest bit set when more follow.

#include <cstdint>
#include <string>
#include <string_view>

namespace lesesaal::search {

inline void append_varint(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>((value & 0x7f) | 0x80);
    bytes += static_cast<char>(value);
}

/// Reads from `at` on and moves it. Returns: false past the end, or for more than 63 bits.
[[nodiscard]] inline bool read_varint(std::string_view bytes, std::size_t& at, std::uint64_t& value) {
    value = 0;
    for (int shift = 0; shift < 63 && at < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

}  // namespace lesesaal::search
