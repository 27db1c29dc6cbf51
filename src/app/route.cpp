#include "app/route.h"

#include <algorithm>

namespace lesesaal::app {
namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
           c == '~';
}

std::string encode_percent(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (is_plain(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += hex[byte >> 4];
            encoded += hex[byte & 15];
        }
    }
    return encoded;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decode_percent(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low >= 0) {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += text[i] == '+' ? ' ' : text[i];
        }
    }
    return decoded;
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= 80 && std::ranges::all_of(text, is_plain);
}

std::string join_slugs(const std::vector<std::string>& slugs) {
    std::string joined;
    for (const std::string& slug : slugs) {
        if (!joined.empty()) joined += ',';
        joined += slug;
    }
    return joined;
}

std::vector<std::string> split_slugs(std::string_view text) {
    std::vector<std::string> slugs;
    while (!text.empty() && slugs.size() < query::facet_selection_max) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view slug = text.substr(0, comma);
        if (is_slug(slug)) slugs.emplace_back(slug);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    std::ranges::sort(slugs);
    const auto repeated = std::ranges::unique(slugs);
    slugs.erase(repeated.begin(), repeated.end());
    return slugs;
}

void read_part(Route& route, std::string_view name, const std::string& value) {
    if (name == "a") {
        if (is_slug(value)) route.uid = value;
    } else if (name == "q") {
        route.filter.text = value.substr(0, query::query_text_bytes_max);
    } else if (name == "von") {
        route.filter.from = base::from_iso(value);
    } else if (name == "bis") {
        route.filter.to = base::from_iso(value);
    } else if (name == "thema") {
        route.filter.topics = split_slugs(value);
    } else if (name == "ort") {
        route.filter.places = split_slugs(value);
    } else if (name == "nur") {
        route.has_bookmarks_only = value == "lesezeichen";
    } else if (name == "seite") {
        route.is_about = value == "ueber";
    }
}

}  // namespace

std::string to_hash(const Route& route) {
    std::string hash;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        hash += hash.empty() ? '#' : '&';
        hash += name;
        hash += '=';
        hash += value;
    };
    add("a", route.uid);
    add("q", encode_percent(route.filter.text));
    add("von", route.filter.from ? base::to_iso(*route.filter.from) : "");
    add("bis", route.filter.to ? base::to_iso(*route.filter.to) : "");
    add("thema", join_slugs(route.filter.topics));
    add("ort", join_slugs(route.filter.places));
    add("nur", route.has_bookmarks_only ? "lesezeichen" : "");
    add("seite", route.is_about ? "ueber" : "");
    return hash;
}

Route from_hash(std::string_view hash) {
    Route route;
    if (hash.size() > hash_bytes_max) return route;
    if (hash.starts_with('#')) hash.remove_prefix(1);
    while (!hash.empty()) {
        const std::size_t end = std::min(hash.find('&'), hash.size());
        const std::string_view part = hash.substr(0, end);
        const std::size_t equals = part.find('=');
        if (equals != std::string_view::npos) {
            read_part(route, part.substr(0, equals), decode_percent(part.substr(equals + 1)));
        }
        hash.remove_prefix(std::min(end + 1, hash.size()));
    }
    return route;
}

}  // namespace lesesaal::app
