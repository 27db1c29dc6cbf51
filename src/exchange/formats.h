#pragma once
// One function per form, and what they share. Private to exchange/.

#include <string>
#include <string_view>
#include <vector>

#include "exchange/exchange.h"
#include "exchange/json_parts.h"

namespace lesesaal::exchange {

[[nodiscard]] std::string to_notes(const notebook::Log& log, const Origin& origin);

/// `file`: the parts of the outermost object, whose format is ours. Fails with: unsupported, too_large, bad_input.
[[nodiscard]] base::Result<Import> read_notes(const JsonParts& file, std::int64_t now_ms);

/// Whether an operation is from so far in the future that it is refused.
[[nodiscard]] bool is_of_the_future(std::int64_t made_ms, std::int64_t now_ms);

/// A text as a JSON string, in its quotation marks; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

constexpr std::string_view notes_format = "lesesaal-notizen";
constexpr unsigned notes_version = 1;

}  // namespace lesesaal::exchange
