#include "app/state.h"

#include <algorithm>

namespace lesesaal::app {

bool has_filters(const State& state) {
    return !state.filter.text.empty() || count_filters(state) > 0 || !state.from_field.text.empty() ||
           !state.to_field.text.empty();
}

std::size_t count_filters(const State& state) {
    std::size_t count = state.filter.from || state.filter.to ? 1 : 0;
    for (const query::Selection& selection : state.filter.facets) count += selection.wanted.size() + selection.excluded.size();
    for (std::uint8_t bits = state.filter.marks; bits; bits >>= 1) count += bits & 1U;
    return count;
}

bool is_bookmarked(const State& state, std::string_view uid) { return state.notebook.is_set(notebook::Kind::bookmark, uid); }

bool is_read(const State& state, std::string_view uid) { return state.notebook.is_set(notebook::Kind::read, uid); }

bool has_mark(const State& state, query::Mark mark) { return (state.filter.marks & static_cast<std::uint8_t>(mark)) != 0; }

Safety safety(const State& state) {
    switch (state.storage) {
        case StorageState::opening: return Safety::opening;
        case StorageState::until_closing:
        case StorageState::not_stored: return Safety::unsafe;
        case StorageState::saved: break;
    }
    return state.uncopied == 0 ? Safety::safe : Safety::only_here;
}

std::optional<std::size_t> open_position(const State& state) {
    if (!state.open) return std::nullopt;
    const auto at = std::ranges::find(state.result.hits, state.open->id);
    if (at == state.result.hits.end()) return std::nullopt;
    return static_cast<std::size_t>(at - state.result.hits.begin());
}

}  // namespace lesesaal::app
