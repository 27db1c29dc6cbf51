#include "ui/words.h"

#include <algorithm>
#include <span>

#include "ui/dates.h"
#include "ui/words_table.h"

namespace lesesaal::ui {
namespace {

using app::Language;

std::string_view text_of(Language language, Say say) {
    const auto at = static_cast<std::size_t>(say);
    return language == Language::de ? words_table::de[at] : words_table::en[at];
}

std::string_view singular_of(Language language, Say say) {
    std::span<const words_table::One> ones = words_table::de_one;
    if (language == Language::en) ones = words_table::en_one;
    const auto at = std::ranges::lower_bound(ones, say, {}, &words_table::One::say);
    return at != ones.end() && at->say == say ? at->text : text_of(language, say);
}

/// One pass over the text: what is put in is never itself filled in, whatever braces it has.
std::string fill(std::string_view text, std::span<const Placeholder> placeholders, const Placeholder& counted = {}) {
    std::string filled;
    while (true) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        filled += text.substr(0, open);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto given = std::ranges::find(placeholders, name, &Placeholder::first);
        if (given != placeholders.end()) filled += given->second;
        else if (!name.empty() && name == counted.first) filled += counted.second;
        else filled += text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
    filled += text;
    return filled;
}

}  // namespace

std::string_view Words::operator()(Say say) const { return text_of(language_, say); }

std::string Words::with(Say say, std::initializer_list<Placeholder> placeholders) const {
    return fill(text_of(language_, say), placeholders);
}

std::string Words::count(Say say, std::int64_t count, std::initializer_list<Placeholder> placeholders) const {
    const std::string_view text = count == 1 ? singular_of(language_, say) : text_of(language_, say);
    const std::string number = grouped(count, language_);
    return fill(text, placeholders, {"count", number});
}

std::optional<Say> Words::find(std::string_view key) const {
    const auto at = std::ranges::lower_bound(words_table::keys, key);
    if (at == words_table::keys.end() || *at != key) return std::nullopt;
    return static_cast<Say>(at - words_table::keys.begin());
}

std::string Words::hits(std::int64_t hits, std::int64_t total) const {
    if (hits == total) return articles(total);
    return count(Say::count_hits, total, {{"hits", number(hits)}});
}

std::string Words::number(std::int64_t number) const { return grouped(number, language_); }

}  // namespace lesesaal::ui
