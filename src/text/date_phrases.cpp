#include "text/date_phrases.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/date_scanner.h"
#include "text/utf8.h"

namespace lesesaal::text {
namespace {

// With these bounds the work from one place is constant, so the whole is linear.
constexpr std::size_t days_max = 6;
constexpr std::size_t parts_max = 4;

// "14. und 15. November 2019", "November 2019" or "2019": a part of a phrase, zero where nothing was said.
struct Part {
    int first_day = 0;
    int last_day = 0;
    int month = 0;
    int year = 0;
};

struct Parts {
    std::array<Part, parts_max> items;
    std::array<Link, parts_max> links{};  // links[i] stands before items[i]
    std::size_t size = 0;

    void add(Link link, const Part& part) {
        links[size] = link;
        items[size++] = part;
    }
    [[nodiscard]] bool is_full() const { return size == parts_max; }
    [[nodiscard]] const Part& last() const { return items[size - 1]; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int take_year(DateScanner& scanner) {
    DateScanner next = scanner;
    next.skip_blanks();
    const auto year = next.take_number(4, 4);
    if (!year || *year < base::date_year_min) return 0;
    scanner = next;
    return *year;
}

// "14.", "14. und 15.", "14.–16."; false when there is none or the days do not rise.
bool take_days(DateScanner& scanner, Part& part) {
    const auto first = scanner.take_number(1, 2);
    if (!first || *first == 0) return false;
    bool has_stop = scanner.take(".");
    if (!has_stop && !scanner.is_at_dash()) return false;  // "14–16. November" needs no stop after 14
    part.first_day = part.last_day = *first;
    for (std::size_t i = 1; i < days_max; ++i) {
        DateScanner next = scanner;
        if (next.take_link() == Link::none) break;
        const auto day = next.take_number(1, 2);
        if (!day || !next.take(".")) break;
        if (*day <= part.last_day) return false;
        part.last_day = *day;
        has_stop = true;
        scanner = next;
    }
    return has_stop;
}

std::optional<Part> take_day_part(DateScanner& scanner) {
    Part part;
    DateScanner next = scanner;
    if (!take_days(next, part)) return std::nullopt;
    next.skip_blanks();
    if (const auto month = next.take_number(1, 2)) {
        if (!next.take(".")) return std::nullopt;
        part.month = *month;
    } else {
        part.month = next.take_month().value_or(0);
    }
    if (part.month < 1 || part.month > 12) return std::nullopt;
    part.year = take_year(next);
    scanner = next;
    return part;
}

std::optional<Part> take_month_part(DateScanner& scanner) {
    DateScanner next = scanner;
    const auto month = next.take_month_alone();
    if (!month) return std::nullopt;
    Part part{.month = *month};
    part.year = take_year(next);
    scanner = next;
    return part;
}

std::optional<Part> take_year_part(DateScanner& scanner) {
    const int year = take_year(scanner);
    if (year == 0) return std::nullopt;
    return Part{.year = year};
}

// Parts up to the one that names the year; after it one more when a span leads on to it.
template <typename TakePart> bool take_parts(DateScanner& scanner, Parts& parts, TakePart take_part) {
    const auto first = take_part(scanner);
    if (!first) return false;
    parts.add(Link::none, *first);
    while (parts.last().year == 0) {
        const Link link = scanner.take_link();
        const auto part = link == Link::none || parts.is_full() ? std::nullopt : take_part(scanner);
        if (!part) return false;
        parts.add(link, *part);
    }
    return true;
}

template <typename TakePart> void take_span_end(DateScanner& scanner, std::string_view text, Parts& parts, TakePart take_part) {
    DateScanner next = scanner;
    if (parts.is_full() || next.take_link() != Link::span) return;
    const auto part = take_part(next);
    if (!part || part->year == 0 || !can_end_with_year(text, next.at())) return;
    const auto key = [](const Part& p) { return (p.year * 16 + p.month) * 32 + p.last_day; };
    if (key(*part) < key(parts.last())) return;
    parts.add(Link::span, *part);
    scanner = next;
}

// A part without a year has that of the next one, or the one before it: "30. Dezember bis 2. Januar 2020".
bool fill_years(Parts& parts) {
    for (std::size_t i = parts.size - 1; i-- > 0;) {
        Part& part = parts.items[i];
        if (part.year != 0) continue;
        const Part& next = parts.items[i + 1];
        part.year = next.year;
        const bool is_later = part.month * 32 + part.first_day > next.month * 32 + next.first_day;
        if (is_later && parts.links[i + 1] != Link::span) return false;
        if (is_later) --part.year;
    }
    return true;
}

std::optional<DatePhrase> make_phrase(Parts& parts, base::ByteRange range) {
    if (!fill_years(parts)) return std::nullopt;
    const Part& begin = parts.items[0];
    const Part& end = parts.last();
    DatePhrase phrase;
    phrase.range = range;
    std::optional<base::Date> first, last;
    if (begin.first_day != 0) {
        first = base::make_date(begin.year, begin.month, begin.first_day);
        last = base::make_date(end.year, end.month, end.last_day);
        const bool is_day = parts.size == 1 && begin.first_day == begin.last_day;
        phrase.precision = is_day ? DatePrecision::day : DatePrecision::range;
    } else if (begin.month != 0) {
        first = base::make_date(begin.year, begin.month, 1);
        last = base::make_date(end.year, end.month, base::days_in_month(end.year, end.month));
        phrase.precision = DatePrecision::month;
    } else {
        first = base::make_date(begin.year, 1, 1);
        last = base::make_date(end.year, 12, 31);
        phrase.precision = DatePrecision::year;
    }
    if (!first || !last || *last < *first) return std::nullopt;
    phrase.first = *first;
    phrase.last = *last;
    return phrase;
}

template <typename TakePart>
std::optional<DatePhrase> read_phrase(std::string_view text, std::size_t begin, DateScanner scanner, TakePart take_part) {
    Parts parts;
    if (!take_parts(scanner, parts, take_part)) return std::nullopt;
    take_span_end(scanner, text, parts, take_part);
    if (!can_end_with_year(text, scanner.at())) return std::nullopt;
    return make_phrase(parts, {begin, scanner.at()});
}

std::optional<DatePhrase> read_iso(std::string_view text, std::size_t at) {
    const auto date = base::from_iso(text.substr(at, 10));
    if (!date) return std::nullopt;
    const std::string_view after = text.substr(at + 10);
    const bool goes_on = !after.empty() && (is_digit(after[0]) || (after[0] == '-' && after.size() > 1 && is_digit(after[1])));
    if (goes_on) return std::nullopt;
    return DatePhrase{{at, at + 10}, *date, *date, DatePrecision::day};
}

std::optional<DatePhrase> read_from_number(std::string_view text, std::size_t at) {
    if (!can_begin_with_number(text, at)) return std::nullopt;
    if (auto iso = read_iso(text, at)) return iso;
    return read_phrase(text, at, DateScanner(text, at), take_day_part);
}

// "im Jahr 2019", "in den Jahren 2019 bis 2021", "Ende 2019"
std::optional<DatePhrase> read_year_phrase(std::string_view text, std::size_t at) {
    static constexpr std::string_view words[] = {"jahr",      "jahre",     "jahren", "jahres", "anfang",  "mitte",   "ende",
                                                 "fruehjahr", "fruehling", "sommer", "herbst", "quartal", "halbjahr"};
    const FoldedWord word = DateScanner(text, at).peek_word();
    if (std::find(std::begin(words), std::end(words), word.view()) == std::end(words)) return std::nullopt;
    DateScanner scanner(text, word.end);
    Parts parts;
    if (!take_parts(scanner, parts, take_year_part)) return std::nullopt;
    DateScanner next = scanner;
    const Link link = next.is_at(",") ? Link::none : next.take_link();  // "Ende 2019, 2020 folgt"
    const auto last = link == Link::none ? std::nullopt : take_year_part(next);
    if (last && last->year > parts.last().year && can_end_with_year(text, next.at())) {
        parts.add(link, *last);
        scanner = next;
    }
    if (!can_end_with_year(text, scanner.at())) return std::nullopt;
    return make_phrase(parts, {at, scanner.at()});
}

std::optional<DatePhrase> read_from_word(std::string_view text, std::size_t at) {
    if (!can_begin_with_word(text, at)) return std::nullopt;
    if (auto months = read_phrase(text, at, DateScanner(text, at), take_month_part)) return months;
    return read_year_phrase(text, at);
}

// Past the number or ASCII word at `at`, or past one character: every byte is a beginning at most once.
std::size_t next_beginning(std::string_view text, std::size_t at) {
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const std::size_t begin = at;
    if (is_digit(text[at])) {
        while (at < text.size() && is_digit(text[at])) ++at;
    } else {
        while (at < text.size() && is_word(text[at])) ++at;
    }
    return at > begin ? at : at + decode_at(text, at).bytes;
}

}  // namespace

std::vector<DatePhrase> find_date_phrases(std::string_view text) {
    std::vector<DatePhrase> phrases;
    for (std::size_t at = 0; at < text.size();) {
        std::optional<DatePhrase> phrase;
        if (is_digit(text[at])) phrase = read_from_number(text, at);
        else if (text[at] >= 'A' && text[at] <= 'Z') phrase = read_from_word(text, at);
        if (phrase) phrases.push_back(*phrase);
        at = phrase ? phrase->range.end : next_beginning(text, at);
    }
    return phrases;
}

}  // namespace lesesaal::text
