#pragma once
// What may be meant where the search box's caret stands in the name of a field or in its value.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "query/filter.h"

namespace lesesaal::query {

enum class Language : std::uint8_t { de, en };

struct Completion {
    base::ByteRange replaced;  // of the text
    std::string text;          // what stands there instead
    std::string label;         // for a list
    std::int32_t count = -1;   // of articles; -1: there is none to tell
    bool operator==(const Completion&) const = default;
};

constexpr std::size_t completions_max = 8;
constexpr std::size_t field_letters_min = 2;

/// At the end of two letters or more that begin a field's name in `language`: the field. In the value of a field for topics,
/// places, organisations or sources: values of the overview, by falling count; of dates: the last days, the last month and the
/// newest years that have articles; of "ist:" and "hat:": their values. Excluded fields (-thema:) likewise. What stands there
/// already is not offered. Offsets are bytes; a `caret` beyond the text is at its end, one inside a character at its begin.
/// Returns: at most completions_max. Cost: linear in the text, the values of a facet, and for dates the articles.
[[nodiscard]] std::vector<Completion> complete(std::string_view text, std::size_t caret, const Overview& overview, Language language);

struct Completed {
    std::string text;
    std::size_t caret = 0;
    bool operator==(const Completed&) const = default;
};
/// Requires: a completion of this very text. The caret stands behind what was put in.
[[nodiscard]] Completed apply(std::string_view text, const Completion& completion);

}  // namespace lesesaal::query
