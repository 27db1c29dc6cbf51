#include "store/word_search.h"

#include <doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "store/builder.h"
#include "store/open_database.h"
#include "store/overview.h"
#include "store/schema.h"

using namespace lesesaal;
using namespace lesesaal::store;

namespace {

/// Frequent words and rare ones, some of them in every form that folding meets; long enough for lists over many pages.
std::string random_text(std::mt19937& random, std::size_t words) {
    static const char* const some[] = {"der",  "die",   "das",     "Verwaltung", "Verwaltungen", "verwalten", "Bürger",
                                       "BÜRGER", "burg", "Straße", "E-Akte",     "§",            "ver",       "Land."};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        const bool is_rare = random() % 3 == 0;
        text += is_rare ? "wort" + std::to_string(random() % 5000) : some[random() % std::size(some)];
        text += i % 9 == 8 ? ". " : " ";
    }
    return text;
}

std::string make_corpus(std::size_t count) {
    std::mt19937 random(7);
    std::vector<corpus::Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        corpus::Article article;
        article.headline = random_text(random, 6);
        article.source = "Probe";
        article.language = "de";
        article.sections = {{"", {random_text(random, 20)}}, {"Mehr", {random_text(random, random() % 400)}}};
        article.uid = corpus::make_uid(article);
        articles.push_back(std::move(article));
    }
    auto built = build_corpus(articles, {}, {.title = "Probe"});
    return built ? std::string(built->begin(), built->end()) : std::string();
}

/// The same database for both ways of searching.
struct Both {
    Both()
        : bytes(make_corpus(400)),
          connection(*open_database({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()})),
          catalogue(*load_catalogue(connection)),
          tokenizer(*Tokenizer::open(connection)),
          ranking(*Ranking::make(connection, catalogue.words)),
          postings(*Postings::open(connection, catalogue.words.size())) {}

    std::string bytes;
    Connection connection;
    Catalogue catalogue;
    Tokenizer tokenizer;
    std::unique_ptr<Ranking> ranking;
    std::optional<Postings> postings;
};

const char* const queries[] = {"v",          "ver",       "verw",          "Verwaltung ",  "d",           "die das", "Bürger ", "bur",
                               "wort12",     "wort4711 ", "der -die",      "ver Land",     "strasse xyz", "Straße ", "w",       "0",
                               "das das ",   "-der Land", "wort1 wort2 w", "nirgendwo"};

}  // namespace

TEST_CASE("word search: finds, ranks and marks as FTS5 does") {
    Both both;
    REQUIRE(both.postings);
    Statement found = *both.connection.prepare(
        "SELECT rowid, lesesaal_rank(article_text), highlight(article_text, 0, x'01', x'02'), snippet(article_text, 2, x'01', "
        "x'02', '…', 32), highlight(article_text, 2, x'01', x'02') FROM article_text WHERE article_text MATCH ?1 ORDER BY rowid");
    Statement texts = *both.connection.prepare("SELECT title, body FROM article_search WHERE id = ?1");
    for (const char* text : queries) {
        CAPTURE(text);
        const auto terms = query::parse_terms(text);
        const auto words = single_words(terms, both.tokenizer);
        REQUIRE(words);
        const auto hits = find_words(*both.postings, *both.ranking, *words);
        REQUIRE(hits);
        const std::string expression = query::fts5_expression(terms);
        found.start().bind(1, expression);
        for (const TextHit& hit : *hits) {
            REQUIRE(*found.step());
            CHECK(found.integer(0) == static_cast<std::int64_t>(hit.id) + 1);
            CHECK(found.real(1) == doctest::Approx(hit.score).epsilon(1e-12));
            texts.start().bind(1, found.integer(0));
            REQUIRE(*texts.step());
            CHECK(mark_words(both.tokenizer, *words, texts.text(0)).ranges == take_marks(found.text(2)).ranges);
            CHECK(mark_words(both.tokenizer, *words, texts.text(1)).ranges == take_marks(found.text(4)).ranges);
            const Marked snippet = take_marks(found.text(3));
            const auto ours = word_snippet(both.tokenizer, *words, texts.text(1), 32);
            CHECK(ours.has_value() == !snippet.ranges.empty());
            if (!ours) continue;
            CHECK(ours->text == snippet.text);
            CHECK(ours->ranges == snippet.ranges);
        }
        CHECK_FALSE(*found.step());
    }
}

TEST_CASE("word search: what is not one word to the index is left to FTS5") {
    Both both;
    for (const char* text : {"E-Akte ", "\"die Verwaltung\"", "-der", "-der -die"}) {
        CAPTURE(text);
        CHECK_FALSE(single_words(query::parse_terms(text), both.tokenizer));
    }
    CHECK(single_words(query::parse_terms("\"Verwaltung\""), both.tokenizer));
}

TEST_CASE("postings: a damaged page is an error or finds less, never a crash") {
    const std::string whole = make_corpus(60);
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = whole;
        for (int flips = 0; flips < 20; ++flips) bytes[4096 + random() % (bytes.size() - 4096)] ^= static_cast<char>(1U << random() % 8);
        auto connection = open_database({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
        if (!connection) continue;
        auto postings = Postings::open(*connection, 60);
        if (!postings || !*postings) continue;
        for (const char* word : {"d", "verwaltung", "wort1", "w"}) {
            const auto found = (*postings)->find(word, WordMatch::prefix);
            if (found) CHECK(found->size() == 61);
        }
    }
}
