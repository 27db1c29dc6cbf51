// The search box and the list of what may be meant at the end of its text. The browser shows both: the list lies over what
// the browser shows too.
#include <string>

#include "ui/article_flow.h"
#include "ui/views.h"

namespace lesesaal::ui {
namespace {

using scene::Node;
using scene::Role;
using scene::Tristate;

std::optional<app::Event> event_for_key(const app::QueryBox& box, const std::string& text, const KeyPress& key) {
    // Enter is the box's own, or it would open an article.
    if (key.key == "Enter" && !box.option) return app::QueryCommitted{text};
    if (box.completions.empty() || key.has_control || key.has_shift) return std::nullopt;
    if (key.key == "ArrowDown") return app::CompletionMoved{app::Step::next};
    if (key.key == "ArrowUp") return app::CompletionMoved{app::Step::previous};
    if (key.key == "Escape") return app::CompletionsDismissed{};
    if (box.option && (key.key == "Enter" || key.key == "Tab")) return app::CompletionPicked{*box.option};
    return std::nullopt;
}

void describe_completion(Frame& frame, const query::Completion& completion, std::size_t index) {
    const bool is_chosen = frame.state.query_box.option == index;
    Node& option = flow::open(frame, Role::option, static_cast<std::uint64_t>(index), "option");
    option.name = completion.label;
    if (completion.count >= 0) option.name += ", " + frame.words.articles(completion.count);
    option.selected = is_chosen ? Tristate::on : Tristate::off;
    option.tab_stop = Tristate::off;
    frame.handle(option.id, {.on_activate = app::CompletionPicked{index}});
    flow::leaf(frame, Role::text, "label", "", completion.label);
    if (completion.count >= 0) flow::leaf(frame, Role::text, "count", "count", frame.words.number(completion.count));
    frame.tree.close();
}

}  // namespace

void draw_query_box(Frame& frame, const scene::Rect& rect) {
    const app::State& state = frame.state;
    const app::QueryBox& query_box = state.query_box;
    Node& box = flow::open(frame, Role::search_combobox, "box", "search");
    const std::size_t box_index = frame.tree.current_index();
    const bool is_listed = !query_box.completions.empty() && frame.focused == box.id;
    box.name = frame.say(Say::search);
    box.value = state.filter.text;
    box.placeholder = frame.say(Say::search_placeholder);
    box.focus_revision = state.view.focus == app::FocusTarget::search ? state.view.focus_revision : 0;
    box.expanded = is_listed ? Tristate::on : Tristate::off;
    // By reference: the state outlives the handlers of its frame, and a key means what the state says when it comes.
    frame.handle(box.id, {.on_key = [&state](const KeyPress& key) { return event_for_key(state.query_box, state.filter.text, key); },
                          .on_input = [](std::string text) -> app::Event { return app::QueryTyped{std::move(text)}; },
                          .on_change = [](std::string text) -> app::Event { return app::QueryCommitted{std::move(text)}; }});
    frame.tree.place(rect);
    frame.tree.close();
    if (!is_listed) return;
    // A press on an option leaves the focus in the box.
    Node& list = flow::open(frame, Role::listbox, "completions", "completions keeps-selection");
    list.name = frame.say(Say::completions);
    frame.tree.node(box_index).controls = list.id;
    for (std::size_t i = 0; i < query_box.completions.size(); ++i) {
        describe_completion(frame, query_box.completions[i], i);
        if (query_box.option == i) {
            frame.tree.node(box_index).active_descendant = scene::child_id(frame.tree.current(), static_cast<std::uint64_t>(i));
        }
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
