#include "store/conditions.h"

#include <algorithm>

#include "query/fold.h"

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

/// Sets `bit` of the articles whose dates lie at least in part between two, inclusive.
void meet_dates(std::vector<std::uint8_t>& met, const query::Overview& overview, const std::optional<base::Date>& from_date,
                const std::optional<base::Date>& to_date, std::uint8_t bit) {
    const std::int32_t from = from_date ? base::to_days(*from_date) : INT32_MIN;
    const std::int32_t to = to_date ? base::to_days(*to_date) : INT32_MAX;
    for (std::size_t i = 0; i < met.size(); ++i) {
        const bool is_dated = overview.first_days[i] != query::no_day;
        if (is_dated && overview.first_days[i] <= to && overview.last_days[i] >= from) met[i] |= bit;
    }
}

/// Whether what a reader typed names a value: its slug, or its name in one of the languages.
bool is_named(const query::FacetValue& value, std::string_view folded) {
    return query::fold_name(value.slug) == folded || query::fold_name(value.label_de) == folded || query::fold_name(value.label_en) == folded;
}

void meet_value(std::vector<std::uint8_t>& is_hit, const query::Overview& overview, Facet facet, std::string_view typed) {
    const std::string folded = query::fold_name(typed);
    std::vector<bool> is_wanted;
    for (const query::FacetValue& value : overview.of(facet)) is_wanted.push_back(is_named(value, folded));
    const query::Memberships& memberships = overview.memberships[query::index_of(facet)];
    for (std::size_t i = 0; i < is_hit.size(); ++i) {
        for (const std::uint16_t value : memberships.of(static_cast<query::ArticleId>(i))) {
            if (is_wanted[value]) is_hit[i] = 1;
        }
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
                             const std::vector<std::uint8_t>* matches) {
    Conditions asked = 0;
    if (matches) asked |= text_met;
    if (filter.from || filter.to) asked |= dates_met;
    if (filter.marks != 0) asked |= marks_met;
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        if (!filter.facets[i].is_empty()) asked |= facet_met(static_cast<Facet>(i));
    }
    ConditionsMet met(overview.first_days.size(), static_cast<Conditions>(all_met & ~asked));
    if (matches) {
        for (std::size_t i = 0; i < met.size(); ++i) met[i] |= (*matches)[i] != 0 ? text_met : Conditions{0};
    }
    if ((asked & dates_met) != 0) meet_dates(met, overview, filter.from, filter.to, dates_met);
    if ((asked & marks_met) != 0) meet_marks(met, filter);
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        if ((asked & facet_met(facet)) != 0) meet_facet(met, overview, facet, filter.facets[i]);
    }
    return met;
}

std::vector<std::uint32_t> nearly_met(const ConditionsMet& met) {
    std::vector<std::uint32_t> near(met.size());
    std::size_t count = 0;
    // Written in any case and kept only when near: whether an article is a hit is nothing that a processor foresees.
    for (std::size_t i = 0; i < met.size(); ++i) {
        near[count] = static_cast<std::uint32_t>(i);
        const auto missing = static_cast<Conditions>(all_met & ~met[i]);
        count += (missing & (missing - 1)) == 0 ? 1 : 0;
    }
    near.resize(count);
    return near;
}

std::vector<std::int32_t> count_values(const ConditionsMet& met, const std::vector<std::uint32_t>& near, const query::Overview& overview, Facet facet) {
    std::vector<std::int32_t> counts(overview.of(facet).size(), 0);
    const query::Memberships& memberships = overview.memberships[query::index_of(facet)];
    const Conditions own = facet_met(facet);
    for (const std::uint32_t i : near) {
        if ((met[i] | own) != all_met) continue;
        for (const std::uint16_t value : memberships.of(static_cast<query::ArticleId>(i))) ++counts[value];
    }
    return counts;
}

std::array<std::int32_t, query::mark_count> count_marks(const ConditionsMet& met, const std::vector<std::uint32_t>& near, const query::Filter& filter) {
    std::array<std::int32_t, 256> by_bits{};  // one count per set of marks, so that the loop has no branches of its own
    for (const std::uint32_t i : near) {
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

void meet_node(std::vector<std::uint8_t>& is_hit, const query::Overview& overview, const query::Filter& filter, const query::Node& node) {
    switch (node.kind) {
    case query::NodeKind::dates: meet_dates(is_hit, overview, node.from, node.to, 1); return;
    case query::NodeKind::facet: meet_value(is_hit, overview, node.facet, node.value); return;
    case query::NodeKind::mark:
        for (std::size_t i = 0; i < is_hit.size(); ++i) {
            const bool has_mark = (marks_of(filter, i) & static_cast<std::uint8_t>(node.mark)) != 0;
            is_hit[i] = has_mark == node.is_mark_wanted ? 1 : 0;
        }
        return;
    case query::NodeKind::all_of:
    case query::NodeKind::any_of:
    case query::NodeKind::none_of:
    case query::NodeKind::words:
    case query::NodeKind::near: return;  // of the text: text_search.h
    }
}

}  // namespace lesesaal::store
