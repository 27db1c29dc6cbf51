#include "text/utf8.h"

#include <doctest.h>

using namespace lesesaal;

TEST_CASE("utf8: valid text of every length of sequence has no invalid byte") {
    CHECK_FALSE(text::first_invalid_utf8("").has_value());
    CHECK_FALSE(text::first_invalid_utf8("Zug, Zügig, „Zug“, 🚆").has_value());
    CHECK_FALSE(text::first_invalid_utf8("\xF4\x8F\xBF\xBF").has_value());  // U+10FFFF
}

TEST_CASE("utf8: the first invalid byte is named") {
    CHECK(text::first_invalid_utf8("ab\xFF") == 2u);
    CHECK(text::first_invalid_utf8("ab\x80") == 2u);            // a continuation alone
    CHECK(text::first_invalid_utf8("\xC3") == 0u);              // cut off
    CHECK(text::first_invalid_utf8("ä\xE2\x80") == 2u);         // cut off
    CHECK(text::first_invalid_utf8("\xC0\xAF") == 0u);          // overlong
    CHECK(text::first_invalid_utf8("\xE0\x80\xAF") == 0u);      // overlong
    CHECK(text::first_invalid_utf8("\xED\xA0\x80") == 0u);      // surrogate
    CHECK(text::first_invalid_utf8("\xF4\x90\x80\x80") == 0u);  // above U+10FFFF
    CHECK(text::first_invalid_utf8("K\xF6ln") == 1u);           // Latin-1
}

TEST_CASE("utf8: code points are read forwards and backwards, invalid bytes one by one") {
    const std::string_view text = "a„\xFFß";
    CHECK(text::decode_at(text, 0).value == U'a');
    CHECK(text::decode_at(text, 1).value == U'„');
    CHECK(text::decode_at(text, 1).bytes == 3);
    CHECK(text::decode_at(text, 4).value == 0xFFFD);
    CHECK(text::decode_at(text, 4).bytes == 1);
    CHECK(text::decode_before(text, text.size()).value == U'ß');
    CHECK(text::decode_before(text, 5).value == 0xFFFD);
    CHECK(text::decode_before(text, 4).value == U'„');
    CHECK(text::decode_before(text, 1).value == U'a');
    CHECK(text::decode_before("\x80\x80\x80\x80\x80", 5).bytes == 1);
}

TEST_CASE("utf8: what is appended is read back") {
    for (const char32_t c : {U'a', U'ß', U'€', U'🚆'}) {
        std::string text;
        text::append_utf8(text, c);
        CHECK(text::decode_at(text, 0).value == c);
    }
}

TEST_CASE("nfc: decomposed umlauts are composed, composed text stays") {
    CHECK(text::to_nfc("Mu\u0308nchen") == "München");
    CHECK(text::to_nfc("München") == "München");
    CHECK(text::to_nfc("„Größe“ – ja") == "„Größe“ – ja");
    CHECK(text::to_nfc("") == "");
}

TEST_CASE("nfc: invalid text comes back unchanged") { CHECK(text::to_nfc("u\u0308\xFF") == "u\u0308\xFF"); }

TEST_CASE("nfc: a million marks in a row are composed in time") {
    std::string hostile = "a";
    while (hostile.size() < 1'000'000) hostile += "\u0308\u0323";  // marks that have to change places
    const std::string composed = text::to_nfc(hostile);
    CHECK_FALSE(text::first_invalid_utf8(composed).has_value());
    CHECK(composed.size() > 900'000);
}

TEST_CASE("letters: categories come from Unicode") {
    for (const char32_t c : {U'a', U'Z', U'ä', U'ß', U'Ł', U'Ω', char32_t{0x308}}) CHECK(text::is_letter(c));
    for (const char32_t c : {U'1', U' ', U'-', U'„', U'€', U'…'}) CHECK_FALSE(text::is_letter(c));
    for (const char32_t c : {U'A', U'Ä', U'ẞ', U'Ω'}) CHECK(text::is_upper(c));
    for (const char32_t c : {U'a', U'ä', U'ß', U'1', U'„'}) CHECK_FALSE(text::is_upper(c));
}

TEST_CASE("letters: lower case keeps what has none and invalid bytes") {
    CHECK(text::to_lower("ÄÖÜ ẞ OZG 21") == "äöü ß ozg 21");
    CHECK(text::to_lower("A\xFFZ") == "a\xFFz");
}

TEST_CASE("blanks: spaces of any kind are trimmed") {
    const std::string_view text = " \t\u00A0\u202F\uFEFFWort und \u2009Wort\u200B\r\n";
    const base::ByteRange range = text::trimmed(text, {0, text.size()});
    CHECK(text.substr(range.begin, range.size()) == "Wort und \u2009Wort");
    CHECK(text::trimmed("  \u00A0 ", {0, 5}).is_empty());
    CHECK(text::trimmed("", {0, 0}).is_empty());
}

TEST_CASE("blanks: trimming stays within its range") {
    CHECK(text::trimmed("ab  cd", {2, 4}).is_empty());
    CHECK(text::trimmed("ab  cd", {1, 5}) == base::ByteRange{1, 5});
}

TEST_CASE("cutting: no character is cut in two") {
    CHECK(text::cut_utf8("aäb", 1) == "a");
    CHECK(text::cut_utf8("aäb", 2) == "a");
    CHECK(text::cut_utf8("aäb", 3) == "aä");
    CHECK(text::cut_utf8("aäb", 4) == "aäb");
    CHECK(text::cut_utf8("🚆", 3) == "");
}
