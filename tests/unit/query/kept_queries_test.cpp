#include <doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "../../fuzz/query_entry.h"
#include "random_text.h"

using namespace lesesaal;

TEST_CASE("query: what the fuzzer keeps still holds") {
    int replayed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(LESESAAL_SOURCE_DIR "/tests/fuzz/corpus/query")) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        query::check_query(text);  // aborts
        ++replayed;
    }
    CHECK(replayed > 40);
}

TEST_CASE("query: what the fuzzer asks holds of random texts") {
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) query::check_query(query::random_query(random));
}
