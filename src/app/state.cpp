#include "app/state.h"

#include <algorithm>

namespace lesesaal::app {

bool has_filters(const State& state) {
    const query::Filter& filter = state.filter;
    return !filter.text.empty() || filter.from || filter.to || !filter.topics.empty() || !filter.places.empty() ||
           state.is_bookmarks_only || !state.from_field.text.empty() || !state.to_field.text.empty();
}

bool is_bookmarked(const State& state, std::string_view uid) { return state.notebook.is_set(notebook::Kind::bookmark, uid); }

std::optional<std::size_t> open_position(const State& state) {
    if (!state.open) return std::nullopt;
    const auto at = std::ranges::find(state.result.hits, state.open->id);
    if (at == state.result.hits.end()) return std::nullopt;
    return static_cast<std::size_t>(at - state.result.hits.begin());
}

}  // namespace lesesaal::app
