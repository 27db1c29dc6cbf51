#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "query/fold.h"
#include "ui/article_flow.h"
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

constexpr std::size_t tags_shown_max = 8;

/// The reader's tags that begin as what was typed.
std::vector<std::string> known_tags(const app::State& state) {
    const std::string typed_so_far = query::fold_name(state.view.draft);
    std::set<std::string> tags;
    for (const std::string& uid : state.notebook.all(notebook::Kind::tag)) {
        for (const std::string& tag : state.notebook.values(notebook::Kind::tag, uid)) {
            if (query::names_match(query::fold_name(tag), typed_so_far)) tags.insert(tag);
        }
    }
    std::vector<std::string> shown(tags.begin(), tags.end());
    if (shown.size() > tags_shown_max) shown.resize(tags_shown_max);
    return shown;
}

}  // namespace

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
    flow::open(frame, Role::box, "buttons", "buttons");
    sheet_button(frame, {.key = "save", .label = frame.say(Say::note_save), .event = save, .style = "button primary"});
    if (state.notebook.is_set(notebook::Kind::note, uid)) {
        sheet_button(frame, {.key = "remove", .label = frame.say(Say::note_remove), .event = app::NoteSaved{uid, ""}});
    }
    frame.tree.close();
}

void describe_tag(Frame& frame) {
    const app::State& state = frame.state;
    const Sheet sheet(frame, app::Overlay::tag, frame.say(Say::tag_edit), "small");
    if (!state.selection.empty()) {
        flow::leaf(frame, Role::paragraph, "count", "soft", frame.words.count(Say::selected, static_cast<std::int64_t>(state.selection.size())));
    }
    const std::vector<std::string> tags = known_tags(state);
    // 0 is what was typed; the tags follow.
    const std::size_t at = std::min(state.view.palette_index, tags.size());
    const std::string chosen = at == 0 ? state.view.draft : tags[at - 1];
    Node& field = flow::open(frame, Role::combobox, "tag", "line");
    const std::size_t field_index = frame.tree.current_index();
    field.name = frame.say(Say::selection_tag_field);
    field.value = state.view.draft;
    field.placeholder = frame.say(Say::tag_placeholder);
    field.expanded = tags.empty() ? Tristate::off : Tristate::on;
    frame.handle(field.id, {.on_key = [count = tags.size() + 1, at, chosen](const KeyPress& key) -> std::optional<app::Event> {
                                if (key.key == "Enter") return app::TagAdded{chosen};
                                if (key.key == "ArrowDown") return app::PaletteMoved{(at + 1) % count};
                                if (key.key == "ArrowUp") return app::PaletteMoved{(at + count - 1) % count};
                                return std::nullopt;
                            },
                            .on_input = typed});
    frame.tree.close();
    Node& list = flow::open(frame, Role::listbox, "tags", "options");
    list.name = frame.say(Say::selection_tag_field);
    frame.tree.node(field_index).controls = list.id;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        Node& option = flow::open(frame, Role::option, tags[i], "option", tags[i]);
        option.selected = i + 1 == at ? Tristate::on : Tristate::off;
        option.tab_stop = Tristate::off;
        frame.handle(option.id, {.on_activate = app::TagAdded{tags[i]}});
        if (i + 1 == at) frame.tree.node(field_index).active_descendant = option.id;
        frame.tree.close();
    }
    frame.tree.close();
    flow::open(frame, Role::box, "buttons", "buttons");
    sheet_button(frame, {.key = "add", .label = frame.say(Say::tag_edit), .event = app::TagAdded{chosen}, .style = "button primary", .is_disabled = chosen.empty()});
    frame.tree.close();
}

}  // namespace lesesaal::ui
