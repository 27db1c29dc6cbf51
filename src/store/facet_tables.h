#pragma once
// The tables topic, place, organisation and article_… of a new corpus database.

#include <vector>

#include "base/result.h"
#include "corpus/article.h"
#include "corpus/vocabulary.h"
#include "store/connection.h"

namespace lesesaal::store {

/// Requires: the articles stand in the table article with the ids 1, 2, … in this order.
[[nodiscard]] base::Result<void> write_facets(Connection& connection, const std::vector<corpus::Article>& articles,
                                              const corpus::Vocabulary& vocabulary);

}  // namespace lesesaal::store
