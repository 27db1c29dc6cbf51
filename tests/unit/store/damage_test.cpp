// A database that nobody vouches for: whatever its bytes are, reading it ends in an answer or an error.

#include <doctest.h>

#include "sample.h"
#include "store/corpus_db.h"
#include "store/schema.h"

using namespace lesesaal;
using namespace lesesaal::store::sample;
using base::ErrorKind;
using query::ArticleId;

namespace {

base::Bytes corpus_bytes() {
    std::vector<corpus::Article> articles;
    for (int day = 10; day < 22; ++day) {
        corpus::Article made = article("Artikel " + std::to_string(day), "2025-01-" + std::to_string(day),
                                       "Digitale Souveränität der Verwaltung, Teil " + std::to_string(day));
        made.sections.push_back({"Überschrift", {"Das Onlinezugangsgesetz und die Kommunen.", "Noch ein Absatz."}});
        articles.push_back(with_places(with_topics(std::move(made), {"recht", "ozg"}), {"bremen"}));
    }
    return store::build_corpus(articles, vocabulary(), {}).value();
}

base::Error open_error(const base::Bytes& bytes) {
    const auto db = store::CorpusDb::open(borrow(bytes));
    return db ? base::Error{ErrorKind::io, "it opened"} : db.error();
}

/// Asks for everything there is. True when all answers came.
bool read_all(store::CorpusDb& db) {
    bool is_whole = true;
    for (const char* text : {"", "verwaltung ", "digit", "\"digitale souveränität\" -teil", "teil 12 "}) {
        const auto result = db.search(wanted(query::Facet::topic, {"recht"}, text));
        is_whole = is_whole && result;
        if (result) is_whole = db.rows(result->hits, text).has_value() && is_whole;
    }
    for (std::int32_t id = 0; id < db.overview().total(); ++id) {
        const auto opened = db.article(ArticleId{id}, "kommunen");
        is_whole = is_whole && opened;
        is_whole = db.related(ArticleId{id}).has_value() && is_whole;
        if (opened) is_whole = db.find_uid(opened->article.uid).has_value() && is_whole;
    }
    return is_whole;
}

base::Bytes replaced(base::Bytes bytes, std::string_view from, std::string_view to) {
    const std::size_t at = bytes.find(from);
    REQUIRE(at != base::Bytes::npos);
    REQUIRE(from.size() == to.size());
    bytes.replace(at, from.size(), to);
    return bytes;
}

}  // namespace

TEST_CASE("damage: what is not a database of ours says what it is instead") {
    CHECK(open_error("").message == "the corpus is not an SQLite database");
    CHECK(open_error("VitakoMitgliederversammlung in Bremen").message == "the corpus is not an SQLite database");
    const base::Bytes whole = corpus_bytes();
    CHECK(open_error(whole.substr(0, 50)).message.find("cut inside its header") != std::string::npos);
    base::Bytes foreign = whole;
    foreign[68] = 0;
    CHECK(open_error(foreign).message.find("not a corpus of Lesesaal") != std::string::npos);
}

TEST_CASE("damage: a newer schema is unsupported, and the message says what to do") {
    base::Bytes newer = corpus_bytes();
    newer[63] = store::schema::version + 1;
    const base::Error error = open_error(newer);
    CHECK(error.kind == ErrorKind::unsupported);
    CHECK(error.message.find("schema version 5") != std::string::npos);
    CHECK(error.message.find("take a newer Lesesaal") != std::string::npos);
    newer[63] = 0;
    CHECK(open_error(newer).kind == ErrorKind::bad_input);
}

TEST_CASE("damage: a corpus of the schema before is to be packed again, one of this schema opens") {
    base::Bytes older = corpus_bytes();
    CHECK(store::CorpusDb::open(borrow(older)));
    older[63] = store::schema::version_min - 1;
    const base::Error error = open_error(older);
    CHECK(error.kind == ErrorKind::unsupported);
    CHECK(error.message ==
          "the corpus was packed by an older Lesesaal (schema version 3): pack its articles again with this one");
}

TEST_CASE("damage: a database cut anywhere does not open") {
    const base::Bytes whole = corpus_bytes();
    for (std::size_t size = 0; size < whole.size(); size += 251)
        CHECK(open_error(whole.substr(0, size)).kind == ErrorKind::bad_input);
    CHECK(open_error(whole.substr(0, whole.size() - 4096)).message.find("is cut") != std::string::npos);
    CHECK(open_error(whole.substr(0, whole.size() - 1)).message.find("is cut") != std::string::npos);
}

TEST_CASE("damage: a table of another making under our name is refused") {
    const base::Bytes whole = corpus_bytes();
    const base::Bytes renamed = replaced(whole, "CREATE TABLE source(id", "CREATE TABLE source(iD");
    CHECK(open_error(renamed).message.find("'source' is missing or foreign") != std::string::npos);
    const base::Bytes other_view = replaced(whole, "SELECT id, CASE kicker WHEN", "SELECT id, CASE kicker when");
    CHECK(open_error(other_view).message.find("'article_search'") != std::string::npos);
}

TEST_CASE("damage: check() finds what no question has met yet, and passes a whole database") {
    const base::Bytes whole = corpus_bytes();
    CHECK(store::CorpusDb::open(borrow(whole)).value().check());
    // The table of blocks is first read when an article is opened.
    base::Bytes blocks = whole;
    blocks[blocks.find("headingbody") / 4096 * 4096] = '\xff';
    auto db = store::CorpusDb::open(borrow(blocks));
    REQUIRE(db);
    CHECK(db->check().error().kind == ErrorKind::bad_input);
}

TEST_CASE("damage: flipped bytes anywhere are an error or an answer, never a crash") {
    const base::Bytes whole = corpus_bytes();
    {
        store::CorpusDb db = store::CorpusDb::open(borrow(whole)).value();
        CHECK(read_all(db));
    }
    std::uint32_t state = 7;
    const auto random = [&](std::size_t below) {
        state = state * 1664525 + 1013904223;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    int opened = 0;
    int whole_answers = 0;
    for (int round = 0; round < 400; ++round) {
        base::Bytes damaged = whole;
        const std::size_t flips = 1 + random(12);
        // Every other round hits one page's head, where a flip breaks most.
        const std::size_t head = random(whole.size() / 4096) * 4096;
        for (std::size_t i = 0; i < flips; ++i) {
            const std::size_t at = round % 2 == 0 ? 100 + random(whole.size() - 100) : head + random(128);
            damaged[at] = static_cast<char>(random(256));
        }
        auto db = store::CorpusDb::open(borrow(damaged));
        if (!db) continue;
        ++opened;
        if (read_all(*db)) ++whole_answers;
    }
    CHECK(opened > 50);
    CHECK(whole_answers < opened);
}
