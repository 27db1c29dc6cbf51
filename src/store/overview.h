#pragma once
// What of a corpus database is kept in memory.

#include "base/result.h"
#include "query/filter.h"
#include "store/connection.h"
#include "store/memberships.h"

namespace lesesaal::store {

struct Catalogue {
    query::Overview overview;
    Memberships topics;
    Memberships places;
};

/// Cost: linear in articles and assignments. Fails with: bad_input, naming the table that is damaged.
[[nodiscard]] base::Result<Catalogue> load_catalogue(Connection& connection);

/// A day as the database keeps it. Fails with: bad_input when it is outside base::date_year_min to date_year_max.
[[nodiscard]] base::Result<std::int32_t> checked_day(std::int64_t day);

}  // namespace lesesaal::store
