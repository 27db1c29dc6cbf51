#pragma once
// Names of what a notebook holds, for documents that ask for one: urn:lesesaal:CORPUS:UID:KIND:ITEM, each part percent-encoded
// (RFC 3986), as many parts as are needed. Private to exchange/.

#include <string>
#include <string_view>
#include <vector>

namespace lesesaal::exchange {

[[nodiscard]] std::string make_urn(const std::vector<std::string_view>& parts);
/// The parts after "urn:lesesaal:"; empty for any other text.
[[nodiscard]] std::vector<std::string> read_urn(std::string_view urn);

}  // namespace lesesaal::exchange
