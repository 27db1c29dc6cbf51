#include <doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/update.h"
#include "ui/reader.h"

using namespace lesesaal;
using scene::Action;
using scene::Role;

namespace {

std::vector<unsigned char> font(const std::string& name) {
    std::ifstream file(LESESAAL_SOURCE_DIR "/.deps/fonts/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr std::int64_t now_ms = 1'763'900'000'000;

/// A corpus of four articles in memory, driven by role and name alone.
class Harness {
public:
    Harness() : regular_(font("inter-regular.ttf")), semibold_(font("inter-semibold.ttf")), reader_({regular_, semibold_}) {
        query::Overview overview{.corpus_id = "test", .title = "Probe", .language = "de"};
        overview.facets[0] = {{"ozg-efa", "OZG und EfA", "OZG and EfA", 3}, {"recht", "Recht", "Law", 1}};
        overview.facets[1] = {{"hessen", "Hessen", "Hesse", 2}};
        overview.facets[3] = {{"kommune21", "Kommune21", "Kommune21", 4}};
        overview.memberships[0] = {{0, 1, 2, 3, 3}, {0, 0, 1}};
        overview.memberships[1] = {{0, 1, 2, 2, 2}, {0, 0}};
        overview.memberships[2] = {{0, 0, 0, 0, 0}, {}};
        overview.memberships[3] = {{0, 1, 2, 3, 4}, {0, 0, 0, 0}};
        overview.uids = {0, 1, 2, 3};
        const std::int32_t newest = base::to_days(*base::make_date(2025, 10, 23));
        overview.first_days = {newest, newest - 3, newest - 28, query::no_day};
        overview.last_days = overview.first_days;
        send(app::CorpusOpened{overview, "replica", ""});
        query::Result result;
        result.hits = {query::ArticleId{0}, query::ArticleId{1}, query::ArticleId{2}, query::ArticleId{3}};
        result.undated_hits = result.hits;
        result.facet_counts = {{{3, 1}, {2}, {}, {4}}};
        send(app::ResultArrived{state.query_id, result});
        send(app::RowsArrived{state.query_id, {row(0, "Hessen", "Erster"), row(1, "", "Zweiter"), row(2, "Bund", "Dritter"), row(3, "", "Vierter")}});
        send(app::StorageOpened{});
        draw();
    }

    static query::Row row(std::int32_t id, std::string kicker, std::string headline) {
        query::Row row{.id = query::ArticleId{id}, .uid = "uid" + std::to_string(id)};
        row.kicker = std::move(kicker);
        row.headline = std::move(headline);
        row.snippet = "Ein Satz, der etwas länger ist, damit er über zwei Zeilen der Liste läuft und gekürzt wird, wenn er nicht passt.";
        row.snippet_highlights = {{4, 8}};
        return row;
    }

    void send(const app::Event& event) { effects = app::update(state, event, now_ms); }
    const ui::Drawn& draw() {
        const ui::Drawn& drawn = reader_.draw(state, input);
        return drawn;
    }
    std::size_t changes() { return reader_.changes().size(); }
    const scene::Node* find(Role role, std::string_view name) { return reader_.tree().find(role, name); }
    bool act(Role role, std::string_view name, Action action, std::string_view value = "") {
        const scene::Node* node = find(role, name);
        if (!node) return false;
        for (const app::Event& event : reader_.act(node->id, action, value)) send(event);
        draw();
        return true;
    }

    app::State state;
    app::Effects effects;
    ui::Input input{.width_px = 1280, .height_px = 800};

private:
    std::vector<unsigned char> regular_;
    std::vector<unsigned char> semibold_;

public:
    ui::Reader reader_;
};

query::OpenedArticle article() {
    query::OpenedArticle opened;
    opened.id = query::ArticleId{0};
    opened.article.uid = "uid0";
    opened.article.kicker = "Hessen";
    opened.article.headline = "Erster";
    opened.article.language = "de";
    opened.article.topics = {{"ozg-efa", "OZG"}};
    opened.article.sections = {{"", {"Ein Absatz mit Fund."}}, {"Zwischentitel", {"Noch einer."}}};
    opened.paragraph_highlights = {{{15, 19}}, {}};
    return opened;
}

std::size_t count(const scene::Tree& tree, Role role) {
    std::size_t found = 0;
    for (const scene::Node& node : tree.nodes) found += node.role == role ? 1 : 0;
    return found;
}

}  // namespace

TEST_CASE("reader: everything the page promises is in the tree by role and name") {
    Harness page;
    CHECK(page.find(Role::search_combobox, "Suche"));
    CHECK(page.find(Role::status, "4 Artikel"));
    CHECK(page.find(Role::list, "Artikel"));
    CHECK(count(page.reader_.tree(), Role::list_item) >= 4);
    CHECK(page.find(Role::group, "Themen"));
    CHECK(page.find(Role::group, "Orte"));
    CHECK(page.find(Role::checkbox, "OZG und EfA, 3 Artikel"));
    CHECK(page.find(Role::textbox, "Von"));
    CHECK(page.find(Role::textbox, "Bis"));
    CHECK(page.find(Role::button, "Filter zurücksetzen"));
    CHECK(page.find(Role::region, "Zeitverlauf"));
    CHECK(count(page.reader_.tree(), Role::main) == 1);
    CHECK(count(page.reader_.tree(), Role::status) == 1);
}

TEST_CASE("reader: activating a checkbox filters, and the box is then checked") {
    Harness page;
    REQUIRE(page.act(Role::checkbox, "Recht, 1 Artikel", Action::activate));
    CHECK(page.state.filter.of(query::Facet::topic).wanted == std::vector<std::string>{"recht"});
    CHECK(page.find(Role::checkbox, "Recht, 1 Artikel")->checked == scene::Tristate::on);
    CHECK(page.find(Role::button, "Recht, Filter aufheben"));
}

TEST_CASE("reader: typing in the search box asks at once, a date when it is committed") {
    Harness page;
    REQUIRE(page.act(Role::search_combobox, "Suche", Action::input, "kfz"));
    CHECK(page.state.filter.text == "kfz");
    REQUIRE(page.act(Role::textbox, "Von", Action::input, "01.10.20"));
    CHECK_FALSE(page.state.filter.from);
    REQUIRE(page.act(Role::textbox, "Von", Action::change, "01.10.2025"));
    CHECK(page.state.filter.from == base::make_date(2025, 10, 1));
}

TEST_CASE("reader: a list row is a link to its article") {
    Harness page;
    const scene::Node* link = page.find(Role::link, "Hessen: Erster");
    REQUIRE(link);
    CHECK(link->href == "#a=uid0");
    REQUIRE(page.act(Role::link, "Hessen: Erster", Action::activate));
    REQUIRE(page.effects.size() == 1);
    CHECK(std::holds_alternative<app::LoadArticle>(page.effects.front()));
}

TEST_CASE("reader: an open article is visible text with its headings and the marks of the search") {
    Harness page;
    page.send(app::ArticleArrived{article()});
    page.draw();
    const scene::Node* title = page.find(Role::heading, "Erster");
    REQUIRE(title);
    CHECK(title->level == 1);
    CHECK(title->is_visible);
    CHECK(title->focus_revision > 0);
    CHECK(page.find(Role::heading, "Zwischentitel")->level == 2);
    CHECK(page.find(Role::mark, "Fund"));
    CHECK(page.reader_.tree().nodes.front().name == "Erster – Probe");
    CHECK(page.find(Role::button, "OZG und EfA")->description == "Zugeordnet wegen „OZG“");
}

TEST_CASE("reader: a wish for the focus is granted once, and asks no second time from a row that appears later") {
    Harness page;
    page.send(app::ArticleArrived{article()});
    page.draw();
    CHECK(page.find(Role::heading, "Erster")->focus_revision > 0);
    page.draw();
    CHECK(page.find(Role::heading, "Erster")->focus_revision == 0);
    page.send(app::ArticleClosed{});
    page.draw();
    CHECK(page.find(Role::link, "Hessen: Erster")->focus_revision > 0);
    page.draw();
    CHECK(page.find(Role::link, "Hessen: Erster")->focus_revision == 0);
}

TEST_CASE("reader: the bookmark button says whether it is pressed") {
    Harness page;
    page.send(app::ArticleArrived{article()});
    page.draw();
    CHECK(page.find(Role::button, "Lesezeichen")->pressed == scene::Tristate::off);
    REQUIRE(page.act(Role::button, "Lesezeichen", Action::activate));
    CHECK(page.find(Role::button, "Lesezeichen")->pressed == scene::Tristate::on);
    CHECK(page.find(Role::live, "Lesezeichen gesetzt."));
}

TEST_CASE("reader: a frame without news changes nothing in the tree") {
    Harness page;
    CHECK(page.changes() > 0);
    CHECK(page.changes() == 0);
    page.draw();
    CHECK(page.changes() == 0);
    page.state.view.list_scroll_px = 30;
    page.draw();
    CHECK(page.changes() == 0);  // scrolling is the browser's: children keep their place in the content
}

TEST_CASE("reader: every width from 320 to 1600 has the list or a way to it, and no node outside the page's width") {
    Harness page;
    for (const app::Pane pane : {app::Pane::list, app::Pane::article, app::Pane::filters}) {
        for (float width = 320; width <= 1600; width += 80) {
            page.input.width_px = width;
            page.state.view.pane = pane;
            page.draw();
            const bool has_way = page.find(Role::list, "Artikel") || page.find(Role::button, "‹ Zur Liste");
            CHECK(has_way);
            for (const scene::Node& node : page.reader_.tree().nodes) {
                if (node.rect) CHECK(node.rect->x + node.rect->width <= width + 0.5F);
            }
        }
    }
}

TEST_CASE("reader: an excluded value is a chip and a box that say so, and both take the exclusion back") {
    Harness page;
    page.send(app::FacetExcluded{query::Facet::topic, "recht"});
    page.draw();
    CHECK(page.find(Role::checkbox, "ohne Recht, 1 Artikel"));
    REQUIRE(page.act(Role::button, "ohne Recht, Filter aufheben", Action::activate));
    CHECK(page.state.filter.of(query::Facet::topic).is_empty());
}

TEST_CASE("reader: in English everything is English, the page's language too") {
    Harness page;
    page.state.language = app::Language::en;
    page.draw();
    CHECK(page.reader_.tree().nodes.front().language == "en");
    CHECK(page.find(Role::search_combobox, "Search"));
    CHECK(page.find(Role::status, "4 articles"));
    CHECK(page.find(Role::checkbox, "OZG and EfA, 3 articles"));
    CHECK(page.find(Role::textbox, "From"));
    CHECK(page.find(Role::region, "Timeline"));
}

TEST_CASE("reader: the picture has triangles, and textures come before their use") {
    Harness page;
    page.reader_.forget_textures();
    const ui::Drawn& drawn = page.draw();
    CHECK_FALSE(drawn.picture.uploads.empty());
    REQUIRE_FALSE(drawn.picture.meshes.empty());
    CHECK(drawn.picture.meshes.front().indices.size() > 1000);
    CHECK(page.draw().picture.uploads.empty());
}

TEST_CASE("reader: ten thousand hits are a window of items that know their place") {
    Harness page;
    query::Overview overview = page.state.overview;
    overview.first_days.assign(10'000, 20'000);
    overview.last_days = overview.first_days;
    overview.uids.resize(10'000);
    for (query::Memberships& members : overview.memberships) members = {std::vector<std::uint32_t>(10'001, 0), {}};
    page.send(app::CorpusOpened{overview, "replica", ""});
    page.send(app::QueryTyped{"Nummer"});
    query::Result result;
    for (std::int32_t i = 0; i < 10'000; ++i) result.hits.push_back(query::ArticleId{i});
    result.undated_hits = result.hits;
    page.send(app::ResultArrived{page.state.query_id, result});
    std::vector<query::Row> rows;
    for (std::int32_t i = 0; i < 60; ++i) rows.push_back(Harness::row(i, "K", "Nummer " + std::to_string(i)));
    page.send(app::RowsArrived{page.state.query_id, rows});
    page.draw();
    const scene::Tree& tree = page.reader_.tree();
    CHECK(count(tree, Role::list_item) < 100);
    bool has_place = false;
    for (const scene::Node& node : tree.nodes) {
        if (node.role == Role::list_item && node.set_size == 10'000 && node.position_in_set == 1) has_place = true;
    }
    CHECK(has_place);
    page.state.view.list_scroll_px = 200'000;
    const ui::Drawn& drawn = page.draw();
    REQUIRE(drawn.events.size() == 1);
    CHECK(app::event_as<app::RowsNeeded>(drawn.events.front()) != nullptr);
}

TEST_CASE("reader: the line above the list says how the text was understood, and what is wrong with it") {
    Harness page;
    const float list_before = page.find(Role::list, "Artikel")->rect->y;
    page.send(app::QueryTyped{"Verwaltung Hessen"});
    page.draw();
    CHECK(page.find(Role::list, "Artikel")->rect->y == list_before);
    page.send(app::QueryTyped{"Verwaltung thema:recht -\"Bremen"});
    page.draw();
    const scene::Node* line = page.find(Role::paragraph, "„Verwaltung“ · Thema: Recht · ohne „Bremen“");
    REQUIRE(line);
    const scene::Node* sentence = page.find(Role::paragraph, "Ein Anführungszeichen ist nicht geschlossen: Die Wendung reicht bis zum Ende.");
    REQUIRE(sentence);
    CHECK(page.reader_.tree().find(line->parent)->role == Role::live);
    CHECK(sentence->rect->y >= line->rect->bottom());
    CHECK(page.find(Role::list, "Artikel")->rect->y > list_before);
    CHECK(count(page.reader_.tree(), Role::status) == 1);
}

TEST_CASE("reader: below the search box stands what may be meant, and keys choose from it") {
    Harness page;
    REQUIRE(page.act(Role::search_combobox, "Suche", Action::focus));
    REQUIRE(page.act(Role::search_combobox, "Suche", Action::input, "th"));
    const auto box = [&] { return page.find(Role::search_combobox, "Suche"); };
    const auto press = [&](std::string_view key) {
        const auto event = page.reader_.press(box()->id, {.key = key});
        if (event) page.send(*event);
        page.draw();
        return event.has_value();
    };
    CHECK(box()->expanded == scene::Tristate::on);
    CHECK(page.reader_.tree().find(box()->controls)->role == Role::listbox);
    CHECK(page.find(Role::option, "thema:"));
    CHECK(box()->active_descendant == scene::root_id);
    CHECK_FALSE(press("Tab"));
    CHECK(press("ArrowDown"));
    CHECK(page.reader_.tree().find(box()->active_descendant) == page.find(Role::option, "thema:"));
    CHECK(press("Enter"));
    CHECK(page.state.filter.text == "thema:");
    CHECK(page.find(Role::option, "OZG und EfA, 3 Artikel"));
    CHECK(press("ArrowUp"));
    CHECK(page.find(Role::option, "Recht, 1 Artikel")->selected == scene::Tristate::on);
    CHECK(press("Tab"));
    CHECK(page.state.filter.text == "thema:Recht");
    CHECK(box()->value == "thema:Recht");
    CHECK(box()->expanded == scene::Tristate::off);
    CHECK_FALSE(press("ArrowDown"));
    CHECK_FALSE(press("Tab"));
    CHECK_FALSE(press("Escape"));
}

TEST_CASE("reader: the list of completions goes with Escape, with Enter and with the focus, and a press on an option picks it") {
    Harness page;
    REQUIRE(page.act(Role::search_combobox, "Suche", Action::focus));
    REQUIRE(page.act(Role::search_combobox, "Suche", Action::input, "thema:"));
    const scene::NodeId box = page.find(Role::search_combobox, "Suche")->id;
    page.send(*page.reader_.press(box, {.key = "Escape"}));
    page.draw();
    CHECK(count(page.reader_.tree(), Role::listbox) == 0);
    CHECK(page.state.filter.text == "thema:");

    REQUIRE(page.act(Role::search_combobox, "Suche", Action::input, "thema:r"));
    CHECK(count(page.reader_.tree(), Role::listbox) == 1);
    const std::uint32_t asked = page.state.query_id;
    page.send(*page.reader_.press(box, {.key = "Enter"}));
    page.draw();
    CHECK(count(page.reader_.tree(), Role::listbox) == 0);
    CHECK(page.state.query_id == asked);

    REQUIRE(page.act(Role::search_combobox, "Suche", Action::input, "thema:o"));
    REQUIRE(page.act(Role::search_combobox, "Suche", Action::blur));
    CHECK(count(page.reader_.tree(), Role::listbox) == 0);
    REQUIRE(page.act(Role::search_combobox, "Suche", Action::focus));
    REQUIRE(page.act(Role::option, "OZG und EfA, 3 Artikel", Action::activate));
    CHECK(page.state.filter.text == "thema:\"OZG und EfA\"");
    CHECK(page.find(Role::search_combobox, "Suche")->focus_revision > 0);
}

TEST_CASE("reader: a search to be saved is called what it asks for, until another name is typed") {
    Harness page;
    page.send(app::QueryTyped{"titel:Haushalt -Bremen"});
    page.send(app::OverlayToggled{app::Overlay::save_search});
    page.draw();
    const auto value = [&] { return page.find(Role::textbox, "Name der Suche")->value; };
    REQUIRE(page.find(Role::textbox, "Name der Suche"));
    CHECK(value() == "Titel: „Haushalt“ · ohne „Bremen“");
    page.send(app::DraftTyped{"Haushalt"});
    page.draw();
    CHECK(value() == "Haushalt");
    page.send(app::OverlayToggled{app::Overlay::none});
    page.send(app::QueryTyped{"Haushalt 2025"});
    page.send(app::OverlayToggled{app::Overlay::save_search});
    page.draw();
    CHECK(value() == "Haushalt 2025");
}

TEST_CASE("reader: a corrected search says what it shows, and a button takes the correction over") {
    Harness page;
    page.send(app::QueryTyped{"Verwaltng Hessen"});
    query::Result result;
    result.hits = {query::ArticleId{0}};
    result.undated_hits = result.hits;
    result.correction = query::Correction{"Verwaltng", "Verwaltung", "Verwaltung Hessen", true};
    page.send(app::ResultArrived{page.state.query_id, result});
    page.draw();
    CHECK(page.find(Role::live, "Nichts gefunden für „Verwaltng“. Gezeigt werden Treffer für „Verwaltung“."));
    CHECK(count(page.reader_.tree(), Role::status) == 1);
    REQUIRE(page.act(Role::button, "„Verwaltung“ übernehmen", Action::activate));
    CHECK(page.state.filter.text == "Verwaltung Hessen");
    result.correction.reset();
    page.send(app::ResultArrived{page.state.query_id, result});
    page.draw();
    CHECK_FALSE(page.find(Role::button, "„Verwaltung“ übernehmen"));
}

TEST_CASE("reader: where a search found little, what may have been meant is a button, above the list and with nothing found too") {
    Harness page;
    page.send(app::QueryTyped{"Kapitl"});
    query::Result result;
    result.hits = {query::ArticleId{2}};
    result.correction = query::Correction{"Kapitl", "Kapitel", "Kapitel", false};
    page.send(app::ResultArrived{page.state.query_id, result});
    const float list_before = page.find(Role::list, "Artikel")->rect->y;
    page.draw();
    CHECK(page.find(Role::live, "Wenige Treffer. Meinten Sie „Kapitel“?"));
    const scene::Node* button = page.find(Role::button, "„Kapitel“?");
    REQUIRE(button);
    const scene::Node* list = page.find(Role::list, "Artikel");
    CHECK(list->rect->y > list_before);
    CHECK(button->rect->bottom() <= list->rect->y);

    result.hits.clear();
    page.send(app::ResultArrived{page.state.query_id, result});
    page.draw();
    CHECK(page.find(Role::live, "Nichts gefunden. Meinten Sie „Kapitel“?"));
    REQUIRE(page.act(Role::button, "„Kapitel“?", Action::activate));
    CHECK(page.state.filter.text == "Kapitel");
}

TEST_CASE("reader: a row says what was found where the eye would not see it, and is as much taller") {
    Harness page;
    query::Result result;
    result.hits = {query::ArticleId{0}, query::ArticleId{1}};
    page.send(app::QueryTyped{"gesetz email"});
    page.send(app::ResultArrived{page.state.query_id, result});
    query::Row told = Harness::row(0, "Hessen", "Erster");
    told.why = {{"gesetz", "Onlinezugangsgesetz", query::MatchRule::part},
                {"zugang", "Onlinezugangsgesetz", query::MatchRule::part},
                {"email", "E-Mail", query::MatchRule::spelling},
                {"antrag", "Anträge", query::MatchRule::stem}};
    query::Row plain = Harness::row(1, "Hessen", "Zweiter");
    plain.why = {{"gesetz", "Gesetz", query::MatchRule::exact}, {"email", "Emails", query::MatchRule::prefix}};
    page.send(app::RowsArrived{page.state.query_id, {told, plain}});
    page.draw();
    const std::string why = "Gefunden: „Onlinezugangsgesetz“ (Wortteil), „E-Mail“ (andere Schreibweise)";
    const scene::Node* link = page.find(Role::link, "Hessen: Erster");
    REQUIRE(link);
    CHECK(link->description == why);
    const scene::Node* line = page.find(Role::paragraph, why);
    REQUIRE(line);
    const scene::Node* other = page.find(Role::link, "Hessen: Zweiter");
    CHECK(other->description.empty());
    CHECK(link->rect->height > other->rect->height);
    // Inside of its row, below the snippet, and the next row begins where this one ends.
    const auto row_of = [&](const scene::Node* node) { return page.reader_.tree().find(node->parent); };
    CHECK(line->rect->bottom() <= row_of(link)->rect->height);
    CHECK(row_of(other)->rect->y == row_of(link)->rect->bottom());

    page.send(app::SettingChanged{"density", "compact"});
    page.draw();
    CHECK_FALSE(page.find(Role::paragraph, why));
    CHECK(page.find(Role::link, "Hessen: Erster")->description.empty());
}

TEST_CASE("reader: beside the search box is the way to its language, and an example from there goes into the box") {
    Harness page;
    REQUIRE(page.act(Role::button, "Hilfe zur Suche", Action::activate));
    CHECK(page.find(Role::dialog, "Suchsprache"));
    CHECK(page.find(Role::table, "Wörter"));
    CHECK(page.find(Role::button, "ort:Hessen"));
    CHECK(page.find(Role::button, "datum:2025-10"));
    CHECK_FALSE(page.find(Role::button, "organisation:"));
    REQUIRE(page.act(Role::button, "thema:\"OZG und EfA\"", Action::activate));
    CHECK(page.state.filter.text == "thema:\"OZG und EfA\"");
    CHECK_FALSE(page.find(Role::dialog, "Suchsprache"));
    CHECK(page.find(Role::search_combobox, "Suche")->focus_revision > 0);
}

TEST_CASE("reader: in English the examples of the search language are English") {
    Harness page;
    page.send(app::SettingChanged{"language", "en"});
    page.draw();
    REQUIRE(page.act(Role::button, "Search help", Action::activate));
    CHECK(page.find(Role::dialog, "Search language"));
    for (const std::string_view example : {"bund NEAR/5 länder", "title:verwaltung", "source:Kommune21", "topic:\"OZG and EfA\"", "place:Hesse",
                                           "date:last-30-days", "is:unread", "has:note"}) {
        CAPTURE(example);
        CHECK(page.find(Role::button, example));
    }
}
