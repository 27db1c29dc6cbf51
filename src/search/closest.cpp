#include "search/closest.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "text/letters.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace lesesaal::search {
namespace {

constexpr std::size_t letters_max = 40;  // a longer word is corrected by nobody

std::u32string letters_of(std::string_view key) {
    std::u32string letters;
    for (std::size_t at = 0; at < key.size();) {
        const auto byte = static_cast<unsigned char>(key[at]);
        const text::CodePoint letter = byte < 0x80 ? text::CodePoint{byte, 1} : text::decode_at(key, at);
        letters += letter.value;
        at += letter.bytes;
    }
    return letters;
}

/// Distances to one word, of which only those up to `edits` are told apart.
class Distances {
public:
    Distances(std::u32string word, int edits) : word_(std::move(word)), edits_(edits) {
        for (std::size_t i = 0; i <= word_.size(); ++i) rows_[0][i] = static_cast<unsigned char>(i);
    }

    /// Returns: more than the edits where there is no telling. Cost: a band as wide as twice the edits.
    int to(const std::u32string& form) {
        const auto longest = word_.size() + static_cast<std::size_t>(edits_);
        if (form.size() > longest || form.size() + static_cast<std::size_t>(edits_) < word_.size()) return edits_ + 1;
        for (std::size_t depth = 0; depth < form.size(); ++depth) {
            if (set_row(depth, form) > edits_) return edits_ + 1;
        }
        return rows_[form.size()][word_.size()];
    }

private:
    /// Returns: the least distance of the row, below which nothing that follows can come.
    int set_row(std::size_t depth, const std::u32string& form) {
        const auto edits = static_cast<std::size_t>(edits_);
        auto& row = rows_[depth + 1];
        const auto& above = rows_[depth];
        const std::size_t first = depth + 1 > edits ? depth + 1 - edits : 1;
        const std::size_t last = std::min(word_.size(), depth + 1 + edits);
        row[first - 1] = first == 1 ? static_cast<unsigned char>(depth + 1) : far;
        int least = row[first - 1];
        for (std::size_t i = first; i <= last; ++i) {
            const char32_t letter = form[depth];
            const int change = above[i - 1] + (word_[i - 1] == letter ? 0 : 1);
            const int added = i < depth + 1 + edits ? above[i] + 1 : far;  // above's band ends one before
            int best = std::min({change, added, row[i - 1] + 1});
            const bool is_swapped = i > 1 && depth > 0 && word_[i - 1] == form[depth - 1] && word_[i - 2] == letter;
            if (is_swapped) best = std::min(best, rows_[depth - 1][i - 2] + 1);
            row[i] = static_cast<unsigned char>(best);
            least = std::min(least, best);
        }
        return least;
    }

    static constexpr unsigned char far = 100;
    std::u32string word_;
    int edits_;
    std::array<std::array<unsigned char, letters_max + 1>, letters_max + 3> rows_{};
};

struct Closest {
    std::optional<LexiconEntry> entry;
    std::tuple<int, bool, std::int64_t> rank{3, true, 0};  // edits, another first letter, articles negated
};

/// Looks for a form nearer than `best`.
void find_closer(const Index& index, std::string_view key, std::uint32_t articles_min, Closest& best) {
    const int edits = edits_allowed(key);
    if (edits == 0) return;
    Distances distances(letters_of(key), edits);
    const LetterSet letters(key);
    const auto may_be_near = [&](LetterSet form) { return form.may_be_near(letters, static_cast<unsigned>(edits)); };
    index.words().visit_if(may_be_near, [&](Lexicon::Cursor& cursor) {
        const LexiconEntry& form = cursor.entry();
        if (form.articles < articles_min) return;
        const int distance = distances.to(letters_of(form.key));
        if (distance == 0 || distance > edits) return;
        const auto rank = std::tuple(distance, form.key[0] != key[0], -std::int64_t{form.articles});
        if (rank >= best.rank) return;
        cursor.read_details();
        best.entry = form;
        best.rank = rank;
    });
}

}  // namespace

int edits_allowed(std::string_view key) {
    const std::size_t letters = letters_of(key).size();
    if (letters > letters_max) return 0;
    return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
}

std::optional<LexiconEntry> find_closest(const Index& index, std::string_view word, std::uint32_t articles_min) {
    Closest best;
    const std::string folded = text::fold_letters(word);
    std::string key = folded;
    text::to_umlauts(key);
    find_closer(index, key, articles_min, best);
    // Letters out of place can look like an umlaut: "Fussntoe".
    if (key != folded) find_closer(index, folded, articles_min, best);
    return best.entry;
}

}  // namespace lesesaal::search
