#include <doctest.h>

#include <string>

#include "app/update.h"
#include "notebook/card.h"
#include "shown.h"
#include "ui/notebook_view.h"
#include "ui/overlays.h"

using namespace lesesaal;
using app::ShelfKind;
using notebook::Kind;
using scene::Node;
using scene::Role;
using shown::Shown;

namespace {

const std::string here = app::uid_text(0xA1);
const std::string gone = "ffffffffffffffff";

void put(app::State& state, const notebook::Log::Entry& entry) { (void)state.notebook.record(entry, 1'763'900'000'000); }

/// Two articles: one of the corpus with everything that can be made of it, one that is gone, with a note.
app::State kept() {
    app::State state = shown::room();
    state.notebook = notebook::Log("replica", "corpus");
    state.view.page = app::Page::notebook;
    const std::string card = notebook::encode(notebook::Card{.headline = "Verwaltung", .kicker = "Hessen", .date = "2025-10-10", .source = "Kommune21"});
    put(state, {.kind = Kind::card, .uid = here, .value = card});
    put(state, {.kind = Kind::bookmark, .uid = here});
    put(state, {.kind = Kind::collection, .uid = here, .value = "Haushalt"});
    put(state, {.kind = Kind::tag, .uid = here, .value = "wichtig"});
    put(state, {.kind = Kind::note, .uid = here, .value = "Nachfragen!"});
    const std::string text = "Die Verwaltungsreform plant.";
    const std::string value = notebook::encode(notebook::make_highlight(text, {4, 21}, notebook::Colour::green));
    put(state, {.kind = Kind::highlight, .uid = here, .value = value, .item = "item-1"});
    const std::string old_card = notebook::encode(notebook::Card{.headline = "Von früher", .date = "2019-11"});
    put(state, {.kind = Kind::card, .uid = gone, .value = old_card});
    put(state, {.kind = Kind::note, .uid = gone, .value = "Aufheben"});
    const std::string search = notebook::encode(notebook::SavedSearch{"Offene Fragen", "#q=frage"});
    put(state, {.kind = Kind::search, .uid = "", .value = search, .item = "item-2"});
    state.entries = notebook::entries(state.notebook);
    state.searches = notebook::searches(state.notebook);
    return state;
}

Shown page(const app::State& state) {
    return Shown(state, [](ui::Frame& frame) { ui::describe_notebook(frame); });
}

Shown sheet(app::State state, app::Overlay overlay) {
    state.view.overlay = overlay;
    return Shown(state, [](ui::Frame& frame) { ui::describe_overlay(frame); });
}

template <typename E> const E* sent(const Shown& shown, Role role, std::string_view name) {
    static std::optional<app::Event> event;
    event = shown.activated(shown.find(role, name));
    return event ? app::event_as<E>(*event) : nullptr;
}

}  // namespace

TEST_CASE("notebook page: shelves with their counts, the one shown is marked") {
    const Shown shown = page(kept());
    REQUIRE(shown.find(Role::navigation, "Bereiche des Notizbuchs"));
    for (const char* name : {"Alle, 2", "Lesezeichen, 1", "Notizen, 2", "Markierungen, 1", "Suchen, 1", "Nicht mehr im Bestand, 1", "Haushalt, 1", "wichtig, 1"}) {
        CAPTURE(name);
        CHECK(shown.find(Role::button, name));
    }
    CHECK(shown.find(Role::button, "Alle, 2")->current == scene::Tristate::on);
    const auto* picked = sent<app::ShelfPicked>(shown, Role::button, "Haushalt, 1");
    REQUIRE(picked);
    CHECK(picked->shelf == app::Shelf{ShelfKind::collection, "Haushalt"});
}

TEST_CASE("notebook page: an entry says what it is and leads to the article and to the passage") {
    const Shown shown = page(kept());
    const Node* link = shown.find(Role::link, "Verwaltung");
    REQUIRE(link);
    CHECK(link->href == "#a=" + here);
    CHECK(sent<app::ArticlePicked>(shown, Role::link, "Verwaltung")->id == query::ArticleId{1});
    CHECK(shown.text(shown.styled("facts")) == "Lesezeichen10.10.2025Kommune21");
    const auto* highlight = sent<app::HighlightShown>(shown, Role::button, "Im Artikel zeigen: Verwaltungsreform");
    REQUIRE(highlight);
    CHECK(highlight->uid == here);
    CHECK(highlight->item == "item-1");
    CHECK(sent<app::Uncollected>(shown, Role::button, "Haushalt, aus der Sammlung „Haushalt“ nehmen")->name == "Haushalt");
    CHECK(sent<app::TagRemoved>(shown, Role::button, "wichtig, Schlagwort „wichtig“ entfernen")->tag == "wichtig");
    CHECK(sent<app::RowSelected>(shown, Role::checkbox, "Auswählen: Verwaltung")->uid == here);
}

TEST_CASE("notebook page: what is gone from the corpus says so, keeps its note and leads nowhere") {
    app::State state = kept();
    state.view.shelf = {ShelfKind::missing, ""};
    const Shown shown = page(state);
    CHECK_FALSE(shown.find(Role::link, "Von früher"));
    CHECK(shown.find(Role::text, "Von früher"));
    CHECK(shown.find(Role::paragraph, "Dieser Artikel ist nicht mehr im Bestand."));
    CHECK(shown.text(shown.styled("note")) == "Aufheben");
    CHECK(shown.text(shown.styled("facts")) == "11/2019");
    CHECK_FALSE(shown.find(Role::link, "Verwaltung"));
}

TEST_CASE("notebook page: saved searches lead back and can be removed") {
    app::State state = kept();
    state.view.shelf = {ShelfKind::searches, ""};
    const Shown shown = page(state);
    CHECK(shown.find(Role::link, "Offene Fragen")->href == "#q=frage");
    CHECK(sent<app::SearchPicked>(shown, Role::link, "Offene Fragen")->hash == "#q=frage");
    CHECK(sent<app::SearchRemoved>(shown, Role::button, "Entfernen: Gemerkte Suche „Offene Fragen“ entfernen")->item == "item-2");
}

TEST_CASE("notebook page: a selection has its bar, all are selected at once") {
    app::State state = kept();
    CHECK_FALSE(page(state).find(Role::group, "Auswahl im Notizbuch"));
    CHECK(sent<app::EntriesSelected>(page(state), Role::checkbox, "Alle auswählen"));
    state.selection = {here, gone};
    const Shown shown = page(state);
    CHECK(shown.find(Role::group, "Auswahl im Notizbuch"));
    CHECK(shown.find(Role::checkbox, "Alle auswählen")->checked == scene::Tristate::on);
    CHECK(sent<app::SelectionUnmarked>(shown, Role::button, "Zeichen entfernen"));
    CHECK(sent<app::SelectionExported>(shown, Role::button, "Exportieren"));
    CHECK(sent<app::OverlayToggled>(shown, Role::button, "Ablegen")->overlay == app::Overlay::collect);
}

TEST_CASE("notebook page: a hundred entries are shown, and the next hundred when they are asked for") {
    app::State state = shown::room();
    state.notebook = notebook::Log("replica", "corpus");
    state.view.page = app::Page::notebook;
    for (int i = 0; i < 130; ++i) put(state, {.kind = Kind::bookmark, .uid = app::uid_text(0x1000 + static_cast<std::uint64_t>(i))});
    state.entries = notebook::entries(state.notebook);
    CHECK(page(state).count(Role::checkbox) == 101);  // and the one for all
    CHECK(sent<app::EntriesUnfolded>(page(state), Role::button, "Weitere zeigen, noch 30 Einträge"));
    (void)app::update(state, app::EntriesUnfolded{}, 1);
    CHECK(page(state).count(Role::checkbox) == 131);
    (void)app::update(state, app::NotebookTyped{"x"}, 1);
    CHECK(state.view.entries_max == app::entries_step);
}

TEST_CASE("notebook page: every empty shelf says how to fill it") {
    app::State state = shown::room();
    state.view.page = app::Page::notebook;
    CHECK(page(state).text(page(state).styled("empty")).starts_with("Ihr Notizbuch ist noch leer."));
    state = kept();
    for (const ShelfKind kind : {ShelfKind::bookmarks, ShelfKind::notes, ShelfKind::highlights, ShelfKind::searches, ShelfKind::missing}) {
        app::State empty = state;
        empty.entries.clear();
        empty.searches.clear();
        empty.view.shelf = {kind, ""};
        CHECK(page(empty).text(page(empty).styled("empty")).size() > 40);
    }
    state.view.notebook_text = "xylophon";
    CHECK(page(state).text(page(state).styled("empty")) == "Nichts davon passt zu „xylophon“.");
}

TEST_CASE("notebook page: collections and tags are renamed, with the old name to begin with") {
    app::State state = kept();
    CHECK_FALSE(page(state).find(Role::button, "Umbenennen"));
    state.view.shelf = {ShelfKind::collection, "Haushalt"};
    CHECK(sent<app::OverlayToggled>(page(state), Role::button, "Umbenennen")->overlay == app::Overlay::rename);
    (void)app::update(state, app::OverlayToggled{app::Overlay::rename}, 1);
    const Shown shown = sheet(state, app::Overlay::rename);
    CHECK(shown.find(Role::dialog, "Sammlung umbenennen"));
    CHECK(shown.find(Role::textbox, "Neuer Name")->value == "Haushalt");
    CHECK(sent<app::ShelfRenamed>(shown, Role::button, "Umbenennen")->name == "Haushalt");
}

TEST_CASE("notebook page: the reminder of a copy is one line with two ways") {
    app::State state = kept();
    CHECK_FALSE(page(state).find(Role::button, "Jetzt sichern"));
    state.wants_backup = true;
    state.uncopied = 12;
    const Shown shown = page(state);
    CHECK(shown.text(shown.styled("reminder")).starts_with("12 Änderungen stehen seit zwei Wochen nur in diesem Browser."));
    CHECK(sent<app::TakeOutWanted>(shown, Role::button, "Jetzt sichern")->format == notebook::FileFormat::notes);
    CHECK(sent<app::BackupPutOff>(shown, Role::button, "Später"));
}

TEST_CASE("sheets: nine forms leave the notebook, each with a sentence") {
    const Shown shown = sheet(kept(), app::Overlay::take_out);
    CHECK(sent<app::TakeOutWanted>(shown, Role::button, "Herunterladen: RIS")->format == notebook::FileFormat::ris);
    std::size_t groups = 0;
    for (const Node& node : shown.tree().nodes) groups += node.role == Role::group ? 1 : 0;
    CHECK(groups == static_cast<std::size_t>(notebook::FileFormat::count_));
}

TEST_CASE("sheets: a collection is typed, or chosen from those there are") {
    app::State state = kept();
    state.view.draft = "haus";
    const Shown shown = sheet(state, app::Overlay::collect);
    CHECK(shown.find(Role::option, "Haushalt"));
    CHECK(sent<app::Collected>(shown, Role::option, "Haushalt")->name == "Haushalt");
    CHECK(sent<app::Collected>(shown, Role::button, "Ablegen")->name == "haus");
}

TEST_CASE("sheets: what a file has changed stands in groups, conflicts first") {
    app::State state = kept();
    state.merged = app::MergeReport{.from = "kollegin.json", .bad = 1};
    state.merged->changes = {{.kind = Kind::bookmark, .uid = gone, .is_set = true},
                             {.kind = Kind::note, .uid = here, .was_set = true, .is_set = true, .before = "a", .after = "b", .is_conflict = true},
                             {.kind = Kind::tag, .uid = here, .item = "alt", .was_set = true}};
    const Shown shown = sheet(state, app::Overlay::merged);
    CHECK(shown.find(Role::dialog, "Eingelesen: kollegin.json"));
    CHECK(shown.find(Role::paragraph, "1 Eintrag der Datei war nicht lesbar und wurde ausgelassen."));
    std::string titles;
    for (const Node& node : shown.tree().nodes) {
        if (node.role == Role::heading && node.level == 3) titles += node.text + ";";
    }
    CHECK(titles == "Zweierlei Fassungen (1);Dazugekommen (1);Entfernt (1);");
    CHECK(shown.find(Role::text, "Von früher"));
    CHECK(shown.find(Role::text, "Schlagwort „alt“"));
    CHECK(sent<app::VersionsOpened>(shown, Role::button, "Fassungen vergleichen: Verwaltung")->uid == here);
}

TEST_CASE("sheets: two versions stand side by side, and the one that is kept is said with its words") {
    app::State state = shown::room();
    notebook::Log other("other", "corpus");
    state.notebook = notebook::Log("replica", "corpus");
    const notebook::Operation theirs = other.record(Kind::note, here, true, 10, "Ihre Fassung");
    put(state, {.kind = Kind::note, .uid = here, .value = "Meine Fassung"});
    state.notebook.merge(std::vector{theirs});
    state.view.disputed = {here, ""};
    const Shown shown = sheet(state, app::Overlay::versions);
    CHECK(shown.find(Role::group, "Gilt zurzeit"));
    CHECK(sent<app::VersionTaken>(shown, Role::button, "Diese behalten: Gilt zurzeit")->value == "Meine Fassung");
    CHECK(sent<app::VersionTaken>(shown, Role::button, "Diese behalten: Andere Fassung")->value == "Ihre Fassung");
}
