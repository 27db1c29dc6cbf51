#include <doctest.h>

#include <algorithm>

#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;
using query::Facet;

namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;

/// Ten articles on ten days from 1 October 2025 on: ten buckets.
query::Overview ten_days() {
    query::Overview overview{.corpus_id = "test", .title = "Test", .language = "de"};
    for (query::Memberships& memberships : overview.memberships) memberships.begins = {0};
    for (std::int32_t i = 0; i < 10; ++i) {
        overview.first_days.push_back(base::to_days({2025, 10, 10}) - i);
        overview.uids.push_back(static_cast<std::uint64_t>(i) + 1);
        for (query::Memberships& memberships : overview.memberships) memberships.begins.push_back(0);
    }
    overview.last_days = overview.first_days;
    overview.facets[query::index_of(Facet::topic)] = {{"ozg", "OZG", "OZG", 2}};
    return overview;
}

query::Result all_hits(double query_ms) {
    query::Result result;
    for (std::int32_t i = 0; i < 10; ++i) result.hits.push_back(query::ArticleId{i});
    result.undated_hits = result.hits;
    result.query_ms = query_ms;
    return result;
}

struct Room {
    explicit Room(double query_ms = 1) : query_ms_(query_ms) {
        send(CorpusOpened{ten_days(), "replica", ""});
        send(StorageOpened{});
        hashes.clear();
    }

    /// Performs the questions as the shell does, at once.
    void send(const Event& event) {
        for (const Effect& effect : update(state, event, now_ms)) {
            if (const auto* hash = std::get_if<SetHash>(&effect)) hashes.push_back(*hash);
            const auto* question = std::get_if<RunQuery>(&effect);
            if (!question) continue;
            ++questions;
            asked = question->filter;
            if (answers) send(ResultArrived{question->query_id, all_hits(query_ms_)});
        }
    }

    [[nodiscard]] std::optional<base::Date> from() const { return state.filter.from; }
    [[nodiscard]] std::optional<base::Date> to() const { return state.filter.to; }

    State state;
    std::vector<SetHash> hashes;
    query::Filter asked;
    int questions = 0;
    bool answers = true;

private:
    double query_ms_;
};

base::Date october(int day) { return {2025, 10, static_cast<std::uint8_t>(day)}; }

}  // namespace

TEST_CASE("brush: a drag selects the days it passed, in either direction, and is one step of the history") {
    for (const bool is_backwards : {false, true}) {
        Room room;
        REQUIRE(room.state.timeline.buckets.size() == 10);
        room.send(BrushBegan{BrushPart::range, is_backwards ? 6U : 2U});
        for (std::size_t i = 2; i <= 6; ++i) room.send(BrushMoved{is_backwards ? 8 - i : i});
        CHECK(room.hashes.empty());
        room.send(BrushEnded{});
        CHECK(room.from() == october(3));
        CHECK(room.to() == october(7));
        REQUIRE(room.hashes.size() == 1);
        CHECK(room.hashes[0].mode == SetHash::Mode::push);
        CHECK(room.hashes[0].hash == "#von=2025-10-03&bis=2025-10-07");
        CHECK(room.state.from_field.text == "03.10.2025");
    }
}

TEST_CASE("brush: list and counts follow the drag where questions are cheap, else they wait for its end") {
    Room cheap(1);
    const int before = cheap.questions;
    cheap.send(BrushBegan{BrushPart::range, 2});
    cheap.send(BrushMoved{3});
    CHECK(cheap.questions == before + 1);
    cheap.send(BrushMoved{3});  // still on the same bar
    CHECK(cheap.questions == before + 1);
    cheap.send(BrushEnded{});
    CHECK(cheap.questions == before + 1);

    Room slow(8);
    slow.send(BrushBegan{BrushPart::range, 2});
    slow.send(BrushMoved{3});
    slow.send(BrushMoved{4});
    CHECK(slow.questions == before);
    CHECK(slow.to() == october(5));  // the band follows all the same
    slow.send(BrushEnded{});
    CHECK(slow.questions == before + 1);
    CHECK(slow.asked.to == october(5));
    CHECK(slow.hashes.size() == 1);
}

TEST_CASE("brush: while a question is on its way no other is asked, and the last position counts") {
    Room room;
    room.send(BrushBegan{BrushPart::range, 2});
    room.answers = false;
    room.send(BrushMoved{3});
    const int asked = room.questions;
    room.send(BrushMoved{4});
    CHECK(room.questions == asked);
    room.answers = true;
    room.send(BrushEnded{});
    CHECK(room.asked.to == october(5));
}

TEST_CASE("brush: a press without a drag changes nothing, so that the click on the bar can") {
    Room room;
    const int before = room.questions;
    room.send(BrushBegan{BrushPart::range, 2});
    room.send(BrushEnded{});
    CHECK_FALSE(room.from());
    CHECK(room.questions == before);
    CHECK(room.hashes.empty());
    CHECK_FALSE(room.state.brush);
}

TEST_CASE("brush: Esc during a drag returns to the range from before, without a trace in the history") {
    for (const double query_ms : {1.0, 20.0}) {
        Room room(query_ms);
        room.send(RangePicked{base::to_days(october(2)), base::to_days(october(4))});
        room.hashes.clear();
        room.send(BrushBegan{BrushPart::end, 3});
        room.send(BrushMoved{8});
        CHECK(room.to() == october(9));
        room.send(BrushCancelled{});
        CHECK(room.to() == october(4));
        CHECK(room.asked.to == october(4));
        CHECK(room.hashes.empty());
        room.send(BrushMoved{9});  // a late one
        CHECK(room.to() == october(4));
    }
}

TEST_CASE("brush: grips move one bound, keep the other to the day, and do not pass it") {
    Room room;
    room.send(RangePicked{base::to_days(october(3)), base::to_days(october(6))});
    room.send(BrushBegan{BrushPart::begin, 2});
    room.send(BrushMoved{4});
    CHECK(room.from() == october(5));
    room.send(BrushMoved{9});
    CHECK(room.from() == october(6));
    CHECK(room.to() == october(6));
    room.send(BrushEnded{});
    room.send(BrushBegan{BrushPart::end, 5});
    room.send(BrushMoved{7});
    room.send(BrushEnded{});
    CHECK(room.from() == october(6));
    CHECK(room.to() == october(8));
}

TEST_CASE("brush: a grip at its end of the strip is no bound") {
    Room room;
    room.send(RangePicked{base::to_days(october(3)), base::to_days(october(6))});
    room.send(BrushBegan{BrushPart::begin, 2});
    room.send(BrushMoved{0});
    CHECK_FALSE(room.from());
    CHECK(room.to() == october(6));
    room.send(BrushEnded{});
    room.send(BrushBegan{BrushPart::end, 5});
    room.send(BrushMoved{9});
    room.send(BrushEnded{});
    CHECK_FALSE(room.to());
}

TEST_CASE("brush: the band moves as a whole and stops at both ends") {
    Room room;
    room.send(RangePicked{base::to_days(october(3)), base::to_days(october(5))});
    room.send(BrushBegan{BrushPart::band, 3});
    room.send(BrushMoved{5});
    CHECK(room.from() == october(5));
    CHECK(room.to() == october(7));
    room.send(BrushMoved{0});
    CHECK(room.from() == october(1));
    CHECK(room.to() == october(3));
    room.send(BrushMoved{99});
    CHECK(room.from() == october(8));
    CHECK(room.to() == october(10));
    room.send(BrushEnded{});
}

TEST_CASE("brush: over the whole strip it lifts the range") {
    Room room;
    room.send(BrushBegan{BrushPart::range, 9});
    room.send(BrushMoved{0});
    room.send(BrushEnded{});
    CHECK_FALSE(room.from());
    CHECK_FALSE(room.to());
    CHECK(room.hashes.empty());
}

TEST_CASE("brush: without a range a press on the band begins a new one") {
    Room room;
    room.send(BrushBegan{BrushPart::band, 3});
    room.send(BrushMoved{5});
    CHECK(room.from() == october(4));
    CHECK(room.to() == october(6));
}

TEST_CASE("grips by key: a run of arrow keys is one step of the history, another filter ends the run") {
    Room room;
    room.send(BoundMoved{BrushPart::begin, 1});
    room.send(BoundMoved{BrushPart::begin, 2});
    CHECK(room.from() == october(3));
    CHECK_FALSE(room.to());
    REQUIRE(room.hashes.size() == 2);
    CHECK(room.hashes[0].mode == SetHash::Mode::push);
    CHECK(room.hashes[1].mode == SetHash::Mode::replace);
    room.send(FacetToggled{Facet::topic, "ozg"});
    room.send(BoundMoved{BrushPart::end, 8});
    CHECK(room.to() == october(9));
    CHECK(room.hashes.back().mode == SetHash::Mode::push);
}

TEST_CASE("grips by key: they stop at each other and at the ends, where nothing is asked anew") {
    Room room;
    room.send(BoundMoved{BrushPart::end, 4});
    room.send(BoundMoved{BrushPart::begin, 7});
    CHECK(room.from() == october(5));
    CHECK(room.to() == october(5));
    const int asked = room.questions;
    room.send(BoundMoved{BrushPart::begin, 6});
    CHECK(room.questions == asked);
    room.send(BoundMoved{BrushPart::begin, 0});
    room.send(BoundMoved{BrushPart::end, 9});
    CHECK_FALSE(room.from());
    CHECK_FALSE(room.to());
}

TEST_CASE("bars by key: the focus moves to the bar, a filter takes the wish for it back") {
    Room room;
    room.send(BarStepped{4});
    CHECK(room.state.view.bar_day == base::to_days(october(5)));
    CHECK(room.state.view.focus == FocusTarget::timeline_bar);
    room.send(BarStepped{99});
    CHECK(room.state.view.bar_day == base::to_days(october(5)));
    room.send(QueryTyped{"x"});
    CHECK(room.state.view.focus == FocusTarget::none);
    room.send(BarFocused{6});  // by click or Tab: known, not asked for
    CHECK(room.state.view.bar_day == base::to_days(october(7)));
    CHECK(room.state.view.focus == FocusTarget::none);
}

TEST_CASE("trends: their page counts the result, and a figure leads to its articles in the list") {
    Room room;
    CHECK(room.state.trends.empty());
    room.send(PageToggled{Page::trends});
    REQUIRE(room.state.trends.size() == 2);
    CHECK(room.state.trends[0].facet == Facet::topic);
    CHECK(room.state.trends[1].facet == Facet::place);
    REQUIRE(room.state.trends[0].periods.size() == 1);
    CHECK(room.state.trends[0].periods[0].hits == 10);
    room.send(TrendPicked{Facet::topic, "ozg", base::to_days(october(1)), base::to_days(october(31))});
    CHECK(room.state.view.page == Page::reader);
    CHECK(room.state.view.pane == Pane::list);
    CHECK(room.state.view.focus == FocusTarget::list_row);
    CHECK(room.asked.of(Facet::topic).wanted == std::vector<std::string>{"ozg"});
    CHECK(room.from() == october(1));
    CHECK(room.to() == october(31));
    CHECK(room.hashes.back().mode == SetHash::Mode::push);
}

TEST_CASE("trends: a sum leads to all time, a period's sum to all topics") {
    Room room;
    room.send(RangePicked{base::to_days(october(3)), base::to_days(october(6))});
    room.send(TrendPicked{Facet::topic, "ozg", query::no_day, query::no_day});
    CHECK_FALSE(room.from());
    room.send(TrendPicked{Facet::topic, "", base::to_days(october(1)), base::to_days(october(31))});
    CHECK(room.asked.of(Facet::topic).wanted == std::vector<std::string>{"ozg"});
    CHECK(room.to() == october(31));
}
