#pragma once
// What shall be done outside. Values: only shell/ performs them, and each but SetHash ends in exactly one event.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "notebook/operation.h"
#include "query/filter.h"

namespace lesesaal::app {

struct RunQuery { std::uint32_t query_id; query::Filter filter; };
struct LoadRows { std::uint32_t query_id; std::vector<query::ArticleId> ids; std::string text; };
/// By uid when it is not empty, else by id.
struct LoadArticle { std::string uid; query::ArticleId id; std::string text; };
struct OpenStorage { std::string corpus_id; };
struct AppendOperation { notebook::Operation operation; };
struct SetHash {
    std::string hash;
    enum class Mode { push, replace } mode;
};
struct LoadNotices {};

using Effect = std::variant<RunQuery, LoadRows, LoadArticle, OpenStorage, AppendOperation, SetHash, LoadNotices>;
using Effects = std::vector<Effect>;

}  // namespace lesesaal::app
