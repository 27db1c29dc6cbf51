#include <doctest.h>

#include <random>

#include "imports.h"
#include "ingest/json_feed.h"
#include "ingest/press_page.h"

using namespace lesesaal;

namespace {

constexpr std::string_view page =
    "VitakoMitgliederversammlung in Bremen\r\n"
    "Am 14. und 15. November 2019 war die „Versammlung“ in Bremen.\r\n"
    "Große Pläne\n"
    "Ein Absatz. (Quelle: Kommune21)\n"
    "BMDS: „Wir haben: Wildwuchs.“\n"
    "[08.10.2025] Der Minister sprach. mehr...\n"
    "Köln: Anträge\n"
    "[31.02.2025] Köln pru\u0308ft. mehr…\n";

constexpr std::string_view feed =
    R"({"version":"https://jsonfeed.org/version/1.1","title":"Blatt","items":[{"id":1,"title":"Bund: Eins","url":"https://a.example/1",)"
    R"("content_text":"Absatz.\n\nNoch einer.","date_published":"2025-10-23T08:00:00Z"},{"content_html":"<h2>A</h2><p>B &auml; &#228;</p>"},{"summary":"S"}]})";

constexpr std::string_view parts[] = {"[",
                                      "]",
                                      "mehr...",
                                      "mehr",
                                      ": ",
                                      "\r",
                                      "\n",
                                      "\r\n",
                                      "„",
                                      "“",
                                      "\u0308",
                                      "\u00A0",
                                      "[01.02.2025] ",
                                      "Quelle: ",
                                      "…",
                                      "A",
                                      "aB",
                                      ".",
                                      "\xEF\xBB\xBF",
                                      "ß",
                                      "14. Mai 2020",
                                      "\"",
                                      "{",
                                      "}",
                                      ",",
                                      "<p>",
                                      "&#",
                                      "<script>",
                                      "\\u"};
constexpr std::string_view bad_parts[] = {"\xFF", "\xC3", "\xE2\x80", std::string_view("\0", 1)};

// Deletes, doubles and inserts, at character boundaries while `only_valid`.
std::string mutated(std::string_view text, std::mt19937& random, bool only_valid) {
    std::string changed(text);
    const int changes = 1 + static_cast<int>(random() % 6);
    for (int i = 0; i < changes; ++i) {
        const auto boundary = [&](std::size_t at) { return only_valid ? text::cut_utf8(changed, at).size() : at; };
        const std::size_t begin = boundary(random() % (changed.size() + 1));
        const std::size_t end = boundary(std::min<std::size_t>(begin + random() % 40, changed.size()));
        switch (random() % 3) {
        case 0: changed.erase(begin, end - begin); break;
        case 1: changed.insert(boundary(random() % (changed.size() + 1)), changed.substr(begin, end - begin)); break;
        default:
            if (!only_valid && random() % 4 == 0) changed.insert(begin, bad_parts[random() % std::size(bad_parts)]);
            else changed.insert(begin, parts[random() % std::size(parts)]);
        }
    }
    return changed;
}

}  // namespace

TEST_CASE("mutations: whatever happens to a press page, its pieces cover it and its values are sound") {
    std::mt19937 random(20191114);
    for (int round = 0; round < 4000; ++round) {
        const std::string bytes = mutated(page, random, true);
        const ingest::Import import = ingest::import_press_page(bytes, {});
        const std::string fault = ingest::fault_of_pieces(import, bytes) + ingest::fault_of_values(import);
        if (!fault.empty()) FAIL_CHECK("round " << round << ": " << fault << "\n" << bytes);
    }
}

TEST_CASE("mutations: a press page with broken bytes is still covered") {
    std::mt19937 random(15);
    for (int round = 0; round < 2000; ++round) {
        const std::string bytes = mutated(page, random, false);
        const std::string fault = ingest::fault_of_pieces(ingest::import_press_page(bytes, {}), bytes);
        if (!fault.empty()) FAIL_CHECK("round " << round << ": " << fault << "\n" << bytes);
    }
}

TEST_CASE("mutations: whatever happens to a feed, its articles are sound or the error has a place in it") {
    std::mt19937 random(2025);
    for (int round = 0; round < 4000; ++round) {
        const std::string bytes = mutated(feed, random, round % 2 == 0);
        const auto import = ingest::import_any(bytes, {});
        if (import) {
            const std::string fault = ingest::fault_of_values(*import);
            if (!fault.empty()) FAIL_CHECK("round " << round << ": " << fault << "\n" << bytes);
        } else if (import.error().offset.value_or(0) > bytes.size()) {
            FAIL_CHECK("round " << round << ": " << import.error().message);
        }
    }
}
