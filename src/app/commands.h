#pragma once
// The one table of commands: toolbar, keyboard, palette, help and tests use the same rows.

#include <optional>
#include <span>
#include <string_view>

#include "app/event.h"
#include "app/state.h"

namespace lesesaal::app {

enum class CommandId : std::uint8_t {
    search, search_help, palette, help, settings, next_article, previous_article, open_article, escape, undo,
    bookmark, mark_read, note, tag, collect, highlight, source, cite, print, copy_link, select_row, export_selection,
    go_list, go_article, go_filters, go_bookmarks, go_unread, go_start, trends, about, notebook, save_search, take_out, bring_in, copy_page,
    reset_filters, order_next, theme_next, language_next, compact, html_view, text_larger, text_smaller,
};

enum class CommandGroup : std::uint8_t { room, article, go, look };

struct Command {
    CommandId id;
    CommandGroup group;
    std::string_view title_key;               // of assets/i18n, e.g. "command_search"
    std::span<const std::string_view> keys;   // KeyboardEvent.key values, any of them; "g l" is two keys in a row, "Ctrl+k" Ctrl or Cmd
    bool (*is_enabled)(const State&);
    Event (*make_event)(const State&);
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command& command(CommandId id);

/// What a key means that no control has taken. `key` as KeyboardEvent.key; `has_control`: Ctrl or Cmd.
/// Single letters mean nothing while the reader has switched them off, or while something lies over the panes.
enum class Modifier : std::uint8_t { none, control };
[[nodiscard]] std::optional<Event> event_for_key(const State& state, std::string_view key, Modifier modifier = Modifier::none);

}  // namespace lesesaal::app
