// What passes words and texts by must never pass one that counts.
#include <doctest.h>

#include <random>

#include "query/expression.h"
#include "search/closest.h"
#include "search/letter_set.h"
#include "search/matcher.h"
#include "search/plan.h"
#include "search/word_begins.h"

using namespace lesesaal;

namespace {

using Random = std::mt19937;

const std::string& pick(Random& random, const std::vector<std::string>& from) { return from[random() % from.size()]; }

std::string random_word(Random& random) {
    static const std::vector<std::string> letters{"a", "b", "e", "e", "n", "r", "s", "t", "u", "z", "ä", "ö", "ü", "é", "ж", "7"};
    std::string word;
    for (auto i = 2 + random() % 9; i > 0; --i) word += pick(random, letters);
    return word;
}

std::vector<std::string> letters_of(std::string_view word) {
    std::vector<std::string> letters;
    for (const char c : word) {
        if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80) letters.emplace_back();
        letters.back() += c;
    }
    return letters;
}

std::string edited(Random& random, std::string_view word) {
    std::vector<std::string> letters = letters_of(word);
    const auto at = static_cast<std::ptrdiff_t>(random() % letters.size());
    const auto here = letters.begin() + at;
    const std::vector<std::string> others{"a", "x", "ü", "ж", "3"};
    switch (random() % 4) {
    case 0: letters.erase(here); break;
    case 1: letters.insert(here, pick(random, others)); break;
    case 2: *here = pick(random, others); break;
    default: if (here + 1 != letters.end()) std::swap(*here, *(here + 1));
    }
    std::string result;
    for (const std::string& letter : letters) result += letter;
    return result;
}

/// What German texts have in them that is not simply a word and a blank.
std::string random_text(Random& random) {
    static const std::vector<std::string> words{"Prüfung", "prüfen", "für", "fuer", "FÜR", "ueber", "Über", "E-Mail", "Email", "e-mail", "Straße",
                                                "Strasse", "Bürger:innen", "Bürger", "innen", "Büro", "a", "x", "Datei", "Da\u00adtei", "dateien",
                                                "neue", "Neue", "Cafe\u0301", "Café", "X-Datei", "2024", "24"};
    static const std::vector<std::string> between{" ", " ", " ", "\n", " »", "« ", ", ", "-", " – ", "\u00a0", " („", "“ ", "/", "×"};
    std::string text;
    for (auto i = random() % 12; i > 0; --i) text += pick(random, words) + pick(random, between);
    return text;
}

search::Index index_of(const std::vector<std::string>& bodies) {
    search::IndexBuilder builder;
    for (std::uint32_t i = 0; i < bodies.size(); ++i) builder.add(i, {"", "", bodies[i]}, search::Language::german);
    auto index = search::Index::open(builder.finish(), std::vector<search::ArticleFacts>(bodies.size(), {10, false, 0}));
    REQUIRE(index);
    return std::move(*index);
}

}  // namespace

TEST_CASE("letter set: a word one or two slips away is never passed by") {
    Random random(1);
    for (int round = 0; round < 5000; ++round) {
        const std::string word = random_word(random);
        const std::string once = edited(random, word);
        if (once.empty()) continue;
        REQUIRE(search::LetterSet(word).may_be_near(search::LetterSet(once), 1));
        REQUIRE(search::LetterSet(edited(random, once)).may_be_near(search::LetterSet(word), 2));
    }
}

TEST_CASE("letter set: a word inside another is never passed by, and dots make no other letter") {
    Random random(2);
    for (int round = 0; round < 2000; ++round) {
        const std::string word = random_word(random);
        REQUIRE(search::LetterSet(random_word(random) + word + random_word(random)).may_hold(search::LetterSet(word)));
    }
    CHECK(search::LetterSet("größe") == search::LetterSet("große"));
    CHECK_FALSE(search::LetterSet("grosse") == search::LetterSet("grose"));
    CHECK_FALSE(search::LetterSet("datei").may_hold(search::LetterSet("daten")));
    CHECK_FALSE(search::LetterSet("datei").may_be_near(search::LetterSet("kabel"), 2));
}

TEST_CASE("lexicon: what passes the sieve is visited, each with its own key, in order") {
    std::string body;
    for (int i = 100; i < 400; ++i) body += (i % 3 == 0 ? "a" : "b") + std::to_string(i) + " ";
    const search::Index index = index_of({body});
    std::vector<std::string> visited;
    const search::LetterSet a("a");
    index.words().visit_if([&](search::LetterSet letters) { return letters.may_hold(a); },
                           [&](const search::Lexicon::Cursor& cursor) { visited.push_back(cursor.entry().key); });
    std::vector<std::string> all;
    for (auto cursor = index.words().begin(); cursor.next();) {
        if (cursor.entry().key.starts_with('a')) all.push_back(cursor.entry().key);
    }
    CHECK(visited.size() == 100);
    CHECK(visited == all);
}

TEST_CASE("closest word: the same as when every word is compared in full") {
    // Optimal string alignment as it is defined, over letters.
    const auto distance = [](std::string_view a, std::string_view b) {
        const std::vector<std::string> x = letters_of(a);
        const std::vector<std::string> y = letters_of(b);
        std::vector<std::vector<int>> table(x.size() + 1, std::vector<int>(y.size() + 1, 0));
        for (std::size_t i = 0; i <= x.size(); ++i) {
            for (std::size_t j = 0; j <= y.size(); ++j) {
                if (i == 0 || j == 0) { table[i][j] = static_cast<int>(i + j); continue; }
                table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1)});
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
        return table[x.size()][y.size()];
    };
    Random random(5);
    std::string body;
    std::vector<std::string> words;
    for (int i = 0; i < 300; ++i) {
        std::string word;
        for (auto letters = 4 + random() % 6; letters > 0; --letters) word += pick(random, {"b", "r", "t", "ä", "l"});
        words.push_back(word);
        body += word + " ";
    }
    const search::Index index = index_of({body});
    int found = 0;
    for (int round = 0; round < 300; ++round) {
        const std::string word = edited(random, pick(random, words));
        const int allowed = search::edits_allowed(word);
        int least = allowed + 1;
        for (const std::string& other : words) {
            if (const int one = distance(word, other); one > 0) least = std::min(least, one);
        }
        const auto closest = search::find_closest(index, word, 1);
        REQUIRE(closest.has_value() == (least <= allowed));
        if (closest) REQUIRE(distance(word, closest->key) == least);
        found += closest ? 1 : 0;
    }
    CHECK(found > 100);
}

TEST_CASE("phrases: a text that is passed by its first letters has none") {
    Random random(3);
    std::vector<std::string> bodies;
    for (int i = 0; i < 200; ++i) bodies.push_back(random_text(random));
    const search::Index index = index_of(bodies);
    search::Expander expander(index);
    int found = 0;
    for (const char* phrase : {"\"für Bürger\"", "\"neue Datei\"", "\"E-Mail Prüfung\"", "\"über Straße\"", "\"a x\"", "\"email 24\"", "\"Café für a\"",
                               "\"Bürger innen\"", "\"prüfung Büro\"", "\"x datei\"", "\"strasse*\"", "\"für*\"", "\"Bürger:innen a\""}) {
        const query::Query query = query::parse(phrase, {});
        const search::Plan plan = search::make_plan(query.root, expander);
        const auto words = search::wanted_words(plan);
        if (words.empty()) continue;
        search::Matcher matcher(index, words);
        for (int round = 0; round < 300; ++round) {
            const std::string text = round < 200 ? bodies[static_cast<std::size_t>(round)] : random_text(random);
            CAPTURE(std::string(phrase));
            CAPTURE(std::string(text));
            const bool has_one = !matcher.find(text).matches.empty();
            REQUIRE(matcher.has_phrase(0, text) == has_one);
            found += has_one ? 1 : 0;
        }
    }
    CHECK(found > 50);
}

TEST_CASE("word begins: whatever word is added is found in a text, however it is written") {
    search::WordBegins begins;
    search::KeyBegins keys;
    for (const char* key : {"für", "über", "email", "strasse", "x", "cafe"}) {
        begins.add(key);
        keys.add(key);
        CHECK(keys.may_have(key));
    }
    for (const char* text : {"für", "FÜR", "fuer", "Über", "ueber", "UEBER", "U\u0308ber", "E-Mail", "e-mail", "Straße", "STRASSE", "x", "X", "Café", "Cafe\u0301"}) {
        for (const char* before : {"", " ", "»", "(", "–", "-", "× "}) {
            CAPTURE(std::string(text));
            CAPTURE(std::string(before));
            const std::size_t at = std::string_view(before).size();
            CHECK(begins.find(std::string(before) + text + " mehr", at) == at);
            CHECK(begins.find(std::string(before) + text + " mehr", 0) <= at);
        }
    }
    CHECK(begins.find("wofür nichts Datei", 0) == std::string_view::npos);
    CHECK(begins.find("", 0) == std::string_view::npos);
    CHECK(keys.may_have("xenia"));
    CHECK_FALSE(keys.may_have("datei"));
}
