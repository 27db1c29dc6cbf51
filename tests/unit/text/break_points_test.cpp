#include "text/break_points.h"

#include <doctest.h>

#include <string>

using namespace lesesaal;

namespace {

/// Breaks wherever it may: after every character.
std::vector<std::uint32_t> everywhere(std::string_view word, std::string_view) {
    std::vector<std::uint32_t> breaks;
    for (std::uint32_t at = 1; at < word.size(); ++at) breaks.push_back(at);
    return breaks;
}

/// The text with "|" at its break points.
std::string broken(std::string_view text, const text::WordBreaker& breaker = everywhere) {
    std::string shown;
    std::size_t at = 0;
    for (const std::uint32_t point : text::find_break_points(text, "de", breaker)) {
        shown += std::string(text.substr(at, point - at)) + "|";
        at = point;
    }
    return shown + std::string(text.substr(at));
}

}  // namespace

TEST_CASE("break points: three letters stay before and after, two between; umlauts count once") {
    CHECK(broken("Gemeinden") == "Gem|ei|nden");
    CHECK(broken("über die Ämterungen") == "über die Ämt|er|un|gen");
    CHECK(broken("„Landstraße“, (Landstraße).") == "„Lan|ds|tr|aße“, (Lan|ds|tr|aße).");
}

TEST_CASE("break points: words of eight letters stay whole, words of nine do not") {
    CHECK(broken("Großstadt Kreistag") == "Gro|ßs|tadt Kreistag");
}

TEST_CASE("break points: addresses, words with digits and abbreviations stay whole") {
    for (const char* whole : {"www.kommune.de/verwaltung", "https://kommune/verwaltung", "verwaltung@kommune", "Kommune21",
                              "VITAKO", "OZGÄnderung", "x86prozessor", "Verwaltung.digital", "Ver\u00adwaltung"}) {
        CAPTURE(whole);
        CHECK(broken(whole) == whole);
    }
    CHECK(broken("Am Ende. Demzufolge") == "Am Ende. Dem|zu|fo|lge");
    CHECK(broken("govDigital") == "gov|Di|gi|tal");
}

TEST_CASE("break points: the parts of a word with hyphens count as words") {
    CHECK(broken("IT-Planungen") == "IT-Pla|nu|ngen");
    CHECK(broken("Bund-Bundesländer-Kreis") == "Bund-Bun|de|sl|än|der-Kreis");
}

TEST_CASE("break points: the breaker gets the word in lower case and its language") {
    std::string asked;
    const auto breaker = [&](std::string_view word, std::string_view language) -> std::vector<std::uint32_t> {
        asked += std::string(word) + "/" + std::string(language) + " ";
        return {};
    };
    CHECK(text::find_break_points("Ämter und BürgerÄmter im Landkreis", "de-AT", breaker).empty());
    CHECK(asked == "bürgerämter/de-AT landkreis/de-AT ");
}

TEST_CASE("break points: an answer that cannot be is left out") {
    const auto wild = [](std::string_view, std::string_view) -> std::vector<std::uint32_t> { return {0, 1, 3, 4, 4, 9, 400}; };
    CHECK(broken("Gebäudeart", wild) == "Geb|äudeart");  // 4 is inside the ä
    CHECK(broken("", wild).empty());
    CHECK(broken("\xff\xfe\xff\xfe\xff\xfe\xff", wild) == "\xff\xfe\xff\xfe\xff\xfe\xff");
}
