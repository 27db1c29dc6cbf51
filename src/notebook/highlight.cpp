#include "notebook/highlight.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/check.h"

namespace lesesaal::notebook {
namespace {

using base::ErrorKind;
using base::fail;
using nlohmann::json;

constexpr std::array<std::string_view, 4> colour_names{"yellow", "green", "blue", "pink"};

bool is_first_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += is_first_byte(byte) ? 1 : 0;
    return count;
}

std::string_view last_characters(std::string_view text, std::size_t count) {
    std::size_t at = text.size();
    while (at > 0 && count > 0) {
        --at;
        if (is_first_byte(text[at])) --count;
    }
    return text.substr(at);
}

std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (is_first_byte(text[at]) && count-- == 0) break;
    }
    return text.substr(0, at);
}

}  // namespace

std::string_view name_of(Colour colour) { return colour_names[static_cast<std::size_t>(colour)]; }

std::optional<Colour> colour_of(std::string_view name) {
    for (std::size_t i = 0; i < colour_names.size(); ++i) {
        if (colour_names[i] == name) return static_cast<Colour>(i);
    }
    return std::nullopt;
}

std::string encode(const Highlight& highlight) {
    json value{{"exact", highlight.quote.exact}, {"begin", highlight.begin}, {"end", highlight.end}, {"colour", name_of(highlight.colour)}};
    if (!highlight.quote.prefix.empty()) value["prefix"] = highlight.quote.prefix;
    if (!highlight.quote.suffix.empty()) value["suffix"] = highlight.quote.suffix;
    if (!highlight.note.empty()) value["note"] = highlight.note;
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<Highlight> decode_highlight(std::string_view value) {
    const json read = json::parse(value.begin(), value.end(), nullptr, false);
    if (!read.is_object()) return fail(ErrorKind::bad_input, "highlight: not an object");
    const auto text = [&](const char* name) {
        const auto at = read.find(name);
        return at != read.end() && at->is_string() ? at->get<std::string>() : std::string{};
    };
    const auto number = [&](const char* name) {
        const auto at = read.find(name);
        return at != read.end() && at->is_number_unsigned() ? at->get<std::size_t>() : std::size_t{0};
    };
    Highlight highlight{.quote = {text("exact"), text("prefix"), text("suffix")},
                        .begin = number("begin"),
                        .end = number("end"),
                        .colour = colour_of(text("colour")).value_or(Colour::yellow),
                        .note = text("note")};
    if (highlight.quote.exact.empty()) return fail(ErrorKind::bad_input, "highlight: without its words");
    return highlight;
}

Highlight make_highlight(std::string_view text, base::ByteRange range, Colour colour) {
    LESESAAL_CHECK(range.begin < range.end);
    LESESAAL_CHECK(range.end <= text.size());
    LESESAAL_CHECK(range.size() <= quote_bytes_max);
    const std::string_view exact = text.substr(range.begin, range.size());
    const std::size_t begin = count_characters(text.substr(0, range.begin));
    return {.quote = {std::string(exact), std::string(last_characters(text.substr(0, range.begin), quote_context_max)),
                      std::string(first_characters(text.substr(range.end), quote_context_max))},
            .begin = begin,
            .end = begin + count_characters(exact),
            .colour = colour,
            .note = {}};
}

}  // namespace lesesaal::notebook
