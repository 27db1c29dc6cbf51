#include <string>
#include <string_view>

#include "ui/paint.h"
#include "ui/paragraph.h"
#include "ui/query_words.h"
#include "ui/views.h"

namespace lesesaal::ui {
namespace {

using scene::Role;

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

}  // namespace

float draw_understood(Frame& frame, float left, float top, float width) {
    // As in draw_correction: always there, and no status.
    frame.tree.open(Role::live, "understood");
    const float x = left + measure::row_padding_x;
    const float room = width - 2 * measure::row_padding_x;
    const float begin = top + padding_y;
    float y = begin;
    const std::string text = understood_text(frame);
    if (!text.empty()) y += paragraph(frame, "query", text, frame.regular(type::label, frame.theme.ink_soft), {x, y, room, 0});
    for (const query::ProblemKind problem : frame.state.query_box.problems) {
        if (is_said_elsewhere(frame.state, problem)) continue;
        if (y > begin) y += 2;
        const std::string key = "problem" + std::to_string(static_cast<int>(problem));
        y += paragraph(frame, key, frame.say(sentence_of(problem)), frame.regular(type::label, frame.theme.ink), {x, y, room, 0});
    }
    frame.tree.close();
    if (y == begin) return 0;
    paint::line(frame, left, y + padding_y, left + width, y + padding_y, frame.theme.line);
    return y + padding_y + 1 - top;
}

}  // namespace lesesaal::ui
