#include <algorithm>
#include <cmath>

#include "ui/article_nodes.h"
#include "ui/notice_text.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using scene::Rect;
using scene::Role;
using scene::Tristate;

float button_width(const TextStyle& style, std::string_view label) { return std::ceil(paint::width_of(style, label)) + 20; }

bool shows_article(const app::State& state) { return state.open && state.view.page == app::Page::reader; }

/// Back to the list on narrow pages, the neighbours in the result on the others.
void draw_ways(Frame& frame, const Rect& rect) {
    const app::State& state = frame.state;
    const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
    float x = rect.x + (frame.layout.breadth == Breadth::narrow ? 8.0F : 18.0F);
    const float y = rect.y + 6;
    const float height = rect.height - 12;
    if (frame.layout.breadth == Breadth::narrow) {
        const std::string label = "‹ " + std::string(frame.say(Say::back_to_list));
        const TextStyle strong = frame.semibold(type::label, frame.theme.accent);
        widgets::text_button(frame, {.key = "list", .label = label, .event = app::ArticleClosed{}}, strong,
                             {x, y, button_width(strong, label), height});
        return;
    }
    if (!shows_article(state)) return;
    const auto position = app::open_position(state);
    const std::string previous = "‹ " + std::string(frame.say(Say::previous_article));
    const std::string next = std::string(frame.say(Say::next_article)) + " ›";
    const float previous_width = button_width(soft, previous);
    widgets::text_button(frame,
                         {.key = "previous",
                          .label = previous,
                          .name_suffix = frame.say(Say::previous_article_long),
                          .is_disabled = !position || *position == 0,
                          .event = app::ArticleStepped{-1}},
                         soft, {x, y, previous_width, height});
    x += previous_width + 4;
    widgets::text_button(frame,
                         {.key = "next",
                          .label = next,
                          .name_suffix = frame.say(Say::next_article_long),
                          .is_disabled = position && *position + 1 >= state.result.hits.size(),
                          .event = app::ArticleStepped{1}},
                         soft, {x, y, button_width(soft, next), height});
}

void draw_bookmark(Frame& frame, const Rect& rect) {
    if (!shows_article(frame.state)) return;
    const std::string_view label = frame.say(Say::bookmark);
    const bool is_set = app::is_bookmarked(frame.state, frame.state.open->article.uid);
    const TextStyle style = is_set ? frame.semibold(type::label, frame.theme.star) : frame.regular(type::label, frame.theme.ink_soft);
    constexpr float star_room = 18;
    const float width = button_width(style, label) + star_room;
    const Rect place{rect.right() - width - 18, rect.y + 6, width, rect.height - 12};
    scene::Node& node = frame.tree.open(Role::button, "bookmark");
    node.text = label;
    node.pressed = is_set ? Tristate::on : Tristate::off;
    frame.handle(node.id, {.on_activate = app::BookmarkToggled{frame.state.open->article.uid}});
    frame.tree.place(place);
    frame.tree.close();
    if (frame.is_hovered(place)) paint::fill(frame, place, frame.theme.selected, measure::box_radius);
    paint::text(frame, style, place.x + 10, place.y - 1, place.height, is_set ? "★" : "☆");
    paint::text(frame, style, place.x + 10 + star_room, place.y, place.height, label);
}

void describe_body(Frame& frame) {
    const app::State& state = frame.state;
    if (state.view.page == app::Page::about) describe_about(frame);
    else if (state.corpus == app::CorpusState::damaged) describe_trouble(frame, frame.say(Say::damaged_title), state.corpus_error);
    else if (state.query_error) describe_trouble(frame, frame.say(Say::search_failed_title), *state.query_error);
    else if (state.article_error) describe_trouble(frame, frame.say(Say::article_missing_title), *state.article_error);
    else if (state.open) describe_article(frame, *state.open);
    else describe_start(frame);
}

}  // namespace

void draw_main(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    paint::fill(frame, rect, theme.ground);
    const widgets::Container main(frame, {.role = Role::main, .key = "main"}, rect);
    const Rect bar{rect.x, rect.y, rect.width, measure::bar};
    paint::fill(frame, bar, theme.panel);
    paint::line(frame, bar.x, bar.bottom() - 1, bar.right(), bar.bottom() - 1, theme.line);
    {
        const widgets::Container group(frame, {.key = "bar", .name = frame.say(Say::article_bar)}, bar);
        draw_ways(frame, bar);
        draw_bookmark(frame, bar);
    }
    const Rect body{rect.x, bar.bottom(), rect.width, std::max(0.0F, rect.height - bar.height)};
    scene::Node& pane = frame.tree.open(Role::box, "body");
    pane.is_visible = true;
    pane.style = "reader";
    pane.content_height_px = 0;
    pane.scroll_revision = frame.state.view.article_top_revision;
    frame.tree.place(body);
    describe_body(frame);
    frame.tree.close();
}

void describe_ways(Frame& frame) {
    const auto skip = [&](std::string_view key, std::string_view text, app::Pane pane) {
        scene::Node& link = frame.tree.open(Role::link, key);
        link.text = text;
        link.href = "#";
        link.style = "skip";
        link.is_visible = true;
        frame.handle(link.id, {.on_activate = app::PaneShown{pane}});
        frame.tree.close();
    };
    skip("skip-list", frame.say(Say::skip_to_list), app::Pane::list);
    skip("skip-article", frame.say(Say::skip_to_article), app::Pane::article);

    frame.tree.leaf(Role::live, "live").text = notice_text(frame.words, frame.state.view.notice);
}

}  // namespace lesesaal::ui
