#include "query/completion.h"

#include <doctest.h>

#include "query/expression.h"

using namespace lesesaal;
using query::Completion;
using query::Language;

namespace {

query::Overview some_overview() {
    query::Overview overview;
    overview.facets[query::index_of(query::Facet::topic)] = {{"digitale-identitaet", "Digitale Identität", "Digital identity", 41},
                                                             {"open-data", "Open Data und Statistik", "Open data", 30},
                                                             {"ozg", "OZG", "OZG", 12},
                                                             {"ki", "„KI“", "“AI”", 3}};
    overview.facets[query::index_of(query::Facet::place)] = {{"bremen", "Bremen", "Bremen", 9}};
    for (int i = 1; i <= 10; ++i) overview.facets[query::index_of(query::Facet::source)].push_back({"q" + std::to_string(i), "Quelle " + std::to_string(i), "", i});
    for (const auto& [first, last] : {std::pair{base::Date{2025, 3, 1}, base::Date{2025, 3, 2}}, {base::Date{2024, 12, 30}, base::Date{2025, 1, 2}}, {base::Date{2019, 1, 1}, base::Date{2019, 1, 1}}}) {
        overview.first_days.push_back(base::to_days(first));
        overview.last_days.push_back(base::to_days(last));
    }
    overview.first_days.push_back(query::no_day);
    overview.last_days.push_back(query::no_day);
    return overview;
}

/// The texts that `marked`, whose caret is "|", may become, and the counts that are known.
std::string offered(std::string_view marked, Language language = Language::de) {
    const query::Overview overview = some_overview();
    const std::size_t caret = marked.find('|');
    const std::string text = std::string(marked.substr(0, caret)) + std::string(marked.substr(caret + 1));
    std::string line;
    for (const Completion& completion : query::complete(text, caret, overview, language)) {
        query::Completed completed = query::apply(text, completion);
        completed.text.insert(completed.caret, "|");
        line += (line.empty() ? "" : " / ") + completed.text;
        if (completion.count >= 0) line += " (" + std::to_string(completion.count) + ")";
    }
    return line;
}

}  // namespace

TEST_CASE("completion: two letters offer the names of fields in the reader's language") {
    CHECK(offered("th|") == "thema:|");
    CHECK(offered("t|") == "");
    CHECK(offered("TI|") == "titel:|");
    CHECK(offered("th|", Language::en) == "");
    CHECK(offered("to|", Language::en) == "topic:|");
    CHECK(offered("a (-vor|) b") == "a (-vorspann:|) b");
    CHECK(offered("or|") == "ort:| / organisation:|");
    CHECK(offered("thema|") == "thema:|");
    CHECK(offered("themas|") == "");
    CHECK(offered("or|ganisation") == "");
    CHECK(offered("a | b") == "");
    CHECK(offered("\"th|") == "");
    CHECK(offered("foo:th|") == "");
}

TEST_CASE("completion: the value of a field, by the corpus, the most frequent first") {
    CHECK(offered("thema:|") == "thema:\"Digitale Identität\"| (41) / thema:\"Open Data und Statistik\"| (30) / thema:OZG| (12) / thema:ki| (3)");
    CHECK(offered("a thema:dig| b") == "a thema:\"Digitale Identität\"| b (41)");
    CHECK(offered("thema:identit|") == "thema:\"Digitale Identität\"| (41)");
    CHECK(offered("thema:stat|") == "thema:\"Open Data und Statistik\"| (30)");
    CHECK(offered("TOPIC:Dig|", Language::en) == "TOPIC:\"Digital identity\"| (41)");
    CHECK(offered("-thema:oz|") == "-thema:OZG| (12)");
    CHECK(offered("(ort:b|)") == "(ort:Bremen|) (9)");
    CHECK(offered("thema:xyz|") == "");
    CHECK(offered("titel:dig|") == "");
}

TEST_CASE("completion: a quoted value is replaced with its quotes") {
    CHECK(offered("thema:\"open da|") == "thema:\"Open Data und Statistik\"| (30)");
    CHECK(offered("thema:„open| da“ x") == "thema:\"Open Data und Statistik\"| x (30)");
    CHECK(offered("-thema:\"oz|") == "-thema:OZG| (12)");
    CHECK(offered("\"a b\" thema:\"oz|\"") == "\"a b\" thema:OZG| (12)");
}

TEST_CASE("completion: what is behind the caret is part of the value") {
    CHECK(offered("thema:o|zg b") == "thema:\"Open Data und Statistik\"| b (30) / thema:OZG| b (12)");
    CHECK(offered("thema:OZG|") == "");
    CHECK(offered("thema:\"Digitale Identität|\"") == "");
}

TEST_CASE("completion: at most completions_max, though the corpus is not in order") {
    const std::string line = offered("quelle:|");
    CHECK(line.starts_with("quelle:\"Quelle 10\"| (10) / quelle:\"Quelle 9\"| (9)"));
    const query::Overview overview = some_overview();
    CHECK(query::complete("quelle:", 7, overview, Language::en).size() == query::completions_max);
    CHECK(query::complete("quelle:", 1000, overview, Language::en).size() == query::completions_max);
}

TEST_CASE("completion: dates that readers ask for") {
    CHECK(offered("datum:|") == "datum:letzte-30-tage| / datum:letzter-monat| / datum:2025| (2) / datum:2024| (1) / datum:2019| (1)");
    CHECK(offered("datum:letzte|") == "datum:letzte-30-tage| / datum:letzter-monat| / datum:letzte-woche| / datum:letztes-jahr|");
    CHECK(offered("date:to|", Language::en) == "date:today|");
    CHECK(offered("datum:20|") == "datum:2025| (2) / datum:2024| (1) / datum:2019| (1)");
    CHECK(offered("datum:..201|") == "datum:..2019|");
    CHECK(offered("datum:\"letzte woche..201|") == "datum:\"letzte woche..2019\"|");
    CHECK(offered("datum:2019..202|") == "datum:2019..2025| / datum:2019..2024|");
}

TEST_CASE("completion: the reader's marks") {
    CHECK(offered("ist:|") == "ist:ungelesen| / ist:gelesen| / ist:lesezeichen|");
    CHECK(offered("ist:U|") == "ist:ungelesen|");
    CHECK(offered("has:|", Language::en) == "has:note| / has:bookmark|");
}
