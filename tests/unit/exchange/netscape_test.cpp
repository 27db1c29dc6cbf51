#include <doctest.h>

#include "notebook/entries.h"
#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::exchange;
using base::MarkupToken;
using notebook::Kind;

namespace {

constexpr std::string_view head = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>Bookmarks</H1>\n";

base::Result<Import> read_html(std::string_view body) {
    return read(std::string(head) + std::string(body), sample_now_ms, simple_markup);
}

std::vector<Draft> drafts_of(std::string_view body) {
    const auto import = read_html(body);
    REQUIRE(import);
    return import->drafts;
}

std::vector<Draft> of_kind(const std::vector<Draft>& drafts, Kind kind) {
    std::vector<Draft> some;
    std::ranges::copy_if(drafts, std::back_inserter(some), [&](const Draft& draft) { return draft.kind == kind; });
    return some;
}

}  // namespace

TEST_CASE("netscape: a browser's bookmark has its address, headline, date, tags and note") {
    const auto drafts = drafts_of(
        "<DL><p>\n<DT><A HREF=\"https://a.example/1\" ADD_DATE=\"1700000000\" TAGS=\"OZG, EfA\">Zehn &amp; mehr</A>\n"
        "<DD>Erste Zeile<br>zweite\n<DT><A HREF=\"http://a.example/2\">Zwei</A>\n</DL><p>\n");
    REQUIRE(drafts.size() == 5);
    const auto bookmarks = of_kind(drafts, Kind::bookmark);
    REQUIRE(bookmarks.size() == 2);
    CHECK(bookmarks[0].card.url == "https://a.example/1");
    CHECK(bookmarks[0].card.headline == "Zehn & mehr");
    CHECK(bookmarks[0].made_ms == 1'700'000'000'000);
    CHECK(bookmarks[0].uid.empty());
    CHECK(bookmarks[1].made_ms == 0);
    const auto tags = of_kind(drafts, Kind::tag);
    REQUIRE(tags.size() == 2);
    CHECK(tags[1].value == "EfA");
    const auto notes = of_kind(drafts, Kind::note);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].value == "Erste Zeile\nzweite");
}

TEST_CASE("netscape: folders are collections, a folder in a folder by both names; about a folder is no note") {
    const auto drafts = drafts_of(
        "<DL><p><DT><H3>Ausschuss</H3><DD>für die Sitzung<DL><p><DT><A HREF=\"https://a.example/1\">Eins</A>"
        "<DT><H3>Frist</H3><DL><p><DT><A HREF=\"https://a.example/2\">Zwei</A></DL><p>"
        "<DT><A HREF=\"https://a.example/3\">Drei</A></DL><p><DT><A HREF=\"https://a.example/4\">Vier</A></DL><p>");
    std::vector<std::pair<std::string, std::string>> found;
    for (const Draft& draft : of_kind(drafts, Kind::collection)) found.emplace_back(draft.card.headline, draft.value);
    CHECK(found == std::vector<std::pair<std::string, std::string>>{
                       {"Eins", "Ausschuss"}, {"Zwei", "Ausschuss / Frist"}, {"Drei", "Ausschuss"}});
    CHECK(of_kind(drafts, Kind::note).empty());
    CHECK(of_kind(drafts, Kind::bookmark).size() == 4);
}

TEST_CASE("netscape: what leads to no article is counted: scripts, searches of the browser, no address") {
    const auto import = read_html(
        "<DL><DT><A HREF=\"javascript:alert(1)\">x</A><DT><A HREF=\"place:sort=8\">y</A><DT><A>z</A>"
        "<DT><A HREF=\"data:text/html,x\">w</A><DT><A HREF=\"https://a.example/\">gut</A></DL>");
    REQUIRE(import);
    CHECK(import->drafts.size() == 1);
    CHECK(import->bad == 4);
}

TEST_CASE("netscape: dates in milliseconds and microseconds are seen as such; those of the far future are unknown") {
    const auto made_ms = [](std::string_view date) {
        return drafts_of("<DL><DT><A HREF=\"https://a.example/\" ADD_DATE=\"" + std::string(date) + "\">x</A></DL>")
            .at(0)
            .made_ms;
    };
    CHECK(made_ms("1700000000") == 1'700'000'000'000);
    CHECK(made_ms("1700000000123") == 1'700'000'000'123);
    CHECK(made_ms("1700000000123456") == 1'700'000'000'123);
    CHECK(made_ms("1762172800") == 1'762'172'800'000);  // two days ahead
    CHECK(made_ms("1762172801") == 0);
    for (const char* wrong : {"", "-1", "1e9", "99999999999999999999", "morgen"}) CHECK(made_ms(wrong) == 0);
}

TEST_CASE("netscape: names of folders and tags hold 200 bytes, and not one more") {
    const auto file = [](std::size_t folder_bytes, std::size_t tag_bytes) {
        return "<DL><DT><H3>" + std::string(folder_bytes, 'o') + "</H3><DL><DT><A HREF=\"https://a.example/\" TAGS=\"" +
               std::string(tag_bytes, 't') + "\">x</A></DL></DL>";
    };
    CHECK(read_html(file(200, 200))->drafts.size() == 3);
    CHECK(read_html(file(200, 200))->bad == 0);
    CHECK(read_html(file(201, 200))->drafts.size() == 2);
    CHECK(read_html(file(200, 201))->bad == 1);
}

TEST_CASE("netscape: a note holds 8 KiB, and not one byte more; the bookmark stays") {
    const auto with_note = [](std::size_t bytes) {
        return read_html("<DL><DT><A HREF=\"https://a.example/\">x</A><DD>" + std::string(bytes, 'n') + "</DL>");
    };
    CHECK(with_note(notebook::value_bytes_max)->drafts.size() == 2);
    CHECK(with_note(notebook::value_bytes_max + 1)->drafts.size() == 1);
    CHECK(with_note(notebook::value_bytes_max + 1)->bad == 1);
}

TEST_CASE("netscape: 200,000 marks are read, one more is too many") {
    const std::string one = "<A HREF=\"http://a.example/\">x</A>";
    std::string body;
    for (std::size_t i = 0; i < import_entries_max; ++i) body += one;
    const auto most = read_html(body);
    REQUIRE(most);
    CHECK(most->drafts.size() == import_entries_max);
    const auto over = read_html(body + one);
    REQUIRE_FALSE(over);
    CHECK(over.error().kind == base::ErrorKind::too_large);
}

TEST_CASE("netscape: folders may lie as deep as somebody likes to make them") {
    std::string body;
    for (int i = 0; i < 100'000; ++i) body += "<DL><DT><H3>f</H3>";
    const auto import = read_html(body + "<DL><A HREF=\"https://a.example/\">x</A>");
    REQUIRE(import);
    CHECK(import->drafts.size() == 1);
    CHECK(import->bad == 1);  // the collection
}

TEST_CASE("netscape: wherever the file is cut, nothing breaks") {
    const std::string text = write(sample_log(), notebook::FileFormat::netscape, sample_origin());
    for (std::size_t size = 0; size < text.size(); ++size) {
        CAPTURE(size);
        const auto import = read(text.substr(0, size), sample_now_ms, simple_markup);
        if (import) (void)log_of(*import);
    }
}

TEST_CASE("netscape: tokens in any order are taken") {
    using Type = MarkupToken::Type;
    std::mt19937 random(7);
    const std::vector<std::string> names{"dl", "dt", "dd", "a", "h3", "q", "p", "br"};
    const std::vector<MarkupToken> opens{
        {.type = Type::open, .text = "a", .attributes = {{"href", "https://a.example/"}, {"data-lesesaal-uid", "eins"}}},
        {.type = Type::open,
         .text = "dd",
         .attributes = {{"data-lesesaal-passage", "h"}, {"data-lesesaal-begin", "99999999999999999999"}}},
        {.type = Type::open, .text = "dd", .attributes = {{"data-lesesaal-other", "gestern"}}}};
    for (int round = 0; round < 500; ++round) {
        std::vector<MarkupToken> tokens;
        for (int i = 0; i < 40; ++i) {
            const auto pick = random();
            if (pick % 4 == 0) tokens.push_back(opens[random() % opens.size()]);
            else tokens.push_back({.type = static_cast<Type>(pick % 3), .text = names[random() % names.size()]});
        }
        const auto import =
            read(head, sample_now_ms, [&](const std::string&) -> base::Result<std::vector<MarkupToken>> { return tokens; });
        REQUIRE(import);
        (void)log_of(*import);
    }
}

TEST_CASE("netscape: what the parser says goes through") {
    const auto import = read(head, sample_now_ms, [](const std::string&) -> base::Result<std::vector<MarkupToken>> {
        return base::fail(base::ErrorKind::too_large, "zu viel");
    });
    REQUIRE_FALSE(import);
    CHECK(import.error().message == "zu viel");
}
