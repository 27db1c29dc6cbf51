#include <algorithm>
#include <string>
#include <vector>

#include "app/commands.h"
#include "query/fold.h"
#include "ui/article_flow.h"
#include "ui/key_names.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using scene::Node;
using scene::Role;
using scene::Tristate;

constexpr std::size_t entries_shown_max = 60;
constexpr std::size_t page_entries = 8;

struct Entry {
    std::string key;
    std::string name;
    std::string keys;  // how to reach it without the palette
    app::Event event;
};

void add_commands(const Frame& frame, std::vector<Entry>& entries) {
    for (const app::Command& command : app::commands()) {
        const auto title = frame.words.find(command.title_key);
        if (!title || command.id == app::CommandId::palette || !command.is_enabled(frame.state)) continue;
        std::string keys = command.keys.empty() ? std::string{} : key_name(frame.words, command.keys.front());
        entries.push_back({std::string(command.title_key), std::string(frame.say(*title)), std::move(keys), command.make_event(frame.state)});
    }
}

void add_facet(const Frame& frame, query::Facet facet, Say prefix, std::vector<Entry>& entries) {
    for (const query::FacetValue& value : frame.state.overview.of(facet)) {
        const std::string name(frame.label_of(value));
        const std::string key = std::to_string(query::index_of(facet)) + value.slug;
        entries.push_back({"+" + key, frame.words.with(prefix, {{"name", name}}), {}, app::FacetToggled{facet, value.slug}});
        entries.push_back({"-" + key, frame.words.with(prefix, {{"name", frame.words.with(Say::without, {{"name", name}})}}), {},
                           app::FacetExcluded{facet, value.slug}});
    }
}

/// Commands first; facet values only once something is typed, or they would bury them.
std::vector<Entry> matching_entries(const Frame& frame) {
    const std::string typed = query::fold_name(frame.state.view.palette_text);
    std::vector<Entry> entries;
    add_commands(frame, entries);
    if (typed.find_first_not_of(' ') != std::string::npos) {
        add_facet(frame, query::Facet::topic, Say::palette_topic, entries);
        add_facet(frame, query::Facet::place, Say::palette_place, entries);
        add_facet(frame, query::Facet::organisation, Say::palette_organisation, entries);
    }
    std::erase_if(entries, [&](const Entry& entry) { return !query::names_match(query::fold_name(entry.name), typed); });
    if (entries.size() > entries_shown_max) entries.erase(entries.begin() + entries_shown_max, entries.end());
    return entries;
}

std::function<std::optional<app::Event>(const KeyPress&)> keys_of(const std::vector<Entry>& entries, std::size_t at) {
    const std::size_t count = entries.size();
    std::optional<app::Event> chosen;
    if (at < count) chosen = entries[at].event;
    return [count, at, chosen](const KeyPress& key) -> std::optional<app::Event> {
        if (key.key == "Enter") return chosen;
        if (count == 0) return std::nullopt;
        if (key.key == "ArrowDown") return app::PaletteMoved{(at + 1) % count};
        if (key.key == "ArrowUp") return app::PaletteMoved{(at + count - 1) % count};
        if (key.key == "PageDown") return app::PaletteMoved{std::min(at + page_entries, count - 1)};
        if (key.key == "PageUp") return app::PaletteMoved{at - std::min(at, page_entries)};
        return std::nullopt;
    };
}

}  // namespace

void describe_palette(Frame& frame) {
    const std::vector<Entry> entries = matching_entries(frame);
    const std::size_t at = entries.empty() ? 0 : std::min(frame.state.view.palette_index, entries.size() - 1);
    const Sheet sheet(frame, app::Overlay::palette, frame.say(Say::palette), "palette");
    Node& box = flow::open(frame, Role::combobox, "box", "line");
    const std::size_t box_index = frame.tree.current_index();
    box.name = frame.say(Say::palette);
    box.value = frame.state.view.palette_text;
    box.placeholder = frame.say(Say::palette_placeholder);
    box.expanded = entries.empty() ? Tristate::off : Tristate::on;
    frame.handle(box.id, {.on_key = keys_of(entries, at),
                          .on_input = [](std::string text) -> app::Event { return app::PaletteTyped{std::move(text)}; }});
    frame.tree.close();
    if (entries.empty()) flow::leaf(frame, Role::paragraph, "none", "soft", frame.say(Say::palette_none));
    Node& list = flow::open(frame, Role::listbox, "list", "options");
    list.name = frame.say(Say::palette);
    frame.tree.node(box_index).controls = list.id;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Node& option = flow::open(frame, Role::option, entries[i].key, "option");
        option.selected = i == at ? Tristate::on : Tristate::off;
        option.tab_stop = Tristate::off;
        frame.handle(option.id, {.on_activate = entries[i].event});
        if (i == at) frame.tree.node(box_index).active_descendant = option.id;
        flow::leaf(frame, Role::text, "name", "", entries[i].name);
        if (!entries[i].keys.empty()) flow::leaf(frame, Role::text, "keys", "key", entries[i].keys);
        frame.tree.close();
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
