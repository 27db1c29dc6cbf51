#pragma once
// Everything the interface shows. Changed by update() alone; views take it const.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/event.h"
#include "app/timeline.h"
#include "notebook/log.h"
#include "query/filter.h"

namespace lesesaal::app {

enum class CorpusState : std::uint8_t { opening, ready, damaged };
enum class StorageState : std::uint8_t { opening, saved, until_closing, not_stored };
enum class Announcement : std::uint8_t { none, bookmark_set, bookmark_set_until_closing, bookmark_removed, bookmark_refused };
enum class FocusTarget : std::uint8_t { none, search, list_row, article };

/// A date as the reader is typing it.
struct DateField {
    std::string text;
    bool is_invalid = false;
    bool operator==(const DateField&) const = default;
};

struct View {
    Pane pane = Pane::list;  // the one a narrow page shows
    bool is_about = false;
    float list_scroll_px = 0;
    float filters_scroll_px = 0;
    /// Raised to move a pane back to its top.
    std::uint32_t list_top_revision = 0;
    std::uint32_t article_top_revision = 0;
    /// Raised to move the focus.
    FocusTarget focus = FocusTarget::none;
    std::uint32_t focus_revision = 0;
    /// Read out politely when it changes.
    Announcement announcement = Announcement::none;
};

struct State {
    CorpusState corpus = CorpusState::opening;
    base::Error corpus_error;
    std::string corpus_id;
    query::Overview overview;

    query::Filter filter;  // only_uids unset; bookmarks_only stands for it
    bool is_bookmarks_only = false;
    DateField from_field, to_field;

    std::uint32_t query_id = 0;          // of the newest question
    std::uint32_t result_query_id = 0;   // of the answer shown
    query::Result result;
    Timeline timeline;
    std::optional<base::Error> query_error;
    /// Rows loaded for the result shown, by ArticleId. At most rows_kept_max.
    std::unordered_map<std::int32_t, query::Row> rows;
    std::uint32_t rows_revision = 0;
    bool is_loading_rows = false;

    std::optional<query::OpenedArticle> open;
    /// The article asked for is not in this corpus.
    std::optional<base::Error> article_error;
    std::string notices;

    notebook::Log notebook;
    StorageState storage = StorageState::opening;
    std::string storage_reason;
    int bad_records = 0;

    View view;
};

constexpr std::size_t rows_kept_max = 4000;

[[nodiscard]] bool has_filters(const State& state);
[[nodiscard]] bool is_bookmarked(const State& state, std::string_view uid);
/// Where the open article stands in the result, if it does.
[[nodiscard]] std::optional<std::size_t> open_position(const State& state);

}  // namespace lesesaal::app
