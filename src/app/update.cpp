#include "app/update.h"

#include <variant>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

template <typename Wanted, typename... All> constexpr std::size_t index_in(const std::variant<All...>*) {
    std::size_t index = 0;
    (void)((std::is_same_v<Wanted, All> ? false : (++index, true)) && ...);
    return index;
}

/// The variant lists what the interface sends first.
bool is_from_interface(const Event& event) { return event.index() < index_in<CorpusOpened>(static_cast<const Event*>(nullptr)); }

template <typename... Kinds> bool is_any(const Event& event) { return (std::holds_alternative<Kinds>(event) || ...); }

/// The frame and the scroll bars send these, not a decision of the reader.
bool is_incidental(const Event& event) {
    return is_any<PaneScrolled, RowsNeeded, RowFocused, NoticeDismissed, SystemLanguageKnown>(event);
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
    std::visit(updater, event);
    return updater.take();
}

}  // namespace lesesaal::app
