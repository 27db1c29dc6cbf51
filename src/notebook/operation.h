#pragma once
// What the reader makes, as an append-only log of small operations. Merging is set union: tabs, copies and colleagues'
// files merge in any order with the same result.

#include <compare>
#include <cstdint>
#include <optional>
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
    note,        // value: the text
    tag,         // value: the tag; an article has several
    position,    // value: how far it was read, "0.000" to "1.000"
    setting,     // uid: the setting's name; value: a word or number
    collection,  // value: the name of a collection the article is in; it may be in several
    highlight,   // item: its id; value: as highlight.h writes it
    search,      // item: its id; uid: empty; value: as saved_search.h writes it
    card,        // value: what the article was called when it was first marked, as card.h writes it
    count_
};

/// Whether several values of one article stand side by side instead of replacing each other.
[[nodiscard]] constexpr bool has_many_values(Kind kind) { return kind == Kind::tag || kind == Kind::collection; }
/// Whether an article has several of them, told apart by `item`.
[[nodiscard]] constexpr bool has_items(Kind kind) { return kind == Kind::highlight || kind == Kind::search; }
/// Whether what a reader wrote at two places at once is kept beside what won.
[[nodiscard]] constexpr bool keeps_conflicts(Kind kind) { return kind == Kind::note || kind == Kind::highlight; }

/// Of one key: the newest operation of a replica that somebody had seen.
struct Seen {
    std::string replica;
    Clock clock;
    auto operator<=>(const Seen&) const = default;
};

struct Operation {
    std::string replica;  // 16 hexadecimal digits, random, one per open page
    Clock clock;
    std::string corpus;   // corpus id
    std::string uid;      // article uid
    Kind kind = Kind::bookmark;
    bool is_set = true;   // false: a tombstone
    std::string value;    // UTF-8, at most value_bytes_max; empty for kinds without one
    std::string item;     // of kinds with items: which one
    /// Of kinds that keep conflicts: which earlier operations on the same key its writer had before the eyes, the newest
    /// of each replica, sorted by replica. What is not covered by it was written elsewhere at the same time. Absent: by a
    /// program that kept no conflicts; whatever is newer replaces it.
    std::optional<std::vector<Seen>> seen;
    auto operator<=>(const Operation&) const = default;
};

constexpr int operation_version = 1;
constexpr std::size_t operation_bytes_max = 64 * 1024;
constexpr std::size_t value_bytes_max = 8 * 1024;  // six times as long when every byte is escaped
/// The year 5138; a later clock is damage, and would be followed for ever.
constexpr std::uint64_t wall_ms_max = 99'999'999'999'999;
constexpr std::size_t seen_max = 64;  // replicas; the oldest are left out, which keeps a copy too many, never one too few

/// The record's key: unique per operation, sorts by time.
[[nodiscard]] std::string key_of(const Operation& operation);

/// JSON: {"v":1,"replica":…,"clock":[ms,counter],"corpus":…,"uid":…,"kind":"bookmark","op":"set|del",
/// "value":"…","item":"…","seen":[["REPLICA",ms,counter]…],"crc":"8 hex"}; empty texts are left out;
/// crc is CRC-32 over the JSON without the crc member.
[[nodiscard]] std::string encode(const Operation& operation);
/// Fails with: bad_input (not JSON, wrong crc), unsupported (newer version or kind), too_large.
[[nodiscard]] base::Result<Operation> decode(std::string_view record);

/// The word of a kind in records: "bookmark".
[[nodiscard]] std::string_view name_of(Kind kind);

}  // namespace lesesaal::notebook
