#include <array>
#include <string>
#include <utility>

#include "app/commands.h"
#include "ui/article_flow.h"
#include "ui/key_names.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using scene::Role;

void describe_group(Frame& frame, app::CommandGroup group, Say title) {
    const std::string key = "group-" + std::to_string(static_cast<int>(group));
    flow::open(frame, Role::section, key, "keys-group");
    scene::Node& heading = flow::open(frame, Role::heading, "title", "", frame.say(title));
    heading.level = 3;
    frame.tree.close();
    flow::open(frame, Role::list, "keys", "keys-list");
    for (const app::Command& command : app::commands()) {
        if (command.group != group || command.keys.empty()) continue;
        const auto words = frame.words.find(command.title_key);
        if (!words) continue;
        flow::open(frame, Role::list_item, command.title_key);
        flow::leaf(frame, Role::text, "title", "title", frame.say(*words));
        std::string keys;
        for (const std::string_view one : command.keys) {
            if (!keys.empty()) keys += " " + std::string(frame.say(Say::either_or)) + " ";
            keys += key_name(frame.words, one);
        }
        flow::leaf(frame, Role::text, "keys", "key", keys);
        frame.tree.close();
    }
    frame.tree.close();
    frame.tree.close();
}

}  // namespace

void describe_help(Frame& frame) {
    const Sheet sheet(frame, app::Overlay::help, frame.say(Say::help_title), "wide");
    if (frame.state.settings.letter_keys == app::LetterKeys::off) {
        flow::leaf(frame, Role::paragraph, "letters", "note", frame.say(Say::help_letters_off));
    }
    flow::open(frame, Role::box, "groups", "groups");
    describe_group(frame, app::CommandGroup::room, Say::help_finding);
    describe_group(frame, app::CommandGroup::article, Say::help_reading);
    describe_group(frame, app::CommandGroup::go, Say::help_going);
    describe_group(frame, app::CommandGroup::look, Say::help_view);
    flow::open(frame, Role::section, "search", "keys-group");
    flow::open(frame, Role::heading, "title", "", frame.say(Say::help_search_title)).level = 3;
    frame.tree.close();
    flow::open(frame, Role::list, "rules", "rules");
    constexpr std::array rules{Say::help_search_words, Say::help_search_phrase, Say::help_search_exclude, Say::help_search_prefix};
    for (std::size_t i = 0; i < rules.size(); ++i) flow::leaf(frame, Role::list_item, std::to_string(i), "", frame.say(rules[i]));
    frame.tree.close();
    frame.tree.close();
    frame.tree.close();
    flow::open(frame, Role::box, "more", "buttons");
    sheet_button(frame, {.key = "search-help", .label = frame.say(Say::search_help_title), .event = app::OverlayToggled{app::Overlay::search_help}});
    sheet_button(frame, {.key = "about", .label = frame.say(Say::about_title), .event = app::PageToggled{app::Page::about}});
    frame.tree.close();
}

}  // namespace lesesaal::ui
