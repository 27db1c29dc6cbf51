#pragma once
// What of a corpus database is kept in memory.

#include <optional>
#include <string_view>

#include "base/result.h"
#include "query/filter.h"
#include "store/connection.h"

namespace lesesaal::store {

struct Catalogue {
    query::Overview overview;
    std::vector<std::uint16_t> reading_minutes;  // by article
    std::vector<std::uint16_t> words;            // by article; of all its texts
    std::vector<bool> is_english;                // by article
    std::vector<query::ArticleId> by_uid;        // by rising uid
};

/// Cost: linear in articles and assignments. Fails with: bad_input, naming the table that is damaged.
[[nodiscard]] base::Result<Catalogue> load_catalogue(Connection& connection);

[[nodiscard]] std::optional<query::ArticleId> find_uid(const Catalogue& catalogue, std::string_view uid);

/// The number that 16 lower-case hexadecimal digits are; nothing for any other text.
[[nodiscard]] std::optional<std::uint64_t> uid_number(std::string_view uid);

/// A day as the database keeps it. Fails with: bad_input when it is outside base::date_year_min to date_year_max.
[[nodiscard]] base::Result<std::int32_t> checked_day(std::int64_t day);

}  // namespace lesesaal::store
