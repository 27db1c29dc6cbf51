// Our own form: the records of the log as they are, one a line.

#include <nlohmann/json.hpp>
#include <optional>

#include "exchange/formats.h"
#include "exchange/times.h"

namespace lesesaal::exchange {
namespace {

using base::ErrorKind;
using base::fail;
using nlohmann::json;

std::optional<unsigned> read_version(std::string_view text) {
    const json value = json::parse(text.begin(), text.end(), nullptr, false);
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > UINT32_MAX) return std::nullopt;
    return value.get<unsigned>();
}

std::string read_string(std::string_view text) {
    const json value = json::parse(text.begin(), text.end(), nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string{};
}

}  // namespace

std::string to_notes(const notebook::Log& log, const Origin& origin) {
    std::string text = "{\"format\":" + json_string(notes_format) + ",\"v\":" + std::to_string(notes_version) +
                       ",\"corpus\":" + json_string(origin.corpus_id) + ",\"title\":" + json_string(origin.title) +
                       ",\"exported\":" + json_string(iso_time(origin.now_ms)) + ",\n\"operations\":[";
    std::string_view separator = "\n";
    for (const notebook::Operation* operation : log.operations()) {
        text += separator;
        text += notebook::encode(*operation);
        separator = ",\n";
    }
    return text + "\n]}\n";
}

base::Result<Import> read_notes(const JsonParts& file, std::int64_t now_ms) {
    const auto version = read_version(file["v"]);
    if (!version) return fail(ErrorKind::bad_input, "these notes name no version; the file is damaged");
    if (*version > notes_version)
        return fail(ErrorKind::unsupported, "these notes are of a newer version; open them with a newer Lesesaal");
    const JsonParts records = json_parts(file["operations"], import_entries_max);
    if (!records.is_list) return fail(ErrorKind::bad_input, "these notes hold no list of operations; the file is damaged");
    if (records.is_over) return fail(ErrorKind::too_large, "these notes have more than 200,000 operations");
    Import import{.corpus_id = read_string(file["corpus"]), .title = read_string(file["title"])};
    for (const JsonPart& record : records.parts) {
        auto operation = notebook::decode(record.text);
        if (operation && !is_of_the_future(operation->clock.wall_ms, now_ms))
            import.operations.push_back(std::move(*operation));
        else ++import.bad;
    }
    // A file that was cut: what it was cut in the middle of is counted above, what is missing altogether is told like this.
    const bool is_whole = file.is_whole && records.is_whole;
    if (!is_whole && import.bad == 0) ++import.bad;
    if (!is_whole && import.operations.empty())
        return fail(ErrorKind::bad_input, "these notes are cut before the first operation");
    return import;
}

}  // namespace lesesaal::exchange
