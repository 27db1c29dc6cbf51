#include <doctest.h>

#include <algorithm>

#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;
using query::Facet;

namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;

query::Overview three_articles() {
    const std::int32_t newest = base::to_days(*base::make_date(2025, 10, 23));
    query::Overview overview{.corpus_id = "test", .title = "Test", .language = "de"};
    overview.facets[0] = {{"ozg-efa", "OZG und EfA", "OZG", 2}, {"recht", "Recht", "Law", 1}};
    overview.memberships[0] = {{0, 1, 2, 3}, {0, 0, 1}};
    for (std::size_t i = 1; i < query::facet_count; ++i) overview.memberships[i].begins = {0, 0, 0, 0};
    overview.uids = {0xa, 0xb, 0xc};
    overview.first_days = {newest, newest - 20, newest - 400};
    overview.last_days = overview.first_days;
    return overview;
}

template <typename T>
const T* find(const Effects& effects) {
    for (const Effect& effect : effects) {
        if (const T* found = std::get_if<T>(&effect)) return found;
    }
    return nullptr;
}

query::Result all_hits() {
    query::Result result;
    result.hits = {query::ArticleId{0}, query::ArticleId{1}, query::ArticleId{2}};
    result.undated_hits = result.hits;
    result.facet_counts[0] = {2, 1};
    return result;
}

State opened(const std::string& hash = "") {
    State state;
    (void)update(state, CorpusOpened{three_articles(), "replica", hash}, now_ms);
    (void)update(state, ResultArrived{state.query_id, all_hits()}, now_ms);
    (void)update(state, StorageOpened{}, now_ms);
    return state;
}

query::OpenedArticle article(const std::string& uid, std::int32_t id) {
    query::OpenedArticle opened;
    opened.article.uid = uid;
    opened.article.headline = "Überschrift";
    opened.id = query::ArticleId{id};
    return opened;
}

}  // namespace

TEST_CASE("update: opening a corpus asks for its articles, its store, and the article of the address") {
    State state;
    const Effects effects = update(state, CorpusOpened{three_articles(), "r", "#a=abc&thema=recht"}, now_ms);
    REQUIRE(find<RunQuery>(effects));
    CHECK(find<RunQuery>(effects)->filter.of(Facet::topic).wanted == std::vector<std::string>{"recht"});
    REQUIRE(find<LoadArticle>(effects));
    CHECK(find<LoadArticle>(effects)->uid == "abc");
    REQUIRE(find<OpenStorage>(effects));
    CHECK(find<OpenStorage>(effects)->corpus_id == "test");
    CHECK_FALSE(find<SetHash>(effects));
}

TEST_CASE("update: a topic toggled twice is off again, and both steps are in the history") {
    State state = opened();
    Effects effects = update(state, FacetToggled{Facet::topic, "recht"}, now_ms);
    REQUIRE(find<SetHash>(effects));
    CHECK(find<SetHash>(effects)->hash == "#thema=recht");
    CHECK(find<SetHash>(effects)->mode == SetHash::Mode::push);
    effects = update(state, FacetToggled{Facet::topic, "recht"}, now_ms);
    CHECK(state.filter.of(Facet::topic).is_empty());
    CHECK(find<SetHash>(effects)->hash.empty());
}

TEST_CASE("update: typing replaces the address instead of filling the history") {
    State state = opened();
    const Effects effects = update(state, QueryTyped{"kfz"}, now_ms);
    CHECK(find<SetHash>(effects)->mode == SetHash::Mode::replace);
}

TEST_CASE("update: a question picked elsewhere is a step in the history; from a sheet the box has the focus, to change it") {
    State state = opened();
    (void)update(state, QueryTyped{"verwaltng"}, now_ms);
    Effects effects = update(state, QueryPicked{"verwaltung"}, now_ms);
    CHECK(find<RunQuery>(effects)->filter.text == "verwaltung");
    CHECK(find<SetHash>(effects)->mode == SetHash::Mode::push);
    CHECK(state.view.focus == FocusTarget::none);
    (void)update(state, OverlayToggled{Overlay::help}, now_ms);
    effects = update(state, QueryPicked{"verwaltung"}, now_ms);
    CHECK(state.view.overlay == Overlay::none);
    CHECK(state.view.focus == FocusTarget::search);
    CHECK_FALSE(find<RunQuery>(effects));
}

TEST_CASE("update: the answer to an older question is dropped") {
    State state = opened();
    (void)update(state, QueryTyped{"a"}, now_ms);
    const std::uint32_t older = state.query_id;
    (void)update(state, QueryTyped{"ab"}, now_ms);
    query::Result stale;
    (void)update(state, ResultArrived{older, stale}, now_ms);
    CHECK(state.result.hits.size() == 3);
}

TEST_CASE("update: an unfinished date filters nothing and is marked, a finished one filters") {
    State state = opened();
    Effects effects = update(state, FromTyped{"08.1"}, now_ms);
    CHECK(state.from_field.is_invalid);
    CHECK_FALSE(find<RunQuery>(effects));
    effects = update(state, FromTyped{"08.10.2025"}, now_ms);
    CHECK_FALSE(state.from_field.is_invalid);
    CHECK(find<RunQuery>(effects)->filter.from == base::make_date(2025, 10, 8));
    effects = update(state, FromTyped{""}, now_ms);
    CHECK_FALSE(find<RunQuery>(effects)->filter.from);
}

TEST_CASE("update: the quick ranges count from the newest article of the collection") {
    State state = opened();
    (void)update(state, QuickRangePicked{QuickRange::last_month}, now_ms);
    CHECK(state.filter.from == base::make_date(2025, 10, 1));
    CHECK(state.filter.to == base::make_date(2025, 10, 31));
    CHECK(state.from_field.text == "01.10.2025");
    (void)update(state, QuickRangePicked{QuickRange::last_30_days}, now_ms);
    CHECK(state.filter.from == base::make_date(2025, 9, 24));
    (void)update(state, QuickRangePicked{QuickRange::last_year}, now_ms);
    CHECK(state.filter.to == base::make_date(2025, 12, 31));
    (void)update(state, QuickRangePicked{QuickRange::last_year}, now_ms);
    CHECK_FALSE(state.filter.from);
}

TEST_CASE("update: one reset lifts every filter") {
    State state = opened();
    (void)update(state, FacetToggled{Facet::topic, "recht"}, now_ms);
    (void)update(state, FacetToggled{Facet::place, "hessen"}, now_ms);
    (void)update(state, QueryTyped{"kfz"}, now_ms);
    (void)update(state, FromTyped{"2025"}, now_ms);
    (void)update(state, MarkToggled{query::Mark::bookmarked}, now_ms);
    CHECK(has_filters(state));
    const Effects effects = update(state, FiltersReset{}, now_ms);
    CHECK_FALSE(has_filters(state));
    CHECK(find<RunQuery>(effects)->filter == query::Filter{.standing = state.filter.standing});
    // And one step brings them all back.
    (void)update(state, Undone{}, now_ms);
    CHECK(state.filter.text == "kfz");
    CHECK(state.filter.of(Facet::place).wanted == std::vector<std::string>{"hessen"});
    CHECK(state.from_field.text == "01.01.2025");
}

TEST_CASE("update: a bookmark is an operation to append, and once more its tombstone") {
    State state = opened();
    Effects effects = update(state, BookmarkToggled{"abc"}, now_ms);
    REQUIRE(find<AppendOperation>(effects));
    CHECK(find<AppendOperation>(effects)->operation.is_set);
    CHECK(is_bookmarked(state, "abc"));
    CHECK(state.view.notice.said == Said::bookmark_set);
    effects = update(state, BookmarkToggled{"abc"}, now_ms);
    CHECK_FALSE(find<AppendOperation>(effects)->operation.is_set);
    CHECK_FALSE(is_bookmarked(state, "abc"));
}

TEST_CASE("update: where nothing lasts, the reader is told so with the bookmark") {
    State state = opened();
    (void)update(state, StorageOpened{.keeper = Keeper::nobody, .reason = "Sandbox"}, now_ms);
    (void)update(state, BookmarkToggled{"abc"}, now_ms);
    CHECK(state.storage == StorageState::until_closing);
    CHECK(state.view.notice.said == Said::bookmark_set_until_closing);
}

TEST_CASE("update: a bookmark made before the store has answered is not lost to its answer") {
    State state;
    (void)update(state, CorpusOpened{three_articles(), "r", ""}, now_ms);
    (void)update(state, BookmarkToggled{"new"}, now_ms);
    (void)update(state, StorageOpened{.operations = {{"other", {1, 0}, "test", "old", notebook::Kind::bookmark, true}}}, now_ms);
    CHECK(state.notebook.all(notebook::Kind::bookmark) == std::vector<std::string>{"new", "old"});
}

TEST_CASE("update: a refused operation is told and kept in memory") {
    State state = opened();
    const Effects effects = update(state, BookmarkToggled{"abc"}, now_ms);
    (void)update(state, OperationRefused{find<AppendOperation>(effects)->operation, {base::ErrorKind::out_of_space, "voll"}}, now_ms);
    CHECK(state.storage == StorageState::not_stored);
    CHECK(state.storage_reason == "voll");
    CHECK(is_bookmarked(state, "abc"));
}

TEST_CASE("update: an opened article takes the focus and the address; new highlights move nothing") {
    State state = opened();
    Effects effects = update(state, ArticleArrived{article("abc", 1)}, now_ms);
    CHECK(is_read(state, "abc"));
    CHECK(state.view.pane == Pane::article);
    CHECK(state.view.focus == FocusTarget::article);
    CHECK(find<SetHash>(effects)->hash == "#a=abc");
    const std::uint32_t focus = state.view.focus_revision;
    effects = update(state, ArticleArrived{article("abc", 1)}, now_ms);
    CHECK(effects.empty());
    CHECK(state.view.focus_revision == focus);
}

TEST_CASE("update: filtering withdraws an older wish for the focus, so that new rows do not take it from the search box") {
    State state = opened();
    (void)update(state, ArticleArrived{article("abc", 1)}, now_ms);
    (void)update(state, ArticleClosed{}, now_ms);
    CHECK(state.view.focus == FocusTarget::list_row);
    (void)update(state, QueryTyped{"V"}, now_ms);
    CHECK(state.view.focus == FocusTarget::none);
}

TEST_CASE("update: the ways to the list and to the article move the focus there") {
    State state = opened();
    (void)update(state, PaneShown{Pane::article}, now_ms);
    CHECK(state.view.focus == FocusTarget::article);
    const std::uint32_t revision = state.view.focus_revision;
    (void)update(state, PaneShown{Pane::list}, now_ms);
    CHECK(state.view.focus == FocusTarget::list_row);
    CHECK(state.view.focus_revision > revision);
}

TEST_CASE("update: stepping stops at both ends of the result") {
    State state = opened();
    (void)update(state, ArticleArrived{article("abc", 0)}, now_ms);
    CHECK(update(state, ArticleStepped{-1}, now_ms).empty());
    const Effects effects = update(state, ArticleStepped{1}, now_ms);
    CHECK(find<LoadArticle>(effects)->id == query::ArticleId{1});
}

TEST_CASE("update: an address without an article closes the open one") {
    State state = opened();
    (void)update(state, ArticleArrived{article("abc", 1)}, now_ms);
    (void)update(state, HashChanged{""}, now_ms);
    CHECK_FALSE(state.open);
    CHECK(state.view.pane == Pane::list);
}

TEST_CASE("update: Esc always leads out: of what lies over, the selection, the page about it, the article, the search") {
    State state = opened();
    (void)update(state, QueryTyped{"kfz"}, now_ms);
    (void)update(state, ArticleArrived{article("abc", 1)}, now_ms);
    (void)update(state, PageToggled{Page::about}, now_ms);
    (void)update(state, RowSelected{"abc"}, now_ms);
    (void)update(state, OverlayToggled{Overlay::help}, now_ms);
    (void)update(state, Escaped{}, now_ms);
    CHECK(state.view.overlay == Overlay::none);
    (void)update(state, Escaped{}, now_ms);
    CHECK(state.selection.empty());
    CHECK(state.view.page == Page::about);
    (void)update(state, Escaped{}, now_ms);
    CHECK(state.view.page == Page::reader);
    (void)update(state, Escaped{}, now_ms);
    CHECK_FALSE(state.open);
    (void)update(state, Escaped{}, now_ms);
    CHECK(state.filter.text.empty());
}

TEST_CASE("update: a damaged corpus still opens the reader's own data") {
    State state;
    const Effects effects = update(state, CorpusFailed{"test", "r", {base::ErrorKind::bad_input, "kaputt"}}, now_ms);
    CHECK(state.corpus == CorpusState::damaged);
    REQUIRE(find<OpenStorage>(effects));
    CHECK(find<OpenStorage>(effects)->corpus_id == "test");
}

TEST_CASE("rows: a screenful comes with the answer, the rest in steps, and a newer answer ends them") {
    State state = opened();
    query::Result many;
    for (std::int32_t i = 0; i < 100; ++i) many.hits.push_back(query::ArticleId{i});
    const auto answer = [&](const Effects& effects) {
        const auto* wanted = find<LoadRows>(effects);
        REQUIRE(wanted);
        std::vector<query::Row> rows;
        for (const query::ArticleId id : wanted->ids) rows.push_back({.id = id});
        (void)update(state, RowsArrived{wanted->query_id, rows}, now_ms);
    };
    (void)update(state, QueryTyped{"a"}, now_ms);
    Effects effects = update(state, ResultArrived{state.query_id, many}, now_ms);
    answer(effects);
    CHECK(state.rows.size() < 30);
    for (int steps = 0; find<StartTimer>(effects); ++steps) {
        REQUIRE(steps < 20);
        effects = update(state, TimePassed{find<StartTimer>(effects)->timer_id}, now_ms);
        if (find<LoadRows>(effects)) answer(effects);
    }
    CHECK(state.rows.size() == 100);

    (void)update(state, QueryTyped{"b"}, now_ms);
    effects = update(state, ResultArrived{state.query_id, many}, now_ms);
    const std::uint32_t older = find<StartTimer>(effects)->timer_id;
    (void)update(state, QueryTyped{"c"}, now_ms);
    many.hits.resize(3);
    CHECK_FALSE(find<StartTimer>(update(state, ResultArrived{state.query_id, many}, now_ms)));
    CHECK(update(state, TimePassed{older}, now_ms).empty());
}
