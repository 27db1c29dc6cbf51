// How safe the reader's own data is, and the ways to a copy of it.
#include <array>
#include <string>
#include <utility>

#include "ui/article_flow.h"
#include "ui/overlays.h"
#include "ui/storage_chip.h"

namespace lesesaal::ui {
namespace {

using app::FileToLink;
using app::LinkState;
using notebook::Kind;
using scene::Role;

/// "3 Lesezeichen · 1 Notiz", what there is none of left out.
std::string kept_list(const Frame& frame) {
    const app::State& state = frame.state;
    const auto count = [&](Kind kind) { return static_cast<std::int64_t>(state.notebook.all(kind).size()); };
    std::int64_t highlights = 0;
    for (const std::string& uid : state.notebook.all(Kind::highlight)) {
        highlights += static_cast<std::int64_t>(state.notebook.items(Kind::highlight, uid).size());
    }
    const std::array counts{std::pair{Say::storage_bookmarks, count(Kind::bookmark)}, std::pair{Say::storage_notes, count(Kind::note)},
                            std::pair{Say::storage_highlights, highlights},
                            std::pair{Say::storage_searches, static_cast<std::int64_t>(state.searches.size())}};
    std::string list;
    for (const auto& [say, number] : counts) {
        if (number == 0) continue;
        if (!list.empty()) list += " · ";
        list += frame.words.count(say, number);
    }
    return list;
}

void describe_copies(Frame& frame) {
    const bool is_urgent = app::safety(frame.state) == app::Safety::unsafe || app::safety(frame.state) == app::Safety::only_here;
    flow::open(frame, Role::heading, "copies-title", "", frame.say(Say::storage_copies)).level = 3;
    frame.tree.close();
    flow::open(frame, Role::box, "copies", "buttons column");
    sheet_button(frame, {.key = "take-out", .label = frame.say(Say::take_out_notes),
                         .event = app::TakeOutWanted{notebook::FileFormat::notes}, .style = is_urgent ? "button primary" : "button"});
    sheet_button(frame, {.key = "take-out-other", .label = frame.say(Say::take_out_other), .event = app::OverlayToggled{app::Overlay::take_out}});
    sheet_button(frame, {.key = "bring-in", .label = frame.say(Say::bring_in), .event = app::BringInWanted{}});
    sheet_button(frame, {.key = "copy-page", .label = frame.say(Say::copy_page), .event = app::PageCopyWanted{}});
    frame.tree.close();
}

void describe_link(Frame& frame) {
    const app::State& state = frame.state;
    if (state.link == LinkState::impossible) return;
    flow::open(frame, Role::heading, "link-title", "", frame.say(Say::link_title)).level = 3;
    frame.tree.close();
    if (state.link == LinkState::none) {
        flow::leaf(frame, Role::paragraph, "link-text", "hint", frame.say(Say::link_none));
        flow::open(frame, Role::box, "link", "buttons column");
        sheet_button(frame, {.key = "new", .label = frame.say(Say::link_new), .event = app::LinkWished{FileToLink::made_anew}});
        sheet_button(frame, {.key = "existing", .label = frame.say(Say::link_existing), .event = app::LinkWished{FileToLink::existing}});
        frame.tree.close();
        return;
    }
    const bool is_ready = state.link == LinkState::ready;
    flow::leaf(frame, Role::paragraph, "link-text", is_ready ? "" : "note",
               frame.words.with(is_ready ? Say::link_ready : Say::link_asleep, {{"name", state.link_name}}));
    flow::open(frame, Role::box, "link", "buttons column");
    if (!is_ready) {
        const std::string wake = frame.words.with(Say::link_wake, {{"name", state.link_name}});
        sheet_button(frame, {.key = "wake", .label = wake, .event = app::LinkWoken{}, .style = "button primary"});
    }
    sheet_button(frame, {.key = "drop", .label = frame.say(Say::link_drop), .event = app::LinkDropped{}});
    frame.tree.close();
}

}  // namespace

void describe_storage(Frame& frame) {
    const app::State& state = frame.state;
    const Sheet sheet(frame, app::Overlay::storage, storage_title(frame), "small");
    if (const std::string why = storage_sentence(frame); !why.empty()) flow::leaf(frame, Role::paragraph, "why", "", why);
    if (const std::string_view what = storage_advice(frame); !what.empty()) flow::leaf(frame, Role::paragraph, "advice", "", what);
    if (const std::string list = kept_list(frame); !list.empty()) {
        flow::leaf(frame, Role::paragraph, "kept", "soft", frame.words.with(Say::storage_kept, {{"list", list}}));
    }
    if (state.bad_records > 0) {
        flow::leaf(frame, Role::paragraph, "bad", "note", frame.words.count(Say::storage_bad_records, state.bad_records));
    }
    describe_copies(frame);
    describe_link(frame);
    flow::leaf(frame, Role::paragraph, "data", "soft after", frame.say(Say::about_data));
}

}  // namespace lesesaal::ui
