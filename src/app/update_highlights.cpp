#include <algorithm>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

using notebook::Highlight;
using notebook::Kind;

}  // namespace

void Updater::place_highlights() {
    state_.open_highlights.clear();
    if (!state_.open) return;
    const notebook::Entry entry = notebook::entry_of(state_.notebook, state_.open->article.uid);
    for (const notebook::EntryHighlight& one : entry.highlights) {
        state_.open_highlights.push_back({one, notebook::anchor(one.highlight, state_.open_text.text)});
    }
}

const PlacedHighlight* Updater::highlight_of(std::string_view item) const {
    const auto at = std::ranges::find(state_.open_highlights, item, [](const PlacedHighlight& placed) { return placed.entry.item; });
    return at == state_.open_highlights.end() ? nullptr : &*at;
}

void Updater::operator()(const PassageSelected& event) {
    const bool is_inside = event.range.end <= state_.open_text.text.size() && event.range.begin < event.range.end;
    if (!is_inside || !state_.open || state_.view.page != Page::reader) {
        state_.passage.reset();
        return;
    }
    state_.passage = Passage{event.range, event.x_px, event.y_px, event.width_px, event.height_px};
}

void Updater::operator()(const PassageWanted&) {
    if (state_.open && state_.view.page == Page::reader) effects_.push_back(SelectPassage{});
}

void Updater::operator()(const PassageMarked& event) {
    if (!state_.passage || !state_.open) return;
    base::ByteRange range = state_.passage->range;
    const std::string& text = state_.open_text.text;
    const auto is_blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
    while (range.begin < range.end && is_blank(range.begin)) ++range.begin;
    while (range.begin < range.end && is_blank(range.end - 1)) --range.end;
    if (range.is_empty()) return;
    if (range.size() > notebook::quote_bytes_max) {
        say(Said::passage_too_long, Undoable::no);
        return;
    }
    state_.passage.reset();
    const std::string item = new_item();
    UndoStep step;
    record_undoable(step, {.kind = Kind::highlight,
                           .uid = state_.open->article.uid,
                           .value = notebook::encode(notebook::make_highlight(text, range, event.colour)),
                           .item = item});
    push_undo(std::move(step));
    say(Said::highlight_set, Undoable::yes);
}

void Updater::operator()(const HighlightOpened& event) {
    const PlacedHighlight* placed = highlight_of(event.item);
    if (!placed) return;
    state_.view.highlight = event.item;
    state_.view.draft = placed->entry.highlight.note;
    state_.view.overlay = Overlay::highlight;
}

void Updater::change_highlight(std::string_view uid, std::string_view item, Said said,
                               void (*change)(Highlight&, const std::string&), const std::string& with) {
    const notebook::Operation* operation = state_.notebook.find(Kind::highlight, uid, item);
    if (!operation || !operation->is_set) return;
    auto highlight = notebook::decode_highlight(operation->value);
    if (!highlight) return;
    const Highlight before = *highlight;
    change(*highlight, with);
    if (*highlight == before) return;
    UndoStep step;
    record_undoable(step, {.kind = Kind::highlight, .uid = uid, .value = notebook::encode(*highlight), .item = item});
    push_undo(std::move(step));
    say(said, Undoable::yes);
}

void Updater::operator()(const HighlightColoured& event) {
    change_highlight(
        event.uid, event.item, Said::highlight_set,
        [](Highlight& highlight, const std::string& name) { highlight.colour = notebook::colour_of(name).value_or(highlight.colour); },
        std::string(notebook::name_of(event.colour)));
}

void Updater::operator()(const HighlightNoted& event) {
    state_.view.overlay = Overlay::none;
    change_highlight(
        event.uid, event.item, Said::highlight_noted,
        [](Highlight& highlight, const std::string& note) { highlight.note = note; },
        cut_text(event.note, notebook::highlight_note_bytes_max));
}

void Updater::operator()(const HighlightRemoved& event) {
    if (state_.view.overlay == Overlay::highlight) state_.view.overlay = Overlay::none;
    UndoStep step;
    record_undoable(step, {.kind = Kind::highlight, .uid = event.uid, .is_set = false, .item = event.item});
    push_undo(std::move(step));
    say(Said::highlight_removed, Undoable::yes);
}

void Updater::operator()(const HighlightShown& event) {
    state_.view.highlight = event.item;
    if (state_.open && state_.open->article.uid == event.uid) {
        if (state_.view.page != Page::reader) show(Page::reader);
        state_.view.pane = Pane::article;
        move_focus(FocusTarget::highlight);
        remember(Remember::push);
        return;
    }
    effects_.push_back(LoadArticle{event.uid, {}, ""});
    state_.view.is_highlight_wanted = true;
}

}  // namespace lesesaal::app
