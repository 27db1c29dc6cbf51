#pragma once
// The reader's marks by article, from the notebook: what a query filters by and a list row shows.

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "notebook/log.h"
#include "query/filter.h"

namespace lesesaal::app {

/// Finds articles by uid. Built once per corpus. Cost of find: logarithmic.
class UidIndex {
public:
    UidIndex() = default;
    explicit UidIndex(const std::vector<std::uint64_t>& uids);
    [[nodiscard]] std::optional<query::ArticleId> find(std::string_view uid) const;

private:
    std::vector<std::pair<std::uint64_t, query::ArticleId>> sorted_;
};

/// The uid of a number of query::Overview::uids, as 16 hexadecimal digits, and back.
[[nodiscard]] std::string uid_text(std::uint64_t uid);
[[nodiscard]] std::optional<std::uint64_t> uid_number(std::string_view uid);

/// Cost: linear in the notebook, and in the articles.
[[nodiscard]] query::Standing make_standing(const notebook::Log& notebook, const UidIndex& index, std::size_t articles);
/// `standing` with what the notebook says of one article. Cost: a copy of a byte per article.
[[nodiscard]] query::Standing with_marks_of(const query::Standing& standing, query::ArticleId id, const notebook::Log& notebook,
                                            std::string_view uid, std::size_t articles);

/// The texts of the notes at articles and at their highlights, by article; null when there are none. Those at articles
/// that this corpus lacks are left out. Cost: linear in the notebook.
[[nodiscard]] query::Notes make_notes(const notebook::Log& notebook, const UidIndex& index);
[[nodiscard]] bool are_same(const query::Notes& some, const query::Notes& others);

}  // namespace lesesaal::app
