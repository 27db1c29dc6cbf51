#include <doctest.h>

#include <string>
#include <vector>

#include "room.h"

using namespace lesesaal;
using shell::sample::Room;

namespace {

constexpr std::size_t articles_in_all = 100;
constexpr std::size_t with_phrase = 34;
const std::string phrase = "\"digitale Verwaltung\" ";

/// A hundred articles with both words, every third with one before the other; the texts of all must be read.
base::Bytes hundred() {
    std::vector<corpus::Article> articles;
    for (std::size_t i = 0; i < articles_in_all; ++i) {
        articles.push_back(shell::sample::article("A" + std::to_string(i), 1, i % 3 == 0 ? "die digitale Verwaltung" : "Verwaltung, digitale"));
    }
    return shell::sample::corpus_of(articles);
}

/// A reader with these, and so slow a clock that a frame is long enough for some of them only.
struct SlowRoom : Room {
    SlowRoom() : Room({}, {}, hundred()) {
        open();
        clock.pass_between_looks(5);
    }
    [[nodiscard]] const query::Result& result() const { return session.state().result; }
};

}  // namespace

TEST_CASE("session: a search too long for one frame goes on with the next ones, and answers once, when it is whole") {
    SlowRoom room;
    const std::uint32_t earlier = room.session.state().result_query_id;
    room.session.send(app::QueryTyped{phrase});
    int frames = 0;
    for (; !room.session.is_answered() && frames < 100; ++frames) {
        CHECK(room.session.state().result_query_id == earlier);
        CHECK(room.result().hits.size() == articles_in_all);
        const int before = room.changes;
        room.session.work();
        CHECK(room.changes > before);  // asked for another frame, or for one with the answer
    }
    CHECK(frames > 3);
    CHECK(frames < 20);
    CHECK(room.result().hits.size() == with_phrase);
    CHECK(room.result().query_ms > 3 * 8);  // of all slices together
    const int before = room.changes;
    room.session.work();
    CHECK(room.changes == before);
}

TEST_CASE("session: a letter typed while a search goes on ends it, and the newer search alone is answered") {
    SlowRoom room;
    const std::uint32_t earlier = room.session.state().result_query_id;
    room.session.send(app::QueryTyped{phrase});
    room.session.work();
    const std::uint32_t older = room.session.state().query_id;
    room.session.send(app::QueryTyped{"\"Verwaltung digitale\" "});
    for (int frames = 0; !room.session.is_answered() && frames < 100; ++frames) {
        room.session.work();
        const std::uint32_t shown = room.session.state().result_query_id;
        CHECK(shown != older);
        CHECK((shown == earlier || shown == room.session.state().query_id));
    }
    CHECK(room.result().hits.size() == articles_in_all - with_phrase);
    const int before = room.changes;
    for (int frames = 0; frames < 20; ++frames) room.session.work();
    CHECK(room.changes == before);
    CHECK(room.result().hits.size() == articles_in_all - with_phrase);
}

TEST_CASE("session: a search that is answered at once leaves nothing to do of the long one before it") {
    SlowRoom room;
    room.session.send(app::QueryTyped{phrase});
    REQUIRE_FALSE(room.session.is_answered());
    room.session.send(app::QueryTyped{"A7 "});
    CHECK(room.session.is_answered());
    const int before = room.changes;
    for (int frames = 0; frames < 20; ++frames) room.session.work();
    CHECK(room.changes == before);
    CHECK(room.result().hits.size() == 1);
}

TEST_CASE("session: an article opened while a search goes on is shown at once, and the search still comes to its end") {
    SlowRoom room;
    room.session.send(app::QueryTyped{phrase});
    room.session.send(app::ArticlePicked{query::ArticleId{3}});
    CHECK(room.session.state().open.has_value());
    for (int frames = 0; !room.session.is_answered() && frames < 100; ++frames) room.session.work();
    CHECK(room.result().hits.size() == with_phrase);
}
