#include <doctest.h>

#include "app/commands.h"
#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;
using notebook::Kind;

namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
const std::string first = "000000000000000a";
const std::string second = "000000000000000b";

query::OpenedArticle article(const std::string& uid, std::int32_t id) {
    query::OpenedArticle opened;
    opened.article.uid = uid;
    opened.article.headline = "Zehn Punkte";
    opened.article.sections = {{"", {"Der Plan hat zehn Punkte.", "Er gilt ab Oktober."}}};
    opened.id = query::ArticleId{id};
    return opened;
}

State opened() {
    query::Overview overview{.corpus_id = "test", .title = "Test", .language = "de"};
    overview.first_days = {20'000, 19'990};
    overview.last_days = overview.first_days;
    for (query::Memberships& memberships : overview.memberships) memberships.begins = {0, 0, 0};
    overview.uids = {0xa, 0xb};
    State state;
    (void)update(state, CorpusOpened{overview, "00112233aabbccdd", ""}, now_ms);
    (void)update(state, StorageOpened{}, now_ms);
    query::Result result;
    result.hits = {query::ArticleId{0}, query::ArticleId{1}};
    (void)update(state, ResultArrived{state.query_id, result}, now_ms);
    (void)update(state, ArticleArrived{article(first, 0)}, now_ms);
    return state;
}

template <typename T> const T* find(const Effects& effects) {
    for (const Effect& effect : effects) {
        if (const T* found = std::get_if<T>(&effect)) return found;
    }
    return nullptr;
}

base::ByteRange range_of(const State& state, std::string_view words) {
    const std::size_t begin = state.open_text.text.find(words);
    REQUIRE(begin != std::string::npos);
    return {begin, begin + words.size()};
}

void mark(State& state, std::string_view words, notebook::Colour colour = notebook::Colour::green) {
    (void)update(state, PassageSelected{range_of(state, words), 0, 0, 0, 0}, now_ms);
    (void)update(state, PassageMarked{colour}, now_ms);
}

std::string quote_of(const State& state, std::size_t i) {
    const auto& place = state.open_highlights.at(i).place;
    return place ? state.open_text.text.substr(place->range.begin, place->range.size()) : "";
}

}  // namespace

TEST_CASE("notebook: a first mark asks what the article is called, a second does not") {
    State state = opened();
    const Effects effects = update(state, BookmarkToggled{first}, now_ms);
    REQUIRE(find<LoadCards>(effects));
    CHECK(find<LoadCards>(effects)->uids == std::vector{first});
    (void)update(state, CardsArrived{{{first, {.headline = "Zehn Punkte"}}}}, now_ms);
    CHECK_FALSE(find<LoadCards>(update(state, NoteSaved{first, "x"}, now_ms)));
    CHECK(notebook::entries(state.notebook).front().card.headline == "Zehn Punkte");
}

TEST_CASE("highlight: what is selected becomes one, without the blanks at its ends, and is taken back by undo") {
    State state = opened();
    mark(state, " hat zehn Punkte.\n");
    REQUIRE(state.open_highlights.size() == 1);
    CHECK(quote_of(state, 0) == "hat zehn Punkte.");
    CHECK(state.open_highlights[0].entry.highlight.colour == notebook::Colour::green);
    CHECK_FALSE(state.passage);
    CHECK(state.view.notice.said == Said::highlight_set);
    (void)update(state, Undone{}, now_ms);
    CHECK(state.open_highlights.empty());
}

TEST_CASE("highlight: its colour and note change, and it is removed with a way back") {
    State state = opened();
    mark(state, "zehn Punkte");
    const std::string item = state.open_highlights[0].entry.item;
    (void)update(state, HighlightColoured{first, item, notebook::Colour::pink}, now_ms);
    (void)update(state, HighlightOpened{item}, now_ms);
    CHECK(state.view.overlay == Overlay::highlight);
    (void)update(state, HighlightNoted{first, item, "wichtig"}, now_ms);
    CHECK(state.view.overlay == Overlay::none);
    CHECK(state.open_highlights[0].entry.highlight.colour == notebook::Colour::pink);
    CHECK(state.open_highlights[0].entry.highlight.note == "wichtig");
    (void)update(state, HighlightRemoved{first, item}, now_ms);
    CHECK(state.open_highlights.empty());
    (void)update(state, Undone{}, now_ms);
    REQUIRE(state.open_highlights.size() == 1);
    CHECK(state.open_highlights[0].entry.highlight.note == "wichtig");
}

TEST_CASE("highlight: a passage that is too long or none is not kept") {
    State state = opened();
    query::OpenedArticle long_one = article(second, 1);
    long_one.article.sections[0].paragraphs[0] = std::string(notebook::quote_bytes_max + 1, 'x');
    (void)update(state, ArticleArrived{long_one}, now_ms);
    (void)update(state, PassageSelected{{0, notebook::quote_bytes_max + 1}, 0, 0, 0, 0}, now_ms);
    (void)update(state, PassageMarked{notebook::Colour::yellow}, now_ms);
    CHECK(state.open_highlights.empty());
    CHECK(state.view.notice.said == Said::passage_too_long);
    (void)update(state, PassageSelected{{0, notebook::quote_bytes_max}, 0, 0, 0, 0}, now_ms);
    (void)update(state, PassageMarked{notebook::Colour::yellow}, now_ms);
    CHECK(state.open_highlights.size() == 1);
    (void)update(state, PassageSelected{{5, 5}, 0, 0, 0, 0}, now_ms);
    CHECK_FALSE(state.passage);
    (void)update(state, PassageSelected{{5, 999'999}, 0, 0, 0, 0}, now_ms);
    CHECK_FALSE(state.passage);
}

TEST_CASE("highlight: in a newer corpus it stands where its words are, and keeps them when they are gone") {
    State state = opened();
    mark(state, "gilt ab Oktober");
    query::OpenedArticle edited = article(first, 0);
    edited.article.sections[0].paragraphs.insert(edited.article.sections[0].paragraphs.begin(), "Neu davor.");
    (void)update(state, ArticleClosed{}, now_ms);
    (void)update(state, ArticleArrived{edited}, now_ms);
    CHECK(quote_of(state, 0) == "gilt ab Oktober");
    edited.article.sections[0].paragraphs = {"Alles anders."};
    (void)update(state, ArticleClosed{}, now_ms);
    (void)update(state, ArticleArrived{edited}, now_ms);
    REQUIRE(state.open_highlights.size() == 1);
    CHECK_FALSE(state.open_highlights[0].place);
    CHECK(state.open_highlights[0].entry.highlight.quote.exact == "gilt ab Oktober");
}

TEST_CASE("highlight: the key marks what is selected, and asks for a passage when nothing is") {
    State state = opened();
    auto event = event_for_key(state, "h");
    REQUIRE(event);
    CHECK(find<SelectPassage>(update(state, *event, now_ms)));
    (void)update(state, PassageSelected{range_of(state, "Plan"), 0, 0, 0, 0}, now_ms);
    event = event_for_key(state, "h");
    REQUIRE(event);
    (void)update(state, *event, now_ms);
    CHECK(state.open_highlights.size() == 1);
}

TEST_CASE("collection: the open article goes into it and is bookmarked by that; undo takes both back") {
    State state = opened();
    (void)update(state, Collected{"  Ausschuss\nDigitales "}, now_ms);
    CHECK(is_bookmarked(state, first));
    CHECK(state.notebook.values(Kind::collection, first) == std::vector<std::string>{"Ausschuss Digitales"});
    (void)update(state, Undone{}, now_ms);
    CHECK_FALSE(is_bookmarked(state, first));
    CHECK(state.notebook.values(Kind::collection, first).empty());
}

TEST_CASE("collection: a selection goes in and out as a whole, and is renamed everywhere") {
    State state = opened();
    (void)update(state, RowSelected{first}, now_ms);
    (void)update(state, RowSelected{second}, now_ms);
    (void)update(state, Collected{"Alt"}, now_ms);
    (void)update(state, ShelfPicked{{ShelfKind::collection, "Alt"}}, now_ms);
    CHECK(state.view.page == Page::notebook);
    CHECK(entries_shown(state).size() == 2);
    (void)update(state, ShelfRenamed{"Neu"}, now_ms);
    CHECK(state.view.shelf.name == "Neu");
    CHECK(entries_shown(state).size() == 2);
    (void)update(state, EntriesSelected{}, now_ms);
    CHECK(state.selection.size() == 2);
    (void)update(state, SelectionUnmarked{}, now_ms);
    CHECK(state.entries.empty());
    (void)update(state, Undone{}, now_ms);
    CHECK(state.entries.size() == 2);
}

TEST_CASE("notebook: the page's search looks into headlines, notes, names and quotations; the shelves divide") {
    State state = opened();
    mark(state, "gilt ab Oktober");
    (void)update(state, CardsArrived{{{first, {.headline = "Zehn Punkte"}}}}, now_ms);
    (void)update(state, BookmarkToggled{second}, now_ms);
    (void)update(state, NoteSaved{second, "Für den Ausschuss"}, now_ms);
    (void)update(state, PageToggled{Page::notebook}, now_ms);
    CHECK(entries_shown(state).size() == 2);
    (void)update(state, NotebookTyped{"oktober"}, now_ms);
    REQUIRE(entries_shown(state).size() == 1);
    CHECK(state.entries[entries_shown(state)[0]].uid == first);
    (void)update(state, NotebookTyped{"AUSSCHUSS fuer"}, now_ms);
    CHECK(entries_shown(state).size() == 1);
    (void)update(state, NotebookTyped{""}, now_ms);
    (void)update(state, ShelfPicked{{ShelfKind::notes, ""}}, now_ms);
    CHECK(entries_shown(state).size() == 1);
    (void)update(state, ShelfPicked{{ShelfKind::highlights, ""}}, now_ms);
    CHECK(entries_shown(state).size() == 1);
    (void)update(state, ShelfPicked{{ShelfKind::missing, ""}}, now_ms);
    CHECK(entries_shown(state).empty());
}

TEST_CASE("notebook: marks on articles that the corpus no longer has stand on their own shelf") {
    State state = opened();
    (void)update(state, OperationsArrived{{notebook::Operation{.replica = "x", .clock = {5, 0}, .corpus = "test", .uid = "00000000000000ff"}}}, now_ms);
    (void)update(state, ShelfPicked{{ShelfKind::missing, ""}}, now_ms);
    CHECK(entries_shown(state).size() == 1);
}

TEST_CASE("saved search: the question is kept under its name, leads back and is removed with a way back") {
    State state = opened();
    (void)update(state, QueryTyped{"kfz"}, now_ms);
    (void)update(state, SearchSaved{"Zulassung"}, now_ms);
    REQUIRE(state.searches.size() == 1);
    CHECK(state.searches[0].search.hash == "#q=kfz");
    (void)update(state, FiltersReset{}, now_ms);
    (void)update(state, SearchPicked{state.searches[0].search.hash}, now_ms);
    CHECK(state.filter.text == "kfz");
    (void)update(state, SearchRemoved{state.searches[0].item}, now_ms);
    CHECK(state.searches.empty());
    (void)update(state, Undone{}, now_ms);
    CHECK(state.searches.size() == 1);
}

TEST_CASE("versions: the reader keeps one of two notes, and the other is a version no more") {
    State state = opened();
    (void)update(state, NoteSaved{first, "hier"}, now_ms);
    notebook::Log other("other", "test");
    const notebook::Operation theirs = other.record(Kind::note, first, true, now_ms - 1000, "dort");
    (void)update(state, NotebookBrought{"notizen.json", {theirs}, 0}, now_ms);
    REQUIRE(state.merged);
    REQUIRE(state.merged->changes.size() == 1);
    CHECK(state.merged->changes[0].is_conflict);
    CHECK(state.view.overlay == Overlay::merged);
    (void)update(state, VersionsOpened{first, ""}, now_ms);
    (void)update(state, VersionTaken{"dort"}, now_ms);
    CHECK(state.notebook.value(Kind::note, first) == "dort");
    CHECK(state.notebook.conflicts(Kind::note, first).empty());
}

TEST_CASE("copies: marks are safe when a copy has them, and only here again after the next") {
    State state = opened();
    CHECK(safety(state) == Safety::safe);  // there is nothing to lose yet
    (void)update(state, BookmarkToggled{first}, now_ms);
    CHECK(safety(state) == Safety::only_here);
    (void)update(state, NotebookTaken{"lesesaal-notizen.json", notebook::FileFormat::notes, state.treasured}, now_ms);
    CHECK(safety(state) == Safety::safe);
    (void)update(state, BookmarkToggled{second}, now_ms + 1);
    CHECK(safety(state) == Safety::only_here);
    // A list for reading is no copy to come back from.
    (void)update(state, NotebookTaken{"lesesaal.md", notebook::FileFormat::markdown, state.treasured}, now_ms + 2);
    CHECK(safety(state) == Safety::only_here);
    (void)update(state, PageCopied{"lesesaal.html", state.treasured}, now_ms + 3);
    CHECK(safety(state) == Safety::safe);
}

TEST_CASE("copies: what the next session reads says the same") {
    State state = opened();
    std::vector<notebook::Operation> written;
    const auto keep = [&](const Effects& effects) {
        for (const Effect& effect : effects) {
            if (const auto* append = std::get_if<AppendOperation>(&effect)) written.push_back(append->operation);
        }
    };
    keep(update(state, BookmarkToggled{first}, now_ms));
    keep(update(state, NotebookTaken{"lesesaal-notizen.json", notebook::FileFormat::notes, state.treasured}, now_ms));
    State again = opened();
    (void)update(again, StorageOpened{.operations = written}, now_ms);
    CHECK(safety(again) == Safety::safe);
    keep(update(state, BookmarkToggled{second}, now_ms + 1));
    (void)update(again, StorageOpened{.operations = written}, now_ms);
    CHECK(safety(again) == Safety::only_here);
    CHECK(again.uncopied == 1);
}

TEST_CASE("copies: the reminder comes after two weeks with ten marks, goes when put off, and comes again") {
    State state = opened();
    std::vector<notebook::Operation> marks;
    for (int i = 0; i < 10; ++i) {
        marks.push_back({.replica = "x", .clock = {now_ms - 15 * day_ms, static_cast<std::uint32_t>(i)}, .corpus = "test", .uid = std::to_string(i)});
    }
    std::vector<notebook::Operation> few(marks.begin(), marks.end() - 1);
    (void)update(state, StorageOpened{.operations = few}, now_ms);
    CHECK_FALSE(state.wants_backup);
    (void)update(state, StorageOpened{.operations = marks}, now_ms);
    CHECK(state.wants_backup);
    (void)update(state, BackupPutOff{}, now_ms);
    CHECK_FALSE(state.wants_backup);
    (void)update(state, StorageRefreshed{}, now_ms + 13 * day_ms);
    CHECK_FALSE(state.wants_backup);
    (void)update(state, StorageRefreshed{}, now_ms + 15 * day_ms);
    CHECK(state.wants_backup);
}

TEST_CASE("copies: a linked file is written when the marks have come to rest, and told when it cannot be") {
    State state = opened();
    Effects effects = update(state, LinkReady{"notizen.json"}, now_ms);
    CHECK(find<WriteThrough>(effects));
    (void)update(state, BookmarkToggled{first}, now_ms);
    REQUIRE(state.link_timer != 0);
    effects = update(state, TimePassed{state.link_timer}, now_ms);
    CHECK(find<WriteThrough>(effects));
    (void)update(state, WrittenThrough{state.treasured}, now_ms);
    CHECK(safety(state) == Safety::safe);
    (void)update(state, NotWrittenThrough{{base::ErrorKind::blocked, "file_not_written"}}, now_ms);
    CHECK(state.link == LinkState::asleep);
    CHECK(state.view.notice.said == Said::link_failed);
}

TEST_CASE("copies: a file linked in an earlier visit is read before it is written") {
    State state = opened();
    const Effects effects = update(state, LinkFound{LinkState::ready, "notizen.json"}, now_ms);
    CHECK(find<WakeLink>(effects));
    CHECK(state.link == LinkState::asleep);
    CHECK(find<WriteThrough>(update(state, LinkReady{"notizen.json"}, now_ms)));
    CHECK(state.view.notice.said != Said::linked);  // it was before
    // How another device has set up its room is no news, however often the file brings it.
    const notebook::Operation theirs{.replica = "x", .clock = {5, 0}, .corpus = "test", .uid = "theme", .kind = Kind::setting, .value = "dark"};
    (void)update(state, LinkReady{"notizen.json", {theirs}}, now_ms);
    CHECK(state.view.notice.said != Said::nothing_new);
    CHECK(state.view.overlay == Overlay::none);
}

TEST_CASE("merging: a file's settings and reading positions stay in the file") {
    State state = opened();
    notebook::Log other("other", "test");
    std::vector<notebook::Operation> theirs{other.record(Kind::setting, "theme", true, now_ms, "dark"), other.record(Kind::bookmark, second, true, now_ms)};
    const Effects effects = update(state, NotebookBrought{"notizen.json", theirs, 0}, now_ms);
    CHECK_FALSE(state.notebook.is_set(Kind::setting, "theme"));
    CHECK(is_bookmarked(state, second));
    REQUIRE(find<AppendOperations>(effects));
    CHECK(find<AppendOperations>(effects)->operations.size() == 1);
    (void)update(state, OverlayToggled{Overlay::none}, now_ms);
    (void)update(state, NotebookBrought{"notizen.json", theirs, 0}, now_ms);
    CHECK(state.view.notice.said == Said::nothing_new);
}

TEST_CASE("merging: what the page itself brought is stored once") {
    State state = opened();
    const notebook::Operation inside{.replica = "x", .clock = {5, 0}, .corpus = "test", .uid = second};
    CHECK(find<AppendOperations>(update(state, PageNotebookFound{{inside}}, now_ms)));
    CHECK(is_bookmarked(state, second));
    CHECK_FALSE(find<AppendOperations>(update(state, PageNotebookFound{{inside}}, now_ms)));
}

TEST_CASE("store: emptied while the page is open, it gets everything back and the reader is told") {
    State state = opened();
    (void)update(state, BookmarkToggled{first}, now_ms);
    CHECK(find<RefreshStorage>(update(state, Returned{}, now_ms)));
    const Effects effects = update(state, StorageRefreshed{{.was_cleared = true}}, now_ms);
    REQUIRE(find<AppendOperations>(effects));
    CHECK(find<AppendOperations>(effects)->operations.size() == state.notebook.operation_count());
    CHECK(state.view.notice.said == Said::store_cleared);
}

TEST_CASE("store: what another tab marks is marked here") {
    State state = opened();
    (void)update(state, OperationsArrived{{notebook::Operation{.replica = "x", .clock = {5, 0}, .corpus = "test", .uid = second}}}, now_ms);
    CHECK(is_bookmarked(state, second));
    CHECK((state.filter.standing->at(1) & 2) != 0);
}
