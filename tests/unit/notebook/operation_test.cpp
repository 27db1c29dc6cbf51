#include <doctest.h>

#include "notebook/operation.h"

using namespace lesesaal;
using namespace lesesaal::notebook;

namespace {

const Operation example{"00112233aabbccdd", {1'700'000'000'123, 4}, "lesesaal-de", "0123456789abcdef", Kind::bookmark, true};

}  // namespace

TEST_CASE("operation: what is encoded decodes to the same") {
    const auto decoded = decode(encode(example));
    REQUIRE(decoded);
    CHECK(*decoded == example);
}

TEST_CASE("operation: a tombstone stays a tombstone") {
    Operation removed = example;
    removed.is_set = false;
    const auto decoded = decode(encode(removed));
    REQUIRE(decoded);
    CHECK_FALSE(decoded->is_set);
}

TEST_CASE("operation: a record with any one byte changed is refused or means the same") {
    const std::string record = encode(example);
    for (std::size_t i = 0; i < record.size(); ++i) {
        std::string changed = record;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto decoded = decode(changed);
        if (decoded) CHECK(*decoded == example);
    }
}

TEST_CASE("operation: a record cut at any byte is refused") {
    const std::string record = encode(example);
    for (std::size_t length = 0; length < record.size(); ++length) CHECK_FALSE(decode(record.substr(0, length)));
}

TEST_CASE("operation: a newer version is told apart from damage") {
    std::string record = encode(example);
    CHECK(decode("{}").error().kind == base::ErrorKind::bad_input);
    CHECK(decode(std::string(operation_bytes_max, ' ') + record).error().kind == base::ErrorKind::too_large);
    // The checksum is over the text without it, so a newer record must carry its own.
    const auto newer = decode(
        R"({"clock":[1,0],"corpus":"c","crc":"00000000","kind":"bookmark","op":"set","replica":"r","uid":"u","v":2})");
    CHECK_FALSE(newer);
}

TEST_CASE("operation: keys sort as the clock does") {
    Operation later = example;
    later.clock.wall_ms = 10'000'000'000'000;
    Operation same_time = example;
    same_time.clock.counter = 5;
    CHECK(key_of(example) < key_of(same_time));
    CHECK(key_of(same_time) < key_of(later));
}
