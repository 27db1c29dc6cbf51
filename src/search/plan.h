#pragma once
// A query made ready for one corpus: every word with what it stands for there.

#include <string_view>
#include <vector>

#include "query/expression.h"
#include "search/expansion.h"

namespace lesesaal::search {

struct Plan {
    query::NodeKind kind = query::NodeKind::all_of;
    const query::Node* node = nullptr;  // of a condition; lifetime: that of the query
    std::vector<Plan> children;
    std::vector<Expansion> words;  // of kind words: in order; several must follow one another in a text
    query::Scope scope = query::Scope::everywhere;
    int distance = 0;
};

/// Lifetime: `root` and the index must stay as long as the plan. Words without a letter are left out; a node of nothing
/// else becomes one of kind all_of, which asks for nothing.
[[nodiscard]] Plan make_plan(const query::Node& root, Expander& expander);

/// The nodes of kind words that a hit has, not those it must not have.
[[nodiscard]] std::vector<const Plan*> wanted_words(const Plan& plan);

}  // namespace lesesaal::search
