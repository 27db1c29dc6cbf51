#include <doctest.h>

#include <algorithm>
#include <random>

#include "notebook/log.h"

using namespace lesesaal::notebook;

namespace {

Operation bookmark(std::string replica, std::int64_t wall_ms, std::string uid, bool is_set = true) {
    return {std::move(replica), {wall_ms, 0}, "corpus", std::move(uid), Kind::bookmark, is_set};
}

std::vector<Operation> random_operations(std::mt19937& random, std::size_t count) {
    std::vector<Operation> operations;
    for (std::size_t i = 0; i < count; ++i) {
        operations.push_back({.replica = std::string(1, static_cast<char>('a' + random() % 3)),
                              .clock = {static_cast<std::int64_t>(random() % 5), static_cast<std::uint32_t>(random() % 3)},
                              .corpus = "corpus",
                              .uid = std::string(1, static_cast<char>('u' + random() % 4)),
                              .kind = random() % 2 ? Kind::bookmark : Kind::read,
                              .is_set = random() % 2 == 0});
    }
    return operations;
}

Log merged(const std::vector<std::vector<Operation>>& parts) {
    Log log("x", "corpus");
    for (const auto& part : parts) log.merge(part);
    return log;
}

}  // namespace

TEST_CASE("notebook: the later of two operations on one article wins, in whatever order they arrive") {
    const Operation set = bookmark("a", 1000, "eins");
    const Operation removed = bookmark("b", 2000, "eins", false);
    Log forward("x", "corpus");
    forward.merge(std::vector{set, removed});
    Log backward("x", "corpus");
    backward.merge(std::vector{removed, set});
    CHECK_FALSE(forward.is_set(Kind::bookmark, "eins"));
    CHECK(forward == backward);
}

TEST_CASE("notebook: at the same time the replica's name decides, the same everywhere") {
    Log log("x", "corpus");
    log.merge(std::vector{bookmark("b", 1000, "eins", false), bookmark("a", 1000, "eins", true)});
    CHECK_FALSE(log.is_set(Kind::bookmark, "eins"));
}

TEST_CASE("notebook: merging is commutative, associative and idempotent") {
    std::mt19937 random(20251123);
    for (int round = 0; round < 300; ++round) {
        const auto a = random_operations(random, random() % 12);
        const auto b = random_operations(random, random() % 12);
        const auto c = random_operations(random, random() % 12);
        CHECK(merged({a, b}) == merged({b, a}));
        CHECK(merged({a, b, c}) == merged({c, a, b}));
        CHECK(merged({a, a, b, b}) == merged({a, b}));
    }
}

TEST_CASE("notebook: a new operation is newer than everything seen, even when the clock runs behind") {
    Log log("me", "corpus");
    log.merge(std::vector{bookmark("other", 9'000, "eins")});
    const Operation removed = log.record(Kind::bookmark, "eins", false, 5'000);
    CHECK(removed.clock.wall_ms == 9'000);
    CHECK(removed.clock.counter == 1);
    CHECK_FALSE(log.is_set(Kind::bookmark, "eins"));
}

TEST_CASE("notebook: all() names what is set, sorted, and nothing that was removed") {
    Log log("me", "corpus");
    log.record(Kind::bookmark, "zwei", true, 1);
    log.record(Kind::bookmark, "eins", true, 2);
    log.record(Kind::bookmark, "drei", true, 3);
    log.record(Kind::bookmark, "drei", false, 4);
    CHECK(log.all(Kind::bookmark) == std::vector<std::string>{"eins", "zwei"});
    CHECK(log.all(Kind::read).empty());
}
