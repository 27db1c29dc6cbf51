#include <doctest.h>

#include "notebook/card.h"
#include "notebook/highlight.h"

using namespace lesesaal;
using namespace lesesaal::notebook;

namespace {

const std::string text =
    "Die Bundes-Arbeitsgemeinschaft hat einen Plan in zehn Punkten vorgelegt. Er beschreibt, wie Fördermittel gezielter "
    "wirken können.\n\nIm Mittelpunkt steht die Zusammenarbeit von Bund, Ländern und Kommunen: Leistungen sollen einmal gut "
    "gebaut und dann gemeinsam betrieben werden.";

base::ByteRange range_of(std::string_view where, std::string_view words) {
    const std::size_t begin = where.find(words);
    REQUIRE(begin != std::string_view::npos);
    return {begin, begin + words.size()};
}

Highlight marked(std::string_view words) { return make_highlight(text, range_of(text, words), Colour::green); }

std::string found(const Highlight& highlight, std::string_view where, Fit fit) {
    const auto anchored = anchor(highlight, where);
    if (!anchored) return "(nothing)";
    CHECK(anchored->fit == fit);
    return std::string(where.substr(anchored->range.begin, anchored->range.size()));
}

}  // namespace

TEST_CASE("highlight: it keeps its words, what stands around them, and its place in characters") {
    const Highlight highlight = marked("Fördermittel gezielter");
    CHECK(highlight.quote.exact == "Fördermittel gezielter");
    CHECK(highlight.quote.prefix == "n vorgelegt. Er beschreibt, wie ");
    CHECK(highlight.quote.suffix == " wirken können.\n\nIm Mittelpunkt ");
    CHECK(highlight.end - highlight.begin == 22);
    const Highlight at_the_begin = marked("Die Bundes");
    CHECK(at_the_begin.quote.prefix.empty());
    CHECK(at_the_begin.begin == 0);
}

TEST_CASE("highlight: what is encoded decodes to the same") {
    Highlight highlight = marked("gut gebaut");
    highlight.note = "Merken: „gut“";
    const auto read = decode_highlight(encode(highlight));
    REQUIRE(read);
    CHECK(*read == highlight);
}

TEST_CASE("highlight: a value without its words is refused, one without anything else is not") {
    CHECK_FALSE(decode_highlight("{}"));
    CHECK_FALSE(decode_highlight("[1]"));
    CHECK_FALSE(decode_highlight(R"({"exact":7})"));
    REQUIRE(decode_highlight(R"({"exact":"Plan"})"));
    CHECK(decode_highlight(R"({"exact":"Plan","colour":"ultraviolet"})")->colour == Colour::yellow);
}

TEST_CASE("anchor: in the same text it is where it was") {
    CHECK(found(marked("Bund, Ländern und Kommunen"), text, Fit::position) == "Bund, Ländern und Kommunen");
}

TEST_CASE("anchor: words that moved are found by their quote") {
    const std::string longer = "Ein neuer Vorspann. " + text;
    CHECK(found(marked("Bund, Ländern und Kommunen"), longer, Fit::quote) == "Bund, Ländern und Kommunen");
}

TEST_CASE("anchor: of the same words at several places it takes those among the same neighbours") {
    const std::string twice = "Der Plan der Länder. Der Plan des Bundes. Der Plan der Städte.";
    const Highlight second = make_highlight(twice, {twice.find("Plan des"), twice.find("Plan des") + 4}, Colour::blue);
    const std::string moved = "Neu. Der Plan der Städte. Der Plan des Bundes. Der Plan der Länder.";
    const auto anchored = anchor(second, moved);
    REQUIRE(anchored);
    CHECK(moved.substr(anchored->range.begin, 8) == "Plan des");
    // At its old place now stand the same words among others.
    const std::string shifted = "Der Plan der Räte gilt. Der Plan des Bundes.";
    Highlight there = second;
    there.begin = 4;
    there.end = 8;
    REQUIRE(anchor(there, shifted));
    CHECK(shifted.substr(anchor(there, shifted)->range.begin, 8) == "Plan des");
}

TEST_CASE("anchor: a passage with a word changed, added or left out is found approximately") {
    const Highlight highlight = marked("Leistungen sollen einmal gut gebaut und dann gemeinsam betrieben werden.");
    std::string changed = text;
    changed.replace(changed.find("gut gebaut"), 10, "sauber gebaut");
    CHECK(found(highlight, changed, Fit::approximate) == "Leistungen sollen einmal sauber gebaut und dann gemeinsam betrieben werden.");
    std::string shorter = text;
    shorter.replace(shorter.find("gemeinsam "), 10, "");
    CHECK(found(highlight, shorter, Fit::approximate) == "Leistungen sollen einmal gut gebaut und dann betrieben werden.");
}

TEST_CASE("anchor: what is no longer there is not found somewhere else") {
    CHECK_FALSE(anchor(marked("Fördermittel"), "Ein ganz anderer Text über Schulen."));
    CHECK_FALSE(anchor(marked("Er beschreibt, wie Fördermittel gezielter wirken können."), "Er beschreibt, wie man eine Suppe kocht und dann wartet."));
    CHECK_FALSE(anchor(marked("Plan"), ""));
}

TEST_CASE("anchor: places from a hostile file are no danger") {
    Highlight highlight = marked("Plan");
    highlight.begin = SIZE_MAX;
    highlight.end = 3;
    CHECK(found(highlight, text, Fit::quote) == "Plan");
}

TEST_CASE("card: what is encoded decodes to the same; addresses are web addresses or none") {
    const Card card{.headline = "Plan", .kicker = "Vitako", .date = "2025-10-10", .source = "Kommune21", .url = "https://a.example/x", .language = "de", .text_hash = std::string(64, 'a')};
    const auto read = decode_card(encode(card));
    REQUIRE(read);
    CHECK(*read == card);
    CHECK(decode_card(R"x({"headline":"x","url":"javascript:alert(1)"})x")->url.empty());
    CHECK_FALSE(decode_card("7"));
}

TEST_CASE("card: too long fields are cut between characters, an address that is too long is left out") {
    const auto read = decode_card(encode(Card{.headline = std::string(999, 'x') + "ä", .url = "https://" + std::string(2000, 'x')}));
    REQUIRE(read);
    CHECK(read->headline == std::string(999, 'x'));
    CHECK(read->url.empty());
}

TEST_CASE("saved search: name and address come back; others are refused") {
    const SavedSearch search{"OZG in Hessen", "#q=OZG&ort=hessen"};
    REQUIRE(decode_search(encode(search)));
    CHECK(*decode_search(encode(search)) == search);
    CHECK_FALSE(decode_search(R"({"name":"x","hash":"https://a.example"})"));
    CHECK_FALSE(decode_search(R"({"name":"","hash":"#q=x"})"));
}
