#include "ui/notebook_view.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "ui/article_flow.h"
#include "ui/notebook_words.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using app::Shelf;
using app::ShelfKind;
using notebook::Entry;
using scene::Node;
using scene::Role;
using scene::Tristate;

struct Counts {
    std::int64_t bookmarks = 0, notes = 0, highlights = 0, missing = 0;
    std::map<std::string, std::int64_t> collections, tags;
};

Counts count_shelves(const app::State& state) {
    Counts counts;
    for (const Entry& entry : state.entries) {
        if (entry.is_bookmarked) ++counts.bookmarks;
        if (!entry.note.empty() || !entry.other_notes.empty()) ++counts.notes;
        if (!entry.highlights.empty()) ++counts.highlights;
        if (app::is_missing(state, entry)) ++counts.missing;
        for (const std::string& name : entry.collections) ++counts.collections[name];
        for (const std::string& name : entry.tags) ++counts.tags[name];
    }
    return counts;
}

void describe_shelf(Frame& frame, std::string_view key, const Shelf& shelf, std::string_view label, std::int64_t count) {
    flow::open(frame, Role::list_item, key);
    Node& button = flow::open(frame, Role::button, "button", "shelf");
    const bool is_shown = frame.state.view.shelf == shelf;
    button.name = std::string(label) + ", " + frame.words.number(count);
    button.current = is_shown ? Tristate::on : Tristate::none;
    frame.handle(button.id, {.on_activate = app::ShelfPicked{shelf}});
    flow::leaf(frame, Role::text, "label", "label", label);
    // The blank is for those who hear or copy it.
    flow::leaf(frame, Role::text, "count", "count", "\u00A0" + frame.words.number(count));
    frame.tree.close();
    frame.tree.close();
}

void describe_named_shelves(Frame& frame, ShelfKind kind, std::string_view key, Say title, const std::map<std::string, std::int64_t>& names) {
    if (names.empty()) return;
    flow::leaf(frame, Role::paragraph, std::string(key) + "-title", "label", frame.say(title));
    flow::open(frame, Role::list, key, "shelf-list").name = frame.say(title);
    for (const auto& [name, count] : names) describe_shelf(frame, name, {kind, name}, name, count);
    frame.tree.close();
}

void describe_shelves(Frame& frame) {
    const app::State& state = frame.state;
    const Counts counts = count_shelves(state);
    flow::open(frame, Role::navigation, "shelves", "shelves").name = frame.say(Say::notebook_shelves);
    flow::open(frame, Role::list, "kinds", "shelf-list").name = frame.say(Say::notebook);
    const auto shelf = [&](std::string_view key, ShelfKind kind, Say label, std::int64_t count) {
        describe_shelf(frame, key, {kind, ""}, frame.say(label), count);
    };
    shelf("all", ShelfKind::all, Say::shelf_all, static_cast<std::int64_t>(state.entries.size()));
    shelf("bookmarks", ShelfKind::bookmarks, Say::shelf_bookmarks, counts.bookmarks);
    shelf("notes", ShelfKind::notes, Say::shelf_notes, counts.notes);
    shelf("highlights", ShelfKind::highlights, Say::shelf_highlights, counts.highlights);
    shelf("searches", ShelfKind::searches, Say::shelf_searches, static_cast<std::int64_t>(state.searches.size()));
    shelf("missing", ShelfKind::missing, Say::shelf_missing, counts.missing);
    frame.tree.close();
    describe_named_shelves(frame, ShelfKind::collection, "collections", Say::shelf_collections, counts.collections);
    describe_named_shelves(frame, ShelfKind::tag, "tags", Say::shelf_tags, counts.tags);
    frame.tree.close();
}

void describe_reminder(Frame& frame) {
    if (!frame.state.wants_backup) return;
    flow::open(frame, Role::group, "reminder", "reminder").name = frame.say(Say::storage_copies);
    flow::leaf(frame, Role::text, "text", "text", frame.words.count(Say::backup_reminder, frame.state.uncopied));
    sheet_button(frame, {.key = "now", .label = frame.say(Say::backup_now), .event = app::TakeOutWanted{notebook::FileFormat::notes}, .style = "button primary"});
    sheet_button(frame, {.key = "later", .label = frame.say(Say::backup_later), .event = app::BackupPutOff{}});
    frame.tree.close();
}

struct Empty {
    Say title;
    Say hint;
};

Empty empty_words(ShelfKind kind) {
    switch (kind) {
        case ShelfKind::bookmarks: return {Say::empty_bookmarks, Say::empty_bookmarks_hint};
        case ShelfKind::notes: return {Say::empty_notes, Say::empty_notes_hint};
        case ShelfKind::highlights: return {Say::empty_highlights, Say::empty_highlights_hint};
        case ShelfKind::searches: return {Say::empty_searches, Say::empty_searches_hint};
        case ShelfKind::missing: return {Say::empty_missing, Say::empty_missing_hint};
        case ShelfKind::collection:
        case ShelfKind::tag: return {Say::empty_named, Say::empty_all_hint};
        case ShelfKind::all: break;
    }
    return {Say::empty_all, Say::empty_all_hint};
}

void describe_empty(Frame& frame) {
    const app::View& view = frame.state.view;
    flow::open(frame, Role::box, "empty", "empty");
    if (view.shelf.kind != ShelfKind::searches && !view.notebook_text.empty()) {
        flow::leaf(frame, Role::paragraph, "title", "title", frame.words.with(Say::empty_search, {{"text", view.notebook_text}}));
    } else {
        const Empty words = empty_words(view.shelf.kind);
        flow::leaf(frame, Role::paragraph, "title", "title", frame.say(words.title));
        flow::leaf(frame, Role::paragraph, "hint", "soft", frame.say(words.hint));
    }
    frame.tree.close();
}

void describe_searches(Frame& frame) {
    flow::leaf(frame, Role::status, "count", "count",
               frame.words.count(Say::notebook_searches_count, static_cast<std::int64_t>(frame.state.searches.size())));
    if (frame.state.searches.empty()) return describe_empty(frame);
    flow::open(frame, Role::list, "searches", "searches").name = frame.say(Say::shelf_searches);
    for (const notebook::EntrySearch& one : frame.state.searches) {
        flow::open(frame, Role::list_item, one.item);
        Node& link = flow::open(frame, Role::link, "link", "", one.search.name);
        link.href = one.search.hash;
        frame.handle(link.id, {.on_activate = app::SearchPicked{one.search.hash}});
        frame.tree.close();
        flow::leaf(frame, Role::text, "day", "soft day", day_of(frame, one.made_ms));
        sheet_button(frame, {.key = "remove", .label = frame.say(Say::remove), .event = app::SearchRemoved{one.item}, .style = "plain",
                             .name = std::string(frame.say(Say::remove)) + ": " + frame.words.with(Say::search_remove, {{"name", one.search.name}})});
        frame.tree.close();
    }
    frame.tree.close();
}

/// The count, the choice of all, and for what is chosen what can be done with it.
void describe_tools(Frame& frame, const std::vector<std::size_t>& shown) {
    const app::State& state = frame.state;
    flow::open(frame, Role::box, "tools", "tools");
    flow::leaf(frame, Role::status, "count", "count", frame.words.count(Say::notebook_count, static_cast<std::int64_t>(shown.size())));
    const bool is_named = state.view.shelf.kind == ShelfKind::collection || state.view.shelf.kind == ShelfKind::tag;
    if (is_named) {
        sheet_button(frame, {.key = "rename", .label = frame.say(Say::rename), .event = app::OverlayToggled{app::Overlay::rename}, .style = "plain"});
    }
    if (!shown.empty()) {
        Node& box = flow::open(frame, Role::checkbox, "all", "all");
        box.name = frame.say(Say::notebook_select_all);
        const bool is_all = std::ranges::all_of(shown, [&](std::size_t i) { return state.selection.contains(state.entries[i].uid); });
        box.checked = is_all ? Tristate::on : Tristate::off;
        frame.handle(box.id, {.on_activate = app::EntriesSelected{}});
        frame.tree.close();
    }
    frame.tree.close();
    if (state.selection.empty()) return;
    flow::open(frame, Role::group, "bulk", "bulk").name = frame.say(Say::notebook_selection);
    flow::leaf(frame, Role::text, "count", "count", frame.words.count(Say::selected, static_cast<std::int64_t>(state.selection.size())));
    sheet_button(frame, {.key = "bookmark", .label = frame.say(Say::selection_bookmark), .event = app::SelectionBookmarked{}});
    sheet_button(frame, {.key = "read", .label = frame.say(Say::mark_as_read), .event = app::SelectionRead{}});
    sheet_button(frame, {.key = "collect", .label = frame.say(Say::collect), .event = app::OverlayToggled{app::Overlay::collect}});
    sheet_button(frame, {.key = "tag", .label = frame.say(Say::selection_tag), .event = app::OverlayToggled{app::Overlay::tag}});
    sheet_button(frame, {.key = "export", .label = frame.say(Say::selection_export), .event = app::SelectionExported{}});
    sheet_button(frame, {.key = "unmark", .label = frame.say(Say::notebook_unmark), .event = app::SelectionUnmarked{}});
    sheet_button(frame, {.key = "lift", .label = frame.say(Say::selection_lift), .event = app::SelectionLifted{}});
    frame.tree.close();
}

void describe_search(Frame& frame) {
    Node& field = flow::open(frame, Role::searchbox, "search", "line");
    field.name = frame.say(Say::notebook_search);
    field.value = frame.state.view.notebook_text;
    field.placeholder = frame.say(Say::notebook_search);
    const auto typed = [](std::string text) -> app::Event { return app::NotebookTyped{std::move(text)}; };
    frame.handle(field.id, {.on_input = typed, .on_change = typed});
    frame.tree.close();
}

void describe_entries(Frame& frame) {
    const app::State& state = frame.state;
    const std::vector<std::size_t> shown = app::entries_shown(state);
    if (!state.entries.empty()) describe_search(frame);
    describe_tools(frame, shown);
    if (shown.empty()) return describe_empty(frame);
    const std::size_t count = std::min(shown.size(), state.view.entries_max);
    flow::open(frame, Role::list, "entries", "entries").name = frame.say(Say::notebook_entries);
    for (std::size_t i = 0; i < count; ++i) describe_entry(frame, state.entries[shown[i]]);
    frame.tree.close();
    if (count == shown.size()) return;
    flow::open(frame, Role::paragraph, "more", "more");
    const std::string left = frame.words.count(Say::notebook_more_left, static_cast<std::int64_t>(shown.size() - count));
    sheet_button(frame, {.key = "button", .label = frame.say(Say::notebook_more), .event = app::EntriesUnfolded{},
                         .name = std::string(frame.say(Say::notebook_more)) + ", " + left});
    flow::leaf(frame, Role::text, "left", "soft", left);
    frame.tree.close();
}

}  // namespace

void describe_notebook(Frame& frame) {
    flow::open(frame, Role::article, "notebook", "article notebook");
    flow::title(frame, frame.say(Say::notebook));
    describe_reminder(frame);
    describe_shelves(frame);
    if (frame.state.view.shelf.kind == ShelfKind::searches) describe_searches(frame);
    else describe_entries(frame);
    frame.tree.close();
}

}  // namespace lesesaal::ui
