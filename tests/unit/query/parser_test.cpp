#include <doctest.h>

#include <random>

#include "query/filter.h"
#include "random_text.h"
#include "shown.h"

using namespace lesesaal;
using query::NodeKind;
using query::ProblemKind;
using query::shown;

TEST_CASE("query: words side by side are all looked for, the last one while it is typed") {
    CHECK(shown("Digitale Souver") == "[Digitale] [Souver~]");
    CHECK(shown("Digitale Souveränität ") == "[Digitale] [Souveränität]");
    CHECK(shown("  a\tb\n") == "[a] [b]");
    CHECK(shown("") == "");
    CHECK(shown(" \t ") == "");
}

TEST_CASE("query: a star makes a word the begin of one") {
    CHECK(shown("verwalt* recht ") == "[verwalt*] [recht]");
    CHECK(shown("verwalt*") == "[verwalt*]");
    CHECK(shown("\"digitale verwalt*\" x ") == "[digitale verwalt*] [x]");
    CHECK(shown("\"digitale verwalt\"* x ") == "[digitale verwalt*] [x]");
    CHECK(shown("titel:verwalt*") == "[title: verwalt*]");
    CHECK(shown("\"verwalt* digital\" ") == "[verwalt digital]");
    CHECK(shown("Bürger*innen ") == "[Bürger*innen]");
    CHECK(shown("* ** ") == "! no_word");
}

TEST_CASE("query: a hyphen excludes words, phrases, parentheses and fields, and is a hyphen elsewhere") {
    CHECK(shown("recht -bund") == "[recht] ![bund]");
    CHECK(shown("recht -bund*") == "[recht] ![bund*]");
    CHECK(shown("recht -\"a b") == "[recht] ![a b] ! unclosed_quote");
    CHECK(shown("recht -(a b") == "[recht] !{[a] [b]} ! unclosed_parenthesis");
    CHECK(shown("recht -(a ODER b) ") == "[recht] !<[a] | [b]>");
    CHECK(shown("recht -titel:bund -thema:ozg -ist:gelesen") == "[recht] ![title: bund] !topic=ozg !-unread");
    CHECK(shown("E-Government IT-Planungsrat ") == "[E-Government] [IT-Planungsrat]");
    CHECK(shown("- a -- b –c ") == "[a] [b] [–c]");
    CHECK(shown("apt --yes ") == "[apt] [--yes]");
    CHECK(shown("x -(-a)") == "[x] !{![a]}");
    CHECK(shown("(x -)") == "[x]");
}

TEST_CASE("query: phrases stand in the quotes of any typography") {
    CHECK(shown("\"digitale Souveränität\"") == "[digitale Souveränität]");
    CHECK(shown("„digitale Souveränität“") == "[digitale Souveränität]");
    CHECK(shown("“a b” «c d» »e f« «\u00a0g h\u00a0»") == "[a b] [c d] [e f] [g h]");
    CHECK(shown("vor\"der mitte\"nach ") == "[vor] [der mitte] [nach]");
    CHECK(shown("\"\" a ") == "[a]");
}

TEST_CASE("query: a phrase without an end goes to the end, and its last word is being typed") {
    CHECK(shown("\"digitale Souver") == "[digitale Souver~] ! unclosed_quote");
    CHECK(shown("\"digitale ") == "[digitale] ! unclosed_quote");
    CHECK(shown("\"digitale §") == "[digitale] ! unclosed_quote");
    CHECK(shown("titel:\"digitale Souver") == "[title: digitale Souver~] ! unclosed_quote");
}

TEST_CASE("query: ODER binds tighter than standing side by side, and only in capitals") {
    CHECK(shown("a ODER b") == "<[a] | [b~]>");
    CHECK(shown("a b ODER c OR d e ") == "[a] <[b] | [c] | [d]> [e]");
    CHECK(shown("(a b) ODER c ") == "<{[a] [b]} | [c]>");
    CHECK(shown("(a ODER b) ODER (c ODER d)") == "<[a] | [b] | [c] | [d]>");
    CHECK(shown("a oder b or c ") == "[a] [oder] [b] [or] [c]");
    CHECK(shown("a ODER -b") == "<[a] | {![b]}>");
    CHECK(shown("a ODER thema:ozg ") == "<[a] | topic=ozg>");
    CHECK(shown("a \"ODER\" b ") == "[a] [ODER] [b]");
    CHECK(shown("a -ODER b ") == "[a] ![ODER] [b]");
    CHECK(shown("a ODER () ") == "[a]");
    CHECK(shown("a ODER § b ") == "<[a] | [b]>");
}

TEST_CASE("query: NAHE stands between two words or phrases") {
    CHECK(shown("a NAHE b ") == "([a] 5 [b])");
    CHECK(shown("a NEAR/3 \"b c\" d ") == "([a] 3 [b c]) [d]");
    CHECK(shown("a NAHE/0 b ") == "([a] 0 [b])");
    CHECK(shown("a NAHE/50 b ") == "([a] 50 [b])");
    CHECK(shown("a NAHE/51 b ") == "([a] 50 [b])");
    CHECK(shown("a NAHE/99999999999999999999 b ") == "([a] 50 [b])");
    CHECK(shown("a NAHE/ b NAHE/x nahe c ") == "[a] [NAHE/] [b] [NAHE/x] [nahe] [c]");
    CHECK(shown("a NAHE b NAHE/2 c") == "([a] 5 [b]) ([b] 2 [c~])");
    CHECK(shown("x ODER a NAHE b NAHE c ") == "<[x] | {([a] 5 [b]) ([b] 5 [c])}>");
    CHECK(shown("-(a NAHE b) c ") == "!([a] 5 [b]) [c]");
    CHECK(shown("titel:a NAHE b ") == "([title: a] 5 [title: b])");
    CHECK(shown("titel:(a NAHE b)") == "([title: a] 5 [title: b])");
}

TEST_CASE("query: an operator without a side is a word") {
    CHECK(shown("ODER") == "[ODER~] ! missing_operand");
    CHECK(shown("a ODER ") == "[a] [ODER] ! missing_operand");
    CHECK(shown("OR a ") == "[OR] [a] ! missing_operand");
    CHECK(shown("(ODER a)") == "[ODER] [a] ! missing_operand");
    CHECK(shown("a ODER ODER b ") == "[a] <[ODER] | [b]> ! missing_operand");
    CHECK(shown("NAHE b ") == "[NAHE] [b] ! missing_operand");
    CHECK(shown("a NAHE (b ODER c)") == "[a] [NAHE] <[b] | [c]> ! missing_operand");
    CHECK(shown("a NAHE -b ") == "[a] [NAHE] ![b] ! missing_operand");
    CHECK(shown("-a NAHE b ") == "![a] [NAHE] [b] ! missing_operand");
    CHECK(shown("a NAHE titel:b ") == "[a] [NAHE] [title: b] ! missing_operand");
    CHECK(shown("a NAHE thema:b ") == "[a] [NAHE] topic=b ! missing_operand");
}

TEST_CASE("query: fields have German and English names in any case") {
    CHECK(shown("titel:a vorspann:b text:c notiz:d ") == "[title: a] [lead: b] [body: c] [note: d]");
    CHECK(shown("title:a LEAD:b Body:c Note:d ") == "[title: a] [lead: b] [body: c] [note: d]");
    CHECK(shown("quelle:a thema:b ort:c organisation:d") == "source=a topic=b place=c organisation=d");
    CHECK(shown("Source:a TOPIC:b place:c organization:d") == "source=a topic=b place=c organisation=d");
    CHECK(shown("thema:\"open  data\u00a0und\" titel:\"a b\"") == "topic=open data und [title: a b]");
    CHECK(shown("titel:Haush") == "[title: Haush~]");
    CHECK(shown("thema:ozg)") == "topic=ozg ! stray_parenthesis");
    CHECK(shown("titel:ODER titel:-b titel:16:30 ") == "[title: ODER] [title: -b] [title: 16:30]");
}

TEST_CASE("query: a field before a parenthesis gives its scope to the words in it") {
    CHECK(shown("titel:(a ODER \"b c\" text:d (e)) f ") == "<[title: a] | [title: b c]> [body: d] [title: e] [f]");
    CHECK(shown("-titel:(a b) c ") == "!{[title: a] [title: b]} [c]");
    CHECK(shown("titel:()a ") == "[a]");
}

TEST_CASE("query: a name with a colon that is no field is a word") {
    CHECK(shown("https://example.org/a?b=c 16:30 Stuttgart: foo:\"a b\" ") == "[https://example.org/a?b=c] [16:30] [Stuttgart:] [foo:] [a b]");
    CHECK(shown(":thema ::a ") == "[:thema] [::a]");
}

TEST_CASE("query: marks of the reader") {
    CHECK(shown("ist:gelesen ist:ungelesen ist:lesezeichen hat:notiz hat:lesezeichen") == "-unread +unread +bookmarked +noted +bookmarked");
    CHECK(shown("is:read is:UNREAD is:bookmarked has:note has:bookmark") == "-unread +unread +bookmarked +noted +bookmarked");
}

TEST_CASE("query: dates as people and computers write them") {
    CHECK(shown("datum:2025") == "2025-01-01..2025-12-31");
    CHECK(shown("date:2024-02") == "2024-02-01..2024-02-29");
    CHECK(shown("datum:2025-09-01") == "2025-09-01..2025-09-01");
    CHECK(shown("datum:1.9.2025") == "2025-09-01..2025-09-01");
    CHECK(shown("datum:09.2025") == "2025-09-01..2025-09-30");
    CHECK(shown("datum:1.9.2025..2025-10-15") == "2025-09-01..2025-10-15");
    CHECK(shown("datum:2023..2024-02") == "2023-01-01..2024-02-29");
    CHECK(shown("datum:2025..2023") == "2023-01-01..2025-12-31");
    CHECK(shown("datum:2025-09..") == "2025-09-01..");
    CHECK(shown("datum:..09.2025") == "..2025-09-30");
}

TEST_CASE("query: dates that count from the newest day") {
    CHECK(shown("datum:heute datum:today") == "2025-10-14..2025-10-14 2025-10-14..2025-10-14");
    CHECK(shown("datum:gestern datum:Yesterday") == "2025-10-13..2025-10-13 2025-10-13..2025-10-13");
    CHECK(shown("datum:letzte-woche date:last-week") == "2025-10-06..2025-10-12 2025-10-06..2025-10-12");
    CHECK(shown("datum:letzter-monat date:last-month") == "2025-09-01..2025-09-30 2025-09-01..2025-09-30");
    CHECK(shown("datum:letztes-jahr date:last-year") == "2024-01-01..2024-12-31 2024-01-01..2024-12-31");
    CHECK(shown("datum:letzte-30-tage date:last-30-days") == "2025-09-15..2025-10-14 2025-09-15..2025-10-14");
    CHECK(shown("datum:\"letzte 30 Tage\"") == "2025-09-15..2025-10-14");
    CHECK(shown("datum:letzte-1-tage datum:letzte-3660-tage") == "2025-10-14..2025-10-14 2015-10-08..2025-10-14");
    CHECK(shown("datum:letzte-0-tage datum:letzte-3661-tage ") == "[datum:letzte-0-tage] [datum:letzte-3661-tage] ! unknown_value ! unknown_value");
    CHECK(shown("datum:letzte-woche..heute") == "2025-10-06..2025-10-14");
    CHECK(shown(query::parse("datum:heute ", {})) == "[datum:heute] ! unknown_value");
    CHECK(shown(query::parse("datum:letzter-monat ", {.today = base::Date{2025, 1, 31}})) == "2024-12-01..2024-12-31");
    CHECK(shown(query::parse("datum:letzte-3660-tage ", {.today = base::Date{1000, 1, 2}})) == "1000-01-01..1000-01-02");
    CHECK(shown(query::parse("datum:letzte-woche", {.today = base::Date{2025, 10, 13}})) == "2025-10-06..2025-10-12");
    CHECK(shown(query::parse("datum:letzte-woche", {.today = base::Date{1969, 12, 28}})) == "1969-12-15..1969-12-21");
}

TEST_CASE("query: a value that no field has is taken as words, and told of") {
    CHECK(shown("datum:gestern-abend ") == "[datum:gestern-abend] ! unknown_value");
    CHECK(shown("ist:blau") == "[ist:blau~] ! unknown_value");
    CHECK(shown("ist:\"sehr blau\" hat:(a)") == "[ist: sehr blau] [hat:] [a] ! unknown_value ! unknown_value");
    CHECK(shown("thema: ozg ") == "[thema:] [ozg] ! unknown_value");
    CHECK(shown("thema:\"\" titel:§ titel:\"§\" ") == "[thema:] [titel:§] [titel:] ! unknown_value ! unknown_value ! unknown_value");
    CHECK(shown("datum:2025-13 datum:31.2.2025 datum:0999 datum:.. ") ==
          "[datum:2025-13] [datum:31.2.2025] [datum:0999] [datum:..] ! unknown_value ! unknown_value ! unknown_value ! unknown_value");
    CHECK(shown("datum:2025...2026 datum:2025..x ") == "[datum:2025...2026] [datum:2025..x] ! unknown_value ! unknown_value");
    CHECK(shown("a -ist:blau ") == "[a] ![ist:blau] ! unknown_value");
}

TEST_CASE("query: a field whose value is still being typed asks for nothing yet") {
    for (const char* begin : {"thema:", "titel:", "titel:\"", "thema:\"", "ist:", "ist:gel", "hat:\"", "hat:Les", "datum:", "datum:2", "datum:2025-", "datum:2025-1",
                              "datum:1.9.", "datum:2025..2", "datum:let", "datum:letzte-", "datum:letzte-30", "datum:letzte-30-ta", "datum:last-y", "-thema:"}) {
        CAPTURE(begin);
        CHECK(shown(begin) == "");
        CHECK(shown(std::string("a ") + begin) == "[a]");
    }
    CHECK(shown("a ODER thema:") == "[a]");
    CHECK(shown("a NAHE titel:") == "[a]");
}

TEST_CASE("query: parentheses that do not match are made to") {
    CHECK(shown("(a b ODER c") == "[a] <[b] | [c~]> ! unclosed_parenthesis");
    CHECK(shown("a) b ") == "[a] [b] ! stray_parenthesis");
    CHECK(shown(") (") == "! stray_parenthesis ! unclosed_parenthesis ! no_word");
    CHECK(shown("() -() a ") == "[a]");
    CHECK(shown("Bürger(innen) ") == "[Bürger] [innen]");
}

TEST_CASE("query: a text of excluded things alone, and one of signs alone") {
    CHECK(shown("-a") == "![a] ! only_excluded");
    CHECK(shown("-a -(b c) -thema:d") == "![a] !{[b] [c]} !topic=d ! only_excluded");
    CHECK(shown("-a ODER -b ") == "<{![a]} | {![b]}> ! only_excluded");
    CHECK(shown("-a thema:b") == "![a] topic=b");
    CHECK(shown("§ – … + ! ") == "! no_word");
    CHECK(shown("§ 12 – Recht ") == "[12] [Recht]");
    CHECK(shown("C++ ") == "[C++]");
    CHECK(shown("\"") == "! unclosed_quote ! no_word");
    CHECK(shown("🙂") == "! no_word");
}

TEST_CASE("query: at most query_terms_max words and conditions") {
    std::string many;
    for (std::size_t i = 0; i < query::query_terms_max; ++i) many += "w" + std::to_string(i) + " ";
    const query::Query full = query::parse(many, {});
    CHECK(full.root.children.size() == query::query_terms_max);
    CHECK(full.problems.empty());
    const query::Query more = query::parse(many + "more -more (more ODER more) thema:more", {});
    CHECK(query::without_places(more.root) == query::without_places(full.root));
    REQUIRE(more.problems.size() == 1);
    CHECK(more.problems[0] == query::Problem{ProblemKind::too_many_terms, {many.size(), many.size() + 38}});

    std::string row = "w NAHE w";  // two words, and two more with every next one
    for (std::size_t i = 1; i < query::query_terms_max / 2; ++i) row += " NAHE w";
    CHECK(query::parse(row, {}).root.children.size() == query::query_terms_max / 2);
    CHECK(query::parse(row, {}).problems.empty());
    CHECK(query::parse(row + " NAHE w", {}).root.children.size() == query::query_terms_max / 2);
    CHECK(shown(query::parse(row + " NAHE w", {})).ends_with("! too_many_terms"));
}

TEST_CASE("query: at most query_depth_max parentheses within one another") {
    const auto nested = [](std::size_t depth) { return "a " + std::string(depth, '(') + "b" + std::string(depth, ')') + " c "; };
    CHECK(shown(nested(query::query_depth_max)) == "[a] [b] [c]");
    CHECK(shown(nested(query::query_depth_max + 1)) == "[a] [c] ! too_deep");
    CHECK(shown(std::string(900, '(') + "a").starts_with("! too_deep ! unclosed_parenthesis"));
}

TEST_CASE("query: a long text is cut at a character") {
    std::string umlauts = "a";
    while (umlauts.size() < query::query_text_bytes_max - 1) umlauts += "ä";
    CHECK(query::parse(umlauts, {}).problems.empty());
    const query::Query cut = query::parse(umlauts + "ää", {});
    REQUIRE(cut.root.children.size() == 1);
    CHECK(cut.root.children[0].words[0].size() == query::query_text_bytes_max - 1);
    CHECK(cut.root.children[0].words[0].ends_with("ä"));
    CHECK(cut.problems == std::vector<query::Problem>{{ProblemKind::too_long, {query::query_text_bytes_max - 1, umlauts.size() + 4}}});
    CHECK(query::parse(std::string(query::query_text_bytes_max, 'a'), {}).problems.empty());
}

TEST_CASE("query: every node and problem knows its place in the text") {
    const std::string text = "ä -titel:\"b c\" (d ODER e NAHE f) thema:x )";
    const query::Query query = query::parse(text, {});
    const auto place = [&](const query::Node& node) { return text.substr(node.at.begin, node.at.size()); };
    REQUIRE(query.root.children.size() == 4);
    CHECK(place(query.root) == text);
    CHECK(place(query.root.children[0]) == "ä");
    CHECK(place(query.root.children[1]) == "-titel:\"b c\"");
    CHECK(place(query.root.children[2]) == "(d ODER e NAHE f)");
    CHECK(place(query.root.children[2].children[1]) == "e NAHE f");
    CHECK(place(query.root.children[3]) == "thema:x");
    REQUIRE(query.problems.size() == 1);
    CHECK(query.problems[0].at == base::ByteRange{text.size() - 1, text.size()});
}

TEST_CASE("query: what others call syntax is words") {
    CHECK(shown("a AND b NOT c ^d e:f ") == "[a] [AND] [b] [NOT] [c] [^d] [e:f]");
    CHECK(shown("NEAR(a b, 5) ") == "[NEAR] [a] [b,] [5] ! missing_operand");
    CHECK(shown("'; DROP TABLE articles; -- x ") == "[DROP] [TABLE] [articles;] [x]");
    CHECK(shown("{title body}: a + b ") == "[{title] [body}:] [a] [b]");
    CHECK(shown(std::string_view("a\0b\x01\x7f"
                                 "c ",
                                 7)) == "[a] [b] [c]");
    CHECK(shown("\xff\xfe \xc3( \xe2\x80 a ") == "[a] ! unclosed_parenthesis");
}

TEST_CASE("query: ten thousand words cost what a thousand bytes do, and nothing fails") {
    std::string words;
    for (int i = 0; i < 10'000; ++i) words += "wort" + std::to_string(i) + " ";
    const query::Query query = query::parse(words, {});
    CHECK(query.root.children.size() == query::query_terms_max);
    CHECK(query.problems.size() == 2);
    for (const char* piece : {"(", ")", "\"", "-", "a ODER ", "titel:", "titel:(", "-(", "a NAHE ", "*", "datum:..", "\xe2\x80\x9e", "\xff", "ist:\""}) {
        std::string many;
        while (many.size() < 100'000) many += piece;
        CAPTURE(piece);
        CHECK(query::parse(many, query::some_day).problems.size() <= query::query_text_bytes_max + 3);
    }
}

TEST_CASE("query: only words that are to be there make scores") {
    const auto has_words = [](const char* text) { return query::has_words(query::parse(text, {}).root); };
    CHECK(has_words("a"));
    CHECK(has_words("thema:x (ist:gelesen ODER titel:a)"));
    CHECK(has_words("thema:x a NAHE b"));
    CHECK_FALSE(has_words("thema:x -a"));
    CHECK_FALSE(has_words("thema:x datum:2025 ist:gelesen"));
    CHECK_FALSE(has_words(""));
}

TEST_CASE("normal text: German names, ISO dates, one way to write each thing") {
    const auto normal = [](const char* text) { return query::to_text(query::parse(text, query::some_day)); };
    CHECK(normal("  a   b ") == "a b ");
    CHECK(normal("a b") == "a b");
    CHECK(normal("a “b c” ") == "a \"b c\"");
    CHECK(normal("a b OR c ") == "a (b ODER c)");
    CHECK(normal("b OR c ") == "b ODER c ");
    CHECK(normal("(b OR c") == "b ODER c");
    CHECK(normal("x (b OR c") == "x (b ODER c");
    CHECK(normal("a NEAR b NEAR/2 c d ") == "a NAHE b b NAHE/2 c d ");
    CHECK(normal("title:(a OR b)") == "titel:a ODER titel:b ");
    CHECK(normal("topic:ozg place:\"Baden Baden\" is:read has:bookmark") == "thema:ozg ort:\"Baden Baden\" ist:gelesen ist:lesezeichen");
    CHECK(normal("date:1.9.2025 date:09.2025 date:2025 date:2024..2025") == "datum:2025-09-01 datum:2025-09 datum:2025 datum:2024-01-01..2025-12-31");
    CHECK(normal("\"ODER\" \"titel:a\" \"-b\" 16:30") == "\"ODER\" \"titel:a\" \"-b\" 16:30");
    CHECK(normal("-(a b) -(-c) d ODER -e") == "-(a b) -(-c) (d ODER -e)");
    CHECK(normal("ODER") == "\"ODER");
    CHECK(normal("a* -b") == "a* -b");
    CHECK(normal("") == "");
}

TEST_CASE("normal text: says what the query says, of thousands of texts") {
    std::mt19937 random(20251014);
    int compared = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = query::random_query(random);
        const query::Query query = query::parse(text, query::some_day);
        const std::string normal = query::to_text(query);
        if (normal.size() > query::query_text_bytes_max) continue;
        const query::Query again = query::parse(normal, query::some_day);
        CAPTURE(text);
        CAPTURE(normal);
        REQUIRE(shown(again.root) == shown(query.root));
        REQUIRE(query::without_places(again.root) == query::without_places(query.root));
        REQUIRE(query::to_text(again) == normal);
        ++compared;
    }
    CHECK(compared > 19'000);
}
