#include "app/update.h"

#include <variant>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

bool is_from_interface(const Event& event) {
    const EventGroups& groups = event.groups();
    return !std::holds_alternative<OutsideEvent>(groups) && !std::holds_alternative<AnswerEvent>(groups) &&
           !std::holds_alternative<KeepingEvent>(groups);
}

template <typename... Kinds> bool is_any(const Event& event) { return ((event_as<Kinds>(event) != nullptr) || ...); }

/// The frame and the scroll bars send these, not a decision of the reader.
bool is_incidental(const Event& event) {
    return is_any<PaneScrolled, RowsNeeded, RowFocused, NoticeDismissed, SystemLanguageKnown, PassageSelected>(event);
}

}  // namespace

Effects update(State& state, const Event& event, std::int64_t now_ms) {
    if (is_from_interface(event) && !is_incidental(event)) {
        // A command ends the palette it was picked from, and the chord it was typed with.
        const bool is_of_palette = is_any<PaletteTyped, PaletteMoved, Escaped, OverlayToggled>(event);
        if (state.view.overlay == Overlay::palette && !is_of_palette) state.view.overlay = Overlay::none;
        if (!is_any<ChordBegun, Escaped>(event)) state.view.chord.clear();
    }
    Updater updater(state, now_ms);
    std::visit([&](const auto& group) { std::visit(updater, group); }, event.groups());
    return updater.take();
}

}  // namespace lesesaal::app
