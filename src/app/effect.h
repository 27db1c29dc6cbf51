#pragma once
// What shall be done outside. Values: only shell/ performs them, and each but SetHash, OpenLink and Print ends in exactly
// one event.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/event.h"
#include "notebook/operation.h"
#include "query/filter.h"

namespace lesesaal::app {

struct RunQuery { std::uint32_t query_id; query::Filter filter; };
/// How many articles each of the filters would find.
struct CountHits { std::uint32_t query_id; std::vector<query::Filter> filters; };
struct LoadRows { std::uint32_t query_id; std::vector<query::ArticleId> ids; std::string text; };
/// By uid when it is not empty, else by id.
struct LoadArticle { std::string uid; query::ArticleId id; std::string text; };
/// Uids the corpus does not have are left out.
struct LoadArticles { std::vector<std::string> uids; };
struct OpenStorage { std::string corpus_id; };
struct AppendOperation { notebook::Operation operation; };
struct SetHash {
    std::string hash;
    enum class Mode { push, replace } mode;
};
struct LoadNotices {};
struct Print {};
struct OpenLink { std::string url; };
/// The page's own address with this hash, to the clipboard.
struct CopyLink { std::string hash; };
struct CopyText { std::string text; Taken what; };
struct SaveFile { std::string name; std::string media_type; std::string bytes; Taken what; };
/// Sends TimePassed with the id after the time.
struct StartTimer { std::uint32_t timer_id; int ms; };

using Effect = std::variant<RunQuery, CountHits, LoadRows, LoadArticle, LoadArticles, OpenStorage, AppendOperation,
                            SetHash, LoadNotices, Print, OpenLink, CopyLink, CopyText, SaveFile, StartTimer>;
using Effects = std::vector<Effect>;

}  // namespace lesesaal::app
