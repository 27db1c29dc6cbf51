#pragma once
// The index of a corpus (search/index_builder.h) in the table search_index.

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/article.h"
#include "search/index.h"
#include "store/connection.h"

namespace lesesaal::store {

/// Requires: the articles stand in the table article in this order, with the ids 1, 2, …
[[nodiscard]] base::Result<void> write_search_index(Connection& connection, const std::vector<corpus::Article>& articles,
                                                    std::span<const std::string> german_words);

/// Cost: copies the index. Fails with: bad_input.
[[nodiscard]] base::Result<search::Index> read_search_index(Connection& connection, std::vector<search::ArticleFacts> articles);

/// What the index reads of an article as its title: the kicker in a line before the headline when there is one.
[[nodiscard]] std::string title_of(std::string_view kicker, std::string_view headline);

}  // namespace lesesaal::store
