#include <algorithm>
#include <cmath>

#include "ui/article_nodes.h"
#include "ui/notebook_view.h"
#include "ui/notice_text.h"
#include "ui/paint.h"
#include "ui/trends_view.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using scene::Rect;
using scene::Role;
using scene::Tristate;

void describe_body(Frame& frame) {
    const app::State& state = frame.state;
    if (state.view.page == app::Page::about) describe_about(frame);
    else if (state.view.page == app::Page::notebook) describe_notebook(frame);  // also beside a damaged corpus
    else if (state.view.page == app::Page::trends && state.corpus == app::CorpusState::ready) describe_trends(frame);
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
    const Rect bar{rect.x, rect.y, rect.width, frame.target(measure::bar)};
    draw_article_bar(frame, bar);
    const Rect body{rect.x, bar.bottom(), rect.width, std::max(0.0F, rect.height - bar.height)};
    scene::Node& pane = frame.tree.open(Role::box, "body");
    pane.is_visible = true;
    pane.style = "reader";
    pane.content_height_px = 0;
    pane.scroll_revision = frame.state.view.article_top_revision;
    pane.scroll_px = -frame.state.view.article_wish;
    frame.handle(pane.id, {.scrolls = app::Pane::article});
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
