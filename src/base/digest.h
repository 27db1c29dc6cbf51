#pragma once
// Checksums and digests, from libraries (libdeflate, libmd).

#include <cstdint>
#include <string>
#include <string_view>

namespace lesesaal::base {

using Bytes = std::string;  // raw bytes; std::string because every library at our edges speaks char

/// CRC-32 as in gzip and PNG (reflected, polynomial 0xEDB88320).
[[nodiscard]] std::uint32_t crc32(std::string_view bytes);

/// Eight lower-case hexadecimal digits.
[[nodiscard]] std::string hex8(std::uint32_t value);

/// SHA-256 (FIPS 180-4), as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// SHA-256 as its 32 bytes.
[[nodiscard]] Bytes sha256(std::string_view bytes);

}  // namespace lesesaal::base
