#include "query/terms.h"

#include "query/filter.h"

namespace lesesaal::query {
namespace {

// Bytes only: the tables behind a Unicode library would be half of the program, and the page's text is NFC already.

/// A character of the text: its bytes and what it means to the query language.
struct Sign {
    enum class Kind { space, quote, other_mark, letter };
    Kind kind = Kind::letter;
    std::size_t bytes = 1;
};

bool is_digit_or_letter(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

Sign ascii_sign(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte == 0x7f) return {Sign::Kind::space, 1};
    if (c == '"') return {Sign::Kind::quote, 1};
    return {is_digit_or_letter(c) ? Sign::Kind::letter : Sign::Kind::other_mark, 1};
}

/// U+0080 to U+00BF: no-break space, guillemets, section sign and their like; three of them are letters.
Sign latin1_sign(unsigned char second) {
    if (second <= 0xa0) return {Sign::Kind::space, 2};
    if (second == 0xab || second == 0xbb) return {Sign::Kind::quote, 2};
    const bool is_letter = second == 0xaa || second == 0xb5 || second == 0xba;
    return {is_letter ? Sign::Kind::letter : Sign::Kind::other_mark, 2};
}

/// U+2000 to U+203F: the spaces, dashes, quotes and points of German typography.
Sign punctuation_sign(unsigned char third) {
    if (third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf) return {Sign::Kind::space, 3};
    const bool is_quote = third == 0x9c || third == 0x9d || third == 0x9e || third == 0x9f;  // “ ” „ ‟
    return {is_quote ? Sign::Kind::quote : Sign::Kind::other_mark, 3};
}

/// Requires: at < text.size(). What is not valid UTF-8 counts as letters, byte by byte.
Sign sign_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : '\0'); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    if (byte(0) < 0x80) return ascii_sign(text[at]);
    if (byte(0) == 0xc2 && continues(1)) return latin1_sign(byte(1));
    if (byte(0) == 0xe2 && byte(1) == 0x80 && continues(2)) return punctuation_sign(byte(2));
    return {};
}

std::string_view cut_at_character(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end);
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::vector<Term> parse() {
        while (terms_.size() < query_terms_max) {
            skip(Sign::Kind::space);
            if (at_ == text_.size()) break;
            Term term;
            if (text_[at_] == '-') {
                term.is_excluded = true;
                ++at_;
                if (at_ == text_.size()) break;
            }
            const Sign::Kind kind = sign_at(text_, at_).kind;
            if (kind == Sign::Kind::space) continue;
            if (kind == Sign::Kind::quote) {
                read_phrase(term);
            } else {
                read_word(term);
            }
            if (!term.words.empty()) terms_.push_back(std::move(term));
        }
        return std::move(terms_);
    }

private:
    void skip(Sign::Kind kind) {
        while (at_ < text_.size()) {
            const Sign sign = sign_at(text_, at_);
            if (sign.kind != kind) return;
            at_ += sign.bytes;
        }
    }

    /// Up to the next space or quote; nothing when it holds no letter.
    std::string_view take_word() {
        const std::size_t begin = at_;
        bool has_letter = false;
        while (at_ < text_.size()) {
            const Sign sign = sign_at(text_, at_);
            if (sign.kind == Sign::Kind::space || sign.kind == Sign::Kind::quote) break;
            has_letter = has_letter || sign.kind == Sign::Kind::letter;
            at_ += sign.bytes;
        }
        return has_letter ? text_.substr(begin, at_ - begin) : std::string_view{};
    }

    void read_word(Term& term) {
        std::string_view word = take_word();
        const bool is_starred = word.ends_with('*');
        while (word.ends_with('*')) word.remove_suffix(1);
        if (word.empty()) return;
        const bool is_unfinished = at_ == text_.size() && !term.is_excluded;
        term.kind = is_starred || is_unfinished ? Term::Kind::prefix : Term::Kind::word;
        term.words.emplace_back(word);
    }

    /// Requires: a quote at at_.
    void read_phrase(Term& term) {
        at_ += sign_at(text_, at_).bytes;
        bool is_closed = false;
        bool ends_in_space = false;
        while (at_ < text_.size()) {
            const Sign sign = sign_at(text_, at_);
            if (sign.kind == Sign::Kind::quote) {
                at_ += sign.bytes;
                is_closed = true;
                break;
            }
            ends_in_space = sign.kind == Sign::Kind::space;
            if (ends_in_space) {
                at_ += sign.bytes;
                continue;
            }
            const std::string_view word = take_word();
            if (!word.empty()) term.words.emplace_back(word);
        }
        const bool is_unfinished = !is_closed && !ends_in_space && !term.is_excluded;
        term.kind = is_unfinished ? Term::Kind::prefix : Term::Kind::phrase;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Term> terms_;
};

void append_quoted(std::string& expression, const Term& term) {
    expression += '"';
    for (std::size_t i = 0; i < term.words.size(); ++i) {
        if (i > 0) expression += ' ';
        for (const char c : term.words[i]) {
            if (c == '\0') continue;  // FTS5 reads its expression as a C string
            expression += c;
            if (c == '"') expression += c;
        }
    }
    expression += '"';
    if (term.kind == Term::Kind::prefix) expression += '*';
}

}  // namespace

std::vector<Term> parse_terms(std::string_view text) { return Parser{cut_at_character(text, query_text_bytes_max)}.parse(); }

std::string fts5_expression(const std::vector<Term>& terms) {
    std::string expression;
    // Terms side by side are FTS5's implicit AND. Unlike the written one it leaves out a phrase without tokens, such as
    // "§", instead of finding nothing; and it binds tighter than NOT.
    for (const Term& term : terms) {
        if (term.is_excluded || term.words.empty()) continue;
        if (!expression.empty()) expression += ' ';
        append_quoted(expression, term);
    }
    if (expression.empty()) return expression;
    for (const Term& term : terms) {
        if (!term.is_excluded || term.words.empty()) continue;
        expression += " NOT ";
        append_quoted(expression, term);
    }
    return expression;
}

}  // namespace lesesaal::query
