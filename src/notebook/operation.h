#pragma once
// What the reader makes, as an append-only log of small operations. Merging is set union: tabs, copies and colleagues'
// files merge in any order with the same result.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lesesaal::notebook {

/// A hybrid logical clock: wall time in ms since 1970, then a counter, then the replica breaks ties.
struct Clock {
    std::int64_t wall_ms = 0;
    std::uint32_t counter = 0;
    auto operator<=>(const Clock&) const = default;
};

enum class Kind : std::uint8_t {
    bookmark,
    read,
    note,      // value: the text
    tag,       // value: the tag; an article has several
    position,  // value: how far it was read, "0.000" to "1.000"
    setting,   // uid: the setting's name; value: a word or number
};

/// Whether several values of one article stand side by side instead of replacing each other.
[[nodiscard]] constexpr bool has_many_values(Kind kind) { return kind == Kind::tag; }

struct Operation {
    std::string replica;  // 16 hexadecimal digits, random, one per open page
    Clock clock;
    std::string corpus;   // corpus id
    std::string uid;      // article uid
    Kind kind = Kind::bookmark;
    bool is_set = true;   // false: a tombstone
    std::string value;    // UTF-8, at most value_bytes_max; empty for kinds without one
    auto operator<=>(const Operation&) const = default;
};

constexpr int operation_version = 1;
constexpr std::size_t operation_bytes_max = 64 * 1024;
constexpr std::size_t value_bytes_max = 8 * 1024;  // six times as long when every byte is escaped

/// The record's key: unique per operation, sorts by time.
[[nodiscard]] std::string key_of(const Operation& operation);

/// JSON: {"v":1,"replica":…,"clock":[ms,counter],"corpus":…,"uid":…,"kind":"bookmark","op":"set|del",
/// "value":"…","crc":"8 hex"}; an empty value is left out;
/// crc is CRC-32 over the JSON without the crc member.
[[nodiscard]] std::string encode(const Operation& operation);
/// Fails with: bad_input (not JSON, wrong crc), unsupported (newer version or kind), too_large.
[[nodiscard]] base::Result<Operation> decode(std::string_view record);

}  // namespace lesesaal::notebook
