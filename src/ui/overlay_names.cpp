// A tag or a collection for the selection or the open article: typed, or chosen from those the reader has.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "query/fold.h"
#include "ui/article_flow.h"
#include "ui/notebook_words.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using notebook::Kind;
using scene::Node;
using scene::Role;
using scene::Tristate;

constexpr std::size_t names_shown_max = 8;

/// Those that begin as what was typed.
std::vector<std::string> known_names(const app::State& state, Kind kind) {
    const std::string typed_so_far = query::fold_name(state.view.draft);
    std::set<std::string> names;
    for (const std::string& uid : state.notebook.all(kind)) {
        for (const std::string& name : state.notebook.values(kind, uid)) {
            if (query::names_match(query::fold_name(name), typed_so_far)) names.insert(name);
        }
    }
    std::vector<std::string> shown(names.begin(), names.end());
    if (shown.size() > names_shown_max) shown.resize(names_shown_max);
    return shown;
}

struct NameField {
    Kind kind;
    Say field;
    Say placeholder;
    Say button;
    app::Event (*make_event)(std::string name);
};

void describe_names(Frame& frame, const NameField& what) {
    const app::State& state = frame.state;
    const std::vector<std::string> names = known_names(state, what.kind);
    // 0 is what was typed; the names follow.
    const std::size_t at = std::min(state.view.palette_index, names.size());
    const std::string chosen = at == 0 ? state.view.draft : names[at - 1];
    Node& field = flow::open(frame, Role::combobox, "name", "line");
    const std::size_t field_index = frame.tree.current_index();
    field.name = frame.say(what.field);
    field.value = state.view.draft;
    field.placeholder = frame.say(what.placeholder);
    field.expanded = names.empty() ? Tristate::off : Tristate::on;
    frame.handle(field.id, {.on_key = [count = names.size() + 1, at, event = what.make_event(chosen)](const KeyPress& key) -> std::optional<app::Event> {
                                if (key.key == "Enter") return event;
                                if (key.key == "ArrowDown") return app::PaletteMoved{(at + 1) % count};
                                if (key.key == "ArrowUp") return app::PaletteMoved{(at + count - 1) % count};
                                return std::nullopt;
                            },
                            .on_input = [](std::string text) -> app::Event { return app::DraftTyped{std::move(text)}; }});
    frame.tree.close();
    Node& list = flow::open(frame, Role::listbox, "names", "options");
    list.name = frame.say(what.field);
    frame.tree.node(field_index).controls = list.id;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Node& option = flow::open(frame, Role::option, names[i], "option", names[i]);
        option.selected = i + 1 == at ? Tristate::on : Tristate::off;
        option.tab_stop = Tristate::off;
        frame.handle(option.id, {.on_activate = what.make_event(names[i])});
        if (i + 1 == at) frame.tree.node(field_index).active_descendant = option.id;
        frame.tree.close();
    }
    frame.tree.close();
    flow::open(frame, Role::box, "buttons", "buttons");
    sheet_button(frame, {.key = "add", .label = frame.say(what.button), .event = what.make_event(chosen), .style = "button primary", .is_disabled = chosen.empty()});
    frame.tree.close();
}

/// How many articles it is for, or which.
void describe_subject(Frame& frame) {
    const app::State& state = frame.state;
    if (!state.selection.empty()) {
        flow::leaf(frame, Role::paragraph, "count", "soft", frame.words.count(Say::selected, static_cast<std::int64_t>(state.selection.size())));
    } else if (state.open) {
        flow::leaf(frame, Role::paragraph, "headline", "soft", state.open->article.headline);
    }
}

}  // namespace

void describe_tag(Frame& frame) {
    const Sheet sheet(frame, app::Overlay::tag, frame.say(Say::tag_edit), "small");
    describe_subject(frame);
    describe_names(frame, {Kind::tag, Say::selection_tag_field, Say::tag_placeholder, Say::tag_edit,
                           [](std::string name) -> app::Event { return app::TagAdded{std::move(name)}; }});
}

void describe_collect(Frame& frame) {
    const Sheet sheet(frame, app::Overlay::collect, frame.say(Say::collect_edit), "small");
    describe_subject(frame);
    describe_names(frame, {Kind::collection, Say::collection_field, Say::collection_placeholder, Say::collect,
                           [](std::string name) -> app::Event { return app::Collected{std::move(name)}; }});
    flow::leaf(frame, Role::paragraph, "hint", "hint after", frame.say(Say::collect_hint));
}

}  // namespace lesesaal::ui
