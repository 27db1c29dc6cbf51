#include <doctest.h>

#include <algorithm>
#include <string>

#include "ui/words.h"
#include "ui/words_table.h"

using namespace lesesaal;
using namespace lesesaal::ui;

namespace {

const Words de(app::Language::de);
const Words en(app::Language::en);

}  // namespace

TEST_CASE("words: each language says its own") {
    CHECK(de(Say::bookmark) == "Lesezeichen");
    CHECK(en(Say::bookmark) == "Bookmark");
    CHECK(de.tag() == "de");
    CHECK(en.tag() == "en");
}

TEST_CASE("words: one, none and many") {
    CHECK(de.articles(1) == "1 Artikel");
    CHECK(en.articles(1) == "1 article");
    CHECK(en.articles(0) == "0 articles");
    CHECK(en.articles(12345) == "12,345 articles");
    CHECK(de.articles(12345) == "12.345 Artikel");
    CHECK(de.count(Say::reading_time, 1) == "1 Min. Lesezeit");
    CHECK(de.count(Say::selection_read, 2) == "2 Artikel als gelesen markiert.");
}

TEST_CASE("words: hits know the dative, and all hits are simply the articles") {
    CHECK(de.hits(9, 16) == "9 von 16 Artikeln");
    CHECK(de.hits(16, 16) == "16 Artikel");
    CHECK(de.hits(0, 1) == "0 von 1 Artikel");
    CHECK(en.hits(9, 16) == "9 of 16 articles");
    CHECK(en.hits(0, 1) == "0 of 1 article");
}

TEST_CASE("words: what is put in is not filled in again, and what is not given stays as it stands") {
    CHECK(de.with(Say::without, {{"name", "OZG und EfA"}}) == "ohne OZG und EfA");
    CHECK(de.with(Say::start_period, {{"from", "{to}"}, {"to", "{from}"}}) == "von {to} bis {from}");
    CHECK(de.with(Say::without, {}) == "ohne {name}");
    CHECK(de.count(Say::no_hits_without, 5, {{"filter", "{count}"}}) == "Ohne „{count}“: 5 Artikel");
}

TEST_CASE("words: a key is found by its name, and what is no key is not") {
    CHECK(de.find("command_search") == Say::command_search);
    CHECK(de.find("note_no_word") == Say::note_no_word);
    CHECK_FALSE(de.find(""));
    CHECK_FALSE(de.find("comman"));
    CHECK_FALSE(de.find("zzz"));
    for (std::size_t i = 0; i < words_table::say_count; ++i) {
        CHECK(de.find(words_table::keys[i]) == static_cast<Say>(i));
    }
}

TEST_CASE("words: no text of either language is empty") {
    CHECK(std::ranges::none_of(words_table::de, &std::string_view::empty));
    CHECK(std::ranges::none_of(words_table::en, &std::string_view::empty));
}
