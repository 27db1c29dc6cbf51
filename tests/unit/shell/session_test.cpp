#include <doctest.h>

#include <string>
#include <vector>

#include "notebook/pack.h"
#include "page/container.h"
#include "room.h"

using namespace lesesaal;
using shell::sample::Room;

TEST_CASE("session: opening shows the rows of the list before the store has answered") {
    Room room;
    room.open();
    CHECK(room.session.state().corpus == app::CorpusState::ready);
    CHECK(room.session.state().rows.size() == 2);
    CHECK(room.session.state().storage == app::StorageState::opening);
    room.storage.deliver();
    CHECK(room.session.state().storage == app::StorageState::saved);
    CHECK(room.changes > 0);
}

TEST_CASE("session: a search finds, an article opens with its match marked") {
    Room room;
    room.open();
    room.session.send(app::QueryTyped{"eins"});
    REQUIRE(room.session.state().result.hits.size() == 1);
    room.session.send(app::ArticlePicked{room.session.state().result.hits.front()});
    REQUIRE(room.session.state().open);
    CHECK(room.session.state().open->article.headline == "Eins");
    REQUIRE(room.session.state().open->paragraph_highlights.size() == 1);
    CHECK(room.session.state().open->paragraph_highlights.front().size() == 1);
}

TEST_CASE("session: a bookmark is there again in the next session") {
    Room room;
    room.open();
    room.storage.deliver();
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    room.storage.deliver();
    Room again({.records = room.storage.records()});
    again.open();
    again.storage.deliver();
    CHECK(app::is_bookmarked(again.session.state(), room.uid("Eins")));
    CHECK_FALSE(app::is_bookmarked(again.session.state(), room.uid("Zwei")));
}

TEST_CASE("session: a bookmark made before the store has answered is appended when it has") {
    Room room;
    room.open();
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    CHECK(room.storage.records().empty());
    room.storage.deliver();
    CHECK(room.storage.records().size() == 2);  // with what the article is called
}

TEST_CASE("session: when the store is full the reader is told and earlier bookmarks survive") {
    Room room({.fail_at = 2, .with = base::ErrorKind::out_of_space});
    room.open();
    room.storage.deliver();
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    room.session.send(app::BookmarkToggled{room.uid("Zwei")});
    room.storage.deliver();
    CHECK(room.session.state().storage == app::StorageState::not_stored);
    CHECK_FALSE(room.session.state().storage_reason.empty());
    CHECK(room.storage.records().size() == 1);
}

TEST_CASE("session: bad records are counted, left in the store and hide none of the good ones") {
    const notebook::Operation good{"r", {1, 0}, "probe", "abc", notebook::Kind::bookmark, true};
    Room room({.records = {{"k1", "not a record"}, {notebook::key_of(good), notebook::encode(good)}}});
    room.open();
    room.storage.deliver();
    CHECK(room.session.state().bad_records == 1);
    CHECK(app::is_bookmarked(room.session.state(), "abc"));
    CHECK(room.storage.records().size() == 2);
}

TEST_CASE("session: a damaged corpus is told, and the reader's bookmarks are still read") {
    const notebook::Operation good{"r", {1, 0}, "probe", "abc", notebook::Kind::bookmark, true};
    Room room({.records = {{notebook::key_of(good), notebook::encode(good)}}});
    room.bytes = "not a database";
    room.open();
    room.storage.deliver();
    CHECK(room.session.state().corpus == app::CorpusState::damaged);
    CHECK_FALSE(room.session.state().corpus_error.message.empty());
    CHECK(app::is_bookmarked(room.session.state(), "abc"));
}

TEST_CASE("session: an address that names no article says so") {
    Room room;
    room.open("#a=ffffffffffffffff");
    CHECK_FALSE(room.session.state().open);
    REQUIRE(room.session.state().article_error);
    CHECK(room.session.state().article_error->kind == base::ErrorKind::not_found);
}

TEST_CASE("session: the address follows what is shown and leads back to it") {
    Room room;
    room.open();
    room.session.send(app::ArticlePicked{query::ArticleId{0}});
    REQUIRE_FALSE(room.address.hashes.empty());
    CHECK(room.address.hashes.back() == "#a=" + room.uid("Zwei"));
    Room again;
    again.open(room.address.hashes.back());
    REQUIRE(again.session.state().open);
    CHECK(again.session.state().open->article.headline == "Zwei");
}

TEST_CASE("session: the notices are read when they are wanted") {
    Room room;
    room.open();
    CHECK(room.session.state().notices.empty());
    room.session.send(app::PageToggled{app::Page::about});
    CHECK(room.session.state().notices == "Lizenzen");
}

TEST_CASE("session: the link to an article, its citation and its file leave by the outlet, and the reader hears of it") {
    Room room;
    room.open();
    room.session.send(app::ArticlePicked{query::ArticleId{0}});
    room.session.send(app::LinkWanted{});
    room.outlet.deliver();
    CHECK(room.outlet.clipboard() == "file:///saal.html#a=" + room.uid("Zwei"));
    CHECK(room.session.state().view.notice.said == app::Said::link_copied);
    room.session.send(app::TextTaken{"„Zwei“", app::Taken::citation});
    room.outlet.deliver();
    CHECK(room.outlet.clipboard() == "„Zwei“");
    room.session.send(app::FileTaken{"zwei.bib", "application/x-bibtex", "@online{}", app::Taken::citation});
    CHECK(room.outlet.files().size() == 1);
    room.session.send(app::PrintWanted{});
    CHECK(room.outlet.prints() == 1);
}

TEST_CASE("session: a reading position is kept when its time has passed") {
    Room room;
    room.open();
    room.storage.deliver();
    room.session.send(app::ArticlePicked{query::ArticleId{0}});
    room.session.send(app::PaneScrolled{app::Pane::article, 50, 100});
    REQUIRE_FALSE(room.timers.empty());
    room.clock.advance(1000);
    room.timers.back()();
    CHECK(room.session.state().notebook.value(notebook::Kind::position, room.uid("Zwei")) == "0.500");
}

TEST_CASE("session: what is related to an article comes when the article is shown, and stays when its matches change") {
    std::vector<corpus::Article> articles;
    for (int day = 1; day <= 20; ++day) {
        const std::string letter(1, static_cast<char>('a' + day));
        articles.push_back(shell::sample::article("Fremdwort" + letter + letter + letter, day));
    }
    articles.push_back(shell::sample::article("Melderegister in Bremen", 21));
    articles.push_back(shell::sample::article("Bremen und das Melderegister", 22));
    Room room({}, {}, shell::sample::corpus_of(articles));
    room.open();
    room.session.send(app::ArticlePicked{query::ArticleId{0}});
    REQUIRE(room.session.state().open);
    REQUIRE(room.session.state().open->related.size() == 1);
    CHECK(room.session.state().open->related.front().headline == "Melderegister in Bremen");
    room.session.send(app::QueryTyped{"Bremen "});
    CHECK_FALSE(room.session.state().open->paragraph_highlights.front().empty());
    CHECK(room.session.state().open->related.size() == 1);
    // Of an article that is no longer open nothing is shown.
    room.session.send(app::ArticlePicked{query::ArticleId{5}});
    room.session.send(app::RelatedArrived{query::ArticleId{0}, room.session.state().open->related});
    CHECK(room.session.state().open->related.empty());
}

TEST_CASE("session: an empty list knows the ways out") {
    Room room;
    room.open();
    room.session.send(app::QueryTyped{"eins"});
    room.session.send(app::RangePicked{0, 1});
    const app::State& state = room.session.state();
    CHECK(state.result.hits.empty());
    REQUIRE(state.ways_out.size() == 2);
    CHECK(state.ways_out[0].hits == 0);  // without the text
    CHECK(state.ways_out[1].hits == 1);  // without the dates
}

TEST_CASE("session: several articles are read for an export, those that are gone left out") {
    Room room;
    room.open();
    room.session.send(app::RowSelected{room.uid("Eins")});
    room.session.send(app::RowSelected{"ffffffffffffffff"});
    room.session.send(app::SelectionExported{});
    REQUIRE(room.session.state().cited.size() == 1);
    CHECK(room.session.state().cited.front().headline == "Eins");
}

TEST_CASE("session: marks made with a name are found in a file, and the file read elsewhere brings them") {
    Room room;
    room.open();
    room.storage.deliver();
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    room.storage.deliver();
    room.session.send(app::TakeOutWanted{notebook::FileFormat::notes});
    REQUIRE(room.outlet.files().size() == 1);
    const auto& file = room.outlet.files().front();
    CHECK(file.name == "lesesaal-notizen.json");
    CHECK(file.bytes.find("Eins") != std::string::npos);
    CHECK(app::safety(room.session.state()) == app::Safety::safe);

    Room elsewhere({}, {.files = {{file.name, file.bytes}}, .chosen = file.name});
    elsewhere.open();
    elsewhere.storage.deliver();
    elsewhere.session.send(app::BringInWanted{});
    elsewhere.copies.deliver();
    CHECK(app::is_bookmarked(elsewhere.session.state(), room.uid("Eins")));
    REQUIRE(elsewhere.session.state().merged);
    CHECK(elsewhere.session.state().merged->changes.size() == 1);
    elsewhere.storage.deliver();
    Room again({.records = elsewhere.storage.records()});
    again.open();
    again.storage.deliver();
    CHECK(app::is_bookmarked(again.session.state(), room.uid("Eins")));
}

TEST_CASE("session: a file that is none of ours is told, and so is closing the picker by nothing happening") {
    Room room({}, {.files = {{"urlaub.txt", "Sonne"}}, .chosen = "urlaub.txt"});
    room.open();
    room.storage.deliver();
    room.session.send(app::BringInWanted{});
    room.copies.deliver();
    CHECK(room.session.state().view.notice.said == app::Said::copy_failed);
    room.session.send(app::NoticeDismissed{});
    room.copies.choose(std::nullopt);
    room.session.send(app::BringInWanted{});
    room.copies.deliver();
    CHECK(room.session.state().view.notice.said == app::Said::nothing);
}

TEST_CASE("session: the page is saved with the notebook inside, and opened elsewhere it has the marks and stores them once") {
    Room room;
    room.open();
    room.storage.deliver();
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    room.session.send(app::PageCopyWanted{});
    room.copies.deliver();
    REQUIRE(room.copies.pages().size() == 1);
    CHECK(room.copies.pages()[0].block_name == "notebook");
    const std::string html = "<html><body>" + room.copies.pages()[0].block + "</body></html>";
    const auto block = page::read_block(html, "notebook");
    REQUIRE(block);

    Room elsewhere;
    elsewhere.session.bring_page_notebook(*block);
    elsewhere.open();
    elsewhere.storage.deliver();
    CHECK(app::is_bookmarked(elsewhere.session.state(), room.uid("Eins")));
    const auto records = elsewhere.storage.records();
    CHECK_FALSE(records.empty());
    Room again({.records = records});
    again.session.bring_page_notebook(*block);
    again.open();
    again.storage.deliver();
    CHECK(again.storage.records() == records);
}

TEST_CASE("session: a linked file is read before it is written, and holds every later mark") {
    Room other;
    other.open();
    other.storage.deliver();
    other.session.send(app::BookmarkToggled{other.uid("Zwei")});
    other.session.send(app::TakeOutWanted{notebook::FileFormat::notes});
    const std::string earlier = other.outlet.files().front().bytes;

    Room room({}, {.files = {{"notizen.json", earlier}}, .chosen = "notizen.json"});
    room.open();
    room.storage.deliver();
    room.session.send(app::LinkWished{app::FileToLink::existing});
    room.copies.deliver();
    CHECK(app::is_bookmarked(room.session.state(), room.uid("Zwei")));
    CHECK(room.session.state().link == app::LinkState::ready);
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    REQUIRE_FALSE(room.timers.empty());
    for (const auto& timer : std::vector(room.timers)) timer();
    room.copies.deliver();
    CHECK(room.copies.files().at("notizen.json").find("Eins") != std::string::npos);
    CHECK(app::safety(room.session.state()) == app::Safety::safe);
}

TEST_CASE("session: what another device wrote into the linked file meanwhile is merged, not written over") {
    Room other;
    other.open();
    other.storage.deliver();
    other.session.send(app::BookmarkToggled{other.uid("Zwei")});
    other.session.send(app::TakeOutWanted{notebook::FileFormat::notes});

    Room room({}, {.files = {{"notizen.json", ""}}, .chosen = "notizen.json"});
    room.open();
    room.storage.deliver();
    room.session.send(app::LinkWished{app::FileToLink::existing});
    room.copies.deliver();
    room.copies.write("notizen.json", other.outlet.files().front().bytes);
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    for (const auto& timer : std::vector(room.timers)) timer();
    room.copies.deliver();
    CHECK(app::is_bookmarked(room.session.state(), room.uid("Zwei")));
    CHECK(room.copies.files().at("notizen.json").find("Zwei") != std::string::npos);
    CHECK(room.copies.files().at("notizen.json").find("Eins") != std::string::npos);
    // A file that is no notebook any more stays as it is, and the reader is told.
    room.copies.write("notizen.json", "Einkaufszettel");
    room.session.send(app::BookmarkToggled{room.uid("Eins")});
    for (const auto& timer : std::vector(room.timers)) timer();
    room.copies.deliver();
    CHECK(room.copies.files().at("notizen.json") == "Einkaufszettel");
    CHECK(room.session.state().link == app::LinkState::asleep);
}

TEST_CASE("session: many single records become a pack in the store, and the next session reads the same") {
    std::vector<platform::StoredRecord> records;
    for (std::size_t i = 0; i <= shell::single_records_max; ++i) {
        const notebook::Operation one{"r", {static_cast<std::int64_t>(i + 1), 0}, "probe", "a" + std::to_string(i), notebook::Kind::bookmark, true};
        records.push_back({notebook::key_of(one), notebook::encode(one)});
    }
    records.push_back({"unlesbar", "unlesbar"});
    Room room({.records = records});
    room.open();
    room.storage.deliver();
    CHECK(room.storage.records().size() == 2);
    Room again({.records = room.storage.records()});
    again.open();
    again.storage.deliver();
    CHECK(again.session.state().notebook == room.session.state().notebook);
    CHECK(again.session.state().bad_records == 1);
}

TEST_CASE("session: what another tab brings is there at once, and coming back looks for the rest") {
    const notebook::Operation one{"r", {1, 0}, "probe", "abc", notebook::Kind::bookmark, true};
    const notebook::Operation two{"r", {2, 0}, "probe", "def", notebook::Kind::bookmark, true};
    Room room;
    room.open();
    room.storage.deliver();
    room.storage.bring({{notebook::key_of(one), notebook::encode(one)}});
    room.storage.deliver();
    CHECK(app::is_bookmarked(room.session.state(), "abc"));
    room.storage.slip_in({{notebook::key_of(two), notebook::encode(two)}});
    room.session.send(app::Returned{});
    room.storage.deliver();
    CHECK(app::is_bookmarked(room.session.state(), "def"));
}
