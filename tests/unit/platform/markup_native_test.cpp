// Of the command alone: in the page the browser parses HTML.
#include <doctest.h>

#include "platform/native/markup_native.h"

using namespace lesesaal;
using base::MarkupToken;

namespace {

/// <name attribute=value …>, </name> and texts in one line.
std::string parsed(const std::string& html) {
    const auto tokens = platform::native::NativeMarkup{}.parse(html);
    REQUIRE(tokens);
    std::string text;
    for (const MarkupToken& token : *tokens) {
        switch (token.type) {
        case MarkupToken::Type::open:
            text += "<" + token.text;
            for (const auto& [name, value] : token.attributes) text += " " + name + "=" + value;
            text += ">";
            break;
        case MarkupToken::Type::close: text += "</" + token.text + ">"; break;
        case MarkupToken::Type::text: text += token.text;
        }
    }
    return text;
}

}  // namespace

TEST_CASE("markup: what HTML implies is there, names are in lower case, entities are resolved") {
    CHECK(parsed("<DL><p><DT><A HREF=\"x?a=1&amp;b\" Add_Date=7>Gr&uuml;n &lt;3</A><DD>eins<DT>zwei</DL>") ==
          "<html><head></head><body><dl><p></p><dt><a href=x?a=1&b add_date=7>Grün "
          "<3</a></dt><dd>eins</dd><dt>zwei</dt></dl></body></html>");
    CHECK(parsed("<x-Own>a<!-- b --></x-Own>") == "<html><head></head><body><x-own>a</x-own></body></html>");
}

TEST_CASE("markup: any bytes are taken") {
    CHECK(parsed("") == "<html><head></head><body></body></html>");
    CHECK_FALSE(parsed(std::string("a\0b\xFF\xC0<", 6)).empty());
    std::string html =
        "<DL><DT><A HREF='x' TAGS=\"a\">b</A><DD>c &auml; <![CDATA[ d ]]><template><q>e</q></template><svg><a>f</a></svg></DL>";
    for (std::size_t size = 0; size < html.size(); ++size) (void)parsed(html.substr(0, size));
}

TEST_CASE("markup: deep nesting does not overflow the stack") {
    std::string html;
    for (int i = 0; i < 20'000; ++i) html += "<div>";
    CHECK(parsed(html).size() > html.size());
}

TEST_CASE("markup: too many elements are refused before they are read") {
    const std::string html(base::markup_tokens_max + 1, '<');
    const auto tokens = platform::native::NativeMarkup{}.parse(html);
    REQUIRE_FALSE(tokens);
    CHECK(tokens.error().kind == base::ErrorKind::too_large);
}
