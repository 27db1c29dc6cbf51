#include "page/zstd_frame.h"

// The header of a frame is told by the part of zstd.h that may change between versions; ours is pinned.
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>

namespace lesesaal::page {
namespace {

bool is_ours(std::string_view packed, std::size_t raw_bytes) {
    ZSTD_frameHeader header{};
    if (ZSTD_getFrameHeader(&header, packed.data(), packed.size()) != 0) return false;
    if (header.frameType != ZSTD_frame || header.checksumFlag == 0 || header.dictID != 0) return false;
    if (header.frameContentSize != raw_bytes || header.windowSize > zstd_window_bytes_max) return false;
    return ZSTD_findFrameCompressedSize(packed.data(), packed.size()) == packed.size();
}

}  // namespace

Unpacked unpack_zstd(std::string_view packed, std::span<char> raw) {
    if (!is_ours(packed, raw.size())) return Unpacked::damaged;
    const std::size_t made = ZSTD_decompress(raw.data(), raw.size(), packed.data(), packed.size());
    return made == raw.size() ? Unpacked::whole : Unpacked::damaged;
}

}  // namespace lesesaal::page
