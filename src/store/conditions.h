#pragma once
// Which conditions of a filter each article meets: what decides over hits and counts alike.

#include <cstdint>
#include <vector>

#include "query/expression.h"
#include "query/filter.h"
#include "store/overview.h"

namespace lesesaal::store {

/// Bits. A condition that a filter does not ask for is met.
using Conditions = std::uint8_t;
constexpr Conditions text_met = 1;
constexpr Conditions dates_met = 2;
constexpr Conditions marks_met = 4;
[[nodiscard]] constexpr Conditions facet_met(query::Facet facet) {
    return static_cast<Conditions>(8U << query::index_of(facet));
}
constexpr Conditions all_met = 127;

using ConditionsMet = std::vector<Conditions>;  // by article

/// `matches`: by article 1 where it matches the filter's text; null where that asks for nothing. Cost: linear in the articles, once for
/// every condition asked for.
[[nodiscard]] ConditionsMet conditions_met(const query::Overview& overview, const query::Filter& filter,
                                           const std::vector<std::uint8_t>* matches);

/// The articles that meet all conditions, or all but one: all that is counted anywhere. Ascending.
[[nodiscard]] std::vector<std::uint32_t> nearly_met(const ConditionsMet& met);

/// Articles per value of the facet among those that meet all conditions but that facet's own. `near`: as by nearly_met.
[[nodiscard]] std::vector<std::int32_t> count_values(const ConditionsMet& met, const std::vector<std::uint32_t>& near,
                                                     const query::Overview& overview, query::Facet facet);

/// Articles per mark among those that meet all conditions but the marks.
[[nodiscard]] std::array<std::int32_t, query::mark_count> count_marks(const ConditionsMet& met, const std::vector<std::uint32_t>& near,
                                                                      const query::Filter& filter);

/// Sets is_hit of the articles that meet a condition written in the search box: dates, a facet's value, a mark.
void meet_node(std::vector<std::uint8_t>& is_hit, const query::Overview& overview, const query::Filter& filter, const query::Node& node);

}  // namespace lesesaal::store
