#include "query/tokens.h"

#include <algorithm>
#include <utility>

#include "query/date_words.h"
#include "query/fields.h"
#include "query/signs.h"

namespace lesesaal::query {
namespace {

using base::ByteRange;
using Kind = Sign::Kind;

std::string lower_with_hyphens(std::string_view value) {
    std::string lower;
    for (const char c : value) lower += c == ' ' ? '-' : ascii_lower(c);
    return lower;
}

/// Without blanks at the ends, and one of them for every run.
std::string one_spaced(std::string_view text) {
    std::string spaced;
    bool is_apart = false;
    for (std::size_t at = 0; at < text.size();) {
        const Sign sign = sign_at(text, at);
        const bool is_space = sign.kind == Kind::space;
        if (!is_space && is_apart && !spaced.empty()) spaced += ' ';
        if (!is_space) spaced += text.substr(at, sign.bytes);
        is_apart = is_space;
        at += sign.bytes;
    }
    return spaced;
}

std::optional<Node> mark_named(Field field, std::string_view value) {
    const std::string typed = lower_with_hyphens(value);
    for (const MarkName& name : mark_names) {
        if (name.field != field || (name.german != typed && name.english != typed)) continue;
        return Node{.kind = NodeKind::mark, .mark = name.mark, .is_mark_wanted = name.is_wanted};
    }
    return std::nullopt;
}

bool may_become_mark(Field field, std::string_view value) {
    const std::string typed = lower_with_hyphens(value);
    return std::ranges::any_of(mark_names, [&](const MarkName& name) {
        return name.field == field && (name.german.starts_with(typed) || name.english.starts_with(typed));
    });
}

class Scanner {
public:
    Scanner(std::string_view text, const ParseContext& context) : text_(text), context_(context) {}

    Tokens scan() {
        for (skip_space(); !is_end(); skip_space()) scan_one();
        return std::move(found_);
    }

private:
    [[nodiscard]] bool is_end() const { return at_ == text_.size(); }
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    [[nodiscard]] bool is_at(Kind kind) const { return !is_end() && sign_at(text_, at_).kind == kind; }

    void skip_space() {
        while (is_at(Kind::space)) at_ += sign_at(text_, at_).bytes;
    }

    /// Requires: no white space and no end at at_.
    void scan_one() {
        Token token{.at = {at_, at_}};
        if (is_excluding()) {
            token.is_excluded = true;
            ++at_;
        }
        switch (sign_at(text_, at_).kind) {
        case Kind::quote: scan_phrase(std::move(token)); return;
        case Kind::open: scan_parenthesis(std::move(token), Token::Kind::open); return;
        case Kind::close: scan_parenthesis(std::move(token), Token::Kind::close); return;
        case Kind::space:
        case Kind::other: break;
        }
        if (const auto field = field_prefix(rest())) scan_field(std::move(token), *field);
        else scan_bare(std::move(token));
    }

    /// A hyphen before something: neither a dash nor the begin of "--option".
    [[nodiscard]] bool is_excluding() const {
        if (text_[at_] != '-' || at_ + 1 == text_.size() || text_[at_ + 1] == '-') return false;
        const Kind next = sign_at(text_, at_ + 1).kind;
        return next != Kind::space && next != Kind::close;
    }

    void add(Token token) {
        token.at.end = at_;
        found_.tokens.push_back(std::move(token));
    }

    void scan_parenthesis(Token token, Token::Kind kind) {
        token.kind = kind;
        ++at_;
        add(std::move(token));
    }

    /// Up to the next blank, quote or parenthesis.
    std::string_view take_bare() {
        const std::size_t begin = at_;
        while (!is_end()) {
            const Sign sign = sign_at(text_, at_);
            if (sign.kind != Kind::other) break;
            at_ += sign.bytes;
        }
        return text_.substr(begin, at_ - begin);
    }

    void scan_bare(Token token) {
        const std::string_view word = take_bare();
        const auto distance = near_distance(word);
        if (!token.is_excluded && (is_or(word) || distance)) {
            token.kind = distance ? Token::Kind::near : Token::Kind::any_of;
            token.distance = distance.value_or(0);
            token.words = {std::string(word)};
            token.is_unfinished = is_end();
        } else if (!add_word(token, word)) {
            return;
        }
        add(std::move(token));
    }

    /// Requires: at_ is behind `word`. Returns: false when it is none.
    bool add_word(Token& token, std::string_view word) const {
        token.is_prefix = word.ends_with('*');
        while (word.ends_with('*')) word.remove_suffix(1);
        token.is_unfinished = is_end() && !token.is_prefix;
        if (!holds_word(word)) {
            token.is_prefix = false;
            token.is_unfinished = false;
            return false;
        }
        token.words.emplace_back(word);
        return true;
    }

    /// The bytes between a quote at at_ and the next one, or the end; at_ moves behind it.
    struct Quoted {
        std::string_view text;
        bool is_closed = false;
    };
    Quoted take_quoted() {
        at_ += sign_at(text_, at_).bytes;
        const std::size_t begin = at_;
        while (!is_end()) {
            const Sign sign = sign_at(text_, at_);
            at_ += sign.bytes;
            if (sign.kind == Kind::quote) return {text_.substr(begin, at_ - sign.bytes - begin), true};
        }
        return {text_.substr(begin), false};
    }

    /// Requires: a quote at at_. Its words are added to those that the token has.
    /// Returns: whether it is closed.
    bool take_phrase(Token& token) {
        const std::size_t begin = at_;
        const Quoted quoted = take_quoted();
        const std::string_view phrase = quoted.text;
        bool is_last_a_word = false;
        bool ends_in_space = true;
        for (std::size_t at = 0; at < phrase.size();) {
            std::size_t end = at;
            while (end < phrase.size() && sign_at(phrase, end).kind != Kind::space) end += sign_at(phrase, end).bytes;
            ends_in_space = end < phrase.size();
            if (end > at) is_last_a_word = add_word(token, phrase.substr(at, end - at));
            at = ends_in_space ? end + sign_at(phrase, end).bytes : end;
        }
        token.is_unfinished = token.is_unfinished && is_last_a_word && !quoted.is_closed && !ends_in_space;
        if (quoted.is_closed && !token.words.empty() && rest().starts_with('*')) {
            token.is_prefix = true;
            at_ += std::min(rest().find_first_not_of('*'), rest().size());
        }
        if (!quoted.is_closed) unclosed_ = ByteRange{begin, at_};
        return quoted.is_closed;
    }

    void tell_unclosed() {
        if (unclosed_) found_.problems.push_back({ProblemKind::unclosed_quote, *unclosed_});
        unclosed_.reset();
    }

    void scan_phrase(Token token) {
        take_phrase(token);
        tell_unclosed();
        if (!token.words.empty()) add(std::move(token));
    }

    void scan_field(Token token, const FieldPrefix& prefix) {
        const std::size_t begin = at_;
        at_ += prefix.bytes;
        token.scope = scope_of(prefix.field);
        if (is_end()) {
            found_.is_waiting = true;
        } else if (token.scope ? scan_scoped(token) : scan_condition(token, prefix.field)) {
            tell_unclosed();
        } else {
            at_ = begin;
            unclosed_.reset();
            scan_unknown(std::move(token), prefix);
        }
    }

    /// Words or a parenthesis behind a field's name. Returns: false when there are none.
    bool scan_scoped(const Token& field) {
        Token token = field;
        if (is_at(Kind::open)) {
            scan_parenthesis(std::move(token), Token::Kind::open);
            return true;
        }
        if (!is_at(Kind::quote)) {
            if (!add_word(token, take_bare())) return false;
        } else if (!take_phrase(token) && token.words.empty() && rest_is_blank_since_quote()) {
            found_.is_waiting = true;
            unclosed_.reset();
            return true;
        }
        if (token.words.empty()) return false;
        add(std::move(token));
        return true;
    }

    [[nodiscard]] bool rest_is_blank_since_quote() const { return unclosed_ && unclosed_->size() <= sign_at(text_, unclosed_->begin).bytes; }

    /// A date, a value of a facet or a mark behind a field's name. Returns: false when it is none.
    bool scan_condition(const Token& field, Field name) {
        Quoted written;
        const std::size_t begin = at_;
        if (is_at(Kind::quote)) {
            written = take_quoted();
            if (!written.is_closed) unclosed_ = ByteRange{begin, at_};
        } else {
            written.text = take_bare();
        }
        const std::string value = one_spaced(written.text);
        const bool is_being_typed = is_end() && !written.is_closed;
        if (auto condition = condition_of(name, value)) {
            Token token = field;
            token.kind = Token::Kind::condition;
            token.condition = std::move(*condition);
            add(std::move(token));
            return true;
        }
        if (!is_being_typed || !may_become(name, value)) return false;
        found_.is_waiting = true;
        unclosed_.reset();
        return true;
    }

    [[nodiscard]] std::optional<Node> condition_of(Field field, const std::string& value) const {
        if (const auto facet = facet_of(field)) {
            if (!holds_word(value)) return std::nullopt;
            return Node{.kind = NodeKind::facet, .facet = *facet, .value = value};
        }
        if (field != Field::date) return mark_named(field, value);
        const auto dates = read_dates(value, context_.today);
        if (!dates) return std::nullopt;
        return Node{.kind = NodeKind::dates, .from = dates->from, .to = dates->to};
    }

    static bool may_become(Field field, std::string_view value) {
        if (facet_of(field)) return value.empty();
        return field == Field::date ? may_become_dates(value) : may_become_mark(field, value);
    }

    /// The field's name with what stands behind it, as words. Requires: at_ is at the name.
    void scan_unknown(Token token, const FieldPrefix& prefix) {
        token.scope.reset();
        const std::string_view name = rest().substr(0, prefix.bytes);
        at_ += prefix.bytes;
        if (is_at(Kind::quote)) {
            token.words.emplace_back(name);
            take_phrase(token);
        } else {
            const std::string_view value = take_bare();
            (void)add_word(token, std::string_view(name.data(), name.size() + value.size()));
        }
        found_.problems.push_back({ProblemKind::unknown_value, {token.at.begin, at_}});
        tell_unclosed();
        add(std::move(token));
    }

    std::string_view text_;
    const ParseContext& context_;
    std::size_t at_ = 0;
    std::optional<ByteRange> unclosed_;  // a quote that nobody has told of
    Tokens found_;
};

}  // namespace

Tokens read_tokens(std::string_view text, const ParseContext& context) { return Scanner{text, context}.scan(); }

}  // namespace lesesaal::query
