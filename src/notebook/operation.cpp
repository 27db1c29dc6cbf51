#include "notebook/operation.h"

#include <array>
#include <optional>
#include <nlohmann/json.hpp>

#include "base/digest.h"

namespace lesesaal::notebook {
namespace {

using base::ErrorKind;
using base::fail;
using nlohmann::json;

constexpr std::array<std::string_view, 10> kind_names{"bookmark", "read",       "note",      "tag",    "position",
                                                      "setting",  "collection", "highlight", "search", "card"};
static_assert(kind_names.size() == static_cast<std::size_t>(Kind::count_));

json to_json(const Clock& clock) { return {clock.wall_ms, clock.counter}; }

/// Without the checksum; nlohmann sorts the members, so the text is the same wherever it is made.
json to_json(const Operation& operation) {
    json value{{"v", operation_version},
                {"replica", operation.replica},
                {"clock", to_json(operation.clock)},
                {"corpus", operation.corpus},
                {"uid", operation.uid},
                {"kind", name_of(operation.kind)},
                {"op", operation.is_set ? "set" : "del"}};
    if (!operation.value.empty()) value["value"] = operation.value;
    if (!operation.item.empty()) value["item"] = operation.item;
    if (operation.seen) {
        json& list = value["seen"] = json::array();
        for (const Seen& seen : *operation.seen) list.push_back({seen.replica, seen.clock.wall_ms, seen.clock.counter});
    }
    return value;
}

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::optional<Kind> read_kind(const std::string& name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (kind_names[i] == name) return static_cast<Kind>(i);
    }
    return std::nullopt;
}

bool is_wall_ms(const json& value) { return value.is_number_unsigned() && value.get<std::uint64_t>() <= wall_ms_max; }
bool is_counter(const json& value) { return value.is_number_unsigned() && value.get<std::uint64_t>() <= UINT32_MAX; }

bool is_seen(const json& value) {
    if (!value.is_array() || value.size() > seen_max) return false;
    for (const json& one : value) {
        if (!one.is_array() || one.size() != 3 || !one[0].is_string() || !is_wall_ms(one[1]) || !is_counter(one[2])) return false;
    }
    return true;
}

bool has_shape(const json& value) {
    const auto is_text = [&](const char* name) { return value.contains(name) && value[name].is_string(); };
    const auto is_text_or_absent = [&](const char* name) { return !value.contains(name) || value[name].is_string(); };
    return value.is_object() && value.contains("v") && value["v"].is_number_unsigned() && is_text("replica") &&
           is_text("corpus") && is_text("uid") && is_text("kind") && is_text("op") && is_text("crc") &&
           value.contains("clock") && value["clock"].is_array() && value["clock"].size() == 2 &&
           is_wall_ms(value["clock"][0]) && is_counter(value["clock"][1]) && is_text_or_absent("value") &&
           is_text_or_absent("item") && (!value.contains("seen") || is_seen(value["seen"]));
}

Clock read_clock(const json& wall_ms, const json& counter) { return {wall_ms.get<std::int64_t>(), counter.get<std::uint32_t>()}; }

}  // namespace

std::string_view name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string key_of(const Operation& operation) {
    // Zero-padded, so that the text sorts as the clock does.
    std::string wall = std::to_string(operation.clock.wall_ms);
    wall.insert(0, wall.size() < 15 ? 15 - wall.size() : 0, '0');
    return wall + "-" + base::hex8(operation.clock.counter) + "-" + operation.replica;
}

std::string encode(const Operation& operation) {
    json value = to_json(operation);
    value["crc"] = base::hex8(base::crc32(dump(value)));
    return dump(value);
}

base::Result<Operation> decode(std::string_view record) {
    if (record.size() > operation_bytes_max) return fail(ErrorKind::too_large, "record: over 64 KiB");
    json value = json::parse(record.begin(), record.end(), nullptr, false);
    if (value.is_discarded() || !has_shape(value)) return fail(ErrorKind::bad_input, "record: not an operation");
    const auto crc = value["crc"].get<std::string>();
    value.erase("crc");
    if (crc != base::hex8(base::crc32(dump(value)))) return fail(ErrorKind::bad_input, "record: wrong checksum");
    if (value["v"].get<unsigned>() > operation_version) return fail(ErrorKind::unsupported, "record: of a newer version");
    const auto kind = read_kind(value["kind"].get<std::string>());
    if (!kind) return fail(ErrorKind::unsupported, "record: of an unknown kind");
    if (value.value("value", "").size() > value_bytes_max) return fail(ErrorKind::too_large, "record: its value is over 8 KiB");
    Operation operation{.replica = value["replica"].get<std::string>(),
                        .clock = read_clock(value["clock"][0], value["clock"][1]),
                        .corpus = value["corpus"].get<std::string>(),
                        .uid = value["uid"].get<std::string>(),
                        .kind = *kind,
                        .is_set = value["op"].get<std::string>() == "set",
                        .value = value.value("value", ""),
                        .item = value.value("item", "")};
    if (const auto seen = value.find("seen"); seen != value.end()) {
        operation.seen.emplace();
        for (const json& one : *seen) operation.seen->push_back({one[0].get<std::string>(), read_clock(one[1], one[2])});
    }
    return operation;
}

}  // namespace lesesaal::notebook
