#include "page/base64.h"

#include <doctest.h>

using namespace lesesaal;

TEST_CASE("base64: the examples of RFC 4648 read and write") {
    const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                            {"f", "Zg=="},
                                                            {"fo", "Zm8="},
                                                            {"foo", "Zm9v"},
                                                            {"foob", "Zm9vYg=="},
                                                            {"fooba", "Zm9vYmE="},
                                                            {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : examples) {
        CHECK(page::to_base64(bytes) == text);
        CHECK(page::from_base64(text).value() == bytes);
    }
}

TEST_CASE("base64: every byte survives at every place of a group") {
    for (std::size_t before = 0; before < 3; ++before) {
        std::string bytes(before, 'x');
        for (int value = 0; value < 256; ++value) bytes += static_cast<char>(value);
        CHECK(page::from_base64(page::to_base64(bytes)).value() == bytes);
    }
}

TEST_CASE("base64: what another writer might let pass is refused at its offset") {
    const auto offset = [](const char* text) { return page::from_base64(text).error().offset.value(); };
    CHECK(offset("Zm9v\n") == 4);    // white space
    CHECK(offset("Zm-v") == 2);      // the alphabet for URLs
    CHECK(offset("Zg") == 2);        // no padding
    CHECK(offset("Zg=") == 3);       // half of it
    CHECK(offset("Zg==Zg==") == 2);  // padding inside
    CHECK(offset("Z===") == 1);      // a digit alone
    CHECK(offset("====") == 0);
    CHECK(offset("Zh==") == 1);  // bits below the last byte
    CHECK(offset("Zm9=") == 2);
}
