// What the forms share.

#include <nlohmann/json.hpp>

#include "exchange/formats.h"

namespace lesesaal::exchange {

std::string json_string(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string escape_html(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\r': escaped += "&#13;"; break;
        case '\n':
        case '\t': escaped += c; break;
        default:
            if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F') escaped += c;
        }
    }
    return escaped;
}

std::string_view link_of(const notebook::Card& card) {
    const bool is_web = card.url.starts_with("https://") || card.url.starts_with("http://");
    return is_web ? std::string_view(card.url) : std::string_view{};
}

bool is_of_the_future(std::int64_t made_ms, std::int64_t now_ms) { return made_ms > now_ms + future_ms_max; }

std::int64_t made_ms_or_unknown(std::optional<std::int64_t> made_ms, std::int64_t now_ms) {
    return made_ms && *made_ms > 0 && !is_of_the_future(*made_ms, now_ms) ? *made_ms : 0;
}

bool fits(const Draft& draft) {
    const bool is_name = notebook::has_many_values(draft.kind);
    return draft.value.size() <= (is_name ? name_bytes_max : notebook::value_bytes_max) && !(is_name && draft.value.empty());
}

}  // namespace lesesaal::exchange
