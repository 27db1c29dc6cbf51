#include "ingest/press_lines.h"

#include <doctest.h>

using namespace lesesaal;

TEST_CASE("lines: LF, CRLF and CR end them, blanks around and empty lines are left out") {
    const std::string_view bytes = "eins \r\n\r\n  zwei\rdrei\n\u00A0\nvier";
    const ingest::Lines lines = ingest::split_lines(bytes, 0, 10);
    std::string joined;
    for (const base::ByteRange line : lines.ranges) joined += std::string(bytes.substr(line.begin, line.size())) + "|";
    CHECK(joined == "eins|zwei|drei|vier|");
    CHECK(lines.end == bytes.size());
}

TEST_CASE("lines: beyond the limit reading stops at the beginning of the next one") {
    const ingest::Lines all = ingest::split_lines("a\nb\n\n", 0, 2);
    CHECK(all.ranges.size() == 2);
    CHECK(all.end == 5);
    const ingest::Lines cut = ingest::split_lines("a\nb\nc\nd", 0, 2);
    CHECK(cut.ranges.size() == 2);
    CHECK(cut.end == 4);
}

TEST_CASE("date mark: with one or two digits, at the beginning, with a year of four") {
    CHECK(ingest::find_date_mark("[23.10.2025] Text")->size == 12);
    CHECK(ingest::find_date_mark("[23.10.2025]")->date == base::Date{2025, 10, 23});
    CHECK(ingest::find_date_mark("[3.9.2025]x")->date == base::Date{2025, 9, 3});
    for (const std::string line : {"", "[", "[23.10.25] x", "[23.10.20255]", " [23.10.2025]", "[23-10-2025]", "23.10.2025",
                                   "[123.10.2025]", "[23.10.2025"}) {
        CAPTURE(line);
        CHECK_FALSE(ingest::find_date_mark(line).has_value());
    }
}

TEST_CASE("date mark: of a day that does not exist it is a mark without a date") {
    const auto mark = ingest::find_date_mark("[31.02.2025] Text");
    REQUIRE(mark.has_value());
    CHECK_FALSE(mark->date.has_value());
}

TEST_CASE("more mark: with full stops or an ellipsis, at the end, as a word") {
    for (const std::string mark : {"mehr...", "mehr ...", "mehr…", "mehr …", "mehr\u00A0…", "Mehr..."}) {
        CAPTURE(mark);
        CHECK(ingest::find_more_mark("Text. " + std::string(mark)) == 6);
        CHECK(ingest::find_more_mark(mark) == 0);
    }
    for (const std::string line : {"Text.", "mehr", "nunmehr...", "mehr... Text", "mehr.", "", "..."}) {
        CAPTURE(line);
        CHECK(ingest::find_more_mark(line) == std::string_view(line).size());
    }
}

TEST_CASE("heading: short and without closing punctuation") {
    for (const std::string line :
         {"Kommunaler Schulterschluss", "„Wir machen das“", "Teil 1 (neu)", "OZG 2.0", "E-Akte – und nun"})
        CHECK(ingest::looks_like_heading(line));
    for (const std::string line :
         {"Das ist ein Satz.", "Was nun?", "Halt!", "Und weiter …", "Folgendes:", "„Das ist ein Satz.“", "(Das auch.)",
          "Und so weiter...", "eins,", "eins;", "", "“", "Er sagte: „Ja!“"}) {
        CAPTURE(line);
        CHECK_FALSE(ingest::looks_like_heading(line));
    }
}

TEST_CASE("heading: 120 characters at most, however they are written") {
    const auto repeated = [](const char* text, int times) {
        std::string line;
        for (int i = 0; i < times; ++i) line += text;
        return line;
    };
    CHECK(ingest::looks_like_heading(repeated("ä", 120)));
    CHECK(ingest::looks_like_heading(repeated("a\u0308", 120)));
    CHECK_FALSE(ingest::looks_like_heading(repeated("ä", 121)));
    CHECK_FALSE(ingest::looks_like_heading(repeated("a\u0308", 121)));
}

TEST_CASE("source note: at the end of a paragraph, in its spellings") {
    CHECK(ingest::find_source_note("Quelle: Kommune21.") == "Kommune21");
    CHECK(ingest::find_source_note("Quelle: Kommune21") == "Kommune21");
    CHECK(ingest::find_source_note("Ein Text. (Quelle: Kommune21)") == "Kommune21");
    CHECK(ingest::find_source_note("Ein Text. (Quelle: Kommune21).") == "Kommune21");
    CHECK(ingest::find_source_note("Ein Text. Quelle: Stadt Köln, 23.10.2025.") == "Stadt Köln");
    CHECK(ingest::find_source_note("(Quelle: heise.de)") == "heise.de");
}

TEST_CASE("source note: in the middle of a text it is none") {
    CHECK(ingest::find_source_note("Quelle: Kommune21. Und es geht weiter.") == "");
    CHECK(ingest::find_source_note("Die Datenquelle: keine") == "");
    CHECK(ingest::find_source_note("Quelle:") == "");
    CHECK(ingest::find_source_note("Keine.") == "");
    CHECK(ingest::find_source_note("Quelle: " + std::string(200, 'x')) == "");
}

TEST_CASE("first words: short texts stay whole, long ones are cut between words") {
    CHECK(ingest::first_words("Kurz.") == "Kurz.");
    std::string text;
    for (int i = 0; i < 30; ++i) text += "größer ";
    const std::string words = ingest::first_words(text);
    CHECK(words.size() < 90);
    CHECK(words.ends_with("größer…"));
}
