#include <doctest.h>

#include <algorithm>

#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;
using notebook::Kind;
using query::Mark;

namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;
const std::string first = "000000000000000a";
const std::string second = "000000000000000b";

State opened() {
    query::Overview overview{.corpus_id = "test", .title = "Test", .language = "de"};
    overview.first_days = {20'000, 19'990};
    overview.last_days = overview.first_days;
    for (query::Memberships& memberships : overview.memberships) memberships.begins = {0, 0, 0};
    overview.uids = {0xa, 0xb};
    State state;
    (void)update(state, CorpusOpened{overview, "replica", ""}, now_ms);
    (void)update(state, StorageOpened{}, now_ms);
    query::Result result;
    result.hits = {query::ArticleId{0}, query::ArticleId{1}};
    (void)update(state, ResultArrived{state.query_id, result}, now_ms);
    return state;
}

template <typename T> const T* find(const Effects& effects) {
    for (const Effect& effect : effects) {
        if (const T* found = std::get_if<T>(&effect)) return found;
    }
    return nullptr;
}

std::uint8_t standing_of(const State& state, std::size_t article) { return state.filter.standing->at(article); }

query::OpenedArticle article(const std::string& uid, std::int32_t id) {
    query::OpenedArticle opened;
    opened.article.uid = uid;
    opened.id = query::ArticleId{id};
    return opened;
}

}  // namespace

TEST_CASE("marks: what the notebook says of an article is what queries filter by") {
    State state = opened();
    CHECK(standing_of(state, 0) == 1);
    (void)update(state, BookmarkToggled{first}, now_ms);
    (void)update(state, ReadToggled{first}, now_ms);
    (void)update(state, NoteSaved{second, "Wiedervorlage"}, now_ms);
    CHECK(standing_of(state, 0) == 2);
    CHECK(standing_of(state, 1) == 5);
}

TEST_CASE("marks: opening an article reads it, and the list below stays as it is") {
    State state = opened();
    (void)update(state, MarkToggled{Mark::unread}, now_ms);
    query::Result unread;
    unread.hits = {query::ArticleId{0}, query::ArticleId{1}};
    (void)update(state, ResultArrived{state.query_id, unread}, now_ms);
    const Effects effects = update(state, ArticleArrived{article(first, 0)}, now_ms);
    CHECK(standing_of(state, 0) == 0);
    REQUIRE(find<RunQuery>(effects));
    query::Result counts;
    counts.hits = {query::ArticleId{1}};
    counts.mark_counts = {1, 0, 0};
    (void)update(state, ResultArrived{find<RunQuery>(effects)->query_id, counts}, now_ms);
    CHECK(state.result.hits.size() == 2);
    CHECK(state.result.mark_counts[0] == 1);
}

TEST_CASE("marks: notes are searched, those at highlights too, and a note that is written is searched for at once") {
    State state = opened();
    CHECK_FALSE(state.filter.notes);
    const notebook::Highlight highlight{.quote = {.exact = "Worte"}, .note = "am Rand"};
    const std::vector<notebook::Operation> known{
        {"other", {1, 0}, "test", second, Kind::note, true, "Wiedervorlage"},
        {"other", {2, 0}, "test", first, Kind::highlight, true, notebook::encode(highlight), "other-1"},
        {"other", {3, 0}, "test", "00000000000000ff", Kind::note, true, "zu einem Artikel, der fehlt"},
    };
    (void)update(state, QueryTyped{"vorlage"}, now_ms);
    Effects effects = update(state, OperationsArrived{known}, now_ms);
    REQUIRE(find<RunQuery>(effects));
    REQUIRE(find<RunQuery>(effects)->filter.notes);
    CHECK(*state.filter.notes == std::vector<query::NoteText>{{query::ArticleId{0}, "am Rand"}, {query::ArticleId{1}, "Wiedervorlage"}});

    effects = update(state, NoteSaved{second, "erledigt"}, now_ms);
    CHECK(std::ranges::count_if(effects, [](const Effect& effect) { return std::holds_alternative<RunQuery>(effect); }) == 1);
    CHECK(find<RunQuery>(effects)->filter.notes->back().text == "erledigt");
    effects = update(state, Undone{}, now_ms);
    CHECK(find<RunQuery>(effects)->filter.notes->back().text == "Wiedervorlage");
    effects = update(state, HighlightNoted{first, "other-1", ""}, now_ms);
    CHECK(find<RunQuery>(effects)->filter.notes->size() == 1);
    // What is asked otherwise keeps them.
    effects = update(state, FiltersReset{}, now_ms);
    CHECK(find<RunQuery>(effects)->filter.notes->size() == 1);
    effects = update(state, HashChanged{"#q=rand"}, now_ms);
    CHECK(find<RunQuery>(effects)->filter.notes->size() == 1);
}

TEST_CASE("marks: the notes stay the same value until one is written, and without a text nothing is searched for") {
    State state = opened();
    Effects effects = update(state, NoteSaved{first, "neu"}, now_ms);
    REQUIRE(find<RunQuery>(effects));
    CHECK(find<RunQuery>(effects)->query_id == state.recount_query_id);
    const query::Notes notes = state.filter.notes;
    REQUIRE(notes);
    (void)update(state, BookmarkToggled{second}, now_ms);
    (void)update(state, QueryTyped{"neu"}, now_ms);
    CHECK(state.filter.notes == notes);
}

TEST_CASE("marks: a note that changes nothing of what is found leaves the list where it is") {
    State state = opened();
    (void)update(state, QueryTyped{"neu"}, now_ms);
    query::Result result;
    result.hits = {query::ArticleId{0}, query::ArticleId{1}};
    (void)update(state, ResultArrived{state.query_id, result}, now_ms);
    const std::uint32_t top = state.view.list_top_revision;
    (void)update(state, NoteSaved{first, "anders"}, now_ms);
    (void)update(state, ResultArrived{state.query_id, result}, now_ms);
    CHECK(state.view.list_top_revision == top);
    (void)update(state, NoteSaved{first, "neuer"}, now_ms);
    result.hits = {query::ArticleId{0}};
    (void)update(state, ResultArrived{state.query_id, result}, now_ms);
    CHECK(state.view.list_top_revision > top);
    CHECK(state.result.hits.size() == 1);
}

TEST_CASE("marks: a removed bookmark comes back with one step, also after others were removed") {
    State state = opened();
    (void)update(state, BookmarkToggled{first}, now_ms);
    (void)update(state, BookmarkToggled{second}, now_ms);
    (void)update(state, BookmarkToggled{first}, now_ms);
    CHECK(state.view.notice.can_undo);
    (void)update(state, BookmarkToggled{second}, now_ms);
    (void)update(state, Undone{}, now_ms);
    CHECK(is_bookmarked(state, second));
    CHECK_FALSE(is_bookmarked(state, first));
    (void)update(state, Undone{}, now_ms);
    CHECK(is_bookmarked(state, first));
    CHECK(update(state, Undone{}, now_ms).empty());
}

TEST_CASE("marks: a note is kept, changed, removed, and each of it undone") {
    State state = opened();
    (void)update(state, NoteSaved{first, "eins"}, now_ms);
    (void)update(state, NoteSaved{first, "zwei"}, now_ms);
    CHECK(state.notebook.value(Kind::note, first) == "zwei");
    (void)update(state, NoteSaved{first, "  \n"}, now_ms);
    CHECK_FALSE(state.notebook.is_set(Kind::note, first));
    CHECK(state.view.notice.said == Said::note_removed);
    (void)update(state, Undone{}, now_ms);
    CHECK(state.notebook.value(Kind::note, first) == "zwei");
    (void)update(state, Undone{}, now_ms);
    CHECK(state.notebook.value(Kind::note, first) == "eins");
}

TEST_CASE("marks: a note longer than an operation may be is cut at a character") {
    State state = opened();
    std::string text(notebook::value_bytes_max - 1, 'a');
    (void)update(state, NoteSaved{first, text + "ä"}, now_ms);
    CHECK(state.notebook.value(Kind::note, first) == text);
}

TEST_CASE("marks: several selected articles get a bookmark, a tag and a read mark, each undone as one") {
    State state = opened();
    (void)update(state, BookmarkToggled{first}, now_ms);
    (void)update(state, RowSelected{first}, now_ms);
    (void)update(state, RowSelected{second}, now_ms);
    (void)update(state, SelectionBookmarked{}, now_ms);
    CHECK(is_bookmarked(state, second));
    (void)update(state, Undone{}, now_ms);
    CHECK(is_bookmarked(state, first));  // it was before
    CHECK_FALSE(is_bookmarked(state, second));
    (void)update(state, TagAdded{" #Vergabe "}, now_ms);
    CHECK(state.notebook.values(Kind::tag, first) == std::vector<std::string>{"Vergabe"});
    (void)update(state, TagAdded{"Recht"}, now_ms);
    (void)update(state, TagRemoved{first, "Vergabe"}, now_ms);
    CHECK(state.notebook.values(Kind::tag, first) == std::vector<std::string>{"Recht"});
    (void)update(state, Undone{}, now_ms);
    CHECK(state.notebook.values(Kind::tag, first).size() == 2);
    (void)update(state, SelectionRead{}, now_ms);
    CHECK(is_read(state, second));
    (void)update(state, RowSelected{first}, now_ms);
    CHECK(state.selection.size() == 1);
}

TEST_CASE("marks: a selection is exported once its articles are there") {
    State state = opened();
    CHECK(update(state, SelectionExported{}, now_ms).empty());
    (void)update(state, RowSelected{first}, now_ms);
    const Effects effects = update(state, SelectionExported{}, now_ms);
    REQUIRE(find<LoadArticles>(effects));
    CHECK(find<LoadArticles>(effects)->uids == std::vector{first});
    (void)update(state, ArticlesArrived{{corpus::Article{.uid = first}}}, now_ms);
    CHECK(state.view.overlay == Overlay::cite);
    CHECK(state.cited.size() == 1);
}

TEST_CASE("marks: what was said goes after its time, unless something else was said since") {
    State state = opened();
    Effects effects = update(state, BookmarkToggled{first}, now_ms);
    REQUIRE(find<StartTimer>(effects));
    const std::uint32_t older = find<StartTimer>(effects)->timer_id;
    effects = update(state, BookmarkToggled{second}, now_ms);
    (void)update(state, TimePassed{older}, now_ms);
    CHECK(state.view.notice.said == Said::bookmark_set);
    (void)update(state, TimePassed{find<StartTimer>(effects)->timer_id}, now_ms);
    CHECK(state.view.notice.said == Said::nothing);
}

TEST_CASE("marks: where reading stopped is where it goes on") {
    State state = opened();
    (void)update(state, ArticleArrived{article(first, 0)}, now_ms);
    Effects effects = update(state, PaneScrolled{Pane::article, 300, 1000}, now_ms);
    REQUIRE(find<StartTimer>(effects));
    CHECK_FALSE(find<StartTimer>(update(state, PaneScrolled{Pane::article, 400, 1000}, now_ms + 500)));
    // Too early: the reader scrolled on meanwhile.
    effects = update(state, TimePassed{state.position_timer}, now_ms + 700);
    REQUIRE(find<StartTimer>(effects));
    effects = update(state, TimePassed{state.position_timer}, now_ms + 1400);
    REQUIRE(find<AppendOperation>(effects));
    CHECK(find<AppendOperation>(effects)->operation.value == "0.400");
    (void)update(state, ArticleArrived{article(second, 1)}, now_ms);
    CHECK(state.view.article_wish == 0);
    (void)update(state, ArticleArrived{article(first, 0)}, now_ms);
    CHECK(state.view.article_wish == doctest::Approx(0.4));
}

TEST_CASE("marks: an empty list asks what there would be without each filter") {
    State state = opened();
    (void)update(state, QueryTyped{"kfz"}, now_ms);
    (void)update(state, FacetExcluded{query::Facet::topic, "recht"}, now_ms);
    const Effects effects = update(state, ResultArrived{state.query_id, {}}, now_ms);
    REQUIRE(find<CountHits>(effects));
    CHECK(find<CountHits>(effects)->filters.size() == 2);
    CHECK(find<CountHits>(effects)->filters[0].text.empty());
    (void)update(state, HitsCounted{state.query_id, {4, 0}}, now_ms);
    CHECK(state.ways_out[0].hits == 4);
}
