#include "query/fields.h"

#include <algorithm>

namespace lesesaal::query {
namespace {

constexpr std::size_t field_name_bytes_max = 12;

bool is_same(std::string_view name, std::string_view typed) {
    return std::ranges::equal(name, typed, [](char a, char b) { return a == ascii_lower(b); });
}

}  // namespace

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<FieldPrefix> field_prefix(std::string_view text) {
    const std::size_t colon = text.substr(0, field_name_bytes_max + 1).find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view typed = text.substr(0, colon);
    for (const FieldNames& names : field_names) {
        if (is_same(names.german, typed) || is_same(names.english, typed)) return FieldPrefix{names.field, colon + 1};
    }
    return std::nullopt;
}

std::optional<Scope> scope_of(Field field) {
    switch (field) {
    case Field::title: return Scope::title;
    case Field::lead: return Scope::lead;
    case Field::body: return Scope::body;
    case Field::note: return Scope::note;
    default: return std::nullopt;
    }
}

std::optional<Facet> facet_of(Field field) {
    switch (field) {
    case Field::source: return Facet::source;
    case Field::topic: return Facet::topic;
    case Field::place: return Facet::place;
    case Field::organisation: return Facet::organisation;
    default: return std::nullopt;
    }
}

Field field_of(Scope scope) {
    return std::ranges::find_if(field_names, [&](const FieldNames& names) { return scope_of(names.field) == scope; })->field;
}

Field field_of(Facet facet) {
    return std::ranges::find_if(field_names, [&](const FieldNames& names) { return facet_of(names.field) == facet; })->field;
}

bool is_or(std::string_view word) { return word == "ODER" || word == "OR"; }

std::optional<int> near_distance(std::string_view word) {
    if (!word.starts_with("NAHE") && !word.starts_with("NEAR")) return std::nullopt;
    word.remove_prefix(4);
    if (word.empty()) return near_distance_default;
    if (word.front() != '/' || word.size() == 1) return std::nullopt;
    int distance = 0;
    for (const char c : word.substr(1)) {
        if (c < '0' || c > '9') return std::nullopt;
        distance = std::min(distance * 10 + (c - '0'), near_distance_max);
    }
    return distance;
}

}  // namespace lesesaal::query
