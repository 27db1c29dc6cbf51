// What a file has changed, and which of two versions shall hold.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "notebook/card.h"
#include "ui/article_flow.h"
#include "ui/notebook_words.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using notebook::Change;
using notebook::Kind;
using scene::Node;
using scene::Role;

constexpr std::size_t changes_shown_max = 50;  // of a group
constexpr std::size_t detail_characters_max = 90;

/// What was made of the article: "Sammlung „Haushalt“", "Notiz: Nachfragen …".
std::string detail(const Frame& frame, const Change& change) {
    const std::string& value = change.is_set ? change.after : change.before;
    const auto with_text = [&](Say say, std::string_view text) {
        const std::string name(frame.say(say));
        return text.empty() ? name : name + ": " + shortened(text, detail_characters_max);
    };
    switch (change.kind) {
        case Kind::bookmark: return std::string(frame.say(Say::bookmark));
        case Kind::note: return with_text(Say::note, value);
        case Kind::tag: return frame.words.with(Say::shelf_named_tag, {{"name", change.item}});
        case Kind::collection: return frame.words.with(Say::shelf_named_collection, {{"name", change.item}});
        case Kind::highlight: {
            const auto highlight = notebook::decode_highlight(value);
            return with_text(Say::highlight, highlight ? std::string_view(highlight->quote.exact) : std::string_view{});
        }
        case Kind::search: {
            const auto search = notebook::decode_search(value);
            return frame.words.with(Say::search_for, {{"text", search ? search->name : std::string{}}});
        }
        case Kind::read:
        case Kind::position:
        case Kind::setting:
        case Kind::card:
        case Kind::count_: break;
    }
    return {};
}

void describe_change(Frame& frame, std::uint64_t key, const Change& change) {
    flow::open(frame, Role::list_item, key, "change");
    if (!change.uid.empty()) flow::leaf(frame, Role::text, "headline", "headline", headline_of(frame, change.uid));
    flow::leaf(frame, Role::text, "detail", change.uid.empty() ? "headline" : "detail", detail(frame, change));
    if (change.is_conflict) {
        sheet_button(frame, {.key = "compare", .label = frame.say(Say::compare_versions), .event = app::VersionsOpened{change.uid, change.item},
                             .name = std::string(frame.say(Say::compare_versions)) + ": " + headline_of(frame, change.uid)});
    }
    frame.tree.close();
}

struct Group {
    std::string_view key;
    Say title;
    bool (*has)(const Change&);
};

void describe_group(Frame& frame, const std::vector<Change>& changes, const Group& group) {
    const auto count = std::ranges::count_if(changes, group.has);
    if (count == 0) return;
    flow::open(frame, Role::section, group.key, "changes");
    flow::open(frame, Role::heading, "title", "", std::string(frame.say(group.title)) + " (" + frame.words.number(count) + ")").level = 3;
    frame.tree.close();
    if (group.title == Say::merged_conflicts) flow::leaf(frame, Role::paragraph, "hint", "hint", frame.say(Say::merged_conflicts_hint));
    flow::open(frame, Role::list, "list");
    std::size_t shown = 0;
    for (std::size_t i = 0; i < changes.size() && shown < changes_shown_max; ++i) {
        if (!group.has(changes[i])) continue;
        describe_change(frame, i + 1, changes[i]);
        ++shown;
    }
    frame.tree.close();
    if (const auto left = count - static_cast<std::ptrdiff_t>(shown); left > 0) {
        flow::leaf(frame, Role::paragraph, "more", "soft", frame.words.count(Say::merged_more, left));
    }
    frame.tree.close();
}

// Each change stands in one group, what wants a decision first.
constexpr std::array groups{
    Group{"conflicts", Say::merged_conflicts, [](const Change& one) { return one.is_conflict; }},
    Group{"added", Say::merged_added, [](const Change& one) { return !one.is_conflict && one.is_set && !one.was_set; }},
    Group{"changed", Say::merged_changed, [](const Change& one) { return !one.is_conflict && one.is_set && one.was_set; }},
    Group{"removed", Say::merged_removed, [](const Change& one) { return !one.is_conflict && !one.is_set; }},
};

/// One version beside the others: its words, and the button that lets it hold.
struct Version {
    std::string key;
    std::string title;
    std::string value;
    std::string day;
};

void describe_version(Frame& frame, const Version& version, Kind kind) {
    flow::open(frame, Role::group, version.key, "version").name = version.title;
    flow::leaf(frame, Role::text, "title", "title", version.title);
    if (!version.day.empty()) flow::leaf(frame, Role::text, "day", "soft day", version.day);
    if (version.value.empty()) {
        flow::leaf(frame, Role::paragraph, "words", "words soft", frame.say(Say::version_removed));
    } else if (const auto highlight = notebook::decode_highlight(version.value); kind == Kind::highlight && highlight) {
        flow::open(frame, Role::paragraph, "quote", "words");
        flow::leaf(frame, Role::mark, "words", highlight_style(highlight->colour), highlight->quote.exact);
        frame.tree.close();
        if (!highlight->note.empty()) flow::leaf(frame, Role::paragraph, "note", "words", highlight->note);
    } else {
        flow::leaf(frame, Role::paragraph, "words", "words", version.value);
    }
    sheet_button(frame, {.key = "keep", .label = frame.say(Say::version_keep), .event = app::VersionTaken{version.value},
                         .name = std::string(frame.say(Say::version_keep)) + ": " + version.title});
    frame.tree.close();
}

}  // namespace

void describe_merged(Frame& frame) {
    if (!frame.state.merged) return;
    const app::MergeReport& report = *frame.state.merged;
    const Sheet sheet(frame, app::Overlay::merged, frame.words.with(Say::merged_title, {{"name", report.from}}));
    if (report.changes.empty()) {
        flow::leaf(frame, Role::paragraph, "none", "", frame.say(Say::merged_none));
    } else {
        flow::leaf(frame, Role::paragraph, "count", "soft", frame.words.count(Say::merged_count, static_cast<std::int64_t>(report.changes.size())));
    }
    if (report.bad > 0) flow::leaf(frame, Role::paragraph, "bad", "note", frame.words.count(Say::merged_bad, report.bad));
    for (const Group& group : groups) describe_group(frame, report.changes, group);
}

void describe_versions(Frame& frame) {
    const app::Disputed& disputed = frame.state.view.disputed;
    const Kind kind = disputed.item.empty() ? Kind::note : Kind::highlight;
    const notebook::Operation* now = frame.state.notebook.find(kind, disputed.uid, disputed.item);
    const Sheet sheet(frame, app::Overlay::versions, frame.say(Say::versions_title), "wide");
    flow::leaf(frame, Role::paragraph, "headline", "soft", headline_of(frame, disputed.uid));
    flow::leaf(frame, Role::paragraph, "hint", "", frame.say(Say::versions_hint));
    flow::open(frame, Role::box, "versions", "versions");
    if (now) {
        describe_version(frame, {"now", std::string(frame.say(Say::version_now)), now->is_set ? now->value : "", day_of(frame, now->clock.wall_ms)}, kind);
    }
    const std::vector<notebook::Operation> others = frame.state.notebook.conflicts(kind, disputed.uid, disputed.item);
    for (std::size_t i = 0; i < others.size(); ++i) {
        std::string title(frame.say(Say::version_other));
        if (others.size() > 1) title += " " + std::to_string(i + 1);
        describe_version(frame, {"other-" + std::to_string(i), title, others[i].is_set ? others[i].value : "", day_of(frame, others[i].clock.wall_ms)}, kind);
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
