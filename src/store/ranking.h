#pragma once
// How well an article answers a search: Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) as
// an SQL function of FTS5. FTS5's own bm25() reads the length of every hit from a table, which takes ten times as long as
// finding it.

#include <memory>
#include <vector>

#include "base/result.h"
#include "store/connection.h"

namespace lesesaal::store {

class Ranking {
public:
    /// Makes lesesaal_rank(article_text) known: greater is better, comparable within one search.
    /// `words`: by article. Lifetime: the ranking and `words` must stay as long as the connection.
    [[nodiscard]] static base::Result<std::unique_ptr<Ranking>> make(Connection& connection,
                                                                     const std::vector<std::uint16_t>& words);

    /// What the length of an article makes of the frequencies in it.
    [[nodiscard]] double length_factor(std::int64_t row) const;
    [[nodiscard]] double articles() const { return static_cast<double>(words_.size()); }

private:
    explicit Ranking(const std::vector<std::uint16_t>& words);

    const std::vector<std::uint16_t>& words_;
    double mean_words_ = 1;
};

}  // namespace lesesaal::store
