#include <array>
#include <string>
#include <utility>

#include "ui/article_flow.h"
#include "ui/notice_text.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using app::Overlay;
using scene::Node;
using scene::Role;
using scene::Tristate;

void describe_order(Frame& frame) {
    const Sheet sheet(frame, Overlay::order, frame.say(Say::sort), "small");
    flow::open(frame, Role::group, "orders", "choices column").name = frame.say(Say::sort);
    constexpr std::array orders{std::pair{query::Order::automatic, Say::order_automatic},
                                std::pair{query::Order::relevance, Say::order_relevance},
                                std::pair{query::Order::newest, Say::order_newest},
                                std::pair{query::Order::oldest, Say::order_oldest},
                                std::pair{query::Order::reading_time, Say::order_reading_time}};
    for (const auto& [order, say] : orders) {
        Node& radio = flow::open(frame, Role::radio, static_cast<std::uint64_t>(order), "choice");
        radio.name = frame.say(say);
        radio.checked = frame.state.filter.order == order ? Tristate::on : Tristate::off;
        frame.handle(radio.id, {.on_activate = app::OrderPicked{order}});
        frame.tree.close();
    }
    frame.tree.close();
}

}  // namespace

Sheet::Sheet(Frame& frame, Overlay overlay, std::string_view title, std::string_view style) : frame_(frame) {
    Node& dialog = flow::open(frame, Role::dialog, "overlay-" + std::to_string(static_cast<int>(overlay)), "overlay");
    dialog.name = title;
    Node& outside = flow::open(frame, Role::button, "outside", "outside");
    outside.name = frame.say(Say::close);
    outside.tab_stop = Tristate::off;
    frame.handle(outside.id, {.on_activate = app::OverlayToggled{Overlay::none}});
    frame.tree.close();
    std::string words = "sheet";
    if (!style.empty()) words += " " + std::string(style);
    flow::open(frame, Role::box, "sheet", words);
    flow::open(frame, Role::box, "head", "head");
    flow::heading(frame, "title", title);
    sheet_button(frame, {.key = "close", .label = frame.say(Say::close), .event = app::OverlayToggled{Overlay::none}, .style = "button close"});
    frame.tree.close();
    flow::open(frame, Role::box, "content", "content").content_height_px = 0;
}

Sheet::~Sheet() {
    for (int open = 0; open < 3; ++open) frame_.tree.close();
}

void sheet_button(Frame& frame, const SheetButton& button) {
    Node& node = flow::open(frame, Role::button, button.key, button.style, button.label);
    node.name = button.name;
    node.is_disabled = button.is_disabled;
    if (!button.is_disabled) frame.handle(node.id, {.on_activate = button.event});
    frame.tree.close();
}

void describe_overlay(Frame& frame) {
    switch (frame.state.view.overlay) {
        case Overlay::none: break;
        case Overlay::palette: describe_palette(frame); break;
        case Overlay::help: describe_help(frame); break;
        case Overlay::settings: describe_settings(frame); break;
        case Overlay::cite: describe_citations(frame); break;
        case Overlay::order: describe_order(frame); break;
        case Overlay::note: describe_note(frame); break;
        case Overlay::tag: describe_tag(frame); break;
        case Overlay::storage: describe_storage(frame); break;
        case Overlay::collect: describe_collect(frame); break;
        case Overlay::highlight: describe_highlight(frame); break;
        case Overlay::save_search: describe_save_search(frame); break;
        case Overlay::rename: describe_rename(frame); break;
        case Overlay::take_out: describe_take_out(frame); break;
        case Overlay::merged: describe_merged(frame); break;
        case Overlay::versions: describe_versions(frame); break;
        case Overlay::search_help: describe_search_help(frame); break;
    }
}

void describe_notice(Frame& frame) {
    const app::Notice& notice = frame.state.view.notice;
    if (notice.said == app::Said::nothing) return;
    flow::open(frame, Role::region, "notice", "notice").name = frame.say(Say::notice);
    // The live region in the banner reads it out; this is for the eyes, and holds the way back.
    flow::leaf(frame, Role::text, "text", "", notice_text(frame.words, notice));
    if (notice.can_undo) sheet_button(frame, {.key = "undo", .label = frame.say(Say::undo), .event = app::Undone{}, .style = "button undo"});
    sheet_button(frame, {.key = "dismiss", .label = "×", .event = app::NoticeDismissed{}, .style = "button cross", .name = frame.say(Say::close)});
    frame.tree.close();
}

}  // namespace lesesaal::ui
