#pragma once
// Base64 of RFC 4648, section 4: the standard alphabet with padding, no white space.

#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/result.h"

namespace lesesaal::page {

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// Reads exactly what to_base64 writes, so that every text stands for different bytes. Fails with: bad_input, with the
/// offset of the first character that is wrong (the end of the text when it is too short).
[[nodiscard]] base::Result<base::Bytes> from_base64(std::string_view text);

}  // namespace lesesaal::page
