#include "text/date_scanner.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "text/utf8.h"

namespace lesesaal::text {
namespace {

constexpr int blanks_max = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct MonthName {
    std::string_view name;
    int month;
    bool is_abbreviation;
};
constexpr MonthName month_names[] = {
    {"januar", 1, false}, {"jaenner", 1, false},   {"jan", 1, true},       {"jaen", 1, true},  {"februar", 2, false},
    {"feber", 2, false},  {"feb", 2, true},        {"maerz", 3, false},    {"mrz", 3, true},   {"maer", 3, true},
    {"april", 4, false},  {"apr", 4, true},        {"mai", 5, false},      {"juni", 6, false}, {"jun", 6, true},
    {"juli", 7, false},   {"jul", 7, true},        {"august", 8, false},   {"aug", 8, true},   {"september", 9, false},
    {"sept", 9, true},    {"sep", 9, true},        {"oktober", 10, false}, {"okt", 10, true},  {"november", 11, false},
    {"nov", 11, true},    {"dezember", 12, false}, {"dez", 12, true},
};

// Letters of the word being folded. One that is not German makes the word match nothing.
class Folder {
public:
    void add(char32_t c) {
        if (c == U'ä' || c == U'Ä') put_both("ae");
        else if (c == U'ö' || c == U'Ö') put_both("oe");
        else if (c == U'ü' || c == U'Ü') put_both("ue");
        else if (c == U'ß' || c == U'ẞ') put_both("ss");
        else if (c == 0x0308) put('e');  // combining diaeresis: the NFD spelling
        else if (c < 0x80) put(ascii_lower(static_cast<char>(c)));
        else is_foreign_ = true;
    }
    [[nodiscard]] bool is_full() const { return is_foreign_; }
    [[nodiscard]] FoldedWord finish(std::size_t end) {
        if (is_foreign_) word_.size = 0;
        word_.end = end;
        return word_;
    }

private:
    void put_both(std::string_view letters) {
        put(letters[0]);
        put(letters[1]);
    }
    void put(char c) {
        if (word_.size == word_.letters.size()) is_foreign_ = true;
        else word_.letters[word_.size++] = c;
    }
    FoldedWord word_;
    bool is_foreign_ = false;
};

// "§ 14.", "Version 2.11.2019": the number names a place in something else.
bool follows_number_word(std::string_view text, std::size_t at) {
    for (int i = 0; i < blanks_max && at > 0; ++i) {
        const CodePoint before = decode_before(text, at);
        if (!is_blank(before.value)) break;
        at -= before.bytes;
    }
    if (at == 0) return false;
    if (decode_before(text, at).value == U'§') return true;
    const bool has_stop = text[at - 1] == '.';
    if (has_stop) --at;
    std::size_t begin = at;
    while (begin > 0 && at - begin < 12 && is_ascii_letter(text[begin - 1])) --begin;
    std::string word;
    for (const char c : text.substr(begin, at - begin)) word += ascii_lower(c);
    if (has_stop) return is_one_of(word, {"nr", "abs", "art", "kap", "ver", "vers", "abschn", "ziff", "tel"});
    return is_one_of(word, {"version", "release", "abschnitt", "kapitel", "ziffer", "nummer", "artikel", "absatz", "paragraf",
                            "paragraph", "seite", "tel", "telefon", "fax", "nr", "v", "din", "iso"});
}

}  // namespace

FoldedWord DateScanner::peek_word() const {
    Folder folder;
    std::size_t at = at_;
    while (at < text_.size() && !folder.is_full()) {
        const CodePoint c = decode_at(text_, at);
        if (!is_letter(c.value)) break;
        folder.add(c.value);
        at += c.bytes;
    }
    return folder.finish(at);
}

bool DateScanner::take(std::string_view bytes) {
    if (!is_at(bytes)) return false;
    at_ += bytes.size();
    return true;
}

bool DateScanner::take_word(std::string_view folded) {
    const FoldedWord word = peek_word();
    if (word.view() != folded) return false;
    at_ = word.end;
    return true;
}

bool DateScanner::is_at_dash() const {
    return is_at("-") || is_at("–") || is_at("—") || is_at("\u2010") || is_at("\u2011") || is_at("\u2012");
}

bool DateScanner::take_dash() {
    if (!is_at_dash()) return false;
    at_ += decode_at(text_, at_).bytes;
    return true;
}

void DateScanner::skip_blanks() {
    for (int i = 0; i < blanks_max && at_ < text_.size(); ++i) {
        const CodePoint c = decode_at(text_, at_);
        if (!is_blank(c.value)) return;
        at_ += c.bytes;
    }
}

std::optional<int> DateScanner::take_number(std::size_t digits_min, std::size_t digits_max) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end])) {
        if (end - at_ == digits_max) return std::nullopt;
        value = value * 10 + (text_[end++] - '0');
    }
    if (end - at_ < digits_min) return std::nullopt;
    at_ = end;
    return value;
}

std::optional<int> DateScanner::take_month() { return take_month_if(false); }
std::optional<int> DateScanner::take_month_alone() { return take_month_if(true); }

std::optional<int> DateScanner::take_month_if(bool needs_stop) {
    const FoldedWord word = peek_word();
    for (const MonthName& name : month_names) {
        if (name.name != word.view()) continue;
        const bool has_stop = name.is_abbreviation && word.end < text_.size() && text_[word.end] == '.';
        if (name.is_abbreviation && needs_stop && !has_stop) return std::nullopt;
        at_ = word.end + (has_stop ? 1 : 0);
        return name.month;
    }
    return std::nullopt;
}

Link DateScanner::take_link() {
    DateScanner next = *this;
    Link link = Link::none;
    next.skip_blanks();
    if (next.take(",")) {
        link = Link::list;
        next.skip_blanks();
    }
    const FoldedWord word = next.peek_word();
    if (next.take_dash()) {
        link = Link::span;
    } else if (next.take("/") || next.take("&")) {
        link = Link::list;
    } else if (word.view() == "bis") {
        next.at_ = word.end;
        link = Link::span;
    } else if (is_one_of(word.view(), {"und", "sowie", "u"})) {
        next.at_ = word.end;
        if (word.view() == "u" && !next.take(".")) return Link::none;
        link = Link::list;
    }
    if (link == Link::none) return Link::none;
    next.skip_blanks();
    for (const std::string_view filler : {"einschliesslich", "zum", "am", "dem", "den"}) {
        if (next.take_word(filler)) next.skip_blanks();
    }
    if (is_one_of(next.peek_word().view(),
                  {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"})) {
        next.at_ = next.peek_word().end;
        next.take(",");
        next.skip_blanks();
        if (next.take_word("den") || next.take_word("dem")) next.skip_blanks();
    }
    *this = next;
    return link;
}

bool can_begin_with_word(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char32_t before = decode_before(text, at).value;
    return !is_letter(before) && !(before >= '0' && before <= '9');
}

bool can_begin_with_number(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const CodePoint before = decode_before(text, at);
    if (!can_begin_with_word(text, at) || before.value == '_' || before.value == '+') return false;
    const std::size_t before_that = at - before.bytes;
    const bool joins_numbers = std::u32string_view(U".,/-–:").find(before.value) != std::u32string_view::npos;
    if (joins_numbers && before_that > 0 && is_digit(text[before_that - 1])) return false;
    return !follows_number_word(text, at);
}

bool can_end_with_year(std::string_view text, std::size_t end) {
    if (end >= text.size()) return true;
    if (is_letter(decode_at(text, end).value) || is_digit(text[end])) return false;
    const bool joins_numbers = text[end] == '.' || text[end] == '/' || text[end] == ',';
    return !(joins_numbers && end + 1 < text.size() && is_digit(text[end + 1]));
}

}  // namespace lesesaal::text
