#include "exchange/json_parts.h"

namespace lesesaal::exchange {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// After the string that begins at `at`; npos: it has no end.
std::size_t after_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') ++at;
        else if (text[at] == '"') return at + 1;
    }
    return std::string_view::npos;
}

/// After the value that begins at `at`: where the list or object it stands in goes on. npos: it has no end.
std::size_t after_value(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = after_string(text, at);
            if (at == std::string_view::npos) return at;
            continue;
        }
        const bool is_end = c == ']' || c == '}';
        if (depth == 0 && (is_end || c == ',')) return at;
        if (c == '[' || c == '{') ++depth;
        else if (is_end) --depth;
        ++at;
    }
    return std::string_view::npos;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
    const std::size_t next = text.find_first_not_of(blanks, at);
    return next == std::string_view::npos ? text.size() : next;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string_view JsonParts::operator[](std::string_view name) const {
    for (const JsonPart& part : parts) {
        if (part.name == name && !is_list) return part.text;
    }
    return {};
}

JsonParts json_parts(std::string_view text, std::size_t parts_max) {
    JsonParts result;
    text = without_blanks(text);
    if (text.empty() || (text.front() != '{' && text.front() != '[')) return result;
    result.is_list = text.front() == '[';
    const char end = result.is_list ? ']' : '}';
    std::size_t at = after_blanks(text, 1);
    if (at < text.size() && text[at] == end) {
        result.is_whole = at + 1 == text.size();
        return result;
    }
    while (at < text.size()) {
        if (result.parts.size() == parts_max) {
            result.is_over = true;
            return result;
        }
        JsonPart part;
        if (!result.is_list) {
            const std::size_t after = text[at] == '"' ? after_string(text, at) : std::string_view::npos;
            if (after == std::string_view::npos) return result;
            part.name = text.substr(at + 1, after - at - 2);
            at = after_blanks(text, after);
            if (at == text.size() || text[at] != ':') return result;
            at = after_blanks(text, at + 1);
        }
        const std::size_t after = after_value(text, at);
        part.text = without_blanks(text.substr(at, after == std::string_view::npos ? after : after - at));
        result.parts.push_back(part);
        if (after == std::string_view::npos) return result;
        if (text[after] != ',') {
            result.is_whole = text[after] == end && after + 1 == text.size();
            return result;
        }
        at = after_blanks(text, after + 1);
    }
    return result;
}

}  // namespace lesesaal::exchange
