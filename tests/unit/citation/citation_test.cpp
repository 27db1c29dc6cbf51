#include <doctest.h>

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "citation/citation.h"

using namespace lesesaal;
using namespace lesesaal::citation;
using corpus::DatePrecision;
using nlohmann::json;

namespace {

const Reading reading{.accessed = {2026, 11, 23}, .collection = "Verwaltung digital"};

corpus::ArticleDate date(base::Date first, base::Date last, DatePrecision precision) { return {first, last, precision}; }
corpus::ArticleDate tenth_of_october() { return date({2025, 10, 10}, {2025, 10, 10}, DatePrecision::day); }

corpus::Article zehn_punkte() {
    corpus::Article article;
    article.uid = "0123456789abcdef";
    article.kicker = "Vitako";
    article.headline = "Zehn Punkte für die Digitalisierung";
    article.date = tenth_of_october();
    article.source = "Kommune21";
    article.url = "https://example.org/zehn-punkte_1";
    article.language = "de";
    return article;
}

corpus::Article dated(const corpus::ArticleDate& when) {
    corpus::Article article = zehn_punkte();
    article.date = when;
    return article;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

json only_item(const corpus::Article& article) {
    const json items = json::parse(cite(article, Style::csl_json, reading), nullptr, false);
    return items.is_array() && items.size() == 1 ? items[0] : json::object();
}

/// Braces as BibTeX counts them: a backslash shields none.
bool has_balanced_braces(const std::string& entry) {
    int depth = 0;
    for (const char c : entry) {
        if (c == '{') ++depth;
        if (c == '}' && --depth < 0) return false;
    }
    return depth == 0;
}

}  // namespace

TEST_CASE("citation: the German sentence names headline, source, date, address and the day it was read") {
    CHECK(cite(zehn_punkte(), Style::german, reading) ==
          "„Zehn Punkte für die Digitalisierung“. In: Kommune21, 10.\u00A0Oktober 2025. "
          "https://example.org/zehn-punkte_1 (abgerufen am\u00A023.\u00A0November 2026).\n");
}

TEST_CASE("citation: the German date is as exact as it is known") {
    const auto sentence = [](const corpus::ArticleDate& when) { return cite(dated(when), Style::german, reading); };
    CHECK(has(sentence(date({2019, 11, 14}, {2019, 11, 15}, DatePrecision::range)), ", 14.–15.\u00A0November 2019. https"));
    CHECK(has(sentence(date({2025, 9, 30}, {2025, 10, 2}, DatePrecision::range)),
              ", 30.\u00A0September – 2.\u00A0Oktober 2025. https"));
    CHECK(has(sentence(date({2024, 12, 31}, {2025, 1, 2}, DatePrecision::range)),
              ", 31.\u00A0Dezember 2024 – 2.\u00A0Januar 2025. https"));
    CHECK(has(sentence(date({2025, 3, 1}, {2025, 3, 1}, DatePrecision::range)), ", 1.\u00A0März 2025. https"));
    CHECK(has(sentence(date({2019, 11, 1}, {2019, 11, 30}, DatePrecision::month)), ", November 2019. https"));
    CHECK(has(sentence(date({2019, 1, 1}, {2019, 12, 31}, DatePrecision::year)), ", 2019. https"));
}

TEST_CASE("citation: a date found in prose stands in brackets, and no date is said so without a doubled full stop") {
    corpus::Article article = zehn_punkte();
    article.date->is_derived = true;
    CHECK(has(cite(article, Style::german, reading), ", [10.\u00A0Oktober 2025]. https"));
    article.date.reset();
    CHECK(has(cite(article, Style::german, reading), "Kommune21, o.\u00A0D. https"));
}

TEST_CASE("citation: without an address the collection is where it was read, without a source the date follows the headline") {
    corpus::Article article = zehn_punkte();
    article.url.clear();
    CHECK(cite(article, Style::german, reading) ==
          "„Zehn Punkte für die Digitalisierung“. In: Kommune21, 10.\u00A0Oktober 2025. Zitiert nach der Sammlung "
          "„Verwaltung digital“ (abgerufen am\u00A023.\u00A0November 2026).\n");
    article.source.clear();
    CHECK(has(cite(article, Style::german, reading), "„Zehn Punkte für die Digitalisierung“, 10.\u00A0Oktober 2025. Zitiert"));
    CHECK(cite(article, Style::german, {.accessed = {2026, 11, 23}}) ==
          "„Zehn Punkte für die Digitalisierung“, 10.\u00A0Oktober 2025.\n");
}

TEST_CASE("citation: quotation marks inside of the headline become single ones, whatever kind they are") {
    corpus::Article article = zehn_punkte();
    for (const std::string_view headline : {"Was heißt „einfach“ hier?", "Was heißt “einfach” hier?", "Was heißt \"einfach\" hier?"}) {
        article.headline = headline;
        CHECK(cite(article, Style::german, reading).starts_with("„Was heißt ‚einfach‘ hier?“ In: Kommune21"));
    }
}

TEST_CASE("citation: BibTeX is an article of its medium, with a key that stays the same") {
    CHECK(cite(zehn_punkte(), Style::bibtex, reading) ==
          "@article{zehn2025-012345,\n"
          "  title        = {{Zehn Punkte für die Digitalisierung}},\n"
          "  titleaddon   = {Vitako},\n"
          "  journaltitle = {Kommune21},\n"
          "  date         = {2025-10-10},\n"
          "  url          = {https://example.org/zehn-punkte_1},\n"
          "  urldate      = {2026-11-23},\n"
          "  langid       = {ngerman},\n"
          "}\n");
}

TEST_CASE("citation: BibTeX without a source is an online page, without an address too it names the collection") {
    corpus::Article article = zehn_punkte();
    article.source.clear();
    CHECK(cite(article, Style::bibtex, reading).starts_with("@online{"));
    article.url.clear();
    const std::string entry = cite(article, Style::bibtex, reading);
    CHECK(entry.starts_with("@misc{"));
    CHECK(has(entry, "howpublished = {Sammlung „Verwaltung digital“, abgerufen am 23.\u00A0November 2026}"));
    CHECK_FALSE(has(entry, "urldate"));
}

TEST_CASE("citation: BibTeX dates are EDTF as exact as they are known") {
    const auto entry = [](const corpus::ArticleDate& when) { return cite(dated(when), Style::bibtex, reading); };
    CHECK(has(entry(date({2019, 11, 14}, {2019, 11, 15}, DatePrecision::range)), "{2019-11-14/2019-11-15}"));
    CHECK(has(entry(date({2019, 11, 1}, {2019, 11, 30}, DatePrecision::month)), "= {2019-11}"));
    CHECK(has(entry(date({2019, 1, 1}, {2019, 12, 31}, DatePrecision::year)), "= {2019}"));
    corpus::Article article = zehn_punkte();
    article.date.reset();
    CHECK_FALSE(has(cite(article, Style::bibtex, reading), " date "));
    article.date = tenth_of_october();
    article.date->is_derived = true;
    CHECK(has(cite(article, Style::bibtex, reading), "note         = {Datum aus dem Text erschlossen}"));
}

TEST_CASE("citation: no text can break out of its BibTeX field") {
    corpus::Article article = zehn_punkte();
    article.headline = "100 % {Kosten} & }Nutzen{: $5 #1 a_b ~^ \\input{x}\n@article{y,\r\n";
    article.source = "A\\";
    article.url = "https://example.org/?a={b}&c=%20d\\e f\"g\n@x";
    const std::string entry = cite(article, Style::bibtex, reading);
    CHECK(has_balanced_braces(entry));
    CHECK(has(entry, "{{100 \\% \\textbraceleft{}Kosten\\textbraceright{} \\& \\textbraceright{}Nutzen\\textbraceleft{}: \\$5 \\#1 "
                     "a\\_b \\textasciitilde{}\\textasciicircum{} \\textbackslash{}input\\textbraceleft{}x"));
    CHECK(has(entry, "{https://example.org/?a=%7Bb%7D&c=%20d%5Ce%20f%22g%0A@x}"));
    CHECK(std::ranges::count(entry, '\n') == 9);
}

TEST_CASE("citation: a BibTeX key is plain letters and digits, whatever the headline is") {
    corpus::Article article = zehn_punkte();
    const auto key = [&](std::string_view headline) {
        article.headline = headline;
        const std::string entry = cite(article, Style::bibtex, reading);
        return entry.substr(9, entry.find(',') - 9);
    };
    CHECK(key("Übergänge größer denken") == "uebergaenge2025-012345");
    CHECK(key("Im Amt") == "im2025-012345");
    CHECK(key("数字化，{x}") == "x2025-012345");
    CHECK(key("„…“") == "artikel2025-012345");
    CHECK(key("") == "artikel2025-012345");
    article.uid = "not hex";
    CHECK(key("Zehn Punkte") == "zehn2025");
}

TEST_CASE("citation: a file of several BibTeX entries has no key twice") {
    const std::array articles{zehn_punkte(), zehn_punkte(), zehn_punkte()};
    const std::string file = cite(articles, Style::bibtex, reading);
    CHECK(has(file, "@article{zehn2025-012345,"));
    CHECK(has(file, "\n\n@article{zehn2025-012345-2,"));
    CHECK(has(file, "\n\n@article{zehn2025-012345-3,"));
}

TEST_CASE("citation: RIS is one field a line, lines end with CR LF, and the record ends") {
    CHECK(cite(zehn_punkte(), Style::ris, reading) ==
          "TY  - NEWS\r\n"
          "TI  - Zehn Punkte für die Digitalisierung\r\n"
          "T2  - Kommune21\r\n"
          "PY  - 2025\r\n"
          "DA  - 2025/10/10/\r\n"
          "UR  - https://example.org/zehn-punkte_1\r\n"
          "Y2  - 2026/11/23/\r\n"
          "DB  - Verwaltung digital\r\n"
          "LA  - de\r\n"
          "ID  - 0123456789abcdef\r\n"
          "ER  - \r\n");
}

TEST_CASE("citation: RIS leaves out what is not known") {
    CHECK(has(cite(dated(date({2019, 11, 14}, {2019, 11, 15}, DatePrecision::range)), Style::ris, reading),
              "DA  - 2019/11/14/bis 15.\u00A0November 2019\r\n"));
    CHECK(has(cite(dated(date({2019, 11, 1}, {2019, 11, 30}, DatePrecision::month)), Style::ris, reading), "DA  - 2019/11//\r\n"));
    CHECK(has(cite(dated(date({2019, 1, 1}, {2019, 12, 31}, DatePrecision::year)), Style::ris, reading), "DA  - 2019///\r\n"));
    corpus::Article bare;
    bare.headline = "Ohne alles";
    CHECK(cite(bare, Style::ris, {.accessed = {2026, 11, 23}}) == "TY  - GEN\r\nTI  - Ohne alles\r\nY2  - 2026/11/23/\r\nER  - \r\n");
    bare.url = "https://example.org/";
    CHECK(cite(bare, Style::ris, reading).starts_with("TY  - ELEC\r\n"));
}

TEST_CASE("citation: no text can begin a RIS line of its own") {
    corpus::Article article = zehn_punkte();
    article.headline = "Erste Zeile\r\nER  - \r\nTY  - BOOK\u2028\u0085x\x01y\tVer\u00ADwaltung ";
    const std::string record = cite(article, Style::ris, reading);
    CHECK(has(record, "TI  - Erste Zeile ER - TY - BOOK x y Verwaltung\r\n"));
    CHECK(std::ranges::count(record, '\n') == 11);
    CHECK(std::ranges::count(record, '\r') == 11);
}

TEST_CASE("citation: CSL-JSON is an array of items with dates in parts") {
    const json item = only_item(zehn_punkte());
    CHECK(item.value("type", "") == "article-newspaper");
    CHECK(item.value("title", "") == "Zehn Punkte für die Digitalisierung");
    CHECK(item.value("container-title", "") == "Kommune21");
    CHECK(item.value("URL", "") == "https://example.org/zehn-punkte_1");
    CHECK(item.value("language", "") == "de");
    CHECK(item.value("id", "") == "0123456789abcdef");
    CHECK(item.value("issued", json()).dump() == R"({"date-parts":[[2025,10,10]]})");
    CHECK(item.value("accessed", json()).dump() == R"({"date-parts":[[2026,11,23]]})");
}

TEST_CASE("citation: CSL-JSON dates are as exact as they are known, and no date has no parts") {
    const auto issued = [](const corpus::ArticleDate& when) { return only_item(dated(when)).value("issued", json()).dump(); };
    CHECK(issued(date({2019, 11, 14}, {2019, 11, 15}, DatePrecision::range)) == R"({"date-parts":[[2019,11,14],[2019,11,15]]})");
    CHECK(issued(date({2019, 11, 1}, {2019, 11, 30}, DatePrecision::month)) == R"({"date-parts":[[2019,11]]})");
    CHECK(issued(date({2019, 1, 1}, {2019, 12, 31}, DatePrecision::year)) == R"({"date-parts":[[2019]]})");
    corpus::Article article = zehn_punkte();
    article.date.reset();
    article.source.clear();
    article.uid.clear();
    const json item = only_item(article);
    CHECK_FALSE(item.contains("issued"));
    CHECK(item.value("type", "") == "webpage");
    CHECK(item.value("id", "") == "1");
}

TEST_CASE("citation: CSL-JSON survives quotes, backslashes, controls and bytes that are no text") {
    corpus::Article article = zehn_punkte();
    article.headline = "\"}],\\ \x01 \xFF\xC3 Ende";
    article.url = "javascript:alert(1)";
    const json item = only_item(article);
    CHECK(item.value("title", "") == "\"}],\\ \uFFFD\uFFFD Ende");
    CHECK_FALSE(item.contains("URL"));
}

TEST_CASE("citation: several articles are cited in the order given, none are an empty list") {
    std::array articles{zehn_punkte(), zehn_punkte()};
    articles[1].headline = "Zweiter";
    const std::string sentences = cite(articles, Style::german, reading);
    CHECK(std::ranges::count(sentences, '\n') == 2);
    CHECK(sentences.find("Zehn") < sentences.find("Zweiter"));
    CHECK(json::parse(cite(articles, Style::csl_json, reading), nullptr, false).size() == 2);
    CHECK(cite(std::span<const corpus::Article>{}, Style::csl_json, reading) == "[]\n");
    CHECK(cite(std::span<const corpus::Article>{}, Style::ris, reading).empty());
}

TEST_CASE("citation: every style has a file extension and a media type") {
    CHECK(file_extension(Style::bibtex) == "bib");
    CHECK(media_type(Style::ris) == "application/x-research-info-systems");
    for (const Style style : {Style::german, Style::bibtex, Style::ris, Style::csl_json}) {
        CHECK_FALSE(file_extension(style).empty());
        CHECK_FALSE(media_type(style).empty());
    }
}
