#include "query/fold.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/letters.h"

namespace lesesaal::query {
namespace {

// Longer spellings first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> spellings{
    {{"ä", "a"}, {"ö", "o"}, {"ü", "u"}, {"ae", "a"}, {"oe", "o"}, {"ue", "u"}}};

bool is_word_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

}  // namespace

std::string fold_name(std::string_view name) {
    const std::string lower = text::fold_letters(name);
    std::string folded;
    folded.reserve(lower.size());
    for (std::size_t i = 0; i < lower.size();) {
        const std::string_view rest = std::string_view(lower).substr(i);
        const auto spelling = std::ranges::find_if(spellings, [&](const auto& one) { return rest.starts_with(one.first); });
        if (spelling == spellings.end()) {
            folded += lower[i++];
        } else {
            folded += spelling->second;
            i += spelling->first.size();
        }
    }
    return folded;
}

bool names_match(std::string_view folded_name, std::string_view folded_typed) {
    while (!folded_typed.empty()) {
        const std::size_t end = std::min(folded_typed.find(' '), folded_typed.size());
        const std::string_view word = folded_typed.substr(0, end);
        folded_typed.remove_prefix(std::min(end + 1, folded_typed.size()));
        bool is_found = word.empty();
        for (std::size_t at = folded_name.find(word); !is_found && at != std::string_view::npos; at = folded_name.find(word, at + 1)) {
            is_found = at == 0 || !is_word_character(folded_name[at - 1]);
        }
        if (!is_found) return false;
    }
    return true;
}

}  // namespace lesesaal::query
