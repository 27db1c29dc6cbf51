#pragma once
// Break points as the database keeps them: each the distance from the one before (the first from 0) as a varint, seven bits
// a byte, the lowest first, the top bit set on all but the last byte (LEB128).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lesesaal::store {

/// Requires: ascending, none twice, none 0.
[[nodiscard]] std::string encode_breaks(const std::vector<std::uint32_t>& breaks);

/// Returns: nothing when the bytes are no such list, or an offset is not inside a text of `text_bytes`.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> decode_breaks(std::string_view bytes, std::size_t text_bytes);

}  // namespace lesesaal::store
