#include <doctest.h>

#include "page/base64.h"
#include "page/container.h"
#include "page/zstd_frame.h"

using namespace lesesaal;
using base::ErrorKind;

namespace {

/// Bytes that can neither be packed nor guessed: the same on every machine.
std::string noise(std::size_t size) {
    std::string bytes;
    std::uint32_t state = 1;
    while (bytes.size() < size) {
        state = state * 1664525 + 1013904223;
        bytes += static_cast<char>(state >> 24);
    }
    return bytes;
}

std::string corpus_block(const std::string& bytes) { return page::write_block({"corpus", bytes, page::Encoding::zstd}); }

std::string page_with(const std::string& blocks) { return "<!doctype html>\n<body>" + blocks + "</body>\n</html>\n"; }

}  // namespace

TEST_CASE("page: a zstd block reads as it was written, empty, small, repetitive, noisy and alike at a distance") {
    const std::string apart = noise(300'000) + std::string(3'000'000, 'a');
    for (const std::string& bytes : {std::string(), std::string("a"), std::string(100'000, 'a'), noise(50'000), apart + apart}) {
        const std::string html = page_with(corpus_block(bytes));
        CHECK(html.find("\" data-encoding=\"zstd\">") != std::string::npos);
        CHECK(page::read_block(html, "corpus").value() == bytes);
    }
    CHECK(page::to_zstd(apart + apart).size() < 310'000);
    CHECK(corpus_block(apart) == corpus_block(apart));
}

TEST_CASE("page: every single flipped bit of a zstd block is noticed, and every cut") {
    for (const std::string& bytes : {std::string("Lesesaal"), std::string(3000, 'a'), noise(300)}) {
        const std::string html = page_with(corpus_block(bytes));
        const std::size_t begin = html.find("\">", html.find("vnd.lesesaal")) + 2;
        const std::size_t end = html.find("</script>");
        const std::string packed = page::from_base64(html.substr(begin, end - begin)).value();
        const auto read = [&](const std::string& other) {
            return page::read_block(html.substr(0, begin) + page::to_base64(other) + html.substr(end), "corpus");
        };
        for (std::size_t bit = 0; bit < 8 * packed.size(); ++bit) {
            std::string flipped = packed;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
            const auto block = read(flipped);
            REQUIRE_FALSE(block);
            CHECK(block.error().kind == ErrorKind::bad_input);
            CHECK(block.error().message.find("block 'corpus' is damaged") != std::string::npos);
        }
        for (std::size_t size = 0; size < packed.size(); ++size) CHECK_FALSE(read(packed.substr(0, size)));
    }
}

TEST_CASE("page: an encoding or a length that does not fit a zstd block is damage, and no length asks for memory") {
    const std::string html = page_with(corpus_block("Lesesaal"));
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string page = html;
        page.replace(page.find(from), from.size(), to);
        const auto block = page::read_block(page, "corpus");
        REQUIRE_FALSE(block);
        CHECK(block.error().message.find("'corpus'") != std::string::npos);
        return block.error().kind;
    };
    CHECK(changed(" data-encoding=\"zstd\"", "") == ErrorKind::bad_input);
    CHECK(changed("data-encoding=\"zstd\"", "data-encoding=\"zst\"") == ErrorKind::bad_input);
    CHECK(changed("data-encoding=\"zstd\"", "data-encoding") == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"9\"") == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"7\"") == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"1073741824\"") == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"1073741825\"") == ErrorKind::too_large);
    const std::string gzip = page::write_block({"corpus", "Lesesaal"});
    const std::size_t tag_end = gzip.find("\">") + 1;
    CHECK_FALSE(page::read_block(page_with(gzip.substr(0, tag_end) + " data-encoding=zstd" + gzip.substr(tag_end)), "corpus"));
}

TEST_CASE("page: what is packed quickly because it is large reads as what is packed thoroughly") {
    for (const std::size_t size : {page::zstd_thorough_bytes_max, page::zstd_thorough_bytes_max + 1}) {
        const std::string packed = page::to_zstd(std::string(size, 'a'));
        CHECK(packed.size() >= page::zstd_packed_bytes_min(size));
        std::string raw(size, '\0');
        CHECK(page::unpack_zstd(packed, raw) == page::Unpacked::whole);
        CHECK(raw.back() == 'a');
    }
}
