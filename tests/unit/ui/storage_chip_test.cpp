#include <doctest.h>

#include <string>

#include "app/update.h"
#include "shown.h"
#include "ui/overlays.h"
#include "ui/storage_chip.h"

using namespace lesesaal;
using scene::Role;
using shown::Shown;

namespace {

app::State stored(std::int32_t uncopied) {
    app::State state = shown::room();
    state.storage = app::StorageState::saved;
    state.uncopied = uncopied;
    if (uncopied > 0) state.treasured = {1, 0};
    return state;
}

/// What the chip and the first sentences of its sheet say.
std::string told(const app::State& state) {
    std::string text;
    const Shown shown(state, [&](ui::Frame& frame) {
        text = ui::storage_title(frame) + " | " + ui::storage_sentence(frame) + " | " + std::string(ui::storage_advice(frame));
    });
    return text;
}

Shown sheet(app::State state) {
    state.view.overlay = app::Overlay::storage;
    return Shown(state, [](ui::Frame& frame) { ui::describe_overlay(frame); });
}

}  // namespace

TEST_CASE("storage chip: three truths in words, and what to do") {
    CHECK(told(stored(0)) == "Gespeichert | Was Sie hier anmerken, wird dauerhaft in diesem Browser gespeichert. | Sie müssen nichts weiter tun.");
    CHECK(told(stored(2)).starts_with("Nur in diesem Browser | 2 Änderungen stehen nur in diesem Browser. "));
    app::State state = stored(1);
    state.link = app::LinkState::impossible;
    CHECK(told(state).ends_with("Laden Sie die Notizen herunter, oder sichern Sie die Seite mit dem Notizbuch darin."));
    state = stored(0);
    state.treasured = {1, 0};
    CHECK(told(state).starts_with("Gespeichert | Alles, was Sie angemerkt haben, steht in diesem Browser und in einer Kopie außerhalb."));
    state.storage = app::StorageState::until_closing;
    state.storage_reason = "storage_unavailable";
    CHECK(told(state).starts_with("Nur bis zum Schließen | Der Browser gibt dieser Seite keinen dauerhaften Speicher"));
    state.storage = app::StorageState::not_stored;
    state.storage_reason = "storage_full";
    CHECK(told(state).starts_with("Nicht gespeichert | Der Speicher des Browsers ist voll. | Laden Sie die Notizen herunter, bevor"));
}

TEST_CASE("storage chip: the host of the frame is named, and a store that keeps less well says why") {
    app::State state = stored(1);
    state.keeper = app::Keeper::host;
    state.storage_host = "https://intranet.example";
    CHECK(told(state).starts_with("Nur bei https://intranet.example | 1 Änderung bewahrt allein die Seite https://intranet.example auf"));
    state.keeper = app::Keeper::simple;
    state.storage_reason = "storage_simple";
    CHECK(told(state).find("einfachen Speicher") != std::string::npos);
}

TEST_CASE("storage chip: a reason that nobody knows is told as that, a sentence of the browser as it is") {
    app::State state = stored(0);
    state.storage = app::StorageState::not_stored;
    state.storage_reason = "some_new_key";
    CHECK(told(state).find("Der Browser nennt keinen Grund, den diese Seite kennt.") != std::string::npos);
    state.storage_reason = "The disk is gone.";
    CHECK(told(state).find("The disk is gone.") != std::string::npos);
}

TEST_CASE("storage sheet: the linked file as it stands, and nothing of it where there can be none") {
    app::State state = stored(1);
    const auto event = [&](std::string_view name) { return sheet(state).activated(sheet(state).find(Role::button, name)); };
    REQUIRE(event("Neue Datei verbinden …"));
    CHECK(app::event_as<app::LinkWished>(*event("Vorhandene Datei verbinden …"))->file == app::FileToLink::existing);
    state.link = app::LinkState::asleep;
    state.link_name = "notizen.json";
    CHECK(app::event_as<app::LinkWoken>(*event("Datei „notizen.json“ wieder verbinden")));
    state.link = app::LinkState::ready;
    CHECK(sheet(state).find(Role::paragraph, "Wird mitgeschrieben: notizen.json"));
    CHECK(app::event_as<app::LinkDropped>(*event("Verbindung lösen")));
    state.link = app::LinkState::impossible;
    CHECK_FALSE(sheet(state).find(Role::heading, "Verbundene Datei"));
}

TEST_CASE("storage sheet: what is kept is counted, what could not be read is told") {
    app::State state = stored(3);
    state.notebook = notebook::Log("replica", "corpus");
    for (const char* uid : {"a", "b"}) (void)state.notebook.record(notebook::Kind::bookmark, uid, true, 1);
    (void)state.notebook.record(notebook::Kind::note, "a", true, 2, "Text");
    state.bad_records = 1;
    CHECK(sheet(state).find(Role::paragraph, "Aufbewahrt werden: 2 Lesezeichen · 1 Notiz."));
    CHECK(sheet(state).find(Role::paragraph, "1 Eintrag war nicht lesbar und bleibt unberührt."));
    const auto event = sheet(state).activated(sheet(state).find(Role::button, "Notizen herunterladen"));
    REQUIRE(event);
    CHECK(app::event_as<app::TakeOutWanted>(*event)->format == notebook::FileFormat::notes);
}
