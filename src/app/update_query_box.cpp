// What the search box says and offers besides its text.
#include <algorithm>
#include <utility>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

query::ParseContext parse_context(const query::Overview& overview) {
    // Articles lie newest first.
    if (overview.last_days.empty() || overview.last_days.front() == query::no_day) return {};
    return {base::from_days(overview.last_days.front())};
}

}  // namespace

void Updater::look_at_query() {
    QueryBox& box = state_.query_box;
    if (box.text == state_.filter.text) return;
    box = {.text = state_.filter.text};
    query::Query query = query::parse(box.text, parse_context(state_.overview));
    if (query::is_plain(query)) return;
    box.understood = query::preview(query);
    std::ranges::stable_sort(query.problems, {}, [](const query::Problem& problem) { return problem.at.begin; });
    for (const query::Problem& problem : query.problems) {
        if (std::ranges::find(box.problems, problem.kind) == box.problems.end()) box.problems.push_back(problem.kind);
    }
}

void Updater::offer_completions() {
    look_at_query();
    QueryBox& box = state_.query_box;
    const query::Language language = state_.language == Language::de ? query::Language::de : query::Language::en;
    box.completions = query::complete(box.text, box.text.size(), state_.overview, language);
    box.option.reset();
}

void Updater::operator()(const QueryTyped& event) {
    if (event.text == state_.filter.text) return;
    ask(event.text, Remember::replace);
    offer_completions();
}

void Updater::operator()(const QueryCommitted& event) {
    ask(event.text, Remember::replace);
    (*this)(CompletionsDismissed{});
}

void Updater::operator()(const CompletionMoved& event) {
    QueryBox& box = state_.query_box;
    const std::size_t count = box.completions.size();
    if (count == 0) return;
    if (!box.option) box.option = event.step == Step::next ? 0 : count - 1;
    else box.option = (*box.option + (event.step == Step::next ? 1 : count - 1)) % count;
}

void Updater::operator()(const CompletionPicked& event) {
    QueryBox& box = state_.query_box;
    // Of a list that is no longer there, when the reader typed on meanwhile.
    if (event.index >= box.completions.size() || box.text != state_.filter.text) return;
    const std::string picked = box.completions[event.index].text;
    const query::Completed completed = query::apply(box.text, box.completions[event.index]);
    (*this)(CompletionsDismissed{});
    ask(completed.text, Remember::replace);
    // The name of a field asks for its value.
    if (picked.ends_with(':')) offer_completions();
    move_focus(FocusTarget::search);
}

void Updater::operator()(const CompletionsDismissed&) {
    state_.query_box.completions.clear();
    state_.query_box.option.reset();
}

}  // namespace lesesaal::app
