#pragma once

#include <cstdint>
#include <string>

namespace lesesaal::platform {

/// 64 bits as Clock::random_id spells them: 16 lower-case hexadecimal digits.
[[nodiscard]] inline std::string to_random_id(std::uint64_t random) {
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, random >>= 4) {
        *digit = "0123456789abcdef"[random & 15];
    }
    return digits;
}

}  // namespace lesesaal::platform
