#include "store/marks.h"

#include <algorithm>

namespace lesesaal::store {

std::vector<base::ByteRange> ranges_within(const std::vector<base::ByteRange>& ranges, base::ByteRange window) {
    std::vector<base::ByteRange> inside;
    auto range = std::partition_point(ranges.begin(), ranges.end(), [&](base::ByteRange r) { return r.end <= window.begin; });
    for (; range != ranges.end() && range->begin < window.end; ++range) {
        const std::size_t begin = std::max(range->begin, window.begin);
        const std::size_t end = std::min(range->end, window.end);
        inside.push_back({begin - window.begin, end - window.begin});
    }
    return inside;
}

std::string opening_of(std::string_view text) {
    if (text.size() <= snippet_bytes) return std::string(text);
    std::size_t end = text.find_last_of(" \n", snippet_bytes);
    if (end == std::string_view::npos || end == 0) {  // one long word: cut at a character instead
        end = snippet_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    }
    while (end > 0 && std::string_view(" \n,;:").find(text[end - 1]) != std::string_view::npos) --end;
    return std::string(text.substr(0, end)) + " …";
}

}  // namespace lesesaal::store
