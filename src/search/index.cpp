#include "search/index.h"

#include <algorithm>

namespace lesesaal::search {

base::Result<Index> Index::open(IndexParts parts, std::vector<ArticleFacts> articles) {
    Index index;
    index.words_ = TRY(Lexicon::open(std::move(parts.words), parts.word_postings.size()));
    index.parts_ = TRY(Lexicon::open(std::move(parts.parts), parts.part_postings.size()));
    index.word_postings_ = std::move(parts.word_postings);
    index.part_postings_ = std::move(parts.part_postings);
    index.articles_ = std::move(articles);
    index.has_english_ = std::ranges::any_of(index.articles_, [](const ArticleFacts& article) { return article.is_english; });
    return index;
}

}  // namespace lesesaal::search
