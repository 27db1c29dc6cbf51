#pragma once
// How well an article answers a search: Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) as
// an SQL function of FTS5. FTS5's own bm25() reads the length of every hit from a table, which takes ten times as long as
// finding it.

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "store/connection.h"

namespace lesesaal::store {

/// A word in the title weighs as much as five in the body, one in the lead as much as two.
[[nodiscard]] std::uint32_t column_weight(int column);

class Ranking {
public:
    /// Makes lesesaal_rank(article_text) known: greater is better, comparable within one search.
    /// `words`: by article. Lifetime: the ranking and `words` must stay as long as the connection.
    [[nodiscard]] static base::Result<std::unique_ptr<Ranking>> make(Connection& connection,
                                                                     const std::vector<std::uint16_t>& words);

    /// How much a match tells of a word that so many articles have.
    [[nodiscard]] double rarity(std::int64_t hits) const;
    /// What a word adds to the score of an article. `frequency`: its matches there, each with the weight of its column.
    [[nodiscard]] double score(double rarity, double frequency, std::int64_t row) const;
    [[nodiscard]] std::size_t articles() const { return words_.size(); }

private:
    explicit Ranking(const std::vector<std::uint16_t>& words);

    const std::vector<std::uint16_t>& words_;
    double mean_words_ = 1;
};

}  // namespace lesesaal::store
