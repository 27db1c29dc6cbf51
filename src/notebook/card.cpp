#include "notebook/card.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace lesesaal::notebook {
namespace {

using base::ErrorKind;
using base::fail;
using nlohmann::json;

struct Field {
    const char* name;
    std::string Card::* member;
    std::size_t bytes_max;
};
constexpr std::array<Field, 7> fields{{{"headline", &Card::headline, 1000},
                                       {"kicker", &Card::kicker, 300},
                                       {"date", &Card::date, 32},
                                       {"source", &Card::source, 300},
                                       {"url", &Card::url, 2000},
                                       {"language", &Card::language, 35},
                                       {"hash", &Card::text_hash, 64}}};

std::string cut(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return std::string(text);
    while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0) == 0x80) --bytes_max;
    return std::string(text.substr(0, bytes_max));
}

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::string text_of(const json& value, const char* name) {
    const auto at = value.find(name);
    return at != value.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

}  // namespace

std::string encode(const Card& card) {
    json value = json::object();
    for (const Field& field : fields) {
        // An address that was cut leads elsewhere.
        const std::string& text = card.*field.member;
        const bool is_address = field.member == &Card::url;
        const std::string kept = is_address && text.size() > field.bytes_max ? std::string{} : cut(text, field.bytes_max);
        if (!kept.empty()) value[field.name] = kept;
    }
    return dump(value);
}

base::Result<Card> decode_card(std::string_view value) {
    const json read = json::parse(value.begin(), value.end(), nullptr, false);
    if (!read.is_object()) return fail(ErrorKind::bad_input, "card: not an object");
    Card card;
    for (const Field& field : fields) card.*field.member = text_of(read, field.name);
    // From another's file: only what a link may be.
    if (!card.url.starts_with("https://") && !card.url.starts_with("http://")) card.url.clear();
    return card;
}

std::string encode(const SavedSearch& search) { return dump({{"name", cut(search.name, search_name_bytes_max)}, {"hash", search.hash}}); }

base::Result<SavedSearch> decode_search(std::string_view value) {
    const json read = json::parse(value.begin(), value.end(), nullptr, false);
    if (!read.is_object()) return fail(ErrorKind::bad_input, "search: not an object");
    SavedSearch search{text_of(read, "name"), text_of(read, "hash")};
    if (search.name.empty() || !search.hash.starts_with('#') || search.hash.size() > search_hash_bytes_max) {
        return fail(ErrorKind::bad_input, "search: without its address");
    }
    return search;
}

}  // namespace lesesaal::notebook
