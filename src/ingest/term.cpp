#include "ingest/term.h"

#include <utility>

#include "ingest/classify.h"
#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

// Cuts `term` at blanks and hyphens.
std::vector<std::string> split_words(std::string_view term) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < term.size();) {
        const text::CodePoint c = text::decode_at(term, at);
        if (c.value == '-' || text::is_blank(c.value)) {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += term.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool has_only_word_chars(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const text::CodePoint c = text::decode_at(word, at);
        if (!is_word_char(c.value)) return false;
        at += c.bytes;
    }
    return !word.empty();
}

}  // namespace

bool is_word_char(char32_t c) {
    if (c < 0x80) return text::is_letter(c) || (c >= '0' && c <= '9');
    return text::is_letter(c);
}

base::Result<ParsedTerm> parse_term(std::string_view term) {
    const auto broken = [&](const char* rule) {
        return base::fail(base::ErrorKind::bad_input, "the term \"" + std::string(text::cut_utf8(term, 60)) + "\" " + rule);
    };
    if (term.size() > term_bytes_max) return broken("is longer than 200 bytes");
    const std::string composed = text::to_nfc(term);
    std::string_view rest = composed;
    ParsedTerm parsed;
    if (rest.starts_with('!')) {
        parsed.is_exclusion = true;
        rest.remove_prefix(1);
    }
    const std::size_t first_letter = rest.find_first_not_of('*');
    for (std::size_t at = 0; at < rest.size();) {
        const text::CodePoint c = text::decode_at(rest, at);
        if (at != first_letter && text::is_upper(c.value)) parsed.is_exact = true;
        at += c.bytes;
    }
    for (std::string& text : split_words(rest)) {
        TermWord word;
        word.is_open_at_start = text.starts_with('*');
        if (word.is_open_at_start) text.erase(0, 1);
        word.is_open_at_end = text.ends_with('*');
        if (word.is_open_at_end) text.pop_back();
        if (!has_only_word_chars(text))
            return broken(
                "holds something other than letters, digits, blanks, hyphens, \"*\" at the end of a word and \"!\" at the "
                "start");
        word.letters = parsed.is_exact ? std::move(text) : text::to_lower(text);
        parsed.words.push_back(std::move(word));
    }
    if (parsed.words.empty()) return broken("has no word");
    if (parsed.words.size() > term_words_max) return broken("has more than 8 words");
    return parsed;
}

}  // namespace lesesaal::ingest
