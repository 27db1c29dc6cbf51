#pragma once
// Which articles have much in common.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/article.h"
#include "store/connection.h"

namespace lesesaal::store {

/// The words that say what a text is about: names and nouns (in a German text what begins with a capital, in others every
/// word), of four letters or more, in lower case and without the commonest German endings. Each once, sorted.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view text, std::string_view language);

/// By article the indices of those nearest to it, the nearest first: at most query::related_max, none below a threshold.
/// Nearness is the cosine of the weighted sets of topics, places, organisations and telling words of kicker, headline and
/// lead; what few articles share weighs more (tf-idf). Two articles need at least two things in common.
/// Cost: bounded by articles x rare things x rare_max; things that more articles share add to a score but find nobody.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> find_related(const std::vector<corpus::Article>& articles);

/// Requires: the articles stand in the table article in the order that find_related saw.
[[nodiscard]] base::Result<void> write_related(Connection& connection, const std::vector<std::vector<std::uint32_t>>& related);

}  // namespace lesesaal::store
