#include "app/commands.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace lesesaal::app {
namespace {

using namespace std::string_view_literals;

bool always(const State&) { return true; }
bool has_list(const State& state) { return !state.result.hits.empty(); }
bool has_open(const State& state) { return state.open.has_value() && !state.view.is_about; }

constexpr std::array search_keys{"/"sv};
constexpr std::array next_keys{"j"sv, "n"sv};
constexpr std::array previous_keys{"k"sv, "p"sv};
constexpr std::array bookmark_keys{"b"sv, "s"sv};
constexpr std::array escape_keys{"Escape"sv};

const std::array<Command, 7> table{{
    {CommandId::focus_search, "Suchen", search_keys, always, [](const State&) -> Event { return SearchFocused{}; }},
    {CommandId::next_article, "Nächster Artikel", next_keys, has_list, [](const State&) -> Event { return ArticleStepped{1}; }},
    {CommandId::previous_article, "Voriger Artikel", previous_keys, has_list,
     [](const State&) -> Event { return ArticleStepped{-1}; }},
    {CommandId::toggle_bookmark, "Lesezeichen", bookmark_keys, has_open,
     [](const State& state) -> Event { return BookmarkToggled{state.open->article.uid}; }},
    {CommandId::reset_filters, "Filter zurücksetzen", {}, has_filters, [](const State&) -> Event { return FiltersReset{}; }},
    {CommandId::about, "Über", {}, always, [](const State&) -> Event { return AboutToggled{}; }},
    {CommandId::escape, "Zurück", escape_keys, always, [](const State&) -> Event { return Escaped{}; }},
}};

}  // namespace

std::span<const Command> commands() { return table; }

const Command& command(CommandId id) {
    const auto row = std::ranges::find(table, id, &Command::id);
    LESESAAL_CHECK(row != table.end());
    return *row;
}

std::optional<Event> event_for_key(const State& state, std::string_view key) {
    for (const Command& row : table) {
        if (std::ranges::find(row.keys, key) != row.keys.end() && row.is_enabled(state)) return row.make_event(state);
    }
    return std::nullopt;
}

}  // namespace lesesaal::app
