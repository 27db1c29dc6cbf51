#include "exchange/urn.h"

#include <algorithm>

namespace lesesaal::exchange {
namespace {

constexpr std::string_view prefix = "urn:lesesaal";
constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           c == '~';
}

std::string decode(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t high = text[i] == '%' && i + 2 < text.size() ? hex_digits.find(text[i + 1]) : std::string_view::npos;
        const std::size_t low = high != std::string_view::npos ? hex_digits.find(text[i + 2]) : std::string_view::npos;
        if (low == std::string_view::npos) {
            plain += text[i];
            continue;
        }
        plain += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return plain;
}

}  // namespace

std::string make_urn(const std::vector<std::string_view>& parts) {
    std::string urn(prefix);
    for (const std::string_view part : parts) {
        urn += ':';
        for (const char c : part) {
            const auto byte = static_cast<unsigned char>(c);
            if (is_unreserved(c)) urn += c;
            else urn += {'%', hex_digits[byte >> 4], hex_digits[byte & 15]};
        }
    }
    return urn;
}

std::vector<std::string> read_urn(std::string_view urn) {
    std::vector<std::string> parts;
    if (!urn.starts_with(prefix)) return parts;
    urn.remove_prefix(prefix.size());
    while (urn.starts_with(':')) {
        urn.remove_prefix(1);
        const std::size_t end = std::min(urn.find(':'), urn.size());
        parts.push_back(decode(urn.substr(0, end)));
        urn.remove_prefix(end);
    }
    return parts;
}

}  // namespace lesesaal::exchange
