#include "platform/memory/copies_memory.h"

#include <doctest.h>

#include "platform/memory/markup_memory.h"

using namespace lesesaal;
using base::ErrorKind;
using base::MarkupToken;
using platform::LinkState;
using platform::memory::MemoryCopies;

TEST_CASE("copies in memory: a reader who chooses nothing is no error") {
    MemoryCopies copies;
    int answers = 0;
    const auto nothing = [&](auto file) {
        CHECK(file.value() == std::nullopt);
        ++answers;
    };
    copies.pick(nothing);
    copies.link("lesezeichen.json", nothing);
    copies.link_existing(nothing);
    CHECK(answers == 0);
    CHECK(copies.deliver() == 3);
    CHECK(answers == 3);
    CHECK(copies.linked().state == LinkState::none);
}

TEST_CASE("copies in memory: a new file is empty, an old one is read before it is written to") {
    MemoryCopies copies{{.files = {{"alt.json", "[1]"}}, .chosen = ""}};
    copies.link("neu.json", [](auto file) { CHECK(file.value()->bytes.empty()); });
    copies.deliver();
    CHECK(copies.linked().name == "neu.json");

    copies.choose("alt.json");
    copies.link_existing([](auto file) { CHECK(file.value()->bytes == "[1]"); });
    copies.write_through("[1,2]", [](auto done) { CHECK(done); });
    copies.deliver();
    CHECK(copies.files().at("alt.json") == "[1,2]");
    CHECK(copies.files().at("neu.json").empty());
}

TEST_CASE("copies in memory: a sleeping file takes nothing before it is awake, and then brings what it holds") {
    MemoryCopies copies{{.files = {{"alt.json", "[1]"}}, .link = {.state = LinkState::asleep, .name = "alt.json"}}};
    copies.write_through("[]", [](auto done) { CHECK(done.error().kind == ErrorKind::blocked); });
    copies.wake([](auto file) { CHECK(file.value()->bytes == "[1]"); });
    copies.write_through("[1,2]", [](auto done) { CHECK(done); });
    copies.deliver();
    CHECK(copies.files().at("alt.json") == "[1,2]");
    copies.unlink();
    copies.write_through("[]", [](auto done) { CHECK(done.error().kind == ErrorKind::not_found); });
    copies.deliver();
    CHECK(copies.files().at("alt.json") == "[1,2]");
}

TEST_CASE("copies in memory: a page is saved with its block, or the reader hears that it was not") {
    MemoryCopies copies;
    copies.save_page("lesesaal.html", "notebook", "<script>", [](auto done) { CHECK(done); });
    copies.deliver();
    CHECK(copies.pages() == std::vector<MemoryCopies::SavedPage>{{"lesesaal.html", "notebook", "<script>"}});

    MemoryCopies full{{.write_fails_with = ErrorKind::io}};
    full.save_page("lesesaal.html", "notebook", "<script>", [](auto done) { CHECK(done.error().message == "page_not_saved"); });
    full.deliver();
    CHECK(full.pages().empty());
}

TEST_CASE("markup in memory: answers with what it was given, up to the limit") {
    const std::vector<MarkupToken> tokens{{.type = MarkupToken::Type::open, .text = "p"}, {.text = "Eins"}};
    CHECK(platform::memory::MemoryMarkup{tokens}.parse("whatever").value() == tokens);
    const std::vector<MarkupToken> most(base::markup_tokens_max);
    CHECK(platform::memory::MemoryMarkup{most}.parse("").has_value());
    const std::vector<MarkupToken> too_many(base::markup_tokens_max + 1);
    CHECK(platform::memory::MemoryMarkup{too_many}.parse("").error().kind == ErrorKind::too_large);
}
