#pragma once
// What happened: in the interface, or as the answer to an effect.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "app/settings.h"
#include "base/byte_range.h"
#include "base/result.h"
#include "corpus/article.h"
#include "notebook/entries.h"
#include "notebook/operation.h"
#include "query/filter.h"

namespace lesesaal::app {

enum class Pane : std::uint8_t { list, article, filters };
enum class Page : std::uint8_t { reader, about, trends, notebook };  // what the main pane shows
/// What lies over the panes; one at a time.
enum class Overlay : std::uint8_t {
    none, palette, help, settings, cite, order, note, tag, storage,
    collect,      // into a collection: the selection, or the open article
    highlight,    // one of the open article: its colour and note
    save_search,  // under which name
    rename,       // a collection or tag, as the shelf says
    take_out,     // in which form the notebook leaves
    merged,       // what a file has changed
    versions,     // another version of a note or highlight
    search_help,  // what the box understands
};
/// A part of the notebook's page; collection and tag have a name.
enum class ShelfKind : std::uint8_t { all, bookmarks, notes, highlights, collection, tag, searches, missing };
struct Shelf {
    ShelfKind kind = ShelfKind::all;
    std::string name;
    bool operator==(const Shelf&) const = default;
};
/// What of the timeline is dragged: a new range, the band as a whole, or one of its ends.
enum class BrushPart : std::uint8_t { range, band, begin, end };
enum class QuickRange : std::uint8_t { last_year, last_month, last_30_days };
/// What was copied or saved, so that it can be said.
enum class Taken : std::uint8_t { link, citation, list };

// From the interface.
struct QueryTyped { std::string text; };
struct QueryPicked { std::string text; };  // written elsewhere than in the box: a correction, an example
struct QueryCommitted { std::string text; };  // Enter, or the box was left
enum class Step : std::uint8_t { next, previous };
struct CompletionMoved { Step step; };  // to another option of the list below the box
struct CompletionPicked { std::size_t index; };
struct CompletionsDismissed {};  // until something is typed
struct FacetToggled { query::Facet facet; std::string slug; };
struct FacetExcluded { query::Facet facet; std::string slug; };  // and back
struct FacetLifted { query::Facet facet; };                       // all its values
struct MarkToggled { query::Mark mark; };
struct MarksLifted {};
struct FacetSearched { query::Facet facet; std::string text; };
struct FacetUnfolded { query::Facet facet; };  // all values or the first few; and back
struct OrderPicked { query::Order order; };
struct FromTyped { std::string text; };   // committed or complete; empty lifts the bound
struct ToTyped { std::string text; };
struct QuickRangePicked { QuickRange range; };
struct RangePicked { std::int32_t first_day; std::int32_t last_day; };
struct RangeLifted {};
struct BrushBegan { BrushPart part; std::size_t bucket; };  // positions in the timeline
struct BrushMoved { std::size_t bucket; };
struct BrushEnded {};
struct BrushCancelled {};                 // back to the range from before
struct BoundMoved { BrushPart part; std::size_t bucket; };  // begin or end, by key
struct BarFocused { std::size_t bucket; };
struct BarStepped { std::size_t bucket; };  // moves the focus to the bar
/// The articles behind a figure of the trends; an empty slug: of all values; first_day no_day: of all time.
struct TrendPicked { query::Facet facet; std::string slug; std::int32_t first_day; std::int32_t last_day; };
struct FiltersReset {};
struct ArticlePicked { query::ArticleId id; };
struct SectionPicked { std::size_t index; };  // of the open article: the focus goes to its heading
struct ArticleClosed {};
struct ArticleStepped { int by; };        // +1 the next in the result, -1 the one before
struct RowFocused { std::size_t position; };  // in the result
struct RowStepped { std::ptrdiff_t by; };     // moves the focus in the list, opening nothing
struct RowSelected { std::string uid; };      // and back
struct SelectionLifted {};
struct SelectionBookmarked {};
struct SelectionRead {};
struct SelectionExported {};
struct BookmarkToggled { std::string uid; };
struct ReadToggled { std::string uid; };
struct NoteSaved { std::string uid; std::string text; };  // empty: removed
struct TagAdded { std::string tag; };         // to the selection, or to the open article
struct TagRemoved { std::string uid; std::string tag; };
struct Undone {};

// The notebook.
/// A passage of the open article was selected: bytes of its plain text (corpus/plain_text.h), and where what of it is in
/// sight stands, in CSS px from the corner of the article's text. An empty range: nothing is selected any more.
struct PassageSelected { base::ByteRange range; float x_px; float y_px; float width_px; float height_px; };
struct PassageMarked { notebook::Colour colour; };  // what is selected becomes a highlight
struct PassageWanted {};                            // by key: selects the first sentence in sight, to be widened by keys
struct HighlightOpened { std::string item; };       // of the open article
struct HighlightColoured { std::string uid; std::string item; notebook::Colour colour; };
struct HighlightNoted { std::string uid; std::string item; std::string note; };
struct HighlightRemoved { std::string uid; std::string item; };
struct HighlightShown { std::string uid; std::string item; };  // opens the article there
struct Collected { std::string name; };             // the selection, or else the open article; bookmarks it too
struct Uncollected { std::string uid; std::string name; };
struct SelectionUnmarked {};                        // bookmarks, collections and tags of the selection go; notes stay
struct ShelfRenamed { std::string name; };          // the collection or tag of the shelf shown, everywhere
struct ShelfPicked { Shelf shelf; };
struct NotebookTyped { std::string text; };         // its own search
struct EntriesUnfolded {};                          // so many more of them are shown
struct EntriesSelected {};                          // all that the shelf shows; or none, when they all are
struct SearchSaved { std::string name; };           // the question of now
struct SearchRemoved { std::string item; };
struct SearchPicked { std::string hash; };
struct VersionsOpened { std::string uid; std::string item; };  // item: of a highlight; empty: of the note
/// Ends the conflict of what VersionsOpened opened with these words: the value of the one or the other.
struct VersionTaken { std::string value; };
// Copies.
enum class FileToLink : std::uint8_t { made_anew, existing };
struct TakeOutWanted { notebook::FileFormat format; };
struct BringInWanted {};
struct PageCopyWanted {};
struct LinkWished { FileToLink file; };  // that everything is written through to
struct LinkWoken {};
struct LinkDropped {};
struct BackupPutOff {};  // the reminder
struct NoticeDismissed {};
struct PageToggled { Page page; };        // about or trends, and back
struct PaneShown { Pane pane; };
struct PaneScrolled { Pane pane; float px; float max_px; };
struct RowsNeeded { std::size_t begin; std::size_t end; };  // positions in the result, half-open
struct SearchFocused {};
struct OverlayToggled { Overlay overlay; };
struct PaletteTyped { std::string text; };
struct PaletteMoved { std::size_t index; };
struct DraftTyped { std::string text; };  // of the note or tag being written
struct SettingChanged { std::string name; std::string value; };
struct SettingTried { std::string name; std::string value; };  // while a divider is dragged: shown, not kept
struct SettingStepped { std::string name; int by; };           // a number by so many steps, a choice to the next
struct PrintWanted {};
struct SourceWanted {};
struct LinkWanted {};
struct TextTaken { std::string text; Taken what; };            // to the clipboard
struct FileTaken { std::string name; std::string media_type; std::string bytes; Taken what; };
struct ChordBegun { std::string key; };   // "g", another letter follows
struct Escaped {};

// From outside.
struct CorpusOpened { query::Overview overview; std::string replica; std::string hash; };
struct CorpusFailed { std::string corpus_id; std::string replica; base::Error error; };
struct HashChanged { std::string hash; };
struct SystemLanguageKnown { std::string tag; };
struct Returned {};  // to this tab
/// From other tabs, or the host of the frame.
struct OperationsArrived { std::vector<notebook::Operation> operations; int bad_records = 0; };
/// What travelled inside the page itself, or came to the linked file from elsewhere: merged without a word.
struct PageNotebookFound { std::vector<notebook::Operation> operations; int bad_records = 0; };

// Answers to effects.
struct ResultArrived { std::uint32_t query_id; query::Result result; };
struct QueryFailed { std::uint32_t query_id; base::Error error; };
struct HitsCounted { std::uint32_t query_id; std::vector<std::int32_t> counts; };
struct RowsArrived { std::uint32_t query_id; std::vector<query::Row> rows; };
struct ArticleArrived { query::OpenedArticle opened; };
struct ArticleMissing { base::Error error; };
struct RelatedArrived { query::ArticleId id; std::vector<query::RelatedArticle> related; };
struct ArticlesArrived { std::vector<corpus::Article> articles; };
/// Who keeps what is marked, as platform/storage.h says it.
enum class Keeper : std::uint8_t { browser, simple, host, nobody };
struct StorageOpened {
    std::vector<notebook::Operation> operations;
    int bad_records = 0;
    Keeper keeper = Keeper::browser;
    std::string host;    // of Keeper::host: its origin
    std::string reason;  // a key of assets/i18n
    bool was_cleared = false;
};
/// The same, when it was looked at anew: only what was not known comes along.
struct StorageRefreshed { StorageOpened contents; };
struct StorageFailed { base::Error error; };
struct OperationSaved {};
struct OperationRefused { notebook::Operation operation; base::Error error; };
/// The same of many at once.
struct OperationsSaved {};
struct OperationsRefused { base::Error error; };
/// What articles are called, for the notebook; those the corpus has.
struct CardsArrived { std::vector<std::pair<std::string, notebook::Card>> cards; };  // by uid
/// A file was read: its operations, not merged yet.
struct NotebookBrought { std::string file_name; std::vector<notebook::Operation> operations; int bad = 0; };
struct NotebookNotBrought { std::string file_name; base::Error error; };
struct PickingEnded {};  // the reader chose no file
struct NotebookTaken { std::string file_name; notebook::FileFormat format; notebook::Clock newest; };
struct PageCopied { std::string file_name; notebook::Clock newest; };
struct PageNotCopied { base::Error error; };
enum class LinkState : std::uint8_t { impossible, none, asleep, ready };  // as platform/copies.h says it
struct LinkFound { LinkState state = LinkState::none; std::string file_name; };
/// The file is ready: what it held, to be merged before it is written.
struct LinkReady { std::string file_name; std::vector<notebook::Operation> operations; int bad = 0; };
struct LinkFailed { base::Error error; };
struct WrittenThrough { notebook::Clock newest; };
struct NotWrittenThrough { base::Error error; };
struct NoticesArrived { std::string text; };
struct TakenDone { Taken what; };
struct TakenRefused { Taken what; base::Error error; };
struct TimePassed { std::uint32_t timer_id; };

// In groups: one variant of ninety kinds is compiled for seconds wherever an event is made.
using FilterEvent = std::variant<QueryTyped, QueryPicked, FacetToggled, FacetExcluded, FacetLifted, MarkToggled, MarksLifted,
                                 FacetSearched, FacetUnfolded, OrderPicked, TrendPicked, FiltersReset, QueryCommitted,
                                 CompletionMoved, CompletionPicked, CompletionsDismissed>;
using TimeEvent = std::variant<FromTyped, ToTyped, QuickRangePicked, RangePicked, RangeLifted, BrushBegan, BrushMoved,
                               BrushEnded, BrushCancelled, BoundMoved, BarFocused, BarStepped>;
using ReadingEvent = std::variant<ArticlePicked, SectionPicked, ArticleClosed, ArticleStepped, RowFocused, RowStepped,
                                  PageToggled, PaneShown, PaneScrolled, RowsNeeded>;
using MarkingEvent = std::variant<RowSelected, SelectionLifted, SelectionBookmarked, SelectionRead, SelectionExported,
                                  BookmarkToggled, ReadToggled, NoteSaved, TagAdded, TagRemoved, Undone, DraftTyped>;
using NotebookEvent = std::variant<PassageSelected, PassageMarked, PassageWanted, HighlightOpened, HighlightColoured,
                                   HighlightNoted, HighlightRemoved, HighlightShown, Collected, Uncollected, SelectionUnmarked,
                                   ShelfRenamed, ShelfPicked, NotebookTyped, EntriesUnfolded, EntriesSelected, SearchSaved, SearchRemoved,
                                   SearchPicked, VersionsOpened, VersionTaken>;
using CopyEvent = std::variant<TakeOutWanted, BringInWanted, PageCopyWanted, LinkWished, LinkWoken, LinkDropped, BackupPutOff>;
using RoomEvent = std::variant<NoticeDismissed, SearchFocused, OverlayToggled, PaletteTyped, PaletteMoved, SettingChanged,
                               SettingTried, SettingStepped, PrintWanted, SourceWanted, LinkWanted, TextTaken, FileTaken,
                               ChordBegun, Escaped>;
using OutsideEvent = std::variant<CorpusOpened, CorpusFailed, HashChanged, SystemLanguageKnown, Returned, OperationsArrived,
                                  PageNotebookFound>;
using AnswerEvent = std::variant<ResultArrived, QueryFailed, HitsCounted, RowsArrived, ArticleArrived, ArticleMissing,
                                 RelatedArrived, ArticlesArrived, StorageOpened, StorageFailed, OperationSaved, OperationRefused,
                                 NoticesArrived, TakenDone, TakenRefused, TimePassed>;
using KeepingEvent = std::variant<StorageRefreshed, OperationsSaved, OperationsRefused, CardsArrived, NotebookBrought,
                                  NotebookNotBrought, PickingEnded, NotebookTaken, PageCopied, PageNotCopied, LinkFound,
                                  LinkReady, LinkFailed, WrittenThrough, NotWrittenThrough>;
using EventGroups = std::variant<FilterEvent, TimeEvent, ReadingEvent, MarkingEvent, NotebookEvent, CopyEvent, RoomEvent,
                                 OutsideEvent, AnswerEvent, KeepingEvent>;

template <typename Kind, typename Group> inline constexpr bool group_has = false;
template <typename Kind, typename... Kinds>
inline constexpr bool group_has<Kind, std::variant<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);

template <typename Kind, typename Groups> inline constexpr std::size_t position_in = 0;
template <typename Kind, typename... Groups> inline constexpr std::size_t position_in<Kind, std::variant<Groups...>> = [] {
    constexpr bool has[] = {group_has<Kind, Groups>...};
    std::size_t i = 0;
    while (i < sizeof...(Groups) && !has[i]) ++i;
    return i;
}();
/// Which of the groups has the kind; their number when none has.
template <typename Kind> inline constexpr std::size_t group_index = position_in<Kind, EventGroups>;

/// Any kind converts to it. Made once and shared: copying a variant of so many kinds would cost the page 100 KB of code.
class Event {
public:
    template <typename Kind>
        requires(group_index<Kind> < std::variant_size_v<EventGroups>)
    Event(Kind kind) : groups_(std::make_shared<const EventGroups>(std::in_place_index<group_index<Kind>>, std::move(kind))) {}

    /// Lifetime: that of the event and its copies.
    [[nodiscard]] const EventGroups& groups() const { return *groups_; }

private:
    std::shared_ptr<const EventGroups> groups_;  // never null
};

/// The event as one of its kinds; null when it is of another.
template <typename Kind> const Kind* event_as(const Event& event) {
    const auto* group = std::get_if<group_index<Kind>>(&event.groups());
    return group ? std::get_if<Kind>(group) : nullptr;
}

}  // namespace lesesaal::app
