#include "ui/notebook_words.h"

#include <algorithm>

#include "notebook/card.h"
#include "ui/dates.h"

namespace lesesaal::ui {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

std::string known_headline(const Frame& frame, std::string_view uid) {
    const app::State& state = frame.state;
    if (state.open && state.open->article.uid == uid) return state.open->article.headline;
    if (const auto id = state.uid_index.find(uid)) {
        const auto row = state.rows.find(static_cast<std::int32_t>(*id));
        if (row != state.rows.end()) return row->second.headline;
    }
    const auto card = notebook::decode_card(state.notebook.value(notebook::Kind::card, uid));
    return card ? card->headline : std::string{};
}

}  // namespace

Say colour_name(notebook::Colour colour) {
    switch (colour) {
        case notebook::Colour::green: return Say::colour_green;
        case notebook::Colour::blue: return Say::colour_blue;
        case notebook::Colour::pink: return Say::colour_pink;
        case notebook::Colour::yellow:
        case notebook::Colour::count_: break;
    }
    return Say::colour_yellow;
}

Say colour_action(notebook::Colour colour) {
    switch (colour) {
        case notebook::Colour::green: return Say::mark_green;
        case notebook::Colour::blue: return Say::mark_blue;
        case notebook::Colour::pink: return Say::mark_pink;
        case notebook::Colour::yellow:
        case notebook::Colour::count_: break;
    }
    return Say::mark_yellow;
}

std::string highlight_style(notebook::Colour colour) { return "highlight " + std::string(notebook::name_of(colour)); }

std::string headline_of(const Frame& frame, std::string_view uid) {
    std::string headline = known_headline(frame, uid);
    return headline.empty() ? std::string(frame.say(Say::entry_untitled)) : headline;
}

std::string day_of(const Frame& frame, std::int64_t ms) {
    const base::Date date = base::from_days(static_cast<std::int32_t>(ms / day_ms));
    return short_date({date, date, corpus::DatePrecision::day, false, {}}, frame.words.language());
}

std::string shortened(std::string_view text, std::size_t characters) {
    std::string line;
    std::size_t count = 0;
    for (const char byte : text) {
        const bool begins_character = (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
        if (begins_character && count++ == characters) return line + "…";
        line += byte == '\n' ? ' ' : byte;
    }
    return line;
}

}  // namespace lesesaal::ui
