#pragma once
// What happened: in the interface, or as the answer to an effect.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "notebook/operation.h"
#include "query/filter.h"

namespace lesesaal::app {

enum class Pane : std::uint8_t { list, article, filters };
enum class QuickRange : std::uint8_t { last_year, last_month, last_30_days };

// From the interface.
struct QueryTyped { std::string text; };
struct TopicToggled { std::string slug; };
struct PlaceToggled { std::string slug; };
struct FromTyped { std::string text; };   // committed or complete; empty lifts the bound
struct ToTyped { std::string text; };
struct QuickRangePicked { QuickRange range; };
struct RangePicked { std::int32_t first_day; std::int32_t last_day; };
struct RangeLifted {};
struct BookmarksOnlyToggled {};
struct FiltersReset {};
struct ArticlePicked { query::ArticleId id; };
struct ArticleClosed {};
struct ArticleStepped { int by; };        // +1 the next in the result, -1 the one before
struct BookmarkToggled { std::string uid; };
struct AboutToggled {};
struct PaneShown { Pane pane; };
struct PaneScrolled { Pane pane; float px; };
struct RowsNeeded { std::size_t begin; std::size_t end; };  // positions in the result, half-open
struct SearchFocused {};
struct Escaped {};

// From outside.
struct CorpusOpened { query::Overview overview; std::string replica; std::string hash; };
struct CorpusFailed { std::string corpus_id; std::string replica; base::Error error; };
struct HashChanged { std::string hash; };

// Answers to effects.
struct ResultArrived { std::uint32_t query_id; query::Result result; };
struct QueryFailed { std::uint32_t query_id; base::Error error; };
struct RowsArrived { std::uint32_t query_id; std::vector<query::Row> rows; };
struct ArticleArrived { query::OpenedArticle opened; };
struct ArticleMissing { base::Error error; };
struct StorageOpened {
    std::vector<notebook::Operation> operations;
    int bad_records = 0;
    bool is_durable = true;
    std::string reason;
};
struct StorageFailed { base::Error error; };
struct OperationSaved {};
struct OperationRefused { notebook::Operation operation; base::Error error; };
struct NoticesArrived { std::string text; };

using Event = std::variant<QueryTyped, TopicToggled, PlaceToggled, FromTyped, ToTyped, QuickRangePicked, RangePicked,
                           RangeLifted, BookmarksOnlyToggled, FiltersReset, ArticlePicked, ArticleClosed, ArticleStepped,
                           BookmarkToggled, AboutToggled, PaneShown, PaneScrolled, RowsNeeded, SearchFocused, Escaped,
                           CorpusOpened, CorpusFailed, HashChanged, ResultArrived, QueryFailed, RowsArrived,
                           ArticleArrived, ArticleMissing, StorageOpened, StorageFailed, OperationSaved,
                           OperationRefused, NoticesArrived>;

}  // namespace lesesaal::app
