#pragma once
// Inside of update(): one overload per event. Private to app/.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/effect.h"
#include "app/event.h"
#include "app/state.h"

namespace lesesaal::app {

class Updater {
public:
    Updater(State& state, std::int64_t now_ms) : state_(state), now_ms_(now_ms) {}
    Effects take();

    // update_query_box.cpp
    void operator()(const QueryTyped& event);
    void operator()(const QueryCommitted& event);
    void operator()(const CompletionMoved& event);
    void operator()(const CompletionPicked& event);
    void operator()(const CompletionsDismissed& event);

    // update_filter.cpp
    void operator()(const QueryPicked& event);
    void operator()(const FacetToggled& event);
    void operator()(const FacetExcluded& event);
    void operator()(const FacetLifted& event);
    void operator()(const MarkToggled& event);
    void operator()(const MarksLifted& event);
    void operator()(const FacetSearched& event);
    void operator()(const FacetUnfolded& event);
    void operator()(const OrderPicked& event);
    void operator()(const FromTyped& event);
    void operator()(const ToTyped& event);
    void operator()(const QuickRangePicked& event);
    void operator()(const RangePicked& event);
    void operator()(const RangeLifted& event);
    void operator()(const FiltersReset& event);

    // update_result.cpp
    void operator()(const ResultArrived& event);
    void operator()(const HitsCounted& event);
    void operator()(const QueryFailed& event);
    void operator()(const RowsNeeded& event);
    void operator()(const RowsArrived& event);

    // update_timeline.cpp
    void operator()(const BrushBegan& event);
    void operator()(const BrushMoved& event);
    void operator()(const BrushEnded& event);
    void operator()(const BrushCancelled& event);
    void operator()(const BoundMoved& event);
    void operator()(const BarFocused& event);
    void operator()(const BarStepped& event);
    void operator()(const TrendPicked& event);

    // update_view.cpp
    void operator()(const ArticlePicked& event);
    void operator()(const SectionPicked& event);
    void operator()(const ArticleClosed& event);
    void operator()(const ArticleStepped& event);
    void operator()(const RowFocused& event);
    void operator()(const RowStepped& event);
    void operator()(const PageToggled& event);
    void operator()(const PaneShown& event);
    void operator()(const PaneScrolled& event);
    void operator()(const SearchFocused& event);
    void operator()(const Escaped& event);
    void operator()(const HashChanged& event);
    void operator()(const ArticleArrived& event);
    void operator()(const ArticleMissing& event);
    void operator()(const RelatedArrived& event);
    void operator()(const NoticesArrived& event);
    void operator()(const TimePassed& event);

    // update_overlay.cpp
    void operator()(const OverlayToggled& event);
    void operator()(const PaletteTyped& event);
    void operator()(const PaletteMoved& event);
    void operator()(const DraftTyped& event);
    void operator()(const ChordBegun& event);
    void operator()(const SettingChanged& event);
    void operator()(const SettingTried& event);
    void operator()(const SettingStepped& event);
    void operator()(const SystemLanguageKnown& event);
    void operator()(const PrintWanted& event);
    void operator()(const SourceWanted& event);
    void operator()(const LinkWanted& event);
    void operator()(const TextTaken& event);
    void operator()(const FileTaken& event);
    void operator()(const TakenDone& event);
    void operator()(const TakenRefused& event);

    // update_marks.cpp
    void operator()(const BookmarkToggled& event);
    void operator()(const ReadToggled& event);
    void operator()(const NoteSaved& event);
    void operator()(const TagAdded& event);
    void operator()(const TagRemoved& event);
    void operator()(const RowSelected& event);
    void operator()(const SelectionLifted& event);
    void operator()(const SelectionBookmarked& event);
    void operator()(const SelectionRead& event);
    void operator()(const SelectionExported& event);
    void operator()(const ArticlesArrived& event);
    void operator()(const Undone& event);
    void operator()(const NoticeDismissed& event);

    // update_notebook.cpp
    void operator()(const Collected& event);
    void operator()(const Uncollected& event);
    void operator()(const SelectionUnmarked& event);
    void operator()(const ShelfRenamed& event);
    void operator()(const ShelfPicked& event);
    void operator()(const NotebookTyped& event);
    void operator()(const EntriesUnfolded& event);
    void operator()(const EntriesSelected& event);
    void operator()(const SearchSaved& event);
    void operator()(const SearchRemoved& event);
    void operator()(const SearchPicked& event);
    void operator()(const VersionsOpened& event);
    void operator()(const VersionTaken& event);
    void operator()(const CardsArrived& event);

    // update_highlights.cpp
    void operator()(const PassageSelected& event);
    void operator()(const PassageMarked& event);
    void operator()(const PassageWanted& event);
    void operator()(const HighlightOpened& event);
    void operator()(const HighlightColoured& event);
    void operator()(const HighlightNoted& event);
    void operator()(const HighlightRemoved& event);
    void operator()(const HighlightShown& event);

    // update_copies.cpp
    void operator()(const TakeOutWanted& event);
    void operator()(const BringInWanted& event);
    void operator()(const PageCopyWanted& event);
    void operator()(const LinkWished& event);
    void operator()(const LinkWoken& event);
    void operator()(const LinkDropped& event);
    void operator()(const BackupPutOff& event);
    void operator()(const NotebookBrought& event);
    void operator()(const NotebookNotBrought& event);
    void operator()(const PickingEnded& event);
    void operator()(const NotebookTaken& event);
    void operator()(const PageCopied& event);
    void operator()(const PageNotCopied& event);
    void operator()(const LinkFound& event);
    void operator()(const LinkReady& event);
    void operator()(const LinkFailed& event);
    void operator()(const WrittenThrough& event);
    void operator()(const NotWrittenThrough& event);
    void operator()(const PageNotebookFound& event);

    // update_storage.cpp
    void operator()(const Returned& event);
    void operator()(const OperationsArrived& event);
    void operator()(const StorageRefreshed& event);
    void operator()(const OperationsSaved& event);
    void operator()(const OperationsRefused& event);
    void operator()(const CorpusOpened& event);
    void operator()(const CorpusFailed& event);
    void operator()(const StorageOpened& event);
    void operator()(const StorageFailed& event);
    void operator()(const OperationSaved& event);
    void operator()(const OperationRefused& event);

private:
    enum class Remember { push, replace, no };
    /// Asks the filter's question anew and writes the address.
    void refresh(Remember remember);
    /// Asks it anew for its counts alone: the list stays.
    void recount();
    void remember(Remember mode);
    void ask(const std::string& text, Remember mode);
    /// When the text has changed, whoever changed it: how it is understood. Cost: linear in the text.
    void look_at_query();
    void offer_completions();
    void change_filter(query::Filter filter);
    void set_range(std::optional<base::Date> from, std::optional<base::Date> to);
    void brush_to(BrushPart part, BucketSpan span);
    void make_trends_if_shown();
    void type_date(DateField& field, std::optional<base::Date>& bound, const std::string& text, bool is_end);
    void load_rows(std::size_t begin, std::size_t end);
    void load_more_rows();
    void tell_timeline_soon();
    void tell_timeline();
    void load_article(query::ArticleId id);
    void move_focus(FocusTarget target);
    void read_route(const std::string& hash);
    void ask_ways_out();
    void show(Page page);
    void leave_article();
    void keep_position();
    /// To where reading the open article stopped.
    void return_to_position();
    void use_settings();
    std::uint32_t start_timer(int ms);
    /// The day in UTC: the core knows no time zone.
    [[nodiscard]] base::Date today() const { return base::from_days(static_cast<std::int32_t>(now_ms_ / 86'400'000)); }

    enum class Undoable { no, yes };
    void record(notebook::Kind kind, std::string_view uid, bool is_set, std::string_view value = {});
    void record(const notebook::Log::Entry& entry);
    /// Records, and remembers how to take it back.
    void record_undoable(UndoStep& step, notebook::Kind kind, std::string_view uid, bool is_set, std::string_view value = {});
    void record_undoable(UndoStep& step, const notebook::Log::Entry& entry);
    void push_undo(UndoStep step);
    void restand(std::string_view uid);
    /// Before a question is asked: the notes that are searched, when some were written.
    void use_notes();
    void search_notes_anew();
    /// After marks were made: what is derived of the notebook, and what is to be written elsewhere.
    void notebook_changed();
    /// The same after a merge, when any article's may have changed. Cost: linear in the notebook.
    void notebook_merged();
    void merge_file(const std::string& file_name, const std::vector<notebook::Operation>& operations, int bad);
    void count_uncopied();
    void use_storage(const StorageOpened& event);
    void set_copied(notebook::Clock newest);
    void place_highlights();
    void list_entries_if_shown();
    /// The one of the open article; null when there is none.
    [[nodiscard]] const PlacedHighlight* highlight_of(std::string_view item) const;
    void change_highlight(std::string_view uid, std::string_view item, Said said, void (*change)(notebook::Highlight&, const std::string&), const std::string& with);
    [[nodiscard]] std::vector<std::string> subjects() const;  // the selection, or else the open article
    [[nodiscard]] std::string new_item();
    void marks_changed(query::Mark mark);
    void mark_selection(notebook::Kind kind, query::Mark mark, Said said);
    void say(Said said, Undoable undoable, std::int32_t count = 0, std::string name = {});

    State& state_;
    std::int64_t now_ms_;
    Effects effects_;
    std::set<std::string> nameless_;  // articles that were marked and have no card yet
    bool is_notebook_changed_ = false;
    bool are_notes_written_ = false;
    bool is_search_due_ = false;  // other notes would be found
};

/// "08.10.2025", as the date fields write it.
[[nodiscard]] std::string field_text(std::optional<base::Date> date);
/// Cut at a character boundary.
[[nodiscard]] std::string cut_text(const std::string& text, std::size_t bytes_max);

}  // namespace lesesaal::app
