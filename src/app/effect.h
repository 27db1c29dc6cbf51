#pragma once
// What shall be done outside. Values: only shell/ performs them, and each but SetHash, OpenLink, Print, DropLink and
// SelectPassage ends in exactly one event.

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
/// Articles with much in common with one. Ends in RelatedArrived.
struct LoadRelated { query::ArticleId id; };
/// Uids the corpus does not have are left out.
struct LoadArticles { std::vector<std::string> uids; };
struct OpenStorage { std::string corpus_id; };
struct AppendOperation { notebook::Operation operation; };
/// Many at once, as after a file was read. Ends in OperationsSaved or OperationsRefused.
struct AppendOperations { std::vector<notebook::Operation> operations; };
/// Ends in StorageRefreshed or StorageFailed.
struct RefreshStorage {};
/// What the articles are called. Ends in CardsArrived.
struct LoadCards { std::vector<std::string> uids; };
/// The notebook as a file to be saved. Ends in NotebookTaken.
struct TakeOut { notebook::FileFormat format; };
/// Asks for a file. Ends in NotebookBrought, NotebookNotBrought or PickingEnded.
struct BringIn {};
/// This page with the notebook inside. Ends in PageCopied or PageNotCopied.
struct CopyPage {};
/// End in LinkFound; in LinkReady, LinkFailed or PickingEnded.
struct LookForLink {};
struct LinkFile { FileToLink file; };
struct WakeLink {};
/// Ends in WrittenThrough or NotWrittenThrough.
struct WriteThrough {};
struct DropLink {};  // ends in nothing
/// Selects the first sentence in sight of the open article, where the browser keeps selections. Ends in PassageSelected
/// when there is one.
struct SelectPassage {};
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

using Effect = std::variant<RunQuery, CountHits, LoadRows, LoadArticle, LoadRelated, LoadArticles, OpenStorage,
                            AppendOperation, AppendOperations, RefreshStorage, LoadCards, TakeOut, BringIn, CopyPage,
                            LookForLink, LinkFile, WakeLink, WriteThrough, DropLink, SelectPassage, SetHash, LoadNotices, Print,
                            OpenLink, CopyLink, CopyText, SaveFile, StartTimer>;
using Effects = std::vector<Effect>;

}  // namespace lesesaal::app
