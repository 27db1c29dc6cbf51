#include "store/conditions.h"

#include <algorithm>

namespace lesesaal::store {
namespace {

using query::Facet;
using query::Mark;

/// What a filter asks of a value of a facet.
enum class Wish : std::uint8_t { none, wanted, excluded };

bool holds(const std::vector<std::string>& slugs, const std::string& slug) {
    return std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
}

/// By index of the value. Slugs that the corpus does not have ask for nothing there.
std::vector<Wish> wishes_of(const query::Selection& selection, const std::vector<query::FacetValue>& values) {
    std::vector<Wish> wishes(values.size(), Wish::none);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (holds(selection.excluded, values[i].slug)) wishes[i] = Wish::excluded;
        else if (holds(selection.wanted, values[i].slug)) wishes[i] = Wish::wanted;
    }
    return wishes;
}

void meet_dates(ConditionsMet& met, const query::Overview& overview, const query::Filter& filter) {
    const std::int32_t from = filter.from ? base::to_days(*filter.from) : INT32_MIN;
    const std::int32_t to = filter.to ? base::to_days(*filter.to) : INT32_MAX;
    for (std::size_t i = 0; i < met.size(); ++i) {
        const bool is_dated = overview.first_days[i] != query::no_day;
        if (is_dated && overview.first_days[i] <= to && overview.last_days[i] >= from) met[i] |= dates_met;
    }
}

void meet_facet(ConditionsMet& met, const query::Overview& overview, Facet facet, const query::Selection& selection) {
    const std::vector<Wish> wishes = wishes_of(selection, overview.of(facet));
    const query::Memberships& memberships = overview.memberships[query::index_of(facet)];
    const Conditions bit = facet_met(facet);
    for (std::size_t i = 0; i < met.size(); ++i) {
        bool is_met = selection.wanted.empty();
        for (const std::uint16_t value : memberships.of(static_cast<query::ArticleId>(i))) {
            if (wishes[value] == Wish::none) continue;
            is_met = wishes[value] == Wish::wanted;
            if (!is_met) break;
        }
        if (is_met) met[i] |= bit;
    }
}

/// The Mark bits of an article; what the reader never touched is unread.
std::uint8_t marks_of(const query::Filter& filter, std::size_t article) {
    constexpr auto untouched = static_cast<std::uint8_t>(Mark::unread);
    return filter.standing && article < filter.standing->size() ? (*filter.standing)[article] : untouched;
}

void meet_marks(ConditionsMet& met, const query::Filter& filter) {
    for (std::size_t i = 0; i < met.size(); ++i) {
        if ((marks_of(filter, i) & filter.marks) != 0) met[i] |= marks_met;
    }
}

}  // namespace

ConditionsMet conditions_met(const query::Overview& overview, const query::Filter& filter,
                             const std::vector<TextHit>* matches) {
    Conditions asked = 0;
    if (matches) asked |= text_met;
    if (filter.from || filter.to) asked |= dates_met;
    if (filter.marks != 0) asked |= marks_met;
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        if (!filter.facets[i].is_empty()) asked |= facet_met(static_cast<Facet>(i));
    }
    ConditionsMet met(overview.first_days.size(), static_cast<Conditions>(all_met & ~asked));
    if (matches) {
        for (const TextHit& hit : *matches) met[static_cast<std::size_t>(hit.id)] |= text_met;
    }
    if ((asked & dates_met) != 0) meet_dates(met, overview, filter);
    if ((asked & marks_met) != 0) meet_marks(met, filter);
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        if ((asked & facet_met(facet)) != 0) meet_facet(met, overview, facet, filter.facets[i]);
    }
    return met;
}

std::vector<std::int32_t> count_values(const ConditionsMet& met, const query::Overview& overview, Facet facet) {
    std::vector<std::int32_t> counts(overview.of(facet).size(), 0);
    const query::Memberships& memberships = overview.memberships[query::index_of(facet)];
    const Conditions own = facet_met(facet);
    for (std::size_t i = 0; i < met.size(); ++i) {
        if ((met[i] | own) != all_met) continue;
        for (const std::uint16_t value : memberships.of(static_cast<query::ArticleId>(i))) ++counts[value];
    }
    return counts;
}

std::array<std::int32_t, query::mark_count> count_marks(const ConditionsMet& met, const query::Filter& filter) {
    std::array<std::int32_t, 256> by_bits{};  // one count per set of marks, so that the loop has no branches of its own
    for (std::size_t i = 0; i < met.size(); ++i) {
        if ((met[i] | marks_met) == all_met) ++by_bits[marks_of(filter, i)];
    }
    std::array<std::int32_t, query::mark_count> counts{};
    for (std::size_t bits = 0; bits < by_bits.size(); ++bits) {
        for (std::size_t mark = 0; mark < query::mark_count; ++mark) {
            if ((bits >> mark & 1) != 0) counts[mark] += by_bits[bits];
        }
    }
    return counts;
}

}  // namespace lesesaal::store
