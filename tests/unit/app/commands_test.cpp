#include <doctest.h>

#include <algorithm>
#include <vector>

#include "app/commands.h"
#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;

namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;

State with_list() {
    State state;
    state.corpus = CorpusState::ready;
    state.result.hits = {query::ArticleId{0}, query::ArticleId{1}};
    state.rows[0] = {.id = query::ArticleId{0}, .uid = "eins"};
    state.rows[1] = {.id = query::ArticleId{1}, .uid = "zwei"};
    return state;
}

State with_article() {
    State state = with_list();
    query::OpenedArticle opened;
    opened.article.uid = "eins";
    (void)update(state, ArticleArrived{opened}, now_ms);
    return state;
}

template <typename E> bool means(const State& state, std::string_view key, Modifier modifier = Modifier::none) {
    const auto event = event_for_key(state, key, modifier);
    return event && event_as<E>(*event) != nullptr;
}

}  // namespace

TEST_CASE("commands: every key stands for one command, and every command has a title") {
    std::vector<std::string_view> keys;
    for (const Command& command : commands()) {
        keys.insert(keys.end(), command.keys.begin(), command.keys.end());
        CHECK(command.title_key.starts_with("command_"));
    }
    std::ranges::sort(keys);
    CHECK(std::ranges::adjacent_find(keys) == keys.end());
}

TEST_CASE("commands: the keys of mail and feed readers work") {
    const State state = with_article();
    CHECK(means<ArticleStepped>(state, "j"));
    CHECK(means<ArticleStepped>(state, "n"));
    CHECK(means<ArticleStepped>(state, "k"));
    CHECK(means<ArticleStepped>(state, "p"));
    CHECK(means<ArticlePicked>(state, "o"));
    CHECK(means<ArticlePicked>(state, "Enter"));
    CHECK(means<SearchFocused>(state, "/"));
    CHECK(means<BookmarkToggled>(state, "b"));
    CHECK(means<BookmarkToggled>(state, "s"));
    CHECK(means<ReadToggled>(state, "m"));
    CHECK(means<OverlayToggled>(state, "?"));
    CHECK(means<RowSelected>(state, "x"));
    CHECK(means<OverlayToggled>(state, "k", Modifier::control));
    CHECK(means<OverlayToggled>(state, "K", Modifier::control));
    CHECK(means<Escaped>(state, "Escape"));
    CHECK_FALSE(event_for_key(state, "v"));  // the article has no source
    CHECK_FALSE(event_for_key(state, "q"));
}

TEST_CASE("commands: without an open article, marks are for the row under the cursor") {
    State state = with_list();
    state.view.cursor = 1;
    const auto event = event_for_key(state, "b");
    REQUIRE(event);
    CHECK(event_as<BookmarkToggled>(*event)->uid == "zwei");
}

TEST_CASE("commands: g and a letter lead somewhere, g and anything else nowhere") {
    State state = with_list();
    const auto first = event_for_key(state, "g");
    REQUIRE(first);
    (void)update(state, *first, now_ms);
    CHECK(state.view.chord == "g");
    CHECK(means<PageToggled>(state, "t"));
    CHECK_FALSE(event_for_key(state, "j"));
    (void)update(state, *event_for_key(state, "t"), now_ms);
    CHECK(state.view.chord.empty());
    CHECK(state.view.page == Page::trends);
}

TEST_CASE("commands: single letters can be switched off; Esc and Ctrl+K stay") {
    State state = with_article();
    (void)update(state, SettingChanged{"letter_keys", "off"}, now_ms);
    for (const std::string_view key : {"j", "b", "/", "?", "g", "Enter"}) CHECK_FALSE(event_for_key(state, key));
    CHECK(means<Escaped>(state, "Escape"));
    CHECK(means<OverlayToggled>(state, "k", Modifier::control));
}

TEST_CASE("commands: while something lies over the panes, letters do nothing below it") {
    State state = with_article();
    (void)update(state, OverlayToggled{Overlay::help}, now_ms);
    CHECK_FALSE(event_for_key(state, "b"));
    CHECK(means<Escaped>(state, "Escape"));
}

TEST_CASE("commands: a command ends the palette it was picked from") {
    State state = with_article();
    (void)update(state, OverlayToggled{Overlay::palette}, now_ms);
    (void)update(state, PaletteTyped{"dru"}, now_ms);
    CHECK(state.view.overlay == Overlay::palette);
    (void)update(state, PaneScrolled{Pane::list, 10, 100}, now_ms);
    CHECK(state.view.overlay == Overlay::palette);
    (void)update(state, PrintWanted{}, now_ms);
    CHECK(state.view.overlay == Overlay::none);
}
