#include <doctest.h>

#include <fstream>
#include <random>

#include "text/letters.h"
#include "text/spelling.h"
#include "text/stemmer.h"
#include "text/utf8.h"
#include "text/words.h"

using namespace lesesaal;

namespace {

std::vector<std::string> lines_of(const std::string& name) {
    std::ifstream file(std::string(LESESAAL_SOURCE_DIR) + "/.deps/src/snowball-data/" + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    text::Word word;
    for (text::WordScanner scanner(text); scanner.next(word);) words.push_back(word.folded);
    return words;
}

std::string in_umlauts(std::string_view word) {
    std::string key = text::fold_letters(word);
    text::to_umlauts(key);
    return key;
}

}  // namespace

TEST_CASE("stemmer: German words have the stems of Snowball's stemwords, but for the umlauts that we keep") {
    const auto words = lines_of("german.words.txt");
    const auto stems = lines_of("german.stems.txt");
    REQUIRE(words.size() > 35'000);
    REQUIRE(words.size() == stems.size());
    text::Stemmer stemmer(text::StemLanguage::german);
    std::size_t differing = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string word = words[i];
        for (std::size_t at = word.find("ß"); at != std::string::npos; at = word.find("ß")) word.replace(at, 2, "ss");
        if (text::without_umlauts(stemmer.stem(word)) != stems[i]) ++differing;
    }
    CHECK(differing == 0);
}

TEST_CASE("stemmer: English words have the stems of Snowball's stemwords") {
    const auto words = lines_of("english.words.txt");
    const auto stems = lines_of("english.stems.txt");
    REQUIRE(words.size() > 29'000);
    REQUIRE(words.size() == stems.size());
    text::Stemmer stemmer(text::StemLanguage::english);
    std::size_t differing = 0;
    for (std::size_t i = 0; i < words.size(); ++i) differing += stemmer.stem(words[i]) == stems[i] ? 0 : 1;
    CHECK(differing == 0);
}

TEST_CASE("stemmer: umlauts stay, so that words apart stay apart; too long a word is its own stem") {
    text::Stemmer stemmer(text::StemLanguage::german);
    CHECK(std::string(stemmer.stem("fördern")) != std::string(stemmer.stem("fordern")));
    CHECK(stemmer.stem("gesetzes") == "gesetz");
    CHECK(stemmer.stem("anträge") == "anträg");
    const std::string longest = std::string(text::stem_bytes_max - 2, 'b') + "es";
    CHECK(stemmer.stem("a" + longest.substr(1)).size() < longest.size());
    CHECK(stemmer.stem("ab" + longest.substr(1)).size() == longest.size() + 1);
}

TEST_CASE("spelling: ae, oe and ue are umlauts, but not where u belongs to q or stands between vowels") {
    CHECK(in_umlauts("Muenchen") == "münchen");
    CHECK(in_umlauts("Strasse") == in_umlauts("Straße"));
    CHECK(in_umlauts("Quelle") == "quelle");
    CHECK(in_umlauts("neue Mauer") == "neue mauer");
    CHECK(in_umlauts("Gebaeude") == "gebäude");
    CHECK(text::without_umlauts("häuser öfen übel") == "hauser ofen ubel");
}

TEST_CASE("letters: accents and capitals are gone, umlauts stay, however they are written") {
    CHECK(text::fold_letters("ÄÖÜ äöü") == "äöü äöü");
    CHECK(text::fold_letters("a\u0308 O\u0308 U\u0308") == "ä ö ü");
    CHECK(text::fold_letters("Café Łódź Ångström Æther") == "cafe lodz angström aether");
    CHECK(text::fold_letters("ΑΘΗΝΑ Ἀ Москва ЁЖ").starts_with("αθηνα"));
    CHECK(text::fold_letters("Москва ЁЖ") == "москва еж");
    CHECK(text::fold_letters("\xff") == "\uFFFD");
}

TEST_CASE("letters: composed and decomposed Latin letters fold alike, and so do large and small") {
    for (char32_t c = 0xc0; c < 0x180; ++c) {
        if (text::kind_of(c) != text::CharacterKind::letter) continue;
        std::string composed;
        text::append_utf8(composed, c);
        std::string lower;
        text::append_utf8(lower, text::to_lower(c));
        INFO(composed);
        CHECK(text::fold_letters(composed) == text::fold_letters(lower));
        CHECK(text::fold_letters(composed) != "");
    }
}

TEST_CASE("words: runs of letters and digits; an apostrophe and a soft hyphen do not end one") {
    CHECK(words_of("Die E-Akte, § 3a (2025)!") == std::vector<std::string>{"die", "e", "akte", "3a", "2025"});
    CHECK(words_of("Müller's Ver\u00ADwal\u00ADtung „geht’s“") == std::vector<std::string>{"müllers", "verwaltung", "gehts"});
    CHECK(words_of("'zitiert' und 🙂…") == std::vector<std::string>{"zitiert", "und"});
    CHECK(words_of("").empty());
    CHECK(words_of("§§ -- …").empty());
}

TEST_CASE("words: hyphens and the signs of gender tie words together") {
    text::Word word;
    text::WordScanner scanner("E-Mail Bürger:innen Nutzer/-innen Bundes- und 16:30 O'Brien");
    std::vector<text::Joint> joints;
    while (scanner.next(word)) joints.push_back(word.joint);
    using enum text::Joint;
    CHECK(joints == std::vector<text::Joint>{hyphen, none, gender, none, gender, none, none, none, none, none, hyphen, none});
}

TEST_CASE("words: a range covers the word and its marks; a run without end is cut") {
    text::Word word;
    text::WordScanner scanner(" a\u0308b ");
    REQUIRE(scanner.next(word));
    CHECK(word.at == base::ByteRange{1, 5});
    const std::string run(text::word_bytes_max * 3, 'x');
    std::size_t words = 0;
    for (text::WordScanner long_run(run); long_run.next(word);) {
        CHECK(word.at.size() <= text::word_bytes_max);
        ++words;
    }
    CHECK(words == 3);
}

TEST_CASE("words: any bytes have words whose ranges rise and lie inside the text") {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto i = random() % 40; i > 0; --i) bytes += static_cast<char>(random() % 3 == 0 ? random() % 256 : "aU'-:/ \xc3\xa4"[random() % 9]);
        std::size_t end = 0;
        text::Word word;
        for (text::WordScanner scanner(bytes); scanner.next(word);) {
            REQUIRE(word.at.begin >= end);
            REQUIRE(word.at.begin < word.at.end);
            REQUIRE(word.at.end <= bytes.size());
            end = word.at.end;
            std::string key = word.folded;
            text::to_umlauts(key);
            REQUIRE(key.size() <= word.folded.size());
        }
    }
}

TEST_CASE("words: capitals inside a word begin a part") {
    const auto parts = [](std::string_view word) {
        std::vector<std::string> found;
        for (const base::ByteRange& range : text::capital_parts(word)) found.emplace_back(word.substr(range.begin, range.size()));
        return found;
    };
    CHECK(parts("eGovernment") == std::vector<std::string>{"e", "Government"});
    CHECK(parts("BundID") == std::vector<std::string>{"Bund", "ID"});
    CHECK(parts("Verwaltung") == std::vector<std::string>{"Verwaltung"});
    CHECK(parts("OZG") == std::vector<std::string>{"OZG"});
}
