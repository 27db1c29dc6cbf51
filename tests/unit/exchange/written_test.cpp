// What others must not be able to do with a text: begin a formula, end an element, a line or an entry.
#include <doctest.h>

#include "notebook/entries.h"
#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::exchange;
using notebook::FileFormat;
using notebook::Kind;
using notebook::Log;

namespace {

Log log_with_note(std::string_view note) {
    Log log("me", "presse");
    log.record(Kind::note, "eins", true, sample_ms(0), note);
    return log;
}

std::string csv_of(std::string_view note) { return write(log_with_note(note), FileFormat::csv, sample_origin()); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("csv: no cell begins a formula") {
    for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\r"}) {
        CAPTURE(sign);
        CHECK(has(csv_of(std::string(sign) + "1"), ",\"'" + std::string(sign) + "1\""));
    }
    CHECK(has(csv_of(" =1"), "\"' =1\""));
    CHECK(has(csv_of("\"=1"), "\"'\"\"=1\""));
    CHECK(has(csv_of("a=1-2"), "\"a=1-2\""));
    CHECK(has(csv_of("'schon"), "\"'schon\""));
}

TEST_CASE("csv: nor where a semicolon, a tab or a line end would part cells") {
    CHECK(has(csv_of("a;=1"), "\"a;'=1\""));
    CHECK(has(csv_of("a; \"@1"), "\"a;' \"\"@1\""));
    CHECK(has(csv_of("a\n-1"), "\"a\n'-1\""));
    CHECK(has(csv_of("a\r\n+1"), "'+1\""));
    CHECK(has(csv_of("a\t=1"), "\"a\t'=1\""));
    CHECK(has(csv_of("a; b"), "\"a; b\""));
}

TEST_CASE(
    "csv: it begins with a byte-order mark, lines end with CR LF, quotation marks are doubled, every line has sixteen cells") {
    const std::string text = write(sample_log(), FileFormat::csv, sample_origin());
    CHECK(text.starts_with("\xEF\xBB\xBF"));
    CHECK(text.ends_with("\r\n"));
    CHECK(has(text, "b=\"\"2\"\""));
    std::size_t cells = 1;
    std::size_t lines = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (text[i] == ',') ++cells;
        if (text[i] != '\r') continue;
        CHECK(text[i + 1] == '\n');
        CHECK(cells == 16);
        cells = 1;
        ++lines;
    }
    CHECK(lines == 6);  // names, three articles, two highlights
}

TEST_CASE("html: text stays text, and only web addresses are links") {
    Log log("me", "presse");
    log.record(Kind::card, "eins", true, sample_ms(0),
               R"({"headline":"<script>alert(1)</script>","url":"https://a.example/\"onclick=\"x"})");
    log.record(Kind::bookmark, "eins", true, sample_ms(0));
    log.record(Kind::note, "eins", true, sample_ms(0), "</main><img src=x onerror=alert(1)>\x01");
    for (const FileFormat format : {FileFormat::html, FileFormat::netscape}) {
        const std::string text = write(log, format, sample_origin());
        CHECK_FALSE(has(text, "<script"));
        CHECK_FALSE(has(text, "<img"));
        CHECK_FALSE(has(text, "\"onclick"));
        CHECK_FALSE(has(text, "\x01"));
        CHECK(has(text, "&lt;script&gt;"));
    }
}

TEST_CASE("markdown: text stays text at the beginning of lines and inside of them") {
    const auto markdown = [](std::string_view note) {
        const std::string text = write(log_with_note(note), FileFormat::markdown, sample_origin());
        return text.substr(text.find("(eins)") + 8);
    };
    CHECK(markdown("# kein Titel") == "\\# kein Titel\n");
    CHECK(markdown("- keine Liste\n1. auch nicht\n    kein Code") == "\\- keine Liste\\\n1\\. auch nicht\\\nkein Code\n");
    CHECK(markdown("[x](https://a.example) <b> *y* `z`") == "\\[x\\](https://a.example) \\<b\\> \\*y\\* \\`z\\`\n");
    CHECK(markdown("eins\n\n\nzwei\n") == "eins\n\nzwei\n");
    CHECK(markdown("===\n---") == "\\===\\\n\\---\n");
}

TEST_CASE("words: German is the rule, English for English and its regions") {
    const auto first_line = [](std::string language) {
        const std::string text = write(Log{}, FileFormat::markdown, sample_origin(std::move(language)));
        return text.substr(0, text.find('\n'));
    };
    CHECK(first_line("de") == "# Notizen: Pressespiegel");
    CHECK(first_line("en-GB") == "# Notes: Pressespiegel");
    CHECK(first_line("") == "# Notizen: Pressespiegel");
}

TEST_CASE("citations: an article that has no card is cited by what is known") {
    const std::string text = write(log_with_note("x"), FileFormat::bibtex, sample_origin());
    CHECK(has(text, "Ohne Überschrift (eins)"));
}

TEST_CASE("citations: dates are as exact as the card's") {
    for (const auto& [date, edtf] :
         std::vector<std::pair<std::string, std::string>>{{"2025-10-08", "{2025-10-08}"},
                                                          {"2025-10", "{2025-10}"},
                                                          {"2025", "{2025}"},
                                                          {"2019-11-14/2019-11-15", "{2019-11-14/2019-11-15}"}}) {
        Log log("me", "presse");
        log.record(Kind::card, "eins", true, sample_ms(0), encode(notebook::Card{.headline = "Eins", .date = date}));
        log.record(Kind::bookmark, "eins", true, sample_ms(0));
        CHECK(has(write(log, FileFormat::bibtex, sample_origin()), "date         = " + edtf));
    }
    for (const char* wrong : {"gestern", "2025-13", "2025-02-30", "2019-11-15/2019-11-14", "20251008"}) {
        Log log("me", "presse");
        log.record(Kind::card, "eins", true, sample_ms(0), encode(notebook::Card{.headline = "Eins", .date = wrong}));
        log.record(Kind::bookmark, "eins", true, sample_ms(0));
        CHECK_FALSE(has(write(log, FileFormat::bibtex, sample_origin()), "  date "));
    }
}
