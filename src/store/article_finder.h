#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "store/connection.h"

namespace lesesaal::store {

/// Finds articles by what others know of them: their address, or else their headline.
class ArticleFinder {
public:
    /// Cost: reads the address and headline of every article.
    [[nodiscard]] static base::Result<ArticleFinder> make(Connection& connection);

    /// The uid. An address counts without its scheme, "www.", fragment and last slash; a headline that several articles
    /// have counts for none.
    [[nodiscard]] std::optional<std::string> find(std::string_view url, std::string_view headline) const;

private:
    std::unordered_map<std::string, std::string> by_url_;
    std::unordered_map<std::string, std::string> by_headline_;  // an empty uid: several
};

}  // namespace lesesaal::store
