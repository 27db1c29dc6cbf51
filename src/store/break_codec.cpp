#include "store/break_codec.h"

#include "base/check.h"

namespace lesesaal::store {

std::string encode_breaks(const std::vector<std::uint32_t>& breaks) {
    std::string bytes;
    std::uint32_t last = 0;
    for (const std::uint32_t at : breaks) {
        LESESAAL_CHECK(at > last);
        std::uint32_t distance = at - last;
        for (; distance >= 0x80; distance >>= 7) bytes += static_cast<char>(distance | 0x80);
        bytes += static_cast<char>(distance);
        last = at;
    }
    return bytes;
}

std::optional<std::vector<std::uint32_t>> decode_breaks(std::string_view bytes, std::size_t text_bytes) {
    std::vector<std::uint32_t> breaks;
    std::uint64_t last = 0;
    std::uint64_t distance = 0;
    unsigned shift = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (shift > 28) return std::nullopt;
        distance |= std::uint64_t{byte & 0x7fU} << shift;
        shift += 7;
        if (byte >= 0x80) continue;
        last += distance;
        if (distance == 0 || last >= text_bytes) return std::nullopt;
        breaks.push_back(static_cast<std::uint32_t>(last));
        distance = 0;
        shift = 0;
    }
    if (shift != 0) return std::nullopt;
    return breaks;
}

}  // namespace lesesaal::store
