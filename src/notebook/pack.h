#pragma once
// Many operations in one record: what a log is compacted to, what travels inside a page. One record an operation would
// take a second to read at fifty thousand.
//
//   {"crc":"8 hex","pack":NUMBER OF OPERATIONS,"v":1}LF
//   [[REPLICA…],[CORPUS…],[UID…],[KIND,UID#,REPLICA#,MS,COUNTER,SET,CORPUS#,"ITEM","VALUE",SEEN,…]]
//
// in JSON without blanks; ten members an operation, # an index into the lists before; KIND as the word of a record's
// "kind"; SET 1 or 0; SEEN an array of REPLICA#, MS, COUNTER in turn, or 0 where an operation has none. The checksum is
// CRC-32 of what follows the line feed.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notebook/operation.h"

namespace lesesaal::notebook {

/// A damaged record costs no more than these; and Chromium reads values over 64 KiB by a detour.
constexpr std::size_t pack_operations_max = 1000;
constexpr std::size_t pack_bytes_max = 64 * 1024 * 1024;

/// Requires: at most pack_operations_max. Cost: linear.
[[nodiscard]] std::string encode_pack(std::span<const Operation* const> operations);
/// All of them, divided as the limit asks.
[[nodiscard]] std::vector<std::string> encode_packs(std::span<const Operation* const> operations);
/// The key of a pack's record: of its content, so that the same pack is kept once.
[[nodiscard]] std::string key_of_pack(std::string_view pack);
[[nodiscard]] bool is_pack_key(std::string_view key);

/// Reads a record of either kind. Fails with: as decode().
[[nodiscard]] base::Result<std::vector<Operation>> decode_record(std::string_view record);

}  // namespace lesesaal::notebook
