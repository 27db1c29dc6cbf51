// What the reader writes: a note on the open article, or on a passage of it.
#include <algorithm>
#include <string>

#include "ui/article_flow.h"
#include "ui/notebook_words.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using scene::Node;
using scene::Role;
using scene::Tristate;

app::Event typed(std::string text) { return app::DraftTyped{std::move(text)}; }

/// Ctrl+Enter, or Enter where there is one line, does what the button does.
auto by_enter(bool needs_control, app::Event event) {
    return [needs_control, event = std::move(event)](const KeyPress& key) -> std::optional<app::Event> {
        if (key.key != "Enter" || (needs_control && !key.has_control)) return std::nullopt;
        return event;
    };
}

constexpr std::size_t quote_characters_max = 400;

void describe_colours(Frame& frame, const std::string& uid, const notebook::EntryHighlight& entry) {
    flow::open(frame, Role::group, "colours", "choices colours").name = frame.say(Say::highlight_colour);
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(notebook::Colour::count_); ++i) {
        const auto colour = static_cast<notebook::Colour>(i);
        Node& radio = flow::open(frame, Role::radio, std::uint64_t{i} + 1, "choice " + std::string(notebook::name_of(colour)));
        radio.name = frame.say(colour_name(colour));
        radio.checked = entry.highlight.colour == colour ? Tristate::on : Tristate::off;
        frame.handle(radio.id, {.on_activate = app::HighlightColoured{uid, entry.item, colour}});
        frame.tree.close();
    }
    frame.tree.close();
}

}  // namespace

void describe_other_versions(Frame& frame, const std::string& uid, const std::string& item, std::size_t count) {
    const std::string label = frame.words.count(Say::other_versions, static_cast<std::int64_t>(count));
    Node& button = flow::open(frame, Role::button, "versions", "button versions", label);
    button.popup = "dialog";
    frame.handle(button.id, {.on_activate = app::VersionsOpened{uid, item}});
    frame.tree.close();
}

void describe_note(Frame& frame) {
    const app::State& state = frame.state;
    if (!state.open) return;
    const std::string& uid = state.open->article.uid;
    const Sheet sheet(frame, app::Overlay::note, frame.say(Say::note_edit));
    flow::leaf(frame, Role::paragraph, "headline", "soft", state.open->article.headline);
    const app::Event save = app::NoteSaved{uid, state.view.draft};
    Node& text = flow::open(frame, Role::textarea, "text", "textarea");
    text.name = frame.say(Say::note_edit);
    text.value = state.view.draft;
    text.placeholder = frame.say(Say::note_placeholder);
    frame.handle(text.id, {.on_key = by_enter(true, save), .on_input = typed, .on_change = typed});
    frame.tree.close();
    const std::size_t others = state.notebook.conflicts(notebook::Kind::note, uid).size();
    if (others > 0) describe_other_versions(frame, uid, "", others);
    flow::open(frame, Role::box, "buttons", "buttons");
    sheet_button(frame, {.key = "save", .label = frame.say(Say::note_save), .event = save, .style = "button primary"});
    if (state.notebook.is_set(notebook::Kind::note, uid)) {
        sheet_button(frame, {.key = "remove", .label = frame.say(Say::note_remove), .event = app::NoteSaved{uid, ""}});
    }
    frame.tree.close();
}

void describe_highlight(Frame& frame) {
    const app::State& state = frame.state;
    const auto at = std::ranges::find(state.open_highlights, state.view.highlight,
                                      [](const app::PlacedHighlight& placed) -> const std::string& { return placed.entry.item; });
    if (!state.open || at == state.open_highlights.end()) return;
    const std::string& uid = state.open->article.uid;
    const notebook::Highlight& highlight = at->entry.highlight;
    const std::string& item = at->entry.item;
    const Sheet sheet(frame, app::Overlay::highlight, frame.say(Say::highlight));
    flow::open(frame, Role::paragraph, "quote", "quotation");
    flow::open(frame, Role::mark, "words", highlight_style(highlight.colour), shortened(highlight.quote.exact, quote_characters_max)).language =
        flow::language_of(frame, state.open->article.language);
    frame.tree.close();
    frame.tree.close();
    if (at->place && at->place->fit == notebook::Fit::approximate) {
        flow::leaf(frame, Role::paragraph, "fit", "hint", frame.say(Say::highlight_approximate));
    }
    describe_colours(frame, uid, at->entry);
    const app::Event save = app::HighlightNoted{uid, item, state.view.draft};
    Node& text = flow::open(frame, Role::textarea, "text", "textarea low");
    text.name = frame.say(Say::highlight_note);
    text.value = state.view.draft;
    text.placeholder = frame.say(Say::highlight_note);
    frame.handle(text.id, {.on_key = by_enter(true, save), .on_input = typed, .on_change = typed});
    frame.tree.close();
    if (!at->entry.others.empty()) describe_other_versions(frame, uid, item, at->entry.others.size());
    flow::open(frame, Role::box, "buttons", "buttons");
    sheet_button(frame, {.key = "save", .label = frame.say(Say::note_save), .event = save, .style = "button primary"});
    sheet_button(frame, {.key = "remove", .label = frame.say(Say::highlight_remove), .event = app::HighlightRemoved{uid, item}});
    frame.tree.close();
}

}  // namespace lesesaal::ui
