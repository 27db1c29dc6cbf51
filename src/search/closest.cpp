#include "search/closest.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "text/letters.h"
#include "text/spelling.h"

namespace lesesaal::search {
namespace {

constexpr std::size_t letters_max = 40;  // a longer word is corrected by nobody

/// One number for a letter; those of two bytes that German has are told apart, others are their bytes.
std::vector<unsigned char> letters_of(std::string_view key) {
    std::vector<unsigned char> letters;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const auto byte = static_cast<unsigned char>(key[i]);
        if (byte == 0xc3 && i + 1 < key.size()) letters.push_back(static_cast<unsigned char>(key[++i]));
        else letters.push_back(byte);
    }
    return letters;
}

/// The rows of the table of distances between a word and the begin of another that grows and shrinks at its end.
class Distances {
public:
    explicit Distances(std::vector<unsigned char> word) : word_(std::move(word)) {
        for (std::size_t i = 0; i <= word_.size(); ++i) rows_[0][i] = static_cast<unsigned char>(i);
    }

    /// Sets the letter number `depth`. Returns: the least distance that any longer word may have.
    int set(std::size_t depth, unsigned char letter) {
        letters_[depth] = letter;
        auto& row = rows_[depth + 1];
        const auto& above = rows_[depth];
        row[0] = static_cast<unsigned char>(depth + 1);
        int least = row[0];
        for (std::size_t i = 1; i <= word_.size(); ++i) {
            const int change = above[i - 1] + (word_[i - 1] == letter ? 0 : 1);
            int best = std::min({change, above[i] + 1, row[i - 1] + 1});
            const bool is_swapped = i > 1 && depth > 0 && word_[i - 1] == letters_[depth - 1] && word_[i - 2] == letter;
            if (is_swapped) best = std::min(best, rows_[depth - 1][i - 2] + 1);
            row[i] = static_cast<unsigned char>(best);
            least = std::min(least, best);
        }
        return least;
    }
    [[nodiscard]] int whole(std::size_t letters) const { return rows_[letters][word_.size()]; }

private:
    std::vector<unsigned char> word_;
    std::array<unsigned char, letters_max + 4> letters_{};
    std::array<std::array<unsigned char, letters_max + 1>, letters_max + 5> rows_{};
};

struct Closest {
    std::optional<LexiconEntry> entry;
    std::tuple<int, bool, std::int64_t> rank{3, true, 0};  // edits, another first letter, articles negated
};

/// Looks for a form nearer than `best`.
void find_closer(const Index& index, std::string_view key, std::uint32_t articles_min, Closest& best) {
    const int edits = edits_allowed(key);
    if (edits == 0) return;
    const std::vector<unsigned char> word = letters_of(key);
    Distances distances(word);
    // Letters up to each byte of the key at hand, and the byte from which nothing can be near any more.
    std::array<std::size_t, lexicon_key_bytes_max + 1> letters_at{};
    Lexicon::Cursor cursor = index.words().begin();
    while (cursor.next()) {
        const std::string& form = cursor.entry().key;
        std::size_t hopeless_from = 0;
        // A kept begin may end inside a letter of two bytes.
        std::size_t at = cursor.kept();
        if (at > 0 && static_cast<unsigned char>(form[at - 1]) == 0xc3) --at;
        std::size_t letters = at == 0 ? 0 : letters_at[at];
        bool is_hopeless = false;
        while (at < form.size() && !is_hopeless) {
            if (letters >= word.size() + static_cast<std::size_t>(edits) + 1 || letters >= letters_max + 3) {
                is_hopeless = true;
                hopeless_from = at;
                break;
            }
            const auto byte = static_cast<unsigned char>(form[at]);
            const bool is_pair = byte == 0xc3 && at + 1 < form.size();
            const unsigned char letter = is_pair ? static_cast<unsigned char>(form[at + 1]) : byte;
            const int least = distances.set(letters, letter);
            at += is_pair ? 2 : 1;
            letters_at[at] = ++letters;
            if (least > edits) {
                is_hopeless = true;
                hopeless_from = at;
            }
        }
        if (is_hopeless) {
            cursor.skip_while_kept(hopeless_from);
            continue;
        }
        if (cursor.entry().articles < articles_min) continue;
        const int distance = distances.whole(letters);
        if (distance == 0 || distance > edits) continue;
        const auto rank = std::tuple(distance, form[0] != key[0], -std::int64_t{cursor.entry().articles});
        if (rank >= best.rank) continue;
        cursor.read_details();
        best.entry = cursor.entry();
        best.rank = rank;
    }
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
