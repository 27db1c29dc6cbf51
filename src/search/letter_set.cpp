#include "search/letter_set.h"

namespace lesesaal::search {
namespace {

constexpr unsigned digit = 26;
constexpr unsigned other = 27;

unsigned kind_of(unsigned char byte) {
    if (byte >= 'a' && byte <= 'z') return byte - unsigned{'a'};
    return byte >= '0' && byte <= '9' ? digit : other;
}

unsigned kind_of_pair(unsigned char second) {
    switch (second) {
    case 0xa4: return 'a' - 'a';
    case 0xb6: return 'o' - 'a';
    case 0xbc: return 'u' - 'a';
    default: return other;
    }
}

}  // namespace

LetterSet::LetterSet(std::string_view folded) {
    constexpr std::uint64_t count_max = 255;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const auto byte = static_cast<unsigned char>(folded[i]);
        if ((byte & 0xc0U) == 0x80) continue;  // the rest of a letter
        const bool is_pair = byte == 0xc3 && i + 1 < folded.size();
        const std::uint64_t once = std::uint64_t{1} << (is_pair ? kind_of_pair(static_cast<unsigned char>(folded[i + 1])) : kind_of(byte));
        bits_ |= (bits_ & once) != 0 ? once << kinds : once;
        if (count < count_max) ++count;
    }
    bits_ |= count << 2 * kinds;
}

}  // namespace lesesaal::search
