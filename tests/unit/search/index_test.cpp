#include "search/index.h"

#include <doctest.h>

#include <random>

#include "search/closest.h"
#include "search/kinship.h"

using namespace lesesaal;
using search::Counts;

namespace {

search::IndexParts parts_of(const std::vector<std::string>& bodies) {
    search::IndexBuilder builder;
    for (std::uint32_t i = 0; i < bodies.size(); ++i) builder.add(i, {"", "", bodies[i]}, search::Language::german);
    return builder.finish();
}

search::Index index_of(const std::vector<std::string>& bodies) {
    auto index = search::Index::open(parts_of(bodies), std::vector<search::ArticleFacts>(bodies.size(), {10, false, 0}));
    REQUIRE(index);
    return std::move(*index);
}

bool has_any_form(std::string_view, bool) { return true; }
bool has_no_form(std::string_view, bool) { return false; }

}  // namespace

TEST_CASE("postings: what is written is read, counts up to their greatest") {
    search::PostingWriter writer;
    writer.add(0, {.body = 1});
    writer.add(1, {.title = 3, .lead = 2, .body = 15});
    writer.add(100'000, {.title = 1});
    search::PostingReader reader(writer.bytes());
    REQUIRE(reader.next());
    CHECK(reader.article() == 0);
    CHECK(reader.counts() == Counts{.body = 1});
    REQUIRE(reader.next());
    CHECK(reader.counts() == Counts{.title = 3, .lead = 2, .body = 15});
    REQUIRE(reader.next());
    CHECK(reader.article() == 100'000);
    CHECK_FALSE(reader.next());
    Counts counts{.title = 3, .body = 14};
    counts.add({.title = 1, .lead = 1, .body = 5});
    CHECK(counts == Counts{.title = 3, .lead = 1, .body = 15});
}

TEST_CASE("postings: a list cut or of any bytes ends, and its articles rise") {
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto i = random() % 30; i > 0; --i) bytes += static_cast<char>(random());
        std::int64_t last = -1;
        for (search::PostingReader reader(bytes); reader.next();) {
            REQUIRE(reader.article() > last);
            last = reader.article();
        }
    }
}

TEST_CASE("lexicon: every word is found, and only those; in order; with its parts and its spelling") {
    std::vector<std::string> words;
    std::string body;
    for (int i = 0; i < 500; ++i) body += "Wort" + std::to_string(i * 7919 % 1000) + " ";
    const search::Index index = index_of({body + "OZG Datenbank Daten Bank", "Daten Bank"});
    for (int i = 0; i < 500; ++i) CHECK(index.words().find("wort" + std::to_string(i * 7919 % 1000)));
    CHECK_FALSE(index.words().find("wort"));
    CHECK_FALSE(index.words().find("zzz"));
    CHECK_FALSE(index.words().find(""));
    CHECK(index.words().find("ozg")->written() == "OZG");
    CHECK(index.words().find("daten")->written() == "Daten");
    CHECK(index.words().find("daten")->articles == 2);
    CHECK(index.words().find("datenbank")->parts.size() == 2);
    std::string last;
    std::size_t entries = 0;
    for (auto cursor = index.words().begin(); cursor.next(); ++entries) {
        CHECK(cursor.entry().key > last);
        last = cursor.entry().key;
    }
    CHECK(entries == index.words().size());
    auto cursor = index.words().lower_bound("wort99");
    REQUIRE(cursor.next());
    CHECK(cursor.entry().key >= "wort99");
}

TEST_CASE("lexicon: a damaged one is refused or read without harm, whatever byte is changed") {
    const search::IndexParts whole = parts_of({"Eine Datenbank der Daten einer Bank, eGovernment und Straßen", "Daten Bank Datenbanken"});
    for (std::size_t i = 0; i < whole.words.size(); ++i) {
        for (const int bit : {1, 0x80, 0x40, 0x0f}) {
            search::IndexParts damaged = whole;
            damaged.words[i] = static_cast<char>(damaged.words[i] ^ bit);
            auto index = search::Index::open(damaged, {{10, false, 0}, {10, false, 0}});
            if (!index) continue;
            for (auto cursor = index->words().begin(); cursor.next();) {
                cursor.read_details();
                for (search::PostingReader reader(index->word_postings(cursor.entry())); reader.next();) CHECK(reader.article() >= 0);
            }
        }
    }
    search::IndexParts cut = whole;
    cut.words.resize(cut.words.size() / 2);
    CHECK_FALSE(search::Index::open(cut, {}));
    cut = whole;
    cut.word_postings.pop_back();
    CHECK_FALSE(search::Index::open(cut, {}));
    CHECK(search::Index::open({}, {}));
}

TEST_CASE("index: the same articles give the same bytes; joined words are one word too") {
    const std::vector<std::string> bodies{"E-Government und E-Mail-Adresse", "Bürger:innen"};
    CHECK(parts_of(bodies).words == parts_of(bodies).words);
    const search::Index index = index_of(bodies);
    for (const std::string_view key : {"e", "government", "egovernment", "email", "mailadresse", "emailadresse", "bürger", "bürgerinnen"}) {
        INFO(key);
        CHECK(index.words().find(key));
    }
    CHECK_FALSE(index.words().find("innen"));
}

TEST_CASE("kinship: inflection is near, another word of the same stem far, unless the corpus knows better") {
    using search::kinship;
    const search::Known known{true, has_any_form};
    const search::Known unknown{false, has_any_form};
    CHECK(kinship({"projekt", true}, {"projekts", true}, 7, unknown) > 0.9F);
    CHECK(kinship({"karte", true}, {"karten", true}, 4, unknown) >= 0.8F);
    CHECK(kinship({"zeitung", true}, {"zeitungen", true}, 7, unknown) >= 0.8F);
    CHECK(kinship({"projekt", true}, {"projekte", true}, 7, unknown) > 0.5F);
    CHECK(kinship({"reis", true}, {"reise", true}, 4, unknown) == 0);
    CHECK(kinship({"reise", true}, {"reiser", true}, 4, known) == 0);
    CHECK(kinship({"kanne", true}, {"kann", false}, 4, unknown) == 0);
    CHECK(kinship({"messer", true}, {"messen", false}, 4, known) == 0);
    const search::Known no_muttern{true, has_no_form};
    CHECK(kinship({"mutter", true}, {"mutt", true}, 4, no_muttern) == 0);
    const search::Known no_bilders{true, [](std::string_view key, bool) { return key != "bilders"; }};
    CHECK(kinship({"bilder", true}, {"bild", true}, 4, no_bilders) > 0);
    CHECK(kinship({"engel", true}, {"engeles", true}, 5, known) == 0);  // the genitive is Engels
}

TEST_CASE("kinship: a plural in er has an umlaut where it can have one, so that Raster is none of Rast") {
    using search::kinship;
    const search::Known known{true, has_any_form};
    for (const auto& [one, other] : {std::pair{"rast", "raster"}, {"hubs", "huber"}, {"docks", "docker"}, {"silben", "silber"}, {"summen", "summer"}}) {
        CAPTURE(std::string(one));
        CHECK(kinship({one, true}, {other, true}, 4, known) == 0);
        CHECK(kinship({other, true}, {one, true}, 4, known) == 0);
    }
    const search::Known no_genitive{true, [](std::string_view key, bool) { return !key.ends_with("ers"); }};
    CHECK(kinship({"kind", true}, {"kinder", true}, 4, no_genitive) > 0);
    CHECK(kinship({"geistes", true}, {"geister", true}, 5, no_genitive) > 0);
    // A genitive shows a word of its own: Speichers; there is no Geisters beside Geists, if the corpus has none.
    const search::Known knows_genitive{true, [](std::string_view key, bool) { return key != "geisters"; }};
    CHECK(kinship({"speiche", true}, {"speicher", true}, 6, knows_genitive) == 0);
    CHECK(kinship({"geistes", true}, {"geister", true}, 5, knows_genitive) > 0);
    // Nouns made of adjectives have er and en.
    CHECK(kinship({"freiwilliger", true}, {"freiwilligen", true}, 9, known) > 0);
    CHECK(kinship({"beauftragten", true}, {"beauftragter", true}, 9, known) > 0);
}

TEST_CASE("kinship: er and en are of one adjective where there is its bare form: leider and leiden are two words") {
    using search::kinship;
    const search::Known knows_gut{false, [](std::string_view key, bool is_noun) { return key == "gut" && !is_noun; }};
    CHECK(kinship({"guten", false}, {"guter", false}, 3, knows_gut) > 0);
    CHECK(kinship({"leiden", false}, {"leider", false}, 4, knows_gut) == 0);
    const search::Known small{false, has_no_form, false};
    CHECK(kinship({"leiden", false}, {"leider", false}, 4, small) > 0);  // too small to tell
}

TEST_CASE("kinship: an umlaut makes a plural or a comparative, and no other word") {
    using search::are_forms_of_one_word;
    const search::Known known{true, has_any_form};
    CHECK(are_forms_of_one_word("antrag", "anträge", true, known));
    CHECK(are_forms_of_one_word("häuser", "haus", true, {true, [](std::string_view key, bool) { return !key.ends_with("ers"); }}));
    CHECK(are_forms_of_one_word("vater", "väter", true, {true, has_no_form}));
    CHECK(are_forms_of_one_word("alt", "älter", false, known));
    CHECK_FALSE(are_forms_of_one_word("schon", "schöner", false, known));
    CHECK_FALSE(are_forms_of_one_word("fordern", "fördern", false, known));
    const auto only = [](std::string_view form) { return search::Known{true, [form](std::string_view key, bool) { return key == form; }}; };
    CHECK_FALSE(are_forms_of_one_word("bar", "bären", true, only("bär")));
    CHECK_FALSE(are_forms_of_one_word("kuchen", "küchen", true, only("küche")));
    CHECK_FALSE(are_forms_of_one_word("moll", "möller", true, only("moll")));      // no Möllern
    CHECK_FALSE(are_forms_of_one_word("handles", "händlern", true, only("händler")));  // no Handl
    CHECK(search::stems_with_other_vowel("antrag") == std::vector<std::string>{"anträg"});
    CHECK(search::stems_with_other_vowel("häus") == std::vector<std::string>{"haus"});
    CHECK(search::stems_with_other_vowel("haus") == std::vector<std::string>{"häus"});
    CHECK(search::stems_with_other_vowel("").empty());
}

TEST_CASE("closest: one slip from four letters on, two from eight; left out, added, changed or swapped") {
    const search::Index index = index_of({"Verwaltung Gesetz Land Fußnote Zeitung"});
    const auto closest = [&](std::string_view word) {
        const auto entry = search::find_closest(index, word, 1);
        return entry ? entry->written() : std::string();
    };
    CHECK(closest("Verwaltng") == "Verwaltung");
    CHECK(closest("Verwalltungg") == "Verwaltung");
    CHECK(closest("Vrewlatung") == "Verwaltung");
    CHECK(closest("Gestez") == "Gesetz");
    CHECK(closest("Fußntoe") == "Fußnote");
    CHECK(closest("Lnad") == "Land");
    CHECK(closest("Lnd") == "");        // three letters
    CHECK(closest("Gstzz") == "");      // two slips in five letters
    CHECK(closest("Verwxlyxng") == "");  // three in ten
    CHECK(closest(std::string(500, 'x')) == "");
}

TEST_CASE("closest: it is the nearest of all words, as a plain table of distances tells") {
    std::mt19937 random(11);
    std::vector<std::string> words;
    std::string body;
    for (int i = 0; i < 400; ++i) {
        std::string word;
        for (auto k = 4 + random() % 6; k > 0; --k) word += "abcdäü"[random() % 4 == 0 ? random() % 4 : random() % 4];
        words.push_back(word);
        body += word + " ";
    }
    const search::Index index = index_of({body});
    const auto distance = [](std::string_view a, std::string_view b) {
        std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) {
            for (std::size_t k = 0; k <= b.size(); ++k) {
                if (i == 0 || k == 0) {
                    d[i][k] = static_cast<int>(i + k);
                    continue;
                }
                d[i][k] = std::min({d[i - 1][k] + 1, d[i][k - 1] + 1, d[i - 1][k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1)});
                if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) d[i][k] = std::min(d[i][k], d[i - 2][k - 2] + 1);
            }
        }
        return d[a.size()][b.size()];
    };
    for (int round = 0; round < 300; ++round) {
        std::string typed = words[random() % words.size()];
        typed[random() % typed.size()] = "abcdx"[random() % 5];
        int nearest = 99;
        for (const std::string& word : words) {
            if (word != typed) nearest = std::min(nearest, distance(typed, word));
        }
        const auto found = search::find_closest(index, typed, 1);
        const int allowed = search::edits_allowed(typed);
        INFO(typed);
        REQUIRE(found.has_value() == (nearest <= allowed));
        if (found) CHECK(distance(typed, found->key) == nearest);
    }
}
