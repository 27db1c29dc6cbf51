#pragma once
// One frame of zstd (RFC 8878) that names its content's size and ends with its check sum: how the corpus is packed. Texts
// of one kind stand far apart in it, beyond the 32 KiB that deflate looks back.

#include <cstddef>
#include <span>
#include <string_view>

#include "base/digest.h"

namespace lesesaal::page {

/// Up to here packing takes its time; what is larger would take minutes.
constexpr std::size_t zstd_thorough_bytes_max = std::size_t{64} * 1024 * 1024;
/// How far back a frame of ours looks, as a power of two: 8 MiB.
constexpr int zstd_window_log = 23;
/// A frame that looks back farther is refused, as RFC 8878 (3.1.1.1.2) lets a decoder do.
constexpr std::size_t zstd_window_bytes_max = std::size_t{1} << 27;

/// Of the lesesaal command alone (native/): in the page the compressor would be bytes in every file. The same bytes make
/// the same frame.
[[nodiscard]] base::Bytes to_zstd(std::string_view raw);

enum class Unpacked { whole, damaged };

/// Unpacks a frame that makes exactly `raw.size()` bytes. Takes about 160 KiB besides. Returns: damaged when it is not one
/// such frame and nothing else, when it has no check sum or the sum differs; what `raw` holds then means nothing.
[[nodiscard]] Unpacked unpack_zstd(std::string_view packed, std::span<char> raw);

/// The least that a frame of so many bytes takes: who claims more is damaged or hostile, and gets no memory.
[[nodiscard]] constexpr std::size_t zstd_packed_bytes_min(std::size_t raw_bytes) {
    constexpr std::size_t one_block_bytes_max = std::size_t{128} * 1024;
    constexpr std::size_t one_block_packed_bytes_min = 4;  // a header and the byte that is repeated
    return raw_bytes / one_block_bytes_max * one_block_packed_bytes_min;
}

}  // namespace lesesaal::page
