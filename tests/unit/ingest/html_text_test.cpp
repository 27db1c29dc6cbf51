#include "ingest/html_text.h"

#include <doctest.h>

using namespace lesesaal;

namespace {

// "heading#paragraph|paragraph|"
std::string text_of(std::string_view html) {
    std::string text;
    for (const corpus::Section& section : ingest::html_to_sections(html)) {
        if (!section.heading.empty()) text += section.heading + "#";
        for (const std::string& paragraph : section.paragraphs) text += paragraph + "|";
    }
    return text;
}

}  // namespace

TEST_CASE("html: blocks divide, other tags vanish, white space is folded") {
    CHECK(text_of("<p>Eins <b>und</b>\n zwei</p><p>Drei") == "Eins und zwei|Drei|");
    CHECK(text_of("Eins<br>Zwei<BR/>Drei<li>Vier") == "Eins|Zwei|Drei|Vier|");
    CHECK(text_of("a<span>b</span>c") == "abc|");
    CHECK(text_of("") == "");
}

TEST_CASE("html: headings begin sections") {
    CHECK(text_of("<p>A</p><h2>Titel <i>neu</i></h2><p>B</p><p>C</p>") == "A|Titel neu#B|C|");
    CHECK(text_of("<h2>Titel<p>B</p>") == "Titel#B|");
}

TEST_CASE("html: scripts, styles, comments and declarations leave nothing") {
    CHECK(text_of("<!DOCTYPE html><!-- <p>x --><style>p{}</style><SCRIPT>if (a<b) '</p>'</SCRIPT >Text") == "Text|");
    CHECK(text_of("<script>ohne Ende <p>Text") == "");
    CHECK(text_of("<!-- ohne Ende <p>Text") == "");
    CHECK(text_of("<a title='<p>x>'>Text</a>") == "Text|");
}

TEST_CASE("html: entities are decoded, unknown ones stay") {
    CHECK(text_of("B&auml;r &amp; B&uuml;r &#228;&#xE4;&#XE4; &bdquo;x&ldquo; &lt;b&gt;") == "Bär & Bür äää „x“ <b>|");
    CHECK(text_of("&nbsp;A&nbsp;B") == "A\u00A0B|");
    CHECK(text_of("R&D &unbekannt; &#; &#x; &#xZ; AT&amp;T") == "R&D &unbekannt; &#; &#x; &#xZ; AT&T|");
    CHECK(text_of("&#0;&#xD800;&#99999999;") == "\uFFFD\uFFFD\uFFFD|");
    CHECK(text_of("&amp;lt;b&amp;gt;") == "&lt;b&gt;|");  // once only
}

TEST_CASE("html: what is no tag is text, and a cut-off tag ends it") {
    CHECK(text_of("a < b und 1<2") == "a < b und 1<2|");
    CHECK(text_of("Text<p class=\"x") == "Text|");
    CHECK(text_of("Text<") == "Text<|");
}
