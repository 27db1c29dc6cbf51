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

constexpr std::array<std::string_view, 6> kind_names{"bookmark", "read", "note", "tag", "position", "setting"};

std::string hex8(std::uint32_t value) {
    std::string text(8, '0');
    for (std::size_t i = 8; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
    return text;
}

/// Without the checksum; nlohmann sorts the members, so the text is the same wherever it is made.
json to_json(const Operation& operation) {
    json value{{"v", operation_version},
                {"replica", operation.replica},
                {"clock", {operation.clock.wall_ms, operation.clock.counter}},
                {"corpus", operation.corpus},
                {"uid", operation.uid},
                {"kind", kind_names[static_cast<std::size_t>(operation.kind)]},
                {"op", operation.is_set ? "set" : "del"}};
    if (!operation.value.empty()) value["value"] = operation.value;
    return value;
}

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::optional<Kind> read_kind(const std::string& name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (kind_names[i] == name) return static_cast<Kind>(i);
    }
    return std::nullopt;
}

bool has_shape(const json& value) {
    const auto is_text = [&](const char* name) { return value.contains(name) && value[name].is_string(); };
    return value.is_object() && value.contains("v") && value["v"].is_number_unsigned() && is_text("replica") &&
           is_text("corpus") && is_text("uid") && is_text("kind") && is_text("op") && is_text("crc") &&
           value.contains("clock") && value["clock"].is_array() && value["clock"].size() == 2 &&
           value["clock"][0].is_number_unsigned() && value["clock"][1].is_number_unsigned() &&
           (!value.contains("value") || is_text("value"));
}

}  // namespace

std::string key_of(const Operation& operation) {
    // Zero-padded, so that the text sorts as the clock does.
    std::string wall = std::to_string(operation.clock.wall_ms);
    wall.insert(0, wall.size() < 15 ? 15 - wall.size() : 0, '0');
    return wall + "-" + hex8(operation.clock.counter) + "-" + operation.replica;
}

std::string encode(const Operation& operation) {
    json value = to_json(operation);
    value["crc"] = hex8(base::crc32(dump(value)));
    return dump(value);
}

base::Result<Operation> decode(std::string_view record) {
    if (record.size() > operation_bytes_max) return fail(ErrorKind::too_large, "record: over 64 KiB");
    json value = json::parse(record.begin(), record.end(), nullptr, false);
    if (value.is_discarded() || !has_shape(value)) return fail(ErrorKind::bad_input, "record: not an operation");
    const auto crc = value["crc"].get<std::string>();
    value.erase("crc");
    if (crc != hex8(base::crc32(dump(value)))) return fail(ErrorKind::bad_input, "record: wrong checksum");
    if (value["v"].get<unsigned>() > operation_version) return fail(ErrorKind::unsupported, "record: of a newer version");
    const auto kind = read_kind(value["kind"].get<std::string>());
    if (!kind) return fail(ErrorKind::unsupported, "record: of an unknown kind");
    if (value.value("value", "").size() > value_bytes_max) return fail(ErrorKind::too_large, "record: its value is over 8 KiB");
    return Operation{.replica = value["replica"].get<std::string>(),
                     .clock = {value["clock"][0].get<std::int64_t>(), value["clock"][1].get<std::uint32_t>()},
                     .corpus = value["corpus"].get<std::string>(),
                     .uid = value["uid"].get<std::string>(),
                     .kind = *kind,
                     .is_set = value["op"].get<std::string>() == "set",
                     .value = value.value("value", "")};
}

}  // namespace lesesaal::notebook
