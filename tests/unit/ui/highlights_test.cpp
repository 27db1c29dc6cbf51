#include <doctest.h>

#include <string>
#include <vector>

#include "app/update.h"
#include "shown.h"
#include "ui/overlays.h"
#include "ui/passage.h"

using namespace lesesaal;
using notebook::Colour;
using scene::Node;
using scene::Role;
using shown::Shown;

namespace {

/// An article of two sections: "Erster Satz. Zweiter Satz." and, below a heading, "Dritter Satz."
query::OpenedArticle two_sections() {
    query::OpenedArticle opened = shown::article();
    opened.article.sections = {{"", {"Erster Satz. Zweiter Satz."}}, {"Ämter", {"Dritter Satz."}}};
    return opened;
}

/// The room with that article, and highlights on these words of it.
app::State marked(const query::OpenedArticle& opened, const std::vector<std::pair<std::string, Colour>>& passages, const std::string& note = "") {
    app::State state = shown::room();
    state.notebook = notebook::Log("replica", "corpus");
    state.open = opened;
    state.open_text = corpus::plain_text(opened.article);
    std::int64_t now_ms = 1;
    for (const auto& [words, colour] : passages) {
        const std::size_t at = state.open_text.text.find(words);
        notebook::Highlight highlight = notebook::make_highlight(at == std::string::npos ? words : state.open_text.text,
                                                                 {at == std::string::npos ? 0 : at, (at == std::string::npos ? 0 : at) + words.size()}, colour);
        highlight.note = note;
        const std::string item = "item-" + std::to_string(now_ms);
        (void)state.notebook.record({.kind = notebook::Kind::highlight, .uid = opened.article.uid, .value = notebook::encode(highlight), .item = item}, now_ms++);
    }
    for (const notebook::EntryHighlight& one : notebook::entry_of(state.notebook, opened.article.uid).highlights) {
        state.open_highlights.push_back({one, notebook::anchor(one.highlight, state.open_text.text)});
    }
    return state;
}

std::vector<std::string> marks(const Shown& shown) {
    std::vector<std::string> found;
    for (const Node& node : shown.tree().nodes) {
        if (node.role == Role::mark) found.push_back(node.text + "|" + node.style);
    }
    return found;
}

std::string id_of(const Shown& shown, Role role, std::string_view text) {
    const Node* node = shown.find(role, text);
    return node ? std::to_string(static_cast<std::uint64_t>(node->id)) : "0";
}

app::PassageSelected passage(const Shown& shown, const std::string& value) {
    const ui::Handler* box = shown.handler(shown.styled("text"));
    REQUIRE(box);
    return ui::to_passage(shown.tree(), box->text_runs, value);
}

}  // namespace

TEST_CASE("highlights: a passage is a mark of its colour, and the button behind it opens it") {
    const auto opened = two_sections();
    const Shown shown(marked(opened, {{"Zweiter Satz", Colour::green}}), &opened);
    CHECK(marks(shown) == std::vector<std::string>{"Zweiter Satz|highlight green"});
    const Node* sign = shown.find(Role::button, "Markierung Grün: „Zweiter Satz“");
    REQUIRE(sign);
    CHECK(sign->text.empty());
    const auto event = shown.activated(sign);
    REQUIRE(event);
    REQUIRE(app::event_as<app::HighlightOpened>(*event));
    CHECK(app::event_as<app::HighlightOpened>(*event)->item == "item-1");
    CHECK(shown.text(shown.styled("text")) == "Erster Satz. Zweiter Satz.ÄmterDritter Satz.");
}

TEST_CASE("highlights: a hit of the search inside of one is seen as both") {
    auto opened = two_sections();
    opened.paragraph_highlights = {{{7, 20}}, {}};  // "Satz. Zweiter"
    const Shown shown(marked(opened, {{"Zweiter Satz", Colour::blue}}), &opened);
    CHECK(marks(shown) == std::vector<std::string>{"Satz. |", "Zweiter|highlight blue found", " Satz|highlight blue"});
}

TEST_CASE("highlights: where two overlap the later lies on top, and both can be opened") {
    const auto opened = two_sections();
    const Shown shown(marked(opened, {{"Erster Satz. Zweiter", Colour::yellow}, {"Satz. Zweiter Satz", Colour::pink}}), &opened);
    CHECK(marks(shown) == std::vector<std::string>{"Erster |highlight yellow", "Satz. Zweiter|highlight pink", " Satz|highlight pink"});
    CHECK(shown.find(Role::button, "Markierung Gelb: „Erster Satz. Zweiter“"));
    CHECK(shown.find(Role::button, "Markierung Rosa: „Satz. Zweiter Satz“"));
}

TEST_CASE("highlights: one that goes over a heading marks it too, and has one button") {
    const auto opened = two_sections();
    const Shown shown(marked(opened, {{"Satz.\n\nÄmter\n\nDritter", Colour::yellow}}), &opened);
    CHECK(marks(shown) == std::vector<std::string>{"Satz.|highlight yellow", "Ämter|highlight yellow", "Dritter|highlight yellow"});
    CHECK(shown.count(Role::button) == 1);
}

TEST_CASE("highlights: a note on one is said and described") {
    const auto opened = two_sections();
    const Shown shown(marked(opened, {{"Dritter", Colour::yellow}}, "Nachfragen!"), &opened);
    const Node* sign = shown.find(Role::button, "Markierung Gelb mit Notiz: „Dritter“");
    REQUIRE(sign);
    CHECK(sign->description == "Nachfragen!");
    CHECK(sign->style == "sign yellow noted");
}

TEST_CASE("highlights: one whose words are gone stands below the article") {
    const auto opened = two_sections();
    const Shown shown(marked(opened, {{"Etwas ganz anderes, das es nicht mehr gibt", Colour::pink}}), &opened);
    CHECK(shown.find(Role::heading, "Markierungen, deren Stelle sich geändert hat"));
    CHECK(marks(shown) == std::vector<std::string>{"Etwas ganz anderes, das es nicht mehr gibt|highlight pink"});
    CHECK(shown.activated(shown.find(Role::button, "Markierung bearbeiten")).has_value());
}

TEST_CASE("highlights: the one that was asked for gets the focus") {
    const auto opened = two_sections();
    app::State state = marked(opened, {{"Erster", Colour::yellow}, {"Dritter", Colour::yellow}});
    state.view.focus = app::FocusTarget::highlight;
    state.view.highlight = "item-2";
    state.view.focus_revision = 5;
    const Shown shown(state, &opened);
    CHECK(shown.find(Role::button, "Markierung Gelb: „Dritter“")->focus_revision == 5);
    CHECK(shown.find(Role::button, "Markierung Gelb: „Erster“")->focus_revision == 0);
}

TEST_CASE("passage: what is selected becomes bytes of the plain text, over paragraphs and headings") {
    const auto opened = two_sections();
    const Shown shown(marked(opened, {}), &opened);
    const std::string first = id_of(shown, Role::paragraph, "Erster Satz. Zweiter Satz.");
    const std::string heading = id_of(shown, Role::heading, "Ämter");
    const app::PassageSelected one = passage(shown, first + " 13 " + first + " 20 4.0 8.5 100.0 29.0");
    CHECK(one.range == base::ByteRange{13, 20});
    CHECK(one.x_px == 4);
    CHECK(one.y_px == 8.5F);
    CHECK(one.height_px == 29);
    // "Ä" is one unit and two bytes.
    CHECK(passage(shown, first + " 0 " + heading + " 1 0 0 0 0").range == base::ByteRange{0, 30});
}

TEST_CASE("passage: break points are not counted, a character outside of the first plane is two units") {
    auto opened = shown::article();
    opened.article.sections = {{"", {"Die \U0001F600 Verwaltungsreform plant."}}};
    opened.paragraph_breaks = {{15, 20}};
    const Shown shown(marked(opened, {}), &opened);
    const Node* text = shown.styled("text");
    REQUIRE(text);
    std::string id;
    for (const Node& node : shown.tree().nodes) {
        if (node.parent == text->id && node.role == Role::paragraph) id = std::to_string(static_cast<std::uint64_t>(node.id));
    }
    CHECK(shown.text(text).find("\u00AD") != std::string::npos);
    // "Die " 4, the face 2, a blank, then the word of 17.
    CHECK(passage(shown, id + " 7 " + id + " 24 0 0 0 0").range == base::ByteRange{9, 26});
    CHECK(passage(shown, id + " 4 " + id + " 6 0 0 0 0").range == base::ByteRange{4, 8});
}

TEST_CASE("passage: nothing, nonsense and nodes of elsewhere select nothing") {
    const auto opened = two_sections();
    const Shown shown(marked(opened, {}), &opened);
    const std::string first = id_of(shown, Role::paragraph, "Erster Satz. Zweiter Satz.");
    for (const std::string& value : {std::string(), std::string("x y"), first + " 3 " + first, first + " 5 " + first + " 5 0 0 0 0",
                                     first + " 9 " + first + " 2 0 0 0 0", std::string("1 0 1 4 0 0 0 0")}) {
        CAPTURE(value);
        CHECK(passage(shown, value).range.is_empty());
    }
}

TEST_CASE("passage: what is selected has four buttons beside it, which mark it") {
    const auto opened = two_sections();
    app::State state = marked(opened, {});
    CHECK_FALSE(Shown(state, &opened).find(Role::group, "Ausgewählte Stelle"));
    state.passage = app::Passage{{0, 6}, 4, 8, 60, 29};
    const Shown shown(state, &opened);
    const Node* tools = shown.find(Role::group, "Ausgewählte Stelle");
    REQUIRE(tools);
    REQUIRE(tools->rect);
    CHECK(tools->rect->y == 8 + 29 + 8);
    for (const auto& [name, colour] : {std::pair{"Gelb markieren", Colour::yellow}, {"Grün markieren", Colour::green},
                                       {"Blau markieren", Colour::blue}, {"Rosa markieren", Colour::pink}}) {
        const auto event = shown.activated(shown.find(Role::button, name));
        REQUIRE(event);
        CHECK(app::event_as<app::PassageMarked>(*event)->colour == colour);
    }
    state.view.overlay = app::Overlay::help;
    CHECK_FALSE(Shown(state, &opened).find(Role::group, "Ausgewählte Stelle"));
}

TEST_CASE("highlights: their sheet has the colours, the note, and the way to remove it") {
    const auto opened = two_sections();
    app::State state = marked(opened, {{"Dritter", Colour::blue}});
    state.view.overlay = app::Overlay::highlight;
    state.view.highlight = "item-1";
    state.view.draft = "Warum?";
    const Shown shown(state, [](ui::Frame& frame) { ui::describe_overlay(frame); });
    REQUIRE(shown.find(Role::dialog, "Markierung"));
    REQUIRE(shown.find(Role::radio, "Blau"));
    CHECK(shown.find(Role::radio, "Blau")->checked == scene::Tristate::on);
    CHECK(shown.find(Role::radio, "Gelb")->checked == scene::Tristate::off);
    CHECK(shown.find(Role::textarea, "Notiz zur Markierung")->value == "Warum?");
    const auto saved = shown.activated(shown.find(Role::button, "Notiz speichern"));
    REQUIRE(saved);
    CHECK(app::event_as<app::HighlightNoted>(*saved)->note == "Warum?");
    CHECK(app::event_as<app::HighlightRemoved>(*shown.activated(shown.find(Role::button, "Markierung entfernen"))));
}
