#include "app/route.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

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

constexpr query::PerFacet<std::string_view> facet_parts{"thema", "ort", "organisation", "quelle"};
constexpr std::array<std::string_view, query::mark_count> mark_words{"ungelesen", "lesezeichen", "notiz"};
constexpr std::array<std::string_view, 5> order_words{"", "relevanz", "neueste", "aelteste", "lesezeit"};
constexpr std::array<std::string_view, 4> page_words{"", "ueber", "trends", "notizbuch"};

void add_word(std::string& joined, std::string_view sign, std::string_view word) {
    if (!joined.empty()) joined += ',';
    joined += sign;
    joined += word;
}

std::string join_selection(const query::Selection& selection) {
    std::string joined;
    for (const std::string& slug : selection.wanted) add_word(joined, "", slug);
    for (const std::string& slug : selection.excluded) add_word(joined, "-", slug);
    return joined;
}

std::string join_marks(std::uint8_t marks) {
    std::string joined;
    for (std::size_t i = 0; i < mark_words.size(); ++i) {
        if (marks >> i & 1) add_word(joined, "", mark_words[i]);
    }
    return joined;
}

template <typename Take> void split_words(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        take(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}

void tidy(std::vector<std::string>& slugs) {
    std::ranges::sort(slugs);
    const auto repeated = std::ranges::unique(slugs);
    slugs.erase(repeated.begin(), repeated.end());
}

query::Selection split_selection(std::string_view text) {
    query::Selection selection;
    split_words(text, [&](std::string_view slug) {
        const bool is_excluded = slug.starts_with('-');
        if (is_excluded) slug.remove_prefix(1);
        if (!is_slug(slug) || selection.wanted.size() + selection.excluded.size() >= query::facet_selection_max) return;
        (is_excluded ? selection.excluded : selection.wanted).emplace_back(slug);
    });
    tidy(selection.wanted);
    tidy(selection.excluded);
    std::erase_if(selection.wanted, [&](const std::string& slug) { return std::ranges::binary_search(selection.excluded, slug); });
    return selection;
}

std::uint8_t split_marks(std::string_view text) {
    unsigned marks = 0;
    split_words(text, [&](std::string_view word) {
        const auto at = std::ranges::find(mark_words, word);
        if (at != mark_words.end()) marks |= 1U << (at - mark_words.begin());
    });
    return static_cast<std::uint8_t>(marks);
}

template <typename Enum, std::size_t Count>
std::optional<Enum> read_word(const std::array<std::string_view, Count>& words, std::string_view word) {
    const auto at = std::ranges::find(words, word);
    if (word.empty() || at == words.end()) return std::nullopt;
    return static_cast<Enum>(at - words.begin());
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
    } else if (name == "nur") {
        route.filter.marks = split_marks(value);
    } else if (name == "ordnung") {
        const auto order = read_word<query::Order>(order_words, value);
        route.has_order = order.has_value();
        route.filter.order = order.value_or(query::Order::automatic);
    } else if (name == "seite") {
        route.page = read_word<Page>(page_words, value).value_or(Page::reader);
    } else if (const auto facet = std::ranges::find(facet_parts, name); facet != facet_parts.end()) {
        route.filter.facets[static_cast<std::size_t>(facet - facet_parts.begin())] = split_selection(value);
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
    for (std::size_t i = 0; i < query::facet_count; ++i) add(facet_parts[i], join_selection(route.filter.facets[i]));
    add("nur", join_marks(route.filter.marks));
    add("ordnung", std::string(order_words[static_cast<std::size_t>(route.filter.order)]));
    add("seite", std::string(page_words[static_cast<std::size_t>(route.page)]));
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
