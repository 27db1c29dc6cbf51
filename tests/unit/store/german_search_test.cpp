// What a reader of German finds, by which rule, and what is marked.
#include <doctest.h>

#include "sample.h"

using namespace lesesaal;
using query::ArticleId;
using query::MatchRule;
using store::sample::article;

namespace {

struct Opened {
    base::Bytes bytes;
    std::optional<store::CorpusDb> db;
    explicit Opened(const std::vector<corpus::Article>& articles) {
        bytes = store::build_corpus(articles, store::sample::vocabulary(), {}).value();
        db.emplace(store::CorpusDb::open({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}).value());
    }
    std::vector<std::string> found(const std::string& text) {
        std::vector<std::string> headlines;
        const query::Result result = db->search({.text = text}).value();
        const std::vector<query::Row> rows = db->rows(result.hits, text).value();
        for (const query::Row& row : rows) headlines.push_back(row.headline);
        return headlines;
    }
    query::Row first(const std::string& text) {
        const query::Result result = db->search({.text = text}).value();
        REQUIRE(!result.hits.empty());
        return db->rows({result.hits[0]}, text).value()[0];
    }
};

using Headlines = std::vector<std::string>;

std::string marked_in(const query::Row& row) {
    std::string marked;
    for (const base::ByteRange& range : row.snippet_highlights) {
        if (!marked.empty()) marked += "|";
        marked += row.snippet.substr(range.begin, range.size());
    }
    return marked;
}

}  // namespace

TEST_CASE("german search: inflection is found, the word itself before its forms") {
    Opened room({article("Mehrzahl", "2025-01-03", "Viele Projekte laufen."), article("Einzahl", "2025-01-02", "Das Projekt läuft."),
                 article("Zweitfall", "2025-01-01", "Die Kosten des Projekts steigen."), article("Anderes", "2025-01-01", "Projektil")});
    CHECK(room.found("Projekt ").front() == "Einzahl");
    CHECK(room.found("Projekt ").size() == 3);
    const query::Row row = room.first("Projekten ");
    REQUIRE(row.why.size() == 1);
    CHECK(row.why[0].rule == MatchRule::stem);
}

TEST_CASE("german search: a compound is found by its head, its middle and its begin; the part alone is marked") {
    Opened room({article("OZG", "2025-01-02", "Das Onlinezugangsgesetz gilt."), article("Wort", "2025-01-01", "Ein Gesetz und ein Zugang, online."),
                 article("Noch eins", "2024-01-01", "Gesetz, Zugang, online")});
    CHECK(room.found("Gesetz ").size() == 3);
    CHECK(room.found("Gesetz ").back() == "OZG");
    CHECK(room.found("Zugangsgesetz ") == Headlines{"OZG"});
    CHECK(room.found("Zugangsgesetz") == Headlines{"OZG"});
    const query::Row row = room.first("Zugangsgesetz ");
    CHECK(marked_in(row) == "zugangsgesetz");
    REQUIRE(row.why.size() == 1);
    CHECK(row.why[0] == query::Why{"Zugangsgesetz", "Onlinezugangsgesetz", MatchRule::part});
}

TEST_CASE("german search: after a vowel an s makes no other word; without dots a word stands for all that it would with them") {
    Opened room({article("Mehrzahl", "2025-01-03", "Viele Autos fahren."), article("Einzahl", "2025-01-02", "Ein Auto fährt."),
                 article("Krümmung", "2025-01-02", "Eine Krümmung."), article("Bahnkrümmung", "2025-01-01", "Die Krümmungen der Bahn.")});
    CHECK(room.found("Auto ").size() == 2);
    CHECK(room.found("Autos ") == Headlines{"Mehrzahl", "Einzahl"});
    CHECK(room.found("Krummung ").size() == 2);
}

TEST_CASE("german search: what is a kind of the thing comes before what only has to do with it") {
    Opened room({article("Spiel", "2025-01-02", "Das Brettspiel liegt dort."), article("Schach", "2025-01-01", "Das Schachbrett liegt dort."),
                 article("Holz", "2025-01-01", "Ein Brett und ein Spiel, Schach genannt."), article("Mehr", "2025-01-01", "Brett, Spiel, Schach")});
    const Headlines found = room.found("Brett ");
    REQUIRE(found.size() == 4);
    CHECK(found[2] == "Schach");
    CHECK(found[3] == "Spiel");
}

TEST_CASE("german search: umlauts and ß in every spelling, but schön is not schon") {
    Opened room({article("Stadt", "2025-01-03", "In München auf der Straße"), article("Urteil", "2025-01-02", "Das ist schön."),
                 article("Zeit", "2025-01-01", "Das ist schon lange her.")});
    for (const char* typed : {"München ", "Muenchen ", "münchen ", "MÜNCHEN ", "Munchen "}) CHECK(room.found(typed) == Headlines{"Stadt"});
    for (const char* typed : {"Straße ", "Strasse ", "STRASSE ", "Straßen "}) CHECK(room.found(typed) == Headlines{"Stadt"});
    CHECK(room.found("schön ") == Headlines{"Urteil"});
    CHECK(room.found("schon ") == Headlines{"Zeit"});
    CHECK(room.first("Munchen ").why[0].rule == MatchRule::spelling);
}

TEST_CASE("german search: words with hyphens are found joined, and joined ones with hyphens") {
    Opened room({article("Strich", "2025-01-02", "Die E-Mail-Adresse der Bundes-Arbeitsgemeinschaft"), article("Eins", "2025-01-01", "eine Email, ein eGovernment")});
    CHECK(room.found("E-Mail ").size() == 2);
    CHECK(room.found("Email ").size() == 2);
    CHECK(room.found("Bundesarbeitsgemeinschaft ") == Headlines{"Strich"});
    CHECK(room.found("E-Government ") == Headlines{"Eins"});
    CHECK(room.found("Government ") == Headlines{"Eins"});
    CHECK(marked_in(room.first("Emailadresse ")) == "E-Mail-Adresse");
}

TEST_CASE("german search: a slip is corrected where nothing is found, and the correction says so") {
    std::vector<corpus::Article> articles;
    for (int i = 10; i < 28; ++i) articles.push_back(article("V" + std::to_string(i), "2025-01-" + std::to_string(i), "Die Verwaltung wächst."));
    articles.push_back(article("Tippfehler", "2024-01-01", "Die Verwaltnug steht falsch geschrieben hier."));
    Opened room(articles);
    const query::Result corrected = room.db->search({.text = "verwaltng "}).value();
    REQUIRE(corrected.correction);
    CHECK(corrected.correction->from == "verwaltng");
    CHECK(corrected.correction->to == "Verwaltung");
    CHECK(corrected.correction->is_applied);
    CHECK(corrected.hits.size() == 18);
    CHECK(marked_in(room.first("verwaltng ")) == "Verwaltung");
    const query::Result suggested = room.db->search({.text = "Verwaltnug "}).value();
    REQUIRE(suggested.correction);
    CHECK_FALSE(suggested.correction->is_applied);
    CHECK(suggested.hits.size() == 1);
    CHECK_FALSE(room.db->search({.text = "Verwaltung "}).value().correction);
    CHECK_FALSE(room.db->search({.text = "xyzxyzxyz "}).value().correction);
}

TEST_CASE("german search: the word being typed is a begin of words, and what it already is") {
    Opened room({article("Eins", "2025-01-02", "Registermodernisierung"), article("Zwei", "2025-01-01", "Register der Modernisierung")});
    CHECK(room.found("Regist").size() == 2);
    CHECK(room.found("r").size() == 2);
    CHECK(room.found("Register").front() == "Zwei");
    CHECK(room.db->search({.text = "Registerx"}).value().correction);
}

TEST_CASE("german search: words side by side come before the same words apart") {
    Opened room({article("Getrennt", "2025-01-02", "Im Juni war es heiß, und das war schon im Jahr 1999 so, woran sich heute alle erinnern."),
                 article("Beisammen", "2025-01-01", "Es war der Juni 1999, an den sich viele nach langer Zeit noch erinnern können und wollen.")});
    CHECK(room.found("Juni 1999 ") == Headlines{"Beisammen", "Getrennt"});
}

TEST_CASE("german search: English articles have English stems, and German ones keep theirs") {
    corpus::Article english = article("English", "2025-01-02", "Studies of governments and their policies");
    english.language = "en";
    Opened room({english, article("Deutsch", "2025-01-01", "Eine Studie der Regierung")});
    CHECK(room.found("study ") == Headlines{"English"});
    CHECK(room.found("policy ") == Headlines{"English"});
    CHECK(room.found("Studien ") == Headlines{"Deutsch"});
}

TEST_CASE("german search: a note of the reader's makes an article a hit") {
    Opened room({article("Eins", "2025-01-02", "Inhalt"), article("Zwei", "2025-01-01", "Inhalt")});
    query::Filter filter{.text = "Besprechung "};
    CHECK(room.db->search(filter).value().hits.empty());
    filter.notes = std::make_shared<const std::vector<query::NoteText>>(std::vector<query::NoteText>{{ArticleId{1}, "Für die Besprechungen am Montag"}});
    CHECK(room.db->search(filter).value().hits == std::vector{ArticleId{1}});
    filter.text = "-Besprechung Inhalt ";
    CHECK(room.db->search(filter).value().hits == std::vector{ArticleId{0}});
}

TEST_CASE("german search: a phrase that takes long goes on where it was, whatever rows are shown meanwhile") {
    std::vector<corpus::Article> articles;
    for (int i = 0; i < 100; ++i) {
        articles.push_back(article("A" + std::to_string(i), "2025-01-01", i % 3 == 0 ? "die digitale Verwaltung" : "Verwaltung, digitale"));
    }
    Opened room(articles);
    const query::Filter filter{.text = "\"digitale Verwaltung\" "};
    const query::Result whole = room.db->search(filter).value();
    CHECK(whole.hits.size() == 34);
    room.db->search({.text = "anders "}).value();
    int slices = 0;
    query::Result sliced;
    do {
        sliced = room.db->search(filter, [] { return true; }).value();
        CHECK(room.db->rows({ArticleId{1}}, "digitale "));
        ++slices;
    } while (!sliced.is_whole && slices < 100);
    CHECK(slices > 3);
    CHECK(slices < 20);
    CHECK(sliced.hits == whole.hits);
    CHECK(room.db->search({.text = "digitale NAHE/1 Verwaltung "}, [] { return true; }).value().is_whole == false);
}

TEST_CASE("german search: hostile texts are answers") {
    Opened room({article("Eins", "2025-01-02", "Inhalt der Welt")});
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "wort ";
    for (const std::string& text : {many, std::string(5000, '"'), std::string(5000, '('), std::string("\0\1\2\x7f", 4), std::string("NEAR(a b, 5) AND col : x*"),
                                    std::string("'; DROP TABLE article; --"), std::string("\xff\xfe\xc3"), std::string(100'000, 'x'), std::string("-- - -- \" - \"")}) {
        CHECK(room.db->search({.text = text}));
        CHECK(room.db->rows({ArticleId{0}}, text));
        CHECK(room.db->article(ArticleId{0}, text));
    }
}
