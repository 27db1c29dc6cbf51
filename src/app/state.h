#pragma once
// Everything the interface shows. Changed by update() alone; views take it const.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/event.h"
#include "app/query_box.h"
#include "app/settings.h"
#include "app/standing.h"
#include "app/timeline.h"
#include "app/trends.h"
#include "corpus/plain_text.h"
#include "notebook/entries.h"
#include "notebook/log.h"
#include "query/filter.h"

namespace lesesaal::app {

enum class CorpusState : std::uint8_t { opening, ready, damaged };
enum class StorageState : std::uint8_t { opening, saved, until_closing, not_stored };
enum class FocusTarget : std::uint8_t { none, search, list_row, article, section, filters, timeline_bar, highlight };

/// What happened, said politely to everyone and shown for a while.
enum class Said : std::uint8_t {
    nothing,
    bookmark_set,
    bookmark_set_until_closing,
    bookmark_removed,
    bookmarks_set,  // of a selection; `count`
    marked_read,
    marked_unread,
    selection_read,  // `count`
    note_saved,
    note_removed,
    tag_added,    // `name`
    tag_removed,  // `name`
    filters_reset,
    undone,
    not_saved,
    link_copied,
    citation_copied,
    list_copied,
    file_saved,
    copy_refused,  // `name`: why
    list_lifted,
    highlight_set,
    highlight_removed,
    highlight_noted,
    collected,      // `name`, `count`
    uncollected,    // `name`
    unmarked,       // `count`: bookmarks, collections and tags of a selection are gone
    shelf_renamed,  // `name`
    search_saved,   // `name`
    search_removed,
    version_taken,
    passage_too_long,
    nothing_new,       // in the file `name`
    store_cleared,     // from outside; what was here is written anew
    notebook_taken,    // `name`: the file
    page_copied,       // `name`
    linked,            // `name`
    link_failed,       // `name`: why, a key
    copy_failed,       // the same of a page or a file
};

struct Notice {
    Said said = Said::nothing;
    std::int32_t count = 0;
    std::string name;
    bool can_undo = false;
    std::uint32_t revision = 0;  // raised with every new one, so that the same one twice is said twice
};

/// A date as the reader is typing it.
struct DateField {
    std::string text;
    bool is_invalid = false;
    bool operator==(const DateField&) const = default;
};

/// A drag on the timeline, with what was before it.
struct Brush {
    BrushPart part = BrushPart::range;
    std::size_t anchor = 0;  // the bucket it began on
    BucketSpan span;         // the buckets that were in the range
    std::optional<base::Date> from, to;
    bool is_due = false;     // the range has changed and was not asked for yet
};

/// A highlight of the open article, where it stands today.
struct PlacedHighlight {
    notebook::EntryHighlight entry;
    std::optional<notebook::Anchored> place;  // in the article's plain text; none: its words are no longer there
};

/// What is selected in the open article.
struct Passage {
    base::ByteRange range;  // of its plain text
    float x_px = 0, y_px = 0, width_px = 0, height_px = 0;  // from the corner of its text
};

/// What a file, or another's page, has changed.
struct MergeReport {
    std::string from;  // the file's name
    std::vector<notebook::Change> changes;
    int bad = 0;  // entries that could not be read
};

/// How safe the reader's own data is, in one word: the chip.
enum class Safety : std::uint8_t {
    opening,
    safe,       // stored, and what there is of marks also stands in a copy elsewhere
    only_here,  // stored in one place
    unsafe,     // not stored: until closing
};

/// Another version of what, for Overlay::versions.
struct Disputed {
    std::string uid;
    std::string item;
};

/// How a facet is shown: its own search, and whether all its values are.
struct FacetView {
    std::string search;
    bool is_unfolded = false;
};

/// Entries of the notebook are shown in such steps.
constexpr std::size_t entries_step = 100;

struct View {
    Pane pane = Pane::list;  // the one a narrow page shows
    Page page = Page::reader;
    Overlay overlay = Overlay::none;
    float list_scroll_px = 0;
    float filters_scroll_px = 0;
    float article_scroll_px = 0;
    float article_progress = 0;  // how far the open article was scrolled, 0 to 1
    /// Raised to move a pane: the list to its top, the article to article_wish (0 to 1).
    std::uint32_t list_top_revision = 0;
    std::uint32_t article_top_revision = 0;
    float article_wish = 0;
    /// Raised to move the focus.
    FocusTarget focus = FocusTarget::none;
    std::uint32_t focus_revision = 0;
    std::size_t section = 0;  // of the open article, for FocusTarget::section
    std::size_t cursor = 0;  // the row of the list that has the focus or had it last
    std::optional<std::int32_t> bar_day;  // the bar of the timeline that arrow keys have led to
    query::PerFacet<FacetView> facets;
    std::string palette_text;
    std::size_t palette_index = 0;
    std::string draft;  // of a note, tag, collection or name
    bool is_draft_suggested = false;  // a name that nobody has typed yet
    Shelf shelf;                // of the notebook's page
    std::string notebook_text;  // its search
    std::size_t entries_max = entries_step;  // so many of them are shown
    std::string highlight;      // item of the one that Overlay::highlight shows, or that the focus goes to
    bool is_highlight_wanted = false;  // when the article has come
    Disputed disputed;
    std::string chord;  // a letter that waits for another
    Notice notice;
};

/// What takes back the last change that removed something.
struct UndoStep {
    std::vector<notebook::Operation> operations;  // kinds, uids and values to set or unset anew
    std::optional<query::Filter> filter;          // to return to
};

/// How many articles there would be without one of the filters; asked when there are none.
struct WayOut {
    enum class What : std::uint8_t { text, dates, facet, marks } what = What::text;
    query::Facet facet = query::Facet::topic;
    std::int32_t hits = 0;
};

struct State {
    CorpusState corpus = CorpusState::opening;
    base::Error corpus_error;
    std::string corpus_id;
    query::Overview overview;
    UidIndex uid_index;

    Settings settings;
    std::string system_language;
    Language language = Language::de;  // in effect

    query::Filter filter;
    QueryBox query_box;
    DateField from_field, to_field;

    std::uint32_t query_id = 0;          // of the newest question
    std::uint32_t result_query_id = 0;   // of the answer shown
    /// A question of this id only counts anew: the list stays as it is under the reader.
    std::uint32_t recount_query_id = 0;
    /// A question of this id was asked because a note was written: the list stays where it finds the same.
    std::uint32_t notes_query_id = 0;
    query::Result result;
    TimeScale time_scale;  // of the overview
    Timeline timeline;
    Timeline told_timeline;         // the same as a table, which follows when the result has come to rest
    std::uint32_t told_timer = 0;   // when it passes, it does
    std::optional<Brush> brush;        // while one is dragged
    std::uint32_t bound_query_id = 0;  // the question of the last key on a grip
    std::vector<Trends> trends;        // topics and places, while their page is shown
    std::vector<WayOut> ways_out;
    std::optional<base::Error> query_error;
    /// Rows loaded for the result shown, by ArticleId. At most rows_kept_max.
    std::unordered_map<std::int32_t, query::Row> rows;
    std::uint32_t rows_revision = 0;
    bool is_loading_rows = false;
    std::uint32_t rows_timer = 0;  // when it passes, more rows of the result are loaded
    std::set<std::string> selection;  // uids

    std::optional<query::OpenedArticle> open;
    /// The article asked for is not in this corpus.
    std::optional<base::Error> article_error;
    std::string notices;
    /// What the citation sheet shows: the open article, or those of the selection.
    std::vector<corpus::Article> cited;
    base::Date cited_on;  // when it was opened: "abgerufen am"

    notebook::Log notebook;
    std::vector<notebook::Entry> entries;     // of the notebook's page, while it is shown
    std::uint32_t entries_revision = 0;
    std::vector<notebook::EntrySearch> searches;
    corpus::PlainText open_text;              // of the open article
    std::vector<PlacedHighlight> open_highlights;
    std::optional<Passage> passage;
    unsigned items_made = 0;                  // names for what is new
    std::optional<MergeReport> merged;        // the last file, until the next

    StorageState storage = StorageState::opening;
    Keeper keeper = Keeper::browser;
    std::string storage_host;    // of Keeper::host
    std::string storage_reason;  // a key of assets/i18n, or a sentence
    int bad_records = 0;
    notebook::Clock treasured;   // the newest mark that a reader would miss
    notebook::Clock copied;      // the newest of those that stand in a copy outside of this browser
    std::int32_t uncopied = 0;   // how many such marks are newer
    LinkState link = LinkState::none;
    std::string link_name;
    std::uint32_t link_timer = 0;  // when it passes, the linked file is written
    std::int64_t first_uncopied_ms = 0;  // when the oldest of them was made
    std::int64_t reminded_ms = 0;  // when the reader put off the reminder of a copy; 0: never
    bool wants_backup = false;     // it is time to say that there is no copy
    std::vector<UndoStep> undo;  // the newest last; at most undo_steps_max
    std::uint32_t timer_id = 0;      // of the newest timer
    std::uint32_t position_timer = 0;  // when it passes, the reading position is kept
    std::int64_t scrolled_ms = 0;      // wall time of the last move of the article
    std::uint32_t notice_timer = 0;    // when it passes, the notice goes

    View view;
};

constexpr std::size_t rows_kept_max = 4000;
constexpr std::size_t undo_steps_max = 50;
constexpr std::size_t selection_max = 1000;
constexpr std::size_t tag_bytes_max = 80;  // of a collection too
constexpr std::size_t names_per_article_max = 100;  // tags, and collections

[[nodiscard]] bool has_filters(const State& state);
/// Facet values, marks and dates asked for: what the chips show. Without the text.
[[nodiscard]] std::size_t count_filters(const State& state);
[[nodiscard]] bool is_bookmarked(const State& state, std::string_view uid);
[[nodiscard]] bool is_read(const State& state, std::string_view uid);
[[nodiscard]] bool has_mark(const State& state, query::Mark mark);
[[nodiscard]] Safety safety(const State& state);
/// Many marks, none of them copied for long, and the reminder not put off lately.
[[nodiscard]] bool wants_backup(const State& state, std::int64_t now_ms);
/// What the shelf shows of the entries, narrowed by the page's own search: positions. Cost: linear in their text.
[[nodiscard]] std::vector<std::size_t> entries_shown(const State& state);
[[nodiscard]] bool is_missing(const State& state, const notebook::Entry& entry);  // its article, or the words it marks
/// Where the open article stands in the result, if it does.
[[nodiscard]] std::optional<std::size_t> open_position(const State& state);

}  // namespace lesesaal::app
