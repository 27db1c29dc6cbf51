#include "ingest/press_page.h"

#include <doctest.h>

#include "imports.h"

using namespace lesesaal;
using ingest::Import;

namespace {

Import import_page(std::string_view bytes, const ingest::ImportOptions& options = {}) {
    Import import = ingest::import_press_page(bytes, options);
    ingest::check_sound(import, bytes);
    return import;
}

std::string with_line_ends(std::string_view text, std::string_view line_end) {
    std::string changed;
    for (const char c : text) {
        if (c == '\n') changed += line_end;
        else changed += c;
    }
    return changed;
}

// Umlauts taken apart.
std::string decomposed(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"ä", "a\u0308"}, {"ö", "o\u0308"}, {"ü", "u\u0308"}, {"Ä", "A\u0308"}, {"Ö", "O\u0308"}, {"Ü", "U\u0308"}};
    std::string changed(text);
    for (const auto& [composed, apart] : pairs) {
        for (std::size_t at = 0; (at = changed.find(composed, at)) != std::string::npos; at += apart.size()) {
            changed.replace(at, composed.size(), apart);
        }
    }
    return changed;
}

// Dates without their place in the bytes, which differs between the variations of a page.
std::vector<corpus::Article> without_places(Import import) {
    for (corpus::Article& article : import.articles) {
        if (article.date) article.date->source = {};
    }
    return import.articles;
}

constexpr std::string_view small_page =
    "WürzburgÄmter arbeiten zusammen\n"
    "Am 5. März 2024 haben sich die Ämter in Würzburg getroffen.\n"
    "Über den Tag hinaus\n"
    "Die Grüße der Gäste waren herzlich.\n"
    "Köln: Große Pläne für Bürger\n"
    "[06.03.2024] Köln möchte Anträge prüfen. mehr...\n"
    "\n\n";

}  // namespace

TEST_CASE("press page: a glued kicker, sections and a derived date make the full article") {
    const std::string_view page =
        "VitakoMitgliederversammlung in Bremen\n"
        "Am 14. und 15. November 2019 war die Versammlung.\n"
        "Kommunaler Schulterschluss\n"
        "Ein Absatz.\n"
        "Noch ein Absatz.\n";
    const Import import = import_page(page);
    REQUIRE(import.articles.size() == 1);
    const corpus::Article& article = import.articles[0];
    CHECK(article.kicker == "Vitako");
    CHECK(article.headline == "Mitgliederversammlung in Bremen");
    CHECK_FALSE(article.is_teaser_only);
    CHECK(article.language == "de");
    REQUIRE(article.date.has_value());
    CHECK(article.date->first == base::Date{2019, 11, 14});
    CHECK(article.date->last == base::Date{2019, 11, 15});
    CHECK(article.date->precision == corpus::DatePrecision::range);
    CHECK(article.date->is_derived);
    CHECK(page.substr(article.date->source.begin, article.date->source.size()) == "14. und 15. November 2019");
    const std::vector<corpus::Section> expected = {{"", {"Am 14. und 15. November 2019 war die Versammlung."}},
                                                   {"Kommunaler Schulterschluss", {"Ein Absatz.", "Noch ein Absatz."}}};
    CHECK(article.sections == expected);
    CHECK(import.warnings.empty());
}

TEST_CASE("press page: a teaser is a heading line and a date mark, without its 'mehr...'") {
    const Import import = import_page("BMDS: „Wir haben Wildwuchs entwickelt.“\n[08.10.2025] Der Minister sprach. mehr...\n");
    REQUIRE(import.articles.size() == 1);
    const corpus::Article& article = import.articles[0];
    CHECK(article.kicker == "BMDS");
    CHECK(article.headline == "„Wir haben Wildwuchs entwickelt.“");
    CHECK(article.is_teaser_only);
    REQUIRE(article.date.has_value());
    CHECK(article.date->first == base::Date{2025, 10, 8});
    CHECK(article.date->precision == corpus::DatePrecision::day);
    CHECK_FALSE(article.date->is_derived);
    CHECK(article.date->source.is_empty());
    CHECK(article.sections == std::vector<corpus::Section>{{"", {"Der Minister sprach."}}});
    CHECK(import.warnings.empty());
}

TEST_CASE("press page: every line end, mark and normalisation gives the same articles") {
    for (const std::string& page : {std::string(small_page), ingest::read_source_file("assets/corpus/kommune21.txt")}) {
        const std::vector<corpus::Article> expected = without_places(import_page(page));
        REQUIRE_FALSE(expected.empty());
        const std::string variations[] = {with_line_ends(page, "\r\n"),
                                          with_line_ends(page, "\r"),
                                          with_line_ends(page, " \t\u00A0\n"),
                                          "\xEF\xBB\xBF" + page,
                                          decomposed(page),
                                          "\xEF\xBB\xBF\n\n" + with_line_ends(decomposed(page), " \r\n") + "\n  "};
        for (const std::string& variation : variations) {
            CHECK(without_places(import_page(variation)) == expected);
        }
    }
}

TEST_CASE("press page: kickers are divided where the decomposed bytes are") {
    const std::string page = decomposed(small_page);
    const Import import = import_page(page);
    REQUIRE(import.pieces.size() > 2);
    CHECK(page.substr(0, import.pieces[0].range.end) == "Wu\u0308rzburg");
    CHECK(import.articles[0].kicker == "Würzburg");
    CHECK(import.articles[0].headline == "Ämter arbeiten zusammen");
    CHECK(page.substr(import.articles[0].date->source.begin, import.articles[0].date->source.size()) == "5. Ma\u0308rz 2024");
}

TEST_CASE("press page: the default corpus has its sixteen articles") {
    const std::string page = ingest::read_source_file("assets/corpus/kommune21.txt");
    const Import import = import_page(page);
    REQUIRE(import.articles.size() == 16);
    CHECK(import.articles[0].kicker == "Vitako");
    CHECK(import.articles[0].headline == "Mitgliederversammlung in Bremen");
    CHECK(import.articles[0].sections.size() == 3);
    CHECK_FALSE(import.articles[0].is_teaser_only);
    for (const corpus::Article& article : import.articles) {
        CAPTURE(article.headline);
        CHECK(article.source == "Kommune21");
        CHECK_FALSE(article.kicker.empty());
        CHECK(article.date.has_value());
    }
    for (std::size_t i = 1; i < import.articles.size(); ++i) {
        CHECK(import.articles[i].is_teaser_only);
        CHECK(import.articles[i].date->first >= base::Date{2025, 9, 3});
        CHECK(import.articles[i].date->first <= base::Date{2025, 10, 23});
    }
    CHECK(import.warnings.empty());
}

TEST_CASE("press page: a kicker known from a teaser divides the first line") {
    const Import import = import_page(
        "StadtBoxNeue Wege\nAm 1. Mai 2024 begann es.\n"
        "StadtBox: Alte Wege\n[02.05.2024] So war es. mehr...\n");
    CHECK(import.articles[0].kicker == "StadtBox");
    CHECK(import.articles[0].headline == "Neue Wege");
}

TEST_CASE("press page: without a date in the prose the article has none, and a warning says so") {
    const Import import = import_page("Überschrift allein\nEin Absatz ohne Tag.\nBund: Teaser\n[01.02.2025] Text. mehr...\n");
    REQUIRE(import.articles.size() == 2);
    CHECK_FALSE(import.articles[0].date.has_value());
    CHECK(ingest::has_warning(import, 0, "no date"));
}

TEST_CASE("press page: a day in the prose goes before a month or a year that stands earlier") {
    const auto date_of = [](std::string_view body) {
        return import_page("Titel\n" + std::string(body)).articles[0].date.value();
    };
    CHECK(date_of("Im Jahr 2018 und im Mai 2019.\nAm 3. Juni 2020 dann. Am 4. Juni 2020 auch.").first ==
          base::Date{2020, 6, 3});
    CHECK(date_of("Im Jahr 2018 und im Mai 2019.").precision == corpus::DatePrecision::month);
    CHECK(date_of("Im Jahr 2018 und im Mai 2019.").last == base::Date{2019, 5, 31});
    CHECK(date_of("Im Jahr 2018 und im Jahr 2019.").first == base::Date{2018, 1, 1});
}

TEST_CASE("press page: a date mark that is no day gives an article without a date and a warning there") {
    const std::string_view page = "Bund: Teaser\n[31.02.2025] Text. mehr...\n";
    const Import import = import_page(page);
    REQUIRE(import.articles.size() == 1);
    CHECK_FALSE(import.articles[0].date.has_value());
    CHECK(ingest::has_warning(import, page.find('['), "[31.02.2025]"));
}

TEST_CASE("press page: a teaser may lack kicker and 'mehr...' and have an ellipsis") {
    const Import import = import_page(
        "Nur eine Überschrift\n[1.2.2025] Text eins.\n"
        "Bund: Zwei\n[02.02.2025] Text zwei. mehr …\n"
        "Land: Drei\n[03.02.2025] Text drei. mehr…\n");
    REQUIRE(import.articles.size() == 3);
    CHECK(import.articles[0].kicker == "");
    CHECK(import.articles[0].headline == "Nur eine Überschrift");
    CHECK(import.articles[0].sections[0].paragraphs == std::vector<std::string>{"Text eins."});
    CHECK(import.articles[1].sections[0].paragraphs == std::vector<std::string>{"Text zwei."});
    CHECK(import.articles[2].sections[0].paragraphs == std::vector<std::string>{"Text drei."});
    CHECK(import.warnings.empty());
}

TEST_CASE("press page: a teaser's text may go over several lines") {
    const Import import = import_page(
        "Bund: Eins\n[01.02.2025] Erster Absatz.\nZweiter Absatz. mehr...\n"
        "Land: Zwei\n[02.02.2025] mehr...\n"
        "Stadt: Drei\n[03.02.2025]\nUnter der Marke.\nmehr...\n");
    REQUIRE(import.articles.size() == 3);
    CHECK(import.articles[0].sections[0].paragraphs == std::vector<std::string>{"Erster Absatz.", "Zweiter Absatz."});
    CHECK(import.articles[1].sections.empty());
    CHECK(import.articles[2].sections[0].paragraphs == std::vector<std::string>{"Unter der Marke."});
    CHECK(import.articles[2].headline == "Drei");
}

TEST_CASE("press page: a first article with a date mark and several lines is a full one") {
    const Import import = import_page(
        "VitakoMitgliederversammlung in Bremen\n[14.11.2019] Der erste Absatz.\nZwischen den Zeilen\nDer zweite Absatz.\n"
        "Bund: Teaser\n[15.11.2019] Text. mehr...\n");
    REQUIRE(import.articles.size() == 2);
    CHECK(import.articles[0].kicker == "Vitako");
    CHECK_FALSE(import.articles[0].is_teaser_only);
    CHECK(import.articles[0].date->first == base::Date{2019, 11, 14});
    CHECK_FALSE(import.articles[0].date->is_derived);
    CHECK(import.articles[0].sections.size() == 2);
    CHECK(import.articles[1].is_teaser_only);
}

TEST_CASE("press page: a date mark without a headline above borrows the first words") {
    const std::string_view page = "Bund: Eins\n[01.02.2025] Text eins. mehr...\n[02.02.2025] Text zwei. mehr...\n";
    const Import import = import_page(page);
    REQUIRE(import.articles.size() == 2);
    CHECK(import.articles[1].headline == "Text zwei.");
    CHECK(import.articles[1].date->first == base::Date{2025, 2, 2});
    CHECK(ingest::has_warning(import, page.find("[02"), "no headline"));
}

TEST_CASE("press page: a date mark alone has nothing to be called") {
    const std::string_view page = "[01.02.2025]\n[02.02.2025] mehr...";
    const Import import = ingest::import_press_page(page, {});
    CHECK(ingest::fault_of_pieces(import, page) == "");
    CHECK(import.articles.empty());
    CHECK(import.warnings.size() == 2);
}

TEST_CASE("press page: a line alone above the teasers is ignored with a warning") {
    const std::string_view page = "Weitere Meldungen\nBund: Eins\n[01.02.2025] Text. mehr...\n";
    const Import import = import_page(page);
    REQUIRE(import.articles.size() == 1);
    CHECK(import.pieces[0].kind == ingest::PieceKind::ignored);
    CHECK(ingest::has_warning(import, 0, "stands alone"));
}

TEST_CASE("press page: the source stands in the options, or in a note at the end of an article") {
    const std::string_view page =
        "Titel\nAm 1. Mai 2024 war es.\nQuelle: Kommune21.\n"
        "Bund: Eins\n[01.02.2025] Text. (Quelle: Kommune21) mehr...\n"
        "Land: Zwei\n[02.02.2025] Text. mehr...\n";
    const Import noted = import_page(page);
    REQUIRE(noted.articles.size() == 3);
    for (const corpus::Article& article : noted.articles) CHECK(article.source == "Kommune21");
    CHECK(noted.articles[0].sections[0].paragraphs.back() == "Quelle: Kommune21.");
    CHECK(noted.articles[1].sections[0].paragraphs.back() == "Text. (Quelle: Kommune21)");
    ingest::ImportOptions options;
    options.source = "Amtsblatt";
    for (const corpus::Article& article : import_page(page, options).articles) CHECK(article.source == "Amtsblatt");
}

TEST_CASE("press page: of two sources each article keeps its own") {
    const Import import = import_page(
        "Bund: Eins\n[01.02.2025] Text. (Quelle: Amtsblatt) mehr...\n"
        "Land: Zwei\n[02.02.2025] Text. (Quelle: Kommune21) mehr...\n"
        "Stadt: Drei\n[03.02.2025] Text. mehr...\n");
    CHECK(import.articles[0].source == "Amtsblatt");
    CHECK(import.articles[1].source == "Kommune21");
    CHECK(import.articles[2].source == "");
}

TEST_CASE("press page: equal headings with different texts get different uids, equal articles a warning") {
    const std::string_view page =
        "Bund: Eins\n[01.02.2025] Text. mehr...\n"
        "Bund: Eins\n[01.02.2025] Ein anderer Text. mehr...\n"
        "Bund: Eins\n[01.02.2025] Ein anderer Text. mehr...\n";
    const Import import = import_page(page);
    REQUIRE(import.articles.size() == 3);
    CHECK(import.articles[0].uid == corpus::make_uid(import.articles[0]));
    CHECK(import.articles[0].uid != import.articles[1].uid);
    CHECK(import.articles[1].uid == import.articles[2].uid);
    CHECK(ingest::has_warning(import, page.rfind("Bund"), "second time"));
    CHECK(import.warnings.size() == 1);
}

TEST_CASE("press page: up to the limit lines are read, the rest is ignored with a warning") {
    std::string page = "Titel\nAm 1. Mai 2024.\n";
    for (std::size_t i = 2; i < ingest::press_page_lines_max; ++i) page += "x\n";
    CHECK(ingest::import_press_page(page, {}).warnings.empty());
    const std::size_t offset = page.size();
    page += "y\nz\n";
    const Import import = ingest::import_press_page(page, {});
    CHECK(ingest::fault_of_pieces(import, page) == "");
    CHECK(ingest::has_warning(import, offset, "ignored"));
    CHECK(import.articles[0].sections[0].paragraphs.size() == ingest::press_page_lines_max - 1);
}

TEST_CASE("press page: up to the limit articles are read, the rest is ignored with a warning") {
    std::string page;
    for (std::size_t i = 0; i < ingest::import_articles_max; ++i) page += "K: H" + std::to_string(i) + "\n[01.02.2025] T\n";
    CHECK(ingest::import_press_page(page, {}).warnings.empty());
    const std::size_t offset = page.size();
    page += "K: Zu viel\n[01.02.2025] T\n";
    const Import import = ingest::import_press_page(page, {});
    CHECK(ingest::fault_of_pieces(import, page) == "");
    CHECK(import.articles.size() == ingest::import_articles_max);
    CHECK(ingest::has_warning(import, offset, "articles"));
}
