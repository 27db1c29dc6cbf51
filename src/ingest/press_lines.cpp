#include "ingest/press_lines.h"

#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

constexpr std::size_t source_note_bytes_max = 120;
constexpr std::size_t first_words_bytes_max = 80;

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// One to `digits_max` digits at `at`, which moves over them.
std::optional<int> take_digits(std::string_view text, std::size_t& at, std::size_t digits_min, std::size_t digits_max) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && end - at < digits_max && text[end] >= '0' && text[end] <= '9') {
        value = value * 10 + (text[end++] - '0');
    }
    if (end - at < digits_min) return std::nullopt;
    at = end;
    return value;
}

bool take(std::string_view text, std::size_t& at, char c) {
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
}

std::string_view without_blanks_at_end(std::string_view text) {
    return text.substr(0, text::trimmed(text, {0, text.size()}).end);
}

}  // namespace

Lines split_lines(std::string_view bytes, std::size_t begin, std::size_t lines_max) {
    Lines lines{.ranges = {}, .end = bytes.size()};
    while (begin < bytes.size()) {
        const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
        const base::ByteRange range = text::trimmed(bytes, {begin, end});
        if (!range.is_empty()) {
            if (lines.ranges.size() == lines_max) {
                lines.end = begin;
                return lines;
            }
            lines.ranges.push_back(range);
        }
        begin = end + 1;
    }
    return lines;
}

std::optional<DateMark> find_date_mark(std::string_view line) {
    std::size_t at = 0;
    if (!take(line, at, '[')) return std::nullopt;
    const auto day = take_digits(line, at, 1, 2);
    if (!day || !take(line, at, '.')) return std::nullopt;
    const auto month = take_digits(line, at, 1, 2);
    if (!month || !take(line, at, '.')) return std::nullopt;
    const auto year = take_digits(line, at, 4, 4);
    if (!year || !take(line, at, ']')) return std::nullopt;
    return DateMark{at, base::make_date(*year, *month, *day)};
}

std::size_t find_more_mark(std::string_view line) {
    std::string_view head = line;
    if (head.ends_with("...")) head.remove_suffix(3);
    else if (head.ends_with("…")) head.remove_suffix(std::string_view("…").size());
    else return line.size();
    head = without_blanks_at_end(head);
    if (!head.ends_with("mehr") && !head.ends_with("Mehr")) return line.size();
    head.remove_suffix(4);
    // "nunmehr..." is text.
    const bool is_word = head.empty() || !text::is_letter(text::decode_before(head, head.size()).value);
    return is_word ? head.size() : line.size();
}

bool looks_like_heading(std::string_view line) {
    constexpr std::size_t bytes_per_char_max = 8;  // a letter with its marks
    if (line.empty() || line.size() > heading_chars_max * bytes_per_char_max) return false;
    std::size_t end = line.size();
    while (end > 0) {
        const text::CodePoint c = text::decode_before(line, end);
        if (!is_one_of(c.value, U"“”\"»«’‘')]}›‹")) break;
        end -= c.bytes;
    }
    if (end == 0 || is_one_of(text::decode_before(line, end).value, U".!?…:;,")) return false;
    std::size_t chars = 0;
    const std::string composed = text::to_nfc(line);
    for (std::size_t at = 0; at < composed.size(); at += text::decode_at(composed, at).bytes) ++chars;
    return chars <= heading_chars_max;
}

std::string_view find_source_note(std::string_view paragraph) {
    constexpr std::string_view mark = "Quelle:";
    const std::size_t tail_begin = paragraph.size() > source_note_bytes_max ? paragraph.size() - source_note_bytes_max : 0;
    const std::string_view tail = paragraph.substr(tail_begin);
    const std::size_t mark_at = tail.rfind(mark);
    if (mark_at == std::string_view::npos) return {};
    if (mark_at > 0 && text::is_letter(text::decode_before(tail, mark_at).value)) return {};  // "Datenquelle:"
    std::string_view name = tail.substr(mark_at + mark.size());
    name = name.substr(0, std::min(name.find_first_of(",;()"), name.size()));
    // A full stop ends the name, but not inside it: "heise.de".
    for (std::size_t at = 0; (at = name.find('.', at)) != std::string_view::npos; ++at) {
        if (at + 1 < name.size() && name[at + 1] != ' ') continue;
        // A sentence after the name: then this was no note at the end.
        if (!text::trimmed(name, {at + 1, name.size()}).is_empty()) return {};
        name = name.substr(0, at);
        break;
    }
    const base::ByteRange range = text::trimmed(name, {0, name.size()});
    return name.substr(range.begin, range.size());
}

std::string first_words(std::string_view text) {
    if (text.size() <= first_words_bytes_max) return std::string(text);
    const std::string_view cut = text::cut_utf8(text, first_words_bytes_max);
    const std::size_t blank = cut.rfind(' ');
    return std::string(without_blanks_at_end(blank == std::string_view::npos ? cut : cut.substr(0, blank))) + "…";
}

}  // namespace lesesaal::ingest
