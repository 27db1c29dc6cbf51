#include <doctest.h>

#include <algorithm>

#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;

namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;

State opened(const std::string& hash = "") {
    const std::int32_t newest = base::to_days(*base::make_date(2025, 10, 23));
    query::Overview overview{.corpus_id = "test", .title = "Test", .language = "de"};
    overview.facets[0] = {{"ozg-efa", "OZG und EfA", "OZG", 2}, {"recht", "Recht", "Law", 1}};
    overview.memberships[0] = {{0, 1, 2}, {0, 0}};
    for (std::size_t i = 1; i < query::facet_count; ++i) overview.memberships[i].begins = {0, 0, 0};
    overview.uids = {0xa, 0xb};
    overview.first_days = {newest, newest - 20};
    overview.last_days = overview.first_days;
    State state;
    (void)update(state, CorpusOpened{overview, "replica", hash}, now_ms);
    return state;
}

Effects send(State& state, const Event& event) { return update(state, event, now_ms); }

bool asks(const Effects& effects) {
    return std::ranges::any_of(effects, [](const Effect& effect) { return std::holds_alternative<RunQuery>(effect); });
}

}  // namespace

TEST_CASE("query box: words alone need no explanation; a text of the query language has one, whoever wrote it") {
    State state = opened();
    send(state, QueryTyped{"Verwaltung Hessen"});
    CHECK(state.query_box.understood.empty());
    send(state, QueryTyped{"Verwaltung -Bremen"});
    REQUIRE(state.query_box.understood.size() == 2);
    CHECK(state.query_box.understood[1].is_excluded);
    send(state, FiltersReset{});
    CHECK(state.query_box.understood.empty());
    send(state, Undone{});
    CHECK(state.query_box.understood.size() == 2);
    CHECK(opened("#q=titel%3AHaushalt").query_box.understood.size() == 1);
}

TEST_CASE("query box: days count from the newest of the corpus") {
    State state = opened();
    send(state, QueryTyped{"datum:letzte-30-tage"});
    REQUIRE(state.query_box.understood.size() == 1);
    CHECK(state.query_box.understood[0].to == base::make_date(2025, 10, 23));
    CHECK(state.query_box.understood[0].from == base::make_date(2025, 9, 24));
}

TEST_CASE("query box: what is wrong with a text is told once for each kind") {
    State state = opened();
    send(state, QueryTyped{"a ) ) \"b"});
    CHECK(state.query_box.problems == std::vector{query::ProblemKind::stray_parenthesis, query::ProblemKind::unclosed_quote});
}

TEST_CASE("query box: the begin of a field's name offers the field, and the field its values") {
    State state = opened();
    send(state, QueryTyped{"Verwaltung th"});
    REQUIRE(state.query_box.completions.size() == 1);
    CHECK(state.query_box.completions[0].label == "thema:");
    CHECK_FALSE(state.query_box.option);
    CHECK(asks(send(state, CompletionPicked{0})));
    CHECK(state.filter.text == "Verwaltung thema:");
    CHECK(state.view.focus == FocusTarget::search);
    REQUIRE(state.query_box.completions.size() == 2);
    CHECK(state.query_box.completions[0].label == "OZG und EfA");
    send(state, CompletionPicked{0});
    CHECK(state.filter.text == "Verwaltung thema:\"OZG und EfA\"");
    CHECK(state.query_box.completions.empty());
    CHECK(state.query_box.understood.size() == 2);
}

TEST_CASE("query box: arrow keys go round the list, and typing begins it anew") {
    State state = opened();
    send(state, QueryTyped{"thema:"});
    REQUIRE(state.query_box.completions.size() == 2);
    send(state, CompletionMoved{Step::previous});
    CHECK(state.query_box.option == 1);
    send(state, CompletionMoved{Step::next});
    CHECK(state.query_box.option == 0);
    send(state, QueryTyped{"thema:r"});
    CHECK_FALSE(state.query_box.option);
}

TEST_CASE("query box: a list that was dismissed or committed comes back with the next letter") {
    State state = opened();
    send(state, QueryTyped{"thema:"});
    send(state, CompletionsDismissed{});
    CHECK(state.query_box.completions.empty());
    CHECK(state.filter.text == "thema:");
    send(state, QueryTyped{"thema:o"});
    CHECK(state.query_box.completions.size() == 1);
    CHECK_FALSE(asks(send(state, QueryCommitted{"thema:o"})));
    CHECK(state.query_box.completions.empty());
    send(state, CompletionMoved{Step::next});
    CHECK_FALSE(state.query_box.option);
}

TEST_CASE("query box: an option that is not there is not picked, and a text from elsewhere has no list") {
    State state = opened();
    send(state, QueryTyped{"thema:"});
    send(state, CompletionPicked{7});
    CHECK(state.filter.text == "thema:");
    send(state, QueryPicked{"th"});
    CHECK(state.query_box.completions.empty());
}

TEST_CASE("query box: the name of a search to be saved is a suggestion until somebody types") {
    State state = opened();
    send(state, QueryTyped{"titel:Haushalt"});
    send(state, OverlayToggled{Overlay::save_search});
    CHECK(state.view.is_draft_suggested);
    CHECK(state.view.draft == "titel:Haushalt");
    send(state, DraftTyped{""});
    CHECK_FALSE(state.view.is_draft_suggested);
}
