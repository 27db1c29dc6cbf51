#include "text/date_phrases.h"

#include <doctest.h>

#include <random>
#include <string>

using namespace lesesaal;

namespace {

// "14. November 2019 = 2019-11-14..2019-11-14 day; …"
std::string found_in(std::string_view text) {
    static constexpr const char* names[] = {"day", "range", "month", "year"};
    std::string found;
    for (const text::DatePhrase& phrase : text::find_date_phrases(text)) {
        if (!found.empty()) found += "; ";
        found += std::string(text.substr(phrase.range.begin, phrase.range.size())) + " = " + base::to_iso(phrase.first);
        if (phrase.last != phrase.first) found += ".." + base::to_iso(phrase.last);
        found += std::string(" ") + names[static_cast<int>(phrase.precision)];
    }
    return found;
}

}  // namespace

TEST_CASE("date phrases: a day with its month and year") {
    CHECK(found_in("Am 14. November 2019 hat") == "14. November 2019 = 2019-11-14 day");
    CHECK(found_in("am 3. Mai 2020.") == "3. Mai 2020 = 2020-05-03 day");
    CHECK(found_in("(14.11.2019)") == "14.11.2019 = 2019-11-14 day");
    CHECK(found_in("14. 11. 2019, 10 Uhr") == "14. 11. 2019 = 2019-11-14 day");
    CHECK(found_in("1.4.2020") == "1.4.2020 = 2020-04-01 day");
    CHECK(found_in("vom 2019-11-14T10:00") == "2019-11-14 = 2019-11-14 day");
}

TEST_CASE("date phrases: two days of a month are a range") {
    const char* expected = " = 2019-11-14..2019-11-15 range";
    for (const std::string text :
         {"14. und 15. November 2019", "14./15. November 2019", "14.–15. November 2019", "14.-15. November 2019",
          "14–15. November 2019", "14. bis 15. November 2019", "14. bis zum 15. November 2019", "14. u. 15. November 2019",
          "14., 15. November 2019", "14. sowie 15. November 2019", "14./15.11.2019", "14. und 15.11.2019", "14.11.–15.11.2019",
          "14.11.2019 – 15.11.2019", "14. bis einschließlich 15. November 2019", "14., bis Freitag, den 15. November 2019"}) {
        CAPTURE(text);
        CHECK(found_in("Am " + std::string(text) + " in Bremen") == text + std::string(expected));
    }
}

TEST_CASE("date phrases: ranges go over months and years") {
    CHECK(found_in("vom 30. Oktober bis 2. November 2019 in") ==
          "30. Oktober bis 2. November 2019 = 2019-10-30..2019-11-02 range");
    CHECK(found_in("vom 30. Dezember 2019 bis 2. Januar 2020.") ==
          "30. Dezember 2019 bis 2. Januar 2020 = 2019-12-30..2020-01-02 range");
    CHECK(found_in("vom 30. Dezember bis 2. Januar 2020") == "30. Dezember bis 2. Januar 2020 = 2019-12-30..2020-01-02 range");
    CHECK(found_in("am 30. November und 1. Dezember 2019") ==
          "30. November und 1. Dezember 2019 = 2019-11-30..2019-12-01 range");
}

TEST_CASE("date phrases: two full dates joined by 'und' are two days") {
    CHECK(found_in("am 14. November 2018 und 3. Dezember 2019") ==
          "14. November 2018 = 2018-11-14 day; 3. Dezember 2019 = 2019-12-03 day");
}

TEST_CASE("date phrases: months and years") {
    CHECK(found_in("im November 2019") == "November 2019 = 2019-11-01..2019-11-30 month");
    CHECK(found_in("Mitte Februar 2020 ") == "Februar 2020 = 2020-02-01..2020-02-29 month");
    CHECK(found_in("Oktober/November 2019") == "Oktober/November 2019 = 2019-10-01..2019-11-30 month");
    CHECK(found_in("von Dezember 2019 bis Februar 2020") == "Dezember 2019 bis Februar 2020 = 2019-12-01..2020-02-29 month");
    CHECK(found_in("im Jahr 2019") == "Jahr 2019 = 2019-01-01..2019-12-31 year");
    CHECK(found_in("in den Jahren 2019 bis 2021") == "Jahren 2019 bis 2021 = 2019-01-01..2021-12-31 year");
    CHECK(found_in("Ende 2019, 2020 folgt") == "Ende 2019 = 2019-01-01..2019-12-31 year");
}

TEST_CASE("date phrases: months are known composed, decomposed, abbreviated and Austrian") {
    CHECK(found_in("5. März 2020") == "5. März 2020 = 2020-03-05 day");
    CHECK(found_in("5. Ma\u0308rz 2020") == "5. Ma\u0308rz 2020 = 2020-03-05 day");
    CHECK(found_in("5. Maerz 2020") == "5. Maerz 2020 = 2020-03-05 day");
    CHECK(found_in("5. MÄRZ 2020") == "5. MÄRZ 2020 = 2020-03-05 day");
    CHECK(found_in("5. Nov. 2019") == "5. Nov. 2019 = 2019-11-05 day");
    CHECK(found_in("5. Sept. 2019") == "5. Sept. 2019 = 2019-09-05 day");
    CHECK(found_in("5. Jän. 2019") == "5. Jän. 2019 = 2019-01-05 day");
    CHECK(found_in("im Nov. 2019") == "Nov. 2019 = 2019-11-01..2019-11-30 month");
    CHECK(found_in("5. Jänner 2020") == "5. Jänner 2020 = 2020-01-05 day");
    CHECK(found_in("im Ja\u0308nner 2020") == "Ja\u0308nner 2020 = 2020-01-01..2020-01-31 month");
    CHECK(found_in("im Feber 2021") == "Feber 2021 = 2021-02-01..2021-02-28 month");
    CHECK(found_in("als Jan 2019 kam") == "");  // a person
}

TEST_CASE("date phrases: no-break blanks and line ends may stand between the parts") {
    CHECK(found_in("14.\u00A0November\u00A02019") == "14.\u00A0November\u00A02019 = 2019-11-14 day");
    CHECK(found_in("14.\u202Fund\u202F15.\u202FNovember\u202F2019") ==
          "14.\u202Fund\u202F15.\u202FNovember\u202F2019 = 2019-11-14..2019-11-15 range");
    CHECK(found_in("14.\r\nNovember 2019") == "14.\r\nNovember 2019 = 2019-11-14 day");
}

TEST_CASE("date phrases: versions, sections and numbers are none") {
    for (const std::string text : {"Version 2.11.2019.1",
                                   "Version 2.11.2019",
                                   "v2.11.2019",
                                   "1.14.11.2019",
                                   "14.11.2019.3",
                                   "Tel. 14.11.2019",
                                   "0421/14.11.2019",
                                   "+14.11.2019",
                                   "2019-11-14-3",
                                   "12019-11-14",
                                   "14.11.20199",
                                   "14.13.2019",
                                   "0.11.2019",
                                   "Abschnitt 3.10.2019",
                                   "§ 3.10.2019",
                                   "14.11.19",
                                   "14. November",
                                   "am 14. und 15. November",
                                   "Merseburger Erklärung 2025",
                                   "Novembertagung 2019",
                                   "November 2019er",
                                   "im Mai 19",
                                   "14,11.2019",
                                   "30. Februar",
                                   "Jahr 20190",
                                   "2019",
                                   "IPv4 10.11.2019.12"}) {
        CAPTURE(text);
        CHECK(found_in(text) == "");
    }
}

TEST_CASE("date phrases: after a paragraph sign only the month is left") {
    CHECK(found_in("§ 14. November 2019") == "November 2019 = 2019-11-01..2019-11-30 month");
    CHECK(found_in("Nr. 14. November 2019") == "November 2019 = 2019-11-01..2019-11-30 month");
}

TEST_CASE("date phrases: of days that do not exist the month is left") {
    CHECK(found_in("31. November 2019") == "November 2019 = 2019-11-01..2019-11-30 month");
    CHECK(found_in("29. Februar 2020") == "29. Februar 2020 = 2020-02-29 day");
    CHECK(found_in("31. und 1. November 2019") == "1. November 2019 = 2019-11-01 day");
    CHECK(found_in("29.2.2019") == "");
}

TEST_CASE("date phrases: several are found in order") {
    CHECK(found_in("Am 1. Mai 2019, im Juni 2019 und am 02.07.2019.") ==
          "1. Mai 2019 = 2019-05-01 day; Juni 2019 = 2019-06-01..2019-06-30 month; 02.07.2019 = 2019-07-02 day");
}

TEST_CASE("date phrases: a megabyte made to be read again and again is read in time") {
    std::string days;
    while (days.size() < 1'000'000) days += "14. und 15. und ";
    CHECK(text::find_date_phrases(days).empty());
    for (const std::string_view part : {"14. 1., ", "Oktober/", "14.–", "Jahr 2019 bis ", "a\u0308", "\u00A0", "1"}) {
        std::string hostile;
        while (hostile.size() < 200'000) hostile += part;
        const auto phrases = text::find_date_phrases(hostile);
        for (std::size_t i = 1; i < phrases.size(); ++i) {
            if (phrases[i - 1].range.end > phrases[i].range.begin) FAIL_CHECK("phrases overlap");
        }
    }
}

TEST_CASE("date phrases: any bytes are taken, and every phrase is a valid range of days") {
    static constexpr std::string_view parts[] = {"14",   ".",    " ",  "November", " 2019", "und", "–",    "bis",
                                                 "\xFF", "\xC3", "Mä", "rz",       "/",     ",",   "Jahr", "\u0308"};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 24; ++i) text += parts[random() % std::size(parts)];
        std::size_t end = 0;
        for (const text::DatePhrase& phrase : text::find_date_phrases(text)) {
            const bool is_sound = phrase.range.begin >= end && phrase.range.end <= text.size() && phrase.first <= phrase.last;
            if (!is_sound) FAIL_CHECK("unsound phrase in: " << text);
            end = phrase.range.end;
        }
    }
}
