#include "page/zstd_frame.h"

#include <doctest.h>

using namespace lesesaal;

namespace {

using namespace std::string_literals;

const std::string magic = "\x28\xb5\x2f\xfd";
const std::string text = "Lesesaal, Lesesaal, Lesesaal: ein LesesaalLesesaal, Lesesaal, Lesesaal: ein Lesesaal"
                         "Lesesaal, Lesesaal, Lesesaal: ein Lesesaal";
// Of `text`, by the zstd command.
const std::string frame = magic + "\x24\x7e\xdd\x00\x00\x78\x4c\x65\x73\x65\x73\x61\x61\x6c\x2c\x20\x3a\x20\x65\x69\x6e\x03\x00"
                                  "\xd1\xd4\x04\x31\x0b\x5d\xaf\x20\x01\x99\x9f\xb4\xc4"s;

/// A frame of nothing; by its descriptor (RFC 8878, 3.1.1.1.1) it has a window, 4 bytes for the content's size and a sum.
struct EmptyFrame {
    char descriptor = '\x84';
    char window = '\x68';  // 2^(10 + 13) bytes
    std::string size = "\0\0\0\0"s;
    std::string sum = "\x99\xe9\xd8\x51";  // of XXH64, the lower half
    [[nodiscard]] std::string bytes() const { return magic + descriptor + window + size + "\x01\0\0"s + sum; }
};

bool is_whole(std::string_view packed, std::size_t raw_bytes) {
    std::string raw(raw_bytes, '\0');
    return page::unpack_zstd(packed, raw) == page::Unpacked::whole;
}

}  // namespace

TEST_CASE("page: a frame that another program made is unpacked") {
    std::string raw(text.size(), '\0');
    REQUIRE(page::unpack_zstd(frame, raw) == page::Unpacked::whole);
    CHECK(raw == text);
    CHECK(is_whole(EmptyFrame{}.bytes(), 0));
}

TEST_CASE("page: a frame that is cut, longer, two or of another length is damaged") {
    for (std::size_t size = 0; size < frame.size(); ++size) CHECK_FALSE(is_whole(frame.substr(0, size), text.size()));
    CHECK_FALSE(is_whole(frame + '\0', text.size()));
    CHECK_FALSE(is_whole(frame + frame, 2 * text.size()));
    CHECK_FALSE(is_whole(frame + EmptyFrame{}.bytes(), text.size()));
    CHECK_FALSE(is_whole(frame, text.size() - 1));
    CHECK_FALSE(is_whole(frame, text.size() + 1));
    CHECK_FALSE(is_whole("\x50\x2a\x4d\x18\0\0\0\0"s, 0));  // a frame to be skipped
}

TEST_CASE("page: no flipped bit of a frame makes other bytes") {
    for (std::size_t bit = 0; bit < 8 * frame.size(); ++bit) {
        std::string flipped = frame;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
        std::string raw(text.size(), '\0');
        // What has no meaning may be flipped; the block's CRC-32 notices that (container.h).
        if (page::unpack_zstd(flipped, raw) == page::Unpacked::whole) CHECK(raw == text);
    }
}

TEST_CASE("page: a frame may look back 128 MiB and no farther") {
    CHECK(is_whole(EmptyFrame{.window = '\x88'}.bytes(), 0));
    CHECK_FALSE(is_whole(EmptyFrame{.window = '\x89'}.bytes(), 0));
    CHECK_FALSE(is_whole(EmptyFrame{.window = '\x90'}.bytes(), 0));
}

TEST_CASE("page: a frame without a check sum, without its content's size or with a dictionary is not ours") {
    CHECK_FALSE(is_whole(EmptyFrame{.descriptor = '\x80', .sum = ""}.bytes(), 0));
    CHECK_FALSE(is_whole(EmptyFrame{.sum = "\x98\xe9\xd8\x51"}.bytes(), 0));
    CHECK_FALSE(is_whole(EmptyFrame{.descriptor = '\x04', .size = ""}.bytes(), 0));
    CHECK_FALSE(is_whole(EmptyFrame{.descriptor = '\x85', .size = "\x07\0\0\0\0"s}.bytes(), 0));
}

TEST_CASE("page: the least that a frame takes is four bytes for each 128 KiB") {
    CHECK(page::zstd_packed_bytes_min(128 * 1024 - 1) == 0);
    CHECK(page::zstd_packed_bytes_min(128 * 1024) == 4);
    CHECK(page::zstd_packed_bytes_min(std::size_t{1024} * 1024 * 1024) == 32768);
}
