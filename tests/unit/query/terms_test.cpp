#include "query/terms.h"

#include <doctest.h>

#include "query/filter.h"

using namespace lesesaal;
using query::Term;

namespace {

/// Terms as a line: word, prefix*, "a phrase", -excluded.
std::string shown(std::string_view text) {
    std::string line;
    for (const Term& term : query::parse_terms(text)) {
        if (!line.empty()) line += " | ";
        if (term.is_excluded) line += '-';
        const bool is_quoted = term.kind == Term::Kind::phrase || term.words.size() > 1;
        if (is_quoted) line += '"';
        for (std::size_t i = 0; i < term.words.size(); ++i) line += (i > 0 ? " " : "") + term.words[i];
        if (is_quoted) line += '"';
        if (term.kind == Term::Kind::prefix) line += '*';
    }
    return line;
}

std::string expression(std::string_view text) { return query::fts5_expression(query::parse_terms(text)); }

}  // namespace

TEST_CASE("terms: the last word is a prefix while it is being typed") {
    CHECK(shown("Digitale Souver") == "Digitale | Souver*");
    CHECK(shown("Digitale Souveränität ") == "Digitale | Souveränität");
    CHECK(shown("  a\tb\n") == "a | b");
    CHECK(shown("") == "");
    CHECK(shown("   ") == "");
}

TEST_CASE("terms: signs of the query language") {
    CHECK(shown("verwalt* recht ") == "verwalt* | recht");
    CHECK(shown("recht -bund ") == "recht | -bund");
    CHECK(shown("recht -bund") == "recht | -bund");  // an excluded word is not guessed at
    CHECK(shown("recht -bund*") == "recht | -bund*");
    CHECK(shown("E-Government IT-Planungsrat ") == "E-Government | IT-Planungsrat");
    CHECK(shown("- a ") == "a");
    CHECK(shown("* ** ") == "");
}

TEST_CASE("terms: phrases in any quotes, closed or not") {
    CHECK(shown("\"digitale Souveränität\"") == "\"digitale Souveränität\"");
    CHECK(shown("„digitale Souveränität“ ") == "\"digitale Souveränität\"");
    CHECK(shown("“a b” «c d» »e f«") == "\"a b\" | \"c d\" | \"e f\"");
    CHECK(shown("\"digitale Souver") == "\"digitale Souver\"*");
    CHECK(shown("\"digitale ") == "\"digitale\"");
    CHECK(shown("x -\"a b\"") == "x | -\"a b\"");
    CHECK(shown("\"\" a ") == "a");
    CHECK(shown("vor\"der mitte\"nach ") == "vor | \"der mitte\" | nach");
}

TEST_CASE("terms: what holds no letter or digit is no word") {
    CHECK(shown("§ – … + ! ") == "");
    CHECK(shown("§ 12 – Recht ") == "12 | Recht");
    CHECK(shown("a\xC2\xA0"
                "b\xE2\x80\xAF"
                "c ") == "a | b | c");  // no-break spaces
    CHECK(shown("C++ ") == "C++");
}

TEST_CASE("terms: at most query_terms_max, and a long text is cut at a character") {
    std::string many;
    for (std::size_t i = 0; i < query::query_terms_max; ++i) many += "w" + std::to_string(i) + " ";
    CHECK(query::parse_terms(many).size() == query::query_terms_max);
    CHECK(query::parse_terms(many + "more ").size() == query::query_terms_max);

    std::string umlauts;
    while (umlauts.size() <= query::query_text_bytes_max) umlauts += "ä";
    const auto terms = query::parse_terms("a" + umlauts);
    REQUIRE(terms.size() == 1);
    CHECK(terms[0].words[0].size() == query::query_text_bytes_max - 1);
    CHECK(terms[0].words[0].ends_with("ä"));
}

TEST_CASE("expression: every word quoted, AND side by side, exclusions last") {
    CHECK(expression("recht bund ") == "\"recht\" \"bund\"");
    CHECK(expression("-nein recht -\"ganz und gar\" bu") == "\"recht\" \"bu\"* NOT \"nein\" NOT \"ganz und gar\"");
    CHECK(expression("a OR b AND c NEAR(d) title:e ") == "\"a\" \"OR\" \"b\" \"AND\" \"c\" \"NEAR(d)\" \"title:e\"");
    CHECK(expression("-a -b") == "");
    CHECK(expression("") == "");
}

TEST_CASE("expression: quotes and NUL in a word cannot end it") {
    const std::vector<Term> terms{{Term::Kind::word, {std::string("a\"b\0c", 5)}, false}, {Term::Kind::word, {}, false}};
    CHECK(query::fts5_expression(terms) == "\"a\"\"bc\"");
    CHECK(expression(std::string_view("a\0b", 3)) == "\"a\" \"b\"*");
}
