#include "store/break_codec.h"

#include <doctest.h>

using namespace lesesaal::store;
using Breaks = std::vector<std::uint32_t>;

TEST_CASE("breaks: what was written is read, over one, two and five bytes a distance") {
    for (const Breaks& breaks : {Breaks{}, Breaks{1}, Breaks{3, 7, 134, 135, 20'000}, Breaks{127, 255, 4'000'000'000}}) {
        const std::string bytes = encode_breaks(breaks);
        CHECK(decode_breaks(bytes, 4'000'000'001) == breaks);
    }
    CHECK(encode_breaks({3, 7, 134}).size() == 3);
    CHECK(encode_breaks({128}).size() == 2);
}

TEST_CASE("breaks: an offset is inside its text, on both sides of the end") {
    CHECK(decode_breaks(encode_breaks({4}), 5) == Breaks{4});
    CHECK_FALSE(decode_breaks(encode_breaks({4}), 4));
}

TEST_CASE("breaks: what is no list is refused") {
    CHECK_FALSE(decode_breaks(std::string_view("\x03\x00", 2), 100));  // twice the same place
    CHECK_FALSE(decode_breaks("\x80", 100));                           // no last byte
    CHECK_FALSE(decode_breaks("\xff\xff\xff\xff\xff\x01", 100));       // more than five bytes
}
