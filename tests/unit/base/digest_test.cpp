#include "base/digest.h"

#include <doctest.h>

using namespace lesesaal::base;

TEST_CASE("digest: SHA-256 gives the values of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abc").size() == 32);
    CHECK(static_cast<unsigned char>(sha256("abc")[0]) == 0xba);
}

TEST_CASE("digest: CRC-32 gives the check value of its polynomial") {
    CHECK(crc32("") == 0);
    CHECK(crc32("123456789") == 0xCBF43926u);
}
