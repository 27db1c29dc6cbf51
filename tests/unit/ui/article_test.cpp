#include <doctest.h>

#include <string>

#include "app/update.h"
#include "shown.h"

using namespace lesesaal;
using shown::article;
using shown::room;
using shown::Shown;
using scene::Node;
using scene::Role;

TEST_CASE("article: the dateline tells date, source and how long it takes") {
    const auto opened = article();
    CHECK(Shown(room(), &opened).text(Shown(room(), &opened).styled("dateline")) ==
          "10.\u00A0Oktober\u00A02025 · Kommune21 · 2\u00A0Min. Lesezeit");
}

TEST_CASE("article: how exact a date is stands there in words") {
    auto opened = article();
    opened.article.date = corpus::ArticleDate{*base::make_date(2019, 11, 1), *base::make_date(2019, 11, 30),
                                              corpus::DatePrecision::month, true, {}};
    const Shown month(room(), &opened);
    CHECK(month.text(month.styled("dateline")).starts_with("November\u00A02019 (auf den Monat genau, aus dem Text erschlossen) · "));
    opened.article.date->precision = corpus::DatePrecision::year;
    opened.article.date->is_derived = false;
    const Shown year(room(), &opened);
    CHECK(year.text(year.styled("dateline")).starts_with("2019 (auf das Jahr genau) · "));
    opened.article.date.reset();
    const Shown none(room(), &opened);
    CHECK(none.text(none.styled("dateline")).starts_with("ohne Datum · "));
}

TEST_CASE("article: break points are in the text, not in the heading's name") {
    auto opened = article();
    opened.headline_breaks = {3, 6};
    opened.paragraph_breaks = {{7, 10, 15}};
    const Shown shown(room(), &opened);
    const Node* title = shown.find(Role::heading, "Verwaltung");
    REQUIRE(title);
    CHECK(title->text == "Ver\u00ADwal\u00ADtung");
    // Three letters alone are not worth a break.
    CHECK(shown.text(shown.styled("text")) == "Die Verwal\u00ADtungs\u00ADreform plant.");
}

TEST_CASE("article: in short lines more words are broken") {
    auto opened = article();
    opened.paragraph_breaks = {{7, 10, 15}};
    app::State state = room();
    state.settings.text_percent = 200;  // large letters make short lines too
    const Shown shown(state, &opened);
    CHECK(shown.text(shown.styled("text")) == "Die Ver\u00ADwal\u00ADtungs\u00ADreform plant.");
    REQUIRE(shown.styled("article broken-headline"));
}

TEST_CASE("article: marks keep their place among break points") {
    auto opened = article();
    opened.paragraph_breaks = {{7, 10, 15}};
    opened.paragraph_highlights = {{{4, 15}}};
    const Shown shown(room(), &opened);
    CHECK(shown.find(Role::mark, "Verwal\u00ADtungs\u00AD"));
    CHECK(shown.text(shown.styled("text")) == "Die Verwal\u00ADtungs\u00ADreform plant.");
}

TEST_CASE("article: topics, places and organisations filter by a click and say why they are there") {
    auto opened = article();
    opened.article.topics = {{"ozg", "Onlinezugangsgesetz"}};
    opened.article.places = {{"hessen", "Hessen"}};
    opened.article.organisations = {{"ekom21", "ekom21"}};
    const Shown shown(room(), &opened);
    const Node* topic = shown.find(Role::button, "OZG und EfA");
    REQUIRE(topic);
    CHECK(topic->description == "Zugeordnet wegen „Onlinezugangsgesetz“");
    const auto event = shown.activated(topic);
    REQUIRE(event);
    const auto* toggled = app::event_as<app::FacetToggled>(*event);
    REQUIRE(toggled);
    CHECK(toggled->facet == query::Facet::topic);
    CHECK(toggled->slug == "ozg");
    CHECK(shown.find(Role::button, "Hessen"));
    CHECK(shown.find(Role::button, "ekom21"));
}

TEST_CASE("article: three headings make a list of contents, two do not; its links lead to the headings") {
    auto opened = article();
    opened.article.sections = {{"Eins", {"a"}}, {"Zwei", {"b"}}};
    CHECK_FALSE(Shown(room(), &opened).find(Role::navigation, "Inhalt"));
    opened.article.sections.push_back({"Drei", {"c"}});
    const Shown shown(room(), &opened);
    CHECK(shown.find(Role::navigation, "Inhalt"));
    const auto event = shown.activated(shown.find(Role::link, "Drei"));
    REQUIRE(event);
    const auto* picked = app::event_as<app::SectionPicked>(*event);
    REQUIRE(picked);
    CHECK(picked->index == 2);

    app::State state = room();
    state.view.focus = app::FocusTarget::section;
    state.view.section = 2;
    state.view.focus_revision = 7;
    const Shown asked(state, &opened);
    REQUIRE(asked.find(Role::heading, "Drei"));
    CHECK(asked.find(Role::heading, "Drei")->focus_revision == 7);
    CHECK(asked.find(Role::heading, "Zwei")->focus_revision == 0);
}

TEST_CASE("article: a heading that was picked gets the focus, one that is not there does not") {
    app::State state = room();
    state.open = article();
    state.open->article.sections = {{"Eins", {"a"}}, {"Zwei", {"b"}}};
    const std::uint32_t before = state.view.focus_revision;
    CHECK(app::update(state, app::SectionPicked{1}, 1).empty());
    CHECK(state.view.focus == app::FocusTarget::section);
    CHECK(state.view.section == 1);
    CHECK(state.view.focus_revision == before + 1);
    CHECK(app::update(state, app::SectionPicked{2}, 1).empty());
    CHECK(state.view.section == 1);
    CHECK(state.view.focus_revision == before + 1);
}

TEST_CASE("article: in an English room a German article is marked as German, and the words around it are not") {
    app::State state = room();
    state.language = app::Language::en;
    auto opened = article();
    opened.article.topics = {{"ozg", "OZG"}};
    const Shown shown(state, &opened);
    REQUIRE(shown.styled("text"));
    CHECK(shown.styled("text")->language == "de");
    CHECK(shown.find(Role::heading, "Verwaltung")->language == "de");
    CHECK(shown.styled("article")->language.empty());
    CHECK(shown.find(Role::button, "OZG and EfA"));
    CHECK(shown.text(shown.styled("dateline")) == "10\u00A0October\u00A02025 · Kommune21 · 2\u00A0min read");
    const Shown german(room(), &opened);
    CHECK(german.styled("text")->language.empty());
}

TEST_CASE("article: related articles and the neighbours lead on") {
    app::State state = room();
    query::Row row{.id = query::ArticleId{2}, .uid = app::uid_text(0xA2)};
    row.headline = "Der nächste";
    row.language = "de";
    state.rows.insert_or_assign(2, row);
    auto opened = article();
    opened.related = {{query::ArticleId{0}, app::uid_text(0xA0), "Bund", "Ähnlich", opened.article.date}};
    const Shown shown(state, &opened);
    const Node* link = shown.find(Role::link, "Bund: Ähnlich");
    REQUIRE(link);
    CHECK(link->href == "#a=00000000000000a0");
    // Their content is their name.
    CHECK(shown.text(shown.styled("previous")) == "Voriger Artikel");  // its headline is not loaded
    const Node* next = shown.styled("next");
    REQUIRE(next);
    CHECK(shown.text(next) == "Nächster ArtikelDer nächste");
    CHECK(next->href == "#a=00000000000000a2");
    const auto event = shown.activated(next);
    REQUIRE(event);
    CHECK(app::event_as<app::ArticleStepped>(*event)->by == 1);
}

TEST_CASE("article: what the reader wrote stands below it, and a tag goes by a click") {
    app::State state = room();
    state.notebook = notebook::Log("replica", "corpus");
    const std::string uid = app::uid_text(0xA1);
    (void)state.notebook.record(notebook::Kind::note, uid, true, 1, "Nachfragen!");
    (void)state.notebook.record(notebook::Kind::tag, uid, true, 2, "wichtig");
    const auto opened = article();
    const Shown shown(state, &opened);
    CHECK(shown.text(shown.styled("note")) == "Nachfragen!");
    const auto event = shown.activated(shown.find(Role::button, "wichtig, Schlagwort „wichtig“ entfernen"));
    REQUIRE(event);
    CHECK(app::event_as<app::TagRemoved>(*event)->tag == "wichtig");
    CHECK_FALSE(Shown(room(), &opened).styled("own"));
}

TEST_CASE("start: what is here, from when to when, and what is unread") {
    app::State state = room();
    state.notebook = notebook::Log("replica", "corpus");
    (void)state.notebook.record(notebook::Kind::read, app::uid_text(0xA0), true, 1);
    (void)state.notebook.record(notebook::Kind::read, "ffffffffffffffff", true, 2);  // of another edition
    const Shown shown(state, nullptr);
    CHECK(shown.find(Role::heading, "Probe"));
    CHECK(shown.text(shown.styled("lead")).starts_with("3 Artikel von September\u00A02025 bis Oktober\u00A02025. "));
    CHECK(shown.text(shown.styled("facts")) == "3Artikel2Ungelesen0LesezeichenSep\u00A02025 – Okt\u00A02025Zeitraum");
    CHECK(shown.find(Role::button, "OZG und EfA, 2 Artikel"));
    CHECK(shown.find(Role::button, "Alle Tasten zeigen"));
}

TEST_CASE("start: an empty collection says so and offers nothing to filter") {
    app::State state = room();
    state.overview.first_days.clear();
    state.time_scale = {};
    state.overview.last_days.clear();
    state.result.hits.clear();
    const Shown shown(state, nullptr);
    CHECK(shown.text(shown.styled("lead")) == "Diese Sammlung enthält keine Artikel.");
    CHECK(shown.count(Role::button) == 0);
}
