#include "query/completion.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

#include "base/check.h"
#include "query/fields.h"
#include "query/fold.h"
#include "query/signs.h"

namespace lesesaal::query {
namespace {

using base::ByteRange;
using Kind = Sign::Kind;

std::size_t begin_of_character(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
    return at;
}

bool is_excluding(std::string_view piece) { return piece.size() > 1 && piece[0] == '-' && piece[1] != '-'; }

/// What the caret stands in: from the last blank or parenthesis outside of quotes on.
struct Piece {
    std::size_t begin = 0;                 // behind the hyphen that excludes
    std::optional<std::size_t> quote;      // the caret is between it and its end
    std::optional<FieldPrefix> field;
};

Piece piece_at(std::string_view text, std::size_t caret) {
    Piece piece;
    for (std::size_t at = 0; at < caret;) {
        const Sign sign = sign_at(text, at);
        const std::size_t next = at + sign.bytes;
        if (piece.quote) {
            if (sign.kind == Kind::quote) piece = {.begin = next};
        } else if (sign.kind == Kind::quote) {
            // Behind a field's colon it begins a value, elsewhere a phrase.
            const std::size_t hyphen = is_excluding(text.substr(piece.begin, at - piece.begin)) ? 1 : 0;
            const auto field = field_prefix(text.substr(piece.begin + hyphen, at - piece.begin - hyphen));
            if (!field || piece.begin + hyphen + field->bytes != at) piece.begin = at;
            piece.quote = at;
        } else if (sign.kind != Kind::other) {
            piece.begin = next;
        }
        at = next;
    }
    piece.begin = std::min(piece.begin, caret);
    if (is_excluding(text.substr(piece.begin, caret - piece.begin))) ++piece.begin;
    piece.field = field_prefix(text.substr(piece.begin, caret - piece.begin));
    return piece;
}

/// Where what the caret stands in ends: at a blank, a quote or a parenthesis, or behind the quote that ends it.
std::size_t end_of_piece(std::string_view text, std::size_t caret, bool is_quoted) {
    std::size_t at = caret;
    while (at < text.size()) {
        const Sign sign = sign_at(text, at);
        if (is_quoted && sign.kind == Kind::quote) return at + sign.bytes;
        if (!is_quoted && sign.kind != Kind::other) return at;
        at += sign.bytes;
    }
    return is_quoted ? caret : at;
}

/// `value` as the query language writes it; nothing when it cannot.
std::optional<std::string> written(std::string_view value) {
    bool is_bare = true;
    for (std::size_t at = 0; at < value.size(); at += sign_at(value, at).bytes) {
        const Kind kind = sign_at(value, at).kind;
        if (kind == Kind::quote) return std::nullopt;
        is_bare = is_bare && kind == Kind::other;
    }
    if (!holds_word(value)) return std::nullopt;
    return is_bare ? std::string(value) : '"' + std::string(value) + '"';
}

class Completer {
public:
    Completer(std::string_view text, std::size_t caret, const Overview& overview, Language language)
        : text_(text), caret_(caret), overview_(overview), language_(language), piece_(piece_at(text, caret)) {}

    std::vector<Completion> complete() {
        if (!piece_.field) {
            if (!piece_.quote) add_fields();
            return std::move(found_);
        }
        const std::size_t begin = piece_.begin + piece_.field->bytes;
        replaced_ = {begin, end_of_piece(text_, caret_, piece_.quote.has_value())};
        typed_ = text_.substr(begin, caret_ - begin);
        if (piece_.quote) typed_.remove_prefix(sign_at(text_, *piece_.quote).bytes);
        const Field field = piece_.field->field;
        if (const auto facet = facet_of(field)) add_values(*facet);
        else if (field == Field::date) add_dates();
        else add_marks(field);
        return std::move(found_);
    }

private:
    [[nodiscard]] std::string_view in_language(std::string_view german, std::string_view english) const {
        return language_ == Language::de ? german : english;
    }

    void add(std::string text, std::string_view label, std::int32_t count) {
        const bool is_there = text == text_.substr(replaced_.begin, replaced_.size());
        if (found_.size() < completions_max && !is_there) found_.push_back({replaced_, std::move(text), std::string(label), count});
    }

    void add_fields() {
        replaced_ = {piece_.begin, caret_};
        typed_ = text_.substr(piece_.begin, caret_ - piece_.begin);
        if (typed_.size() < field_letters_min || end_of_piece(text_, caret_, false) != caret_) return;
        if (caret_ < text_.size() && sign_at(text_, caret_).kind == Kind::quote) return;
        for (const FieldNames& names : field_names) {
            const std::string name = std::string(in_language(names.german, names.english)) + ':';
            if (begins_with_typed(name)) add(name, name, -1);
        }
    }

    /// In any case.
    [[nodiscard]] bool begins_with_typed(std::string_view name) const {
        return typed_.size() <= name.size() && std::ranges::equal(typed_, name.substr(0, typed_.size()), [](char a, char b) { return ascii_lower(a) == b; });
    }

    void add_values(Facet facet) {
        const std::string folded = fold_name(typed_);
        std::vector<const FacetValue*> values;
        for (const FacetValue& value : overview_.of(facet)) {
            const bool is_meant = names_match(fold_name(label_of(value)), folded) || names_match(fold_name(value.slug), folded);
            if (is_meant) values.push_back(&value);
        }
        std::ranges::stable_sort(values, std::ranges::greater{}, [](const FacetValue* value) { return value->count; });
        for (const FacetValue* value : values) {
            if (found_.size() == completions_max) return;
            auto text = written(label_of(*value));
            if (!text) text = written(value->slug);
            if (text) add(std::move(*text), label_of(*value), value->count);
        }
    }

    [[nodiscard]] std::string_view label_of(const FacetValue& value) const {
        const std::string_view label = in_language(value.label_de, value.label_en);
        return label.empty() ? std::string_view(value.slug) : label;
    }

    void add_dates() {
        struct Name {
            std::string_view german;
            std::string_view english;
            bool is_offered_unasked;
        };
        static constexpr std::array<Name, 6> names{{{"letzte-30-tage", "last-30-days", true},
                                                    {"letzter-monat", "last-month", true},
                                                    {"letzte-woche", "last-week", false},
                                                    {"letztes-jahr", "last-year", false},
                                                    {"heute", "today", false},
                                                    {"gestern", "yesterday", false}}};
        const std::size_t dots = typed_.find("..");
        const std::string before(dots == std::string_view::npos ? std::string_view{} : typed_.substr(0, dots + 2));
        typed_.remove_prefix(before.size());
        for (const Name& name : names) {
            const std::string_view text = in_language(name.german, name.english);
            if (before.empty() && (name.is_offered_unasked || !typed_.empty()) && begins_with_typed(text)) add(std::string(text), text, -1);
        }
        const std::map<int, std::int32_t, std::greater<>> years = articles_by_year();
        for (const auto& [year, count] : years) {
            const std::string text = before + std::to_string(year);
            if (!begins_with_typed(std::string_view(text).substr(before.size()))) continue;
            if (auto value = written(text)) add(std::move(*value), text, before.empty() ? count : -1);
        }
    }

    [[nodiscard]] std::map<int, std::int32_t, std::greater<>> articles_by_year() const {
        std::map<int, std::int32_t, std::greater<>> years;
        for (std::size_t i = 0; i < overview_.first_days.size() && i < overview_.last_days.size(); ++i) {
            if (overview_.first_days[i] == no_day) continue;
            const int first = base::from_days(overview_.first_days[i]).year;
            const int last = base::from_days(overview_.last_days[i]).year;
            ++years[first];
            if (last > first) ++years[last];
        }
        return years;
    }

    void add_marks(Field field) {
        for (const MarkName& name : mark_names) {
            const std::string_view text = in_language(name.german, name.english);
            if (name.field == field && begins_with_typed(text)) add(std::string(text), text, -1);
        }
    }

    std::string_view text_;
    std::size_t caret_;
    const Overview& overview_;
    Language language_;
    Piece piece_;
    ByteRange replaced_;
    std::string_view typed_;  // before the caret, of what is replaced
    std::vector<Completion> found_;
};

}  // namespace

std::vector<Completion> complete(std::string_view text, std::size_t caret, const Overview& overview, Language language) {
    return Completer{text, begin_of_character(text, std::min(caret, text.size())), overview, language}.complete();
}

Completed apply(std::string_view text, const Completion& completion) {
    LESESAAL_CHECK(completion.replaced.begin <= completion.replaced.end);
    LESESAAL_CHECK(completion.replaced.end <= text.size());
    std::string changed(text.substr(0, completion.replaced.begin));
    changed += completion.text;
    const std::size_t caret = changed.size();
    changed += text.substr(completion.replaced.end);
    return {std::move(changed), caret};
}

}  // namespace lesesaal::query
