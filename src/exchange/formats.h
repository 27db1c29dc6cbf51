#pragma once
// One function per form, and what they share. Private to exchange/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/citation.h"
#include "exchange/exchange.h"
#include "exchange/json_parts.h"

namespace lesesaal::exchange {

[[nodiscard]] std::string to_notes(const notebook::Log& log, const Origin& origin);
[[nodiscard]] std::string to_netscape(const std::vector<notebook::Entry>& entries, const Origin& origin);
[[nodiscard]] std::string to_csv(const std::vector<notebook::Entry>& entries, const Origin& origin);
[[nodiscard]] std::string to_markdown(const std::vector<notebook::Entry>& entries, const Origin& origin);
/// From the log besides, which knows when each tag was set.
[[nodiscard]] std::string to_annotations(const std::vector<notebook::Entry>& entries, const notebook::Log& log,
                                         const Origin& origin);
[[nodiscard]] std::string to_citations(const std::vector<notebook::Entry>& entries, citation::Style style,
                                       const Origin& origin);
[[nodiscard]] std::string to_html(const std::vector<notebook::Entry>& entries, const Origin& origin);

/// `file`: the parts of the outermost object, whose format is ours. Fails with: unsupported, too_large, bad_input.
[[nodiscard]] base::Result<Import> read_notes(const JsonParts& file, std::int64_t now_ms);
[[nodiscard]] bool is_annotations(const JsonParts& file);
/// `text`: what `file` was made of. Fails with: too_large, bad_input, unsupported (a collection that is elsewhere).
[[nodiscard]] base::Result<Import> read_annotations(std::string_view text, const JsonParts& file, std::int64_t now_ms);
/// Fails with: too_large, and as `parse` does.
[[nodiscard]] base::Result<Import> read_netscape(const std::string& html, std::int64_t now_ms, const ParseMarkup& parse);

/// Whether an operation is from so far in the future that it is refused.
[[nodiscard]] bool is_of_the_future(std::int64_t made_ms, std::int64_t now_ms);
/// When a mark from elsewhere was made, or 0 when that cannot be.
[[nodiscard]] std::int64_t made_ms_or_unknown(std::optional<std::int64_t> made_ms, std::int64_t now_ms);
/// Whether a draft is within what an operation can hold.
[[nodiscard]] bool fits(const Draft& draft);

/// A text as a JSON string, in its quotation marks; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);
/// For text and attributes of HTML; control characters but line ends and tabs are left out.
[[nodiscard]] std::string escape_html(std::string_view text);
/// The address where a link may lead there, else empty: a log may hold what another program wrote.
[[nodiscard]] std::string_view link_of(const notebook::Card& card);

constexpr std::string_view notes_format = "lesesaal-notizen";
constexpr unsigned notes_version = 1;
constexpr std::size_t annotation_bytes_max = 256 * 1024;
constexpr std::size_t name_bytes_max = 200;  // of a tag or collection from elsewhere

}  // namespace lesesaal::exchange
