#include <doctest.h>

#include "query/preview.h"
#include "shown.h"
#include "ui/query_words.h"

using namespace lesesaal;

namespace {

std::string understood(const std::string& text, app::Language language = app::Language::de) {
    app::State state = shown::room();
    state.language = language;
    state.query_box.understood = query::preview(query::parse(text, {base::make_date(2025, 10, 10)}));
    std::string words;
    const shown::Shown shown(state, [&](ui::Frame& frame) { words = ui::understood_text(frame); });
    return words;
}

}  // namespace

TEST_CASE("query words: words, phrases and begins of words stand in quotes, fields before them") {
    CHECK(understood("Verwaltung titel:Haushalt -Bremen ") == "„Verwaltung“ · Titel: „Haushalt“ · ohne „Bremen“");
    CHECK(understood("\"feste Wendung\" digital* ") == "„feste Wendung“ · „digital…“");
    CHECK(understood("notiz:morgen vorspann:heute text:gestern ") == "Notiz: „morgen“ · Vorspann: „heute“ · Text: „gestern“");
    CHECK(understood("").empty());
}

TEST_CASE("query words: one of several, several together, and words near each other") {
    CHECK(understood("a ODER b ") == "„a“ oder „b“");
    CHECK(understood("x (a ODER b ODER c) ") == "„x“ · „a“ oder „b“ oder „c“");
    CHECK(understood("(a b) ODER c ") == "(„a“ und „b“) oder „c“");
    CHECK(understood("x -(a ODER b) ") == "„x“ · ohne („a“ oder „b“)");
    CHECK(understood("a NAHE/5 b ") == "„a“ nahe „b“ (5 Wörter)");
    CHECK(understood("titel:(a NAHE/1 b) ") == "Titel: „a“ nahe „b“ (1 Wort)");
}

TEST_CASE("query words: values have their names in the reader's language, and one that the corpus has not says so") {
    CHECK(understood("thema:ozg ") == "Thema: OZG und EfA");
    CHECK(understood("thema:\"ozg und efa\" ort:HESSEN ") == "Thema: OZG und EfA · Ort: Hessen");
    CHECK(understood("thema:xyz ") == "Thema: xyz (gibt es hier nicht)");
    CHECK(understood("x -quelle:xyz ") == "„x“ · ohne Quelle: xyz (gibt es hier nicht)");
    CHECK(understood("topic:law ", app::Language::en) == "Topic: Law");
}

TEST_CASE("query words: dates are written as the chips write them, and marks as states") {
    CHECK(understood("datum:2025-09 ") == "Sep\u00A02025");
    CHECK(understood("datum:2024..2025 ").contains("2024"));
    CHECK(understood("ist:ungelesen hat:notiz ") == "ungelesen · mit Notiz");
    CHECK(understood("ist:gelesen -hat:lesezeichen ") == "gelesen · ohne Lesezeichen");
    CHECK(understood("-ist:ungelesen ") == "gelesen");
}

TEST_CASE("query words: in English too") {
    CHECK(understood("budget -Bremen (a OR b) ", app::Language::en) == "“budget” · without “Bremen” · “a” or “b”");
}
