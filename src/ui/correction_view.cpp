#include <algorithm>
#include <cmath>
#include <string>

#include "ui/paint.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lesesaal::ui {
namespace {

using scene::Rect;
using scene::Role;

constexpr std::size_t lines_max = 4;
constexpr float padding_y = 9;
constexpr float button_height = 25;
constexpr float button_padding = 8;  // as widgets::text_button shows it under the pointer

struct Offer {
    std::string told;    // the whole of it, read out
    std::string drawn;   // up to the button
    std::string button;
};

Offer offer_of(const Frame& frame, const query::Correction& correction) {
    const bool has_hits = !frame.state.result.hits.empty();
    if (correction.is_applied && has_hits) {
        const std::string sentence = frame.words.with(Say::correction_applied, {{"from", correction.from}, {"to", correction.to}});
        return {sentence, sentence, frame.words.with(Say::correction_take, {{"to", correction.to}})};
    }
    const std::string sentence(frame.say(has_hits ? Say::correction_few : Say::correction_none));
    const std::string word = frame.words.with(Say::correction_pick, {{"to", correction.to}});
    return {sentence + " " + word, sentence, word};
}

}  // namespace

float draw_correction(Frame& frame, float left, float top, float width) {
    // Always there, since only what changes in a live region is read out. No status: that is the count of hits. The
    // button stands beside it, since what is read out never rests, not even under a sheet.
    frame.tree.open(Role::live, "correction");
    const std::optional<query::Correction>& correction = frame.state.result.correction;
    if (!correction) {
        frame.tree.close();
        return 0;
    }
    const Offer offer = offer_of(frame, *correction);
    const TextStyle soft = frame.regular(type::label, frame.theme.ink_soft);
    const TextStyle strong = frame.semibold(type::label, frame.theme.accent);
    const float x = left + measure::row_padding_x;
    const float room = width - 2 * measure::row_padding_x;
    const float tall = frame.target(button_height);
    const float overhang = (tall - type::snippet_line) / 2;  // of the button over its line

    const auto lines = paint::wrap(soft, offer.drawn, room, lines_max);
    const base::ByteRange last = lines.back().range;
    const float after = std::ceil(paint::width_of(soft, std::string_view(offer.drawn).substr(last.begin, last.size()))) + 6;
    const float word_width = std::ceil(paint::width_of(strong, offer.button));
    // Where the sentence would go on, or in a line of its own.
    const bool is_beside = after + word_width <= room;
    const float y = top + std::max(padding_y, lines.size() == 1 ? overhang : 0.0F);
    const float text_height = type::snippet_line * static_cast<float>(lines.size());
    const float button_line = y + text_height - (is_beside ? type::snippet_line : 0.0F);
    const float shown = std::min(word_width, room);
    const Rect button{x + (is_beside ? after : 0.0F) - button_padding, button_line - overhang, shown + 2 * button_padding, tall};
    const float bottom = button_line + type::snippet_line + std::max(padding_y, overhang);

    frame.tree.node(frame.tree.current_index()).text = offer.told;
    frame.tree.place({x, y, room, text_height});
    frame.tree.close();
    paint::lines(frame, soft, x, y, type::snippet_line, offer.drawn, lines);
    widgets::text_button(frame, {.key = "correct", .label = offer.button, .event = app::QueryPicked{correction->text}}, strong, button);
    paint::line(frame, left, bottom, left + width, bottom, frame.theme.line);
    return bottom + 1 - top;
}

}  // namespace lesesaal::ui
