#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using scene::Rect;
using scene::Role;
using scene::Tristate;
using widgets::Show;

constexpr float button_inset = 5;
constexpr float progress_height = 2;

bool shows_article(const app::State& state) { return state.open && state.view.page == app::Page::reader; }

float button_width(const TextStyle& style, std::string_view label) { return std::ceil(paint::width_of(style, label)) + 20; }

/// Back to the list on narrow pages, the neighbours in the result on the others. Returns: where the free room begins.
float draw_ways(Frame& frame, const Rect& rect) {
    const app::State& state = frame.state;
    const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
    float x = rect.x + (frame.layout.breadth == Breadth::narrow ? 8.0F : 18.0F);
    const float y = rect.y + frame.inset(6);
    const float height = rect.height - 2 * frame.inset(6);
    if (frame.layout.breadth == Breadth::narrow) {
        const std::string label = "‹ " + std::string(frame.say(Say::back_to_list));
        const TextStyle strong = frame.semibold(type::label, frame.theme.accent);
        const float width = button_width(strong, label);
        widgets::text_button(frame, {.key = "list", .label = label, .event = app::ArticleClosed{}}, strong, {x, y, width, height});
        return x + width;
    }
    if (!shows_article(state)) return x;
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
    const float next_width = button_width(soft, next);
    widgets::text_button(frame,
                         {.key = "next",
                          .label = next,
                          .name_suffix = frame.say(Say::next_article_long),
                          .is_disabled = position && *position + 1 >= state.result.hits.size(),
                          .event = app::ArticleStepped{1}},
                         soft, {x, y, next_width, height});
    return x + next_width;
}

struct Tool {
    widgets::Button button;
    TextStyle style;
};

/// What can be done with the article, the most used first.
std::vector<Tool> tools_of(const Frame& frame) {
    const app::State& state = frame.state;
    const std::string& uid = state.open->article.uid;
    const bool is_set = app::is_bookmarked(state, uid);
    const bool has_note = state.notebook.is_set(notebook::Kind::note, uid);
    const bool is_collected = !state.notebook.values(notebook::Kind::collection, uid).empty();
    const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
    const TextStyle star = frame.semibold(type::label, frame.theme.star);
    const TextStyle accent = frame.regular(type::label, frame.theme.accent);
    return {
        {{.key = "bookmark",
          .label = frame.say(Say::bookmark),
          .pressed = is_set ? Tristate::on : Tristate::off,
          .event = app::BookmarkToggled{uid},
          .icon = is_set ? icon::star_filled : icon::star},
         is_set ? star : soft},
        {{.key = "note",
          .label = frame.say(Say::note),
          .event = app::OverlayToggled{app::Overlay::note},
          .icon = icon::note,
          .popup = "dialog"},
         has_note ? accent : soft},
        {{.key = "collect",
          .label = frame.say(Say::collect),
          .event = app::OverlayToggled{app::Overlay::collect},
          .icon = icon::plus,
          .popup = "dialog"},
         is_collected ? accent : soft},
        {{.key = "cite",
          .label = frame.say(Say::cite),
          .event = app::OverlayToggled{app::Overlay::cite},
          .icon = icon::quote,
          .popup = "dialog"},
         soft},
        {{.key = "print", .label = frame.say(Say::print), .event = app::PrintWanted{}, .icon = icon::printer}, soft},
        {{.key = "copy-link", .label = frame.say(Say::copy_link), .event = app::LinkWanted{}, .icon = icon::link}, soft},
        {{.key = "unread",
          .label = frame.say(app::is_read(state, uid) ? Say::mark_as_unread : Say::mark_as_read),
          .event = app::ReadToggled{uid},
          .icon = app::is_read(state, uid) ? icon::dot : icon::circle},
         soft},
    };
}

// Of the tools, so many have their label where there is room; the others are icons with a name.
constexpr std::size_t labelled_max = 5;

float width_of(const Frame& frame, const std::vector<Tool>& tools, std::size_t labelled) {
    float width = 0;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        width += frame.target(widgets::icon_button_width(tools[i].style, tools[i].button.label, i < labelled ? Show::icon_and_label : Show::icon));
    }
    return width;
}

void draw_tools(Frame& frame, const Rect& rect, float left) {
    std::vector<Tool> tools = tools_of(frame);
    const float inset = frame.inset(button_inset);
    const float right = rect.right() - (frame.layout.breadth == Breadth::narrow ? 6.0F : 18.0F);
    // The last ones are in the palette too.
    while (!tools.empty() && width_of(frame, tools, 0) > right - left) tools.pop_back();
    std::size_t labelled = std::min(labelled_max, tools.size());
    while (labelled > 0 && width_of(frame, tools, labelled) > right - left - 12) --labelled;
    float x = right - width_of(frame, tools, labelled);
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const Show show = i < labelled ? Show::icon_and_label : Show::icon;
        const float width = frame.target(widgets::icon_button_width(tools[i].style, tools[i].button.label, show));
        widgets::icon_button(frame, tools[i].button, tools[i].style,
                             {x, rect.y + inset, width, rect.height - 2 * inset}, show);
        x += width;
    }
}

}  // namespace

void draw_article_bar(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    paint::fill(frame, rect, theme.panel);
    paint::line(frame, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1, theme.line);
    const widgets::Container group(frame, {.key = "bar", .name = frame.say(Say::article_bar)}, rect);
    const float left = draw_ways(frame, rect);
    if (!shows_article(frame.state)) return;
    draw_tools(frame, rect, left);
    // What the scroll bar says too; so it is drawn alone.
    const float progress = frame.state.view.article_progress;
    if (progress > 0) paint::fill(frame, {rect.x, rect.bottom() - progress_height, rect.width * progress, progress_height}, theme.accent);
}

}  // namespace lesesaal::ui
