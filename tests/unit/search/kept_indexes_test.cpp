// The kept inputs whose names begin with "built-" are written here: after a change of the format, with LESESAAL_BLESS=1 in the
// environment, anew.
#include <doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "../../fuzz/index_entry.h"

using namespace lesesaal;

namespace {

const std::string folder = LESESAAL_SOURCE_DIR "/tests/fuzz/corpus/index/";

struct Seed {
    std::string name;
    std::vector<search::ArticleTexts> articles;
};

const std::vector<Seed>& seeds() {
    static const std::vector<Seed> all{
        {"built-empty", {}},
        {"built-one", {{"Die Verwaltung", "", ""}}},
        {"built-compounds", {{"Registermodernisierung", "Register und Modernisierung", "Die Registermodernisierungen der BundID-App."},
                             {"Bürgerämter", "Bürgeramt", "Das Amt der Bürger; Anträge, ein Antrag."}}},
        {"built-joined", {{"E-Mail-Adresse", "E-Government", "Bürger:innen und die Adressen"}, {"Muenchen", "München", "Köln, Koeln"}}},
        {"built-english", {{"a", "", ""}, {"b", "", ""}, {"c", "", ""}, {"Policies", "The policy of governments", "Studies, study"}}},
        {"built-long", {{"", "", "wort1 wort2 wort3 wort4 wort5 wort6 wort7 wort8 wort9 wort10 wort11 wort12 wort13 wort14 wort15 wort16 wort17 wort18 "
                                 "wort19 wort20 wort21 wort22 wort23 wort24 wort25 wort26 wort27 wort28 wort29 wort30 wort31 wort32 wort33 wort34 "
                                 "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"}}},
    };
    return all;
}

std::string built(const Seed& seed) {
    search::IndexBuilder builder;
    for (std::uint32_t i = 0; i < seed.articles.size(); ++i) {
        builder.add(i, seed.articles[i], i == 3 ? search::Language::english : search::Language::german);
    }
    return search::pack_parts(builder.finish());
}

}  // namespace

TEST_CASE("search: what the fuzzer keeps of indexes is still refused or answered") {
    int replayed = 0;
    int taken = 0;
    for (const Seed& seed : seeds()) {
        if (std::getenv("LESESAAL_BLESS") != nullptr) std::ofstream(folder + seed.name, std::ios::binary) << built(seed);
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string input{std::istreambuf_iterator<char>(file), {}};
        if (search::check_index(input)) ++taken;  // aborts
        ++replayed;
    }
    CHECK(replayed > 100);
    CHECK(taken >= static_cast<int>(seeds().size()));
}

TEST_CASE("search: an index that is whole is answered; one with bytes changed, cut or repeated is refused or answered") {
    std::mt19937 random(11);
    for (const Seed& seed : seeds()) {
        const std::string whole = built(seed);
        CHECK(search::check_index(whole));
        for (int round = 0; round < 60; ++round) {
            std::string input = whole;
            for (auto changes = 1 + random() % 3; changes > 0; --changes) {
                const std::size_t at = random() % input.size();
                switch (random() % 3) {
                case 0: input[at] = static_cast<char>(random()); break;
                case 1: input.resize(at + 1); break;
                default: input.insert(at, input.substr(at, random() % 8)); break;
                }
            }
            search::check_index(input);  // aborts
        }
    }
}
