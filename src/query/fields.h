#pragma once
// The names of the query language, German and English.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "query/expression.h"

namespace lesesaal::query {

enum class Field : std::uint8_t { title, lead, body, note, source, topic, place, organisation, date, is, has };

struct FieldNames {
    Field field;
    std::string_view german;
    std::string_view english;
};
/// In the order of Field.
inline constexpr std::array<FieldNames, 11> field_names{{
    {Field::title, "titel", "title"},
    {Field::lead, "vorspann", "lead"},
    {Field::body, "text", "body"},
    {Field::note, "notiz", "note"},
    {Field::source, "quelle", "source"},
    {Field::topic, "thema", "topic"},
    {Field::place, "ort", "place"},
    {Field::organisation, "organisation", "organization"},
    {Field::date, "datum", "date"},
    {Field::is, "ist", "is"},
    {Field::has, "hat", "has"},
}};

struct FieldPrefix {
    Field field = Field::title;
    std::size_t bytes = 0;  // with the colon
};
/// The name of a field and its colon at the begin of `text`, in any case. Cost: constant.
[[nodiscard]] std::optional<FieldPrefix> field_prefix(std::string_view text);

/// Where words are looked for behind the field's name, if they are.
[[nodiscard]] std::optional<Scope> scope_of(Field field);
[[nodiscard]] std::optional<Facet> facet_of(Field field);
[[nodiscard]] Field field_of(Scope scope);  // Requires: not everywhere
[[nodiscard]] Field field_of(Facet facet);
[[nodiscard]] inline const FieldNames& names_of(Field field) { return field_names[static_cast<std::size_t>(field)]; }

/// A value of "ist:" or "hat:".
struct MarkName {
    Field field;
    std::string_view german;
    std::string_view english;
    Mark mark;
    bool is_wanted;
};
inline constexpr std::array<MarkName, 5> mark_names{{
    {Field::is, "ungelesen", "unread", Mark::unread, true},
    {Field::is, "gelesen", "read", Mark::unread, false},
    {Field::is, "lesezeichen", "bookmarked", Mark::bookmarked, true},
    {Field::has, "notiz", "note", Mark::noted, true},
    {Field::has, "lesezeichen", "bookmark", Mark::bookmarked, true},
}};

constexpr int near_distance_default = 5;
constexpr int near_distance_max = 50;
[[nodiscard]] bool is_or(std::string_view word);
/// The distance that "NAHE", "NAHE/9" or their English forms name, at most near_distance_max; nothing when `word` is none.
[[nodiscard]] std::optional<int> near_distance(std::string_view word);

[[nodiscard]] char ascii_lower(char c);

}  // namespace lesesaal::query
