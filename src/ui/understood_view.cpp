#include <string>
#include <string_view>

#include "ui/paint.h"
#include "ui/query_words.h"
#include "ui/views.h"

namespace lesesaal::ui {
namespace {

using scene::Role;

constexpr std::size_t lines_max = 8;
constexpr float padding_y = 9;

Say sentence_of(query::ProblemKind problem) {
    switch (problem) {
        case query::ProblemKind::unclosed_quote: return Say::problem_unclosed_quote;
        case query::ProblemKind::unclosed_parenthesis: return Say::problem_unclosed_parenthesis;
        case query::ProblemKind::stray_parenthesis: return Say::problem_stray_parenthesis;
        case query::ProblemKind::missing_operand: return Say::problem_missing_operand;
        case query::ProblemKind::unknown_value: return Say::problem_unknown_value;
        case query::ProblemKind::too_long: return Say::problem_too_long;
        case query::ProblemKind::too_many_terms: return Say::problem_too_many_terms;
        case query::ProblemKind::too_deep: return Say::problem_too_deep;
        case query::ProblemKind::only_excluded: return Say::problem_only_excluded;
        case query::ProblemKind::no_word: break;
    }
    return Say::problem_no_word;
}

/// The empty list says these itself, as the reason why it is empty.
bool is_said_elsewhere(const app::State& state, query::ProblemKind problem) {
    if (!state.result.hits.empty() || state.result.note.empty()) return false;
    return problem == query::ProblemKind::only_excluded || problem == query::ProblemKind::no_word;
}

float paragraph(Frame& frame, std::string_view key, const TextStyle& style, std::string_view text, const scene::Rect& room) {
    const auto lines = paint::wrap(style, text, room.width, lines_max);
    const float height = type::snippet_line * static_cast<float>(lines.size());
    frame.tree.open(Role::paragraph, key).text = text;
    frame.tree.place({room.x, room.y, room.width, height});
    frame.tree.close();
    paint::lines(frame, style, room.x, room.y, type::snippet_line, text, lines);
    return height;
}

}  // namespace

float draw_understood(Frame& frame, float left, float top, float width) {
    // As in draw_correction: always there, and no status.
    frame.tree.open(Role::live, "understood");
    const float x = left + measure::row_padding_x;
    const float room = width - 2 * measure::row_padding_x;
    const float begin = top + padding_y;
    float y = begin;
    const std::string text = understood_text(frame);
    if (!text.empty()) y += paragraph(frame, "query", frame.regular(type::label, frame.theme.ink_soft), text, {x, y, room, 0});
    for (const query::ProblemKind problem : frame.state.query_box.problems) {
        if (is_said_elsewhere(frame.state, problem)) continue;
        if (y > begin) y += 2;
        const std::string key = "problem" + std::to_string(static_cast<int>(problem));
        y += paragraph(frame, key, frame.regular(type::label, frame.theme.ink), frame.say(sentence_of(problem)), {x, y, room, 0});
    }
    frame.tree.close();
    if (y == begin) return 0;
    paint::line(frame, left, y + padding_y, left + width, y + padding_y, frame.theme.line);
    return y + padding_y + 1 - top;
}

}  // namespace lesesaal::ui
