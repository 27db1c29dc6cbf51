#pragma once
// A search for single words, without FTS5's query: most searches, and all that are typed letter by letter.

#include <optional>
#include <string>
#include <vector>

#include "query/filter.h"
#include "query/terms.h"
#include "store/marks.h"
#include "store/postings.h"
#include "store/ranking.h"
#include "store/tokenizer.h"

namespace lesesaal::store {

struct TextHit {
    query::ArticleId id{};
    double score = 0;  // greater is better; 0 where scores are not wanted
};

struct Word {
    std::string folded;
    WordMatch match = WordMatch::whole;
    bool is_excluded = false;
};

/// Nothing when a term is not exactly one word to the index ("E-Akte", a phrase, "§"), or when all are excluded: those are
/// FTS5's.
[[nodiscard]] std::optional<std::vector<Word>> single_words(const std::vector<query::Term>& terms, const Tokenizer& tokenizer);

/// Returns: the same as FTS5 with Ranking's function finds, by ascending id.
[[nodiscard]] base::Result<std::vector<TextHit>> find_words(Postings& postings, const Ranking& ranking, const std::vector<Word>& words);

/// All matches in a text, as FTS5's highlight() marks them.
[[nodiscard]] Marked mark_words(const Tokenizer& tokenizer, const std::vector<Word>& words, std::string_view text);

/// The part of a text that tells most, as FTS5's snippet() picks it: whole sentences and different words before many.
/// Nothing when the text has no match.
[[nodiscard]] std::optional<Marked> word_snippet(const Tokenizer& tokenizer, const std::vector<Word>& words, std::string_view text,
                                                 std::size_t tokens_max);

}  // namespace lesesaal::store
