#pragma once
// The index of a corpus in memory.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index_builder.h"
#include "search/lexicon.h"

namespace lesesaal::search {

/// What ranking and the choice of a stemmer know of each article.
struct ArticleFacts {
    std::uint16_t words = 0;  // of all its texts
    bool is_english = false;
    std::int32_t day = 0;     // days since 1970-01-01, or no_day
    static constexpr std::int32_t no_day = INT32_MIN;
};

class Index {
public:
    /// Fails with: bad_input (a damaged index). Cost: looks at every entry of both lexicons once.
    [[nodiscard]] static base::Result<Index> open(IndexParts parts, std::vector<ArticleFacts> articles);

    [[nodiscard]] const Lexicon& words() const { return words_; }
    [[nodiscard]] const Lexicon& parts() const { return parts_; }
    [[nodiscard]] std::string_view word_postings(const LexiconEntry& entry) const {
        return std::string_view(word_postings_).substr(entry.postings_at, entry.postings_bytes);
    }
    [[nodiscard]] std::string_view part_postings(const LexiconEntry& entry) const {
        return std::string_view(part_postings_).substr(entry.postings_at, entry.postings_bytes);
    }
    [[nodiscard]] const std::vector<ArticleFacts>& articles() const { return articles_; }
    [[nodiscard]] bool has_english() const { return has_english_; }

private:
    Lexicon words_;
    Lexicon parts_;
    std::string word_postings_;
    std::string part_postings_;
    std::vector<ArticleFacts> articles_;
    bool has_english_ = false;
};

}  // namespace lesesaal::search
