#include <algorithm>

#include "app/route.h"
#include "app/updater.h"

namespace lesesaal::app {

void Updater::operator()(const OverlayToggled& event) {
    View& view = state_.view;
    const bool is_closing = view.overlay == event.overlay || event.overlay == Overlay::none;
    view.overlay = is_closing ? Overlay::none : event.overlay;
    view.chord.clear();
    if (is_closing) return;
    view.palette_text.clear();
    view.palette_index = 0;
    view.draft.clear();
    view.is_draft_suggested = event.overlay == Overlay::save_search;
    if (event.overlay == Overlay::cite) {
        state_.cited.clear();
        state_.cited_on = today();
        if (state_.open) state_.cited.push_back(state_.open->article);
    }
    // A name that may stay as it is, or be changed.
    if (event.overlay == Overlay::rename) view.draft = view.shelf.name;
    if (event.overlay == Overlay::save_search) view.draft = state_.filter.text;
    if (event.overlay == Overlay::note && state_.open) {
        view.draft = state_.notebook.value(notebook::Kind::note, state_.open->article.uid);
    }
}

void Updater::operator()(const PaletteTyped& event) {
    state_.view.palette_text = cut_text(event.text, 200);
    state_.view.palette_index = 0;
}

void Updater::operator()(const PaletteMoved& event) { state_.view.palette_index = event.index; }

void Updater::operator()(const DraftTyped& event) {
    state_.view.draft = cut_text(event.text, notebook::value_bytes_max);
    state_.view.is_draft_suggested = false;
    state_.view.palette_index = 0;
}

void Updater::operator()(const ChordBegun& event) { state_.view.chord = event.key; }

void Updater::use_settings() {
    state_.language = effective_language(state_.settings.language, state_.system_language);
}

void Updater::operator()(const SettingTried& event) {
    if (set_setting(state_.settings, event.name, event.value)) use_settings();
}

void Updater::operator()(const SettingChanged& event) {
    if (!set_setting(state_.settings, event.name, event.value)) return;
    record(notebook::Kind::setting, event.name, true, event.value);
    use_settings();
}

void Updater::operator()(const SettingStepped& event) {
    (*this)(SettingChanged{event.name, stepped_setting(state_.settings, event.name, event.by)});
}

void Updater::operator()(const SystemLanguageKnown& event) {
    state_.system_language = event.tag;
    use_settings();
}

void Updater::operator()(const PrintWanted&) { effects_.push_back(Print{}); }

void Updater::operator()(const SourceWanted&) {
    if (state_.open && !state_.open->article.url.empty()) effects_.push_back(OpenLink{state_.open->article.url});
}

void Updater::operator()(const LinkWanted&) {
    // To this article alone: whoever follows the link has other filters.
    Route route;
    if (state_.open && state_.view.page == Page::reader) route.uid = state_.open->article.uid;
    else route = {.filter = state_.filter, .page = state_.view.page};
    effects_.push_back(CopyLink{to_hash(route)});
}

void Updater::operator()(const TextTaken& event) { effects_.push_back(CopyText{event.text, event.what}); }

void Updater::operator()(const FileTaken& event) {
    effects_.push_back(SaveFile{event.name, event.media_type, event.bytes, event.what});
    say(Said::file_saved, Undoable::no, 0, event.name);
}

void Updater::operator()(const TakenDone& event) {
    switch (event.what) {
        case Taken::link: say(Said::link_copied, Undoable::no); break;
        case Taken::citation: say(Said::citation_copied, Undoable::no); break;
        case Taken::list: say(Said::list_copied, Undoable::no); break;
    }
}

void Updater::operator()(const TakenRefused& event) { say(Said::copy_refused, Undoable::no, 0, event.error.message); }

}  // namespace lesesaal::app
