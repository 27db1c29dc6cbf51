#include "ui/storage_chip.h"

#include <algorithm>
#include <cmath>

#include "ui/icons.h"
#include "ui/paint.h"

namespace lesesaal::ui {
namespace {

using app::Safety;
using scene::Rect;
using scene::Role;

// A long name of a host is cut.
constexpr float text_width_max = 150;
constexpr float sign_room = 24;
constexpr float edge_right = 10;

/// A key of the words, or a sentence of the browser's.
std::string storage_reason(const Frame& frame) {
    const std::string& reason = frame.state.storage_reason;
    if (const auto say = frame.words.find(reason)) return std::string(frame.say(*say));
    // What is no key and no sentence says nothing to a reader.
    const bool is_sentence = reason.find(' ') != std::string::npos;
    return is_sentence ? reason : std::string(frame.say(Say::storage_unknown));
}

/// A store that keeps things, but less well than it might, says why.
std::string remark(const Frame& frame) { return frame.state.storage_reason.empty() ? std::string{} : " " + storage_reason(frame); }

std::string only_here_sentence(const Frame& frame) {
    const app::State& state = frame.state;
    if (state.keeper == app::Keeper::host) return frame.words.count(Say::only_at_host_long, state.uncopied, {{"host", state.storage_host}});
    return frame.words.count(Say::only_here_long, state.uncopied);
}

Colour colour_of(const Frame& frame, Safety safety) {
    switch (safety) {
        case Safety::opening: return frame.theme.ink_faint;
        case Safety::safe: return frame.theme.saved;
        case Safety::only_here: return frame.theme.warning;
        case Safety::unsafe: return frame.theme.danger;
    }
    return frame.theme.ink_faint;
}

/// A full circle, a half one, a triangle: told apart without colours.
void draw_sign(Frame& frame, Safety safety, float x, float middle) {
    const Colour colour = colour_of(frame, safety);
    const Rect place{x - 8, middle - 8, 16, 16};
    switch (safety) {
        case Safety::opening: paint::icon(frame, icon::circle, 9, colour, place); break;
        case Safety::safe: paint::dot(frame, x, middle, 3.5F, colour); break;
        case Safety::only_here: paint::icon(frame, icon::contrast, 10, colour, place); break;
        case Safety::unsafe: paint::icon(frame, icon::warning, 12, colour, place); break;
    }
}

}  // namespace

std::string storage_title(const Frame& frame) {
    const app::State& state = frame.state;
    switch (app::safety(state)) {
        case Safety::opening: return std::string(frame.say(Say::storage_opening));
        case Safety::safe: return std::string(frame.say(Say::saved));
        case Safety::only_here:
            if (state.keeper == app::Keeper::host) return frame.words.with(Say::only_at_host, {{"host", state.storage_host}});
            return std::string(frame.say(Say::only_here));
        case Safety::unsafe: break;
    }
    return std::string(frame.say(state.storage == app::StorageState::until_closing ? Say::until_closing : Say::not_stored));
}

std::string storage_sentence(const Frame& frame) {
    const app::State& state = frame.state;
    switch (app::safety(state)) {
        case Safety::opening: return {};
        case Safety::safe: return std::string(frame.say(state.treasured == notebook::Clock{} ? Say::saved_nothing : Say::saved_copied)) + remark(frame);
        case Safety::only_here: return only_here_sentence(frame) + remark(frame);
        case Safety::unsafe: break;
    }
    return storage_reason(frame);
}

std::string_view storage_advice(const Frame& frame) {
    const bool can_link = frame.state.link != app::LinkState::impossible;
    switch (app::safety(frame.state)) {
        case Safety::opening: return {};
        case Safety::safe: return frame.say(Say::storage_do_nothing);
        case Safety::only_here: return frame.say(can_link ? Say::storage_do_link : Say::storage_do_download);
        case Safety::unsafe: break;
    }
    return frame.say(Say::storage_do_before_closing);
}

float draw_storage_chip(Frame& frame, float right, float middle) {
    const Safety safety = app::safety(frame.state);
    const std::string title = storage_title(frame);
    const TextStyle style = frame.regular(type::small, safety == Safety::unsafe ? frame.theme.danger : frame.theme.ink_soft);
    const float text_width = std::min(std::ceil(paint::width_of(style, title)), text_width_max);
    const float width = sign_room + text_width + edge_right;
    const Rect rect{right - width, middle - 13, width, 26};
    const float target = frame.target(rect.height);
    scene::Node& node = frame.tree.open(Role::button, "storage");
    node.text = title;
    node.popup = "dialog";
    node.description = storage_sentence(frame);
    frame.handle(node.id, {.on_activate = app::OverlayToggled{app::Overlay::storage}});
    frame.tree.place({rect.x, middle - target / 2, rect.width, target});
    frame.tree.close();
    const bool is_hovered = frame.is_hovered(rect);
    if (is_hovered) paint::fill(frame, rect, frame.theme.selected, measure::chip_radius);
    paint::outline(frame, rect, is_hovered ? frame.theme.accent : frame.theme.line, measure::chip_radius);
    draw_sign(frame, safety, rect.x + 15, middle);
    paint::text_cut(frame, style, rect.x + sign_room, rect.y, rect.height, text_width + 1, title);
    return rect.x;
}

}  // namespace lesesaal::ui
