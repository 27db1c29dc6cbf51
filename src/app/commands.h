#pragma once
// The one table of commands: toolbar, keyboard, help and tests use the same rows.

#include <optional>
#include <span>
#include <string_view>

#include "app/event.h"
#include "app/state.h"

namespace lesesaal::app {

enum class CommandId : std::uint8_t { focus_search, next_article, previous_article, toggle_bookmark, reset_filters, about, escape };

struct Command {
    CommandId id;
    std::string_view title_de;
    std::span<const std::string_view> keys;  // KeyboardEvent.key values, any of them
    bool (*is_enabled)(const State&);
    Event (*make_event)(const State&);
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command& command(CommandId id);

/// The event of the enabled command that `key` (without Ctrl, Cmd, Alt) stands for.
[[nodiscard]] std::optional<Event> event_for_key(const State& state, std::string_view key);

}  // namespace lesesaal::app
