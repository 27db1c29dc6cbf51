#pragma once
// Inside of update(): one overload per event. Private to app/.

#include <cstdint>
#include <string>
#include <vector>

#include "app/effect.h"
#include "app/event.h"
#include "app/state.h"

namespace lesesaal::app {

class Updater {
public:
    Updater(State& state, std::int64_t now_ms) : state_(state), now_ms_(now_ms) {}
    Effects take() { return std::move(effects_); }

    // update_filter.cpp
    void operator()(const QueryTyped& event);
    void operator()(const TopicToggled& event);
    void operator()(const PlaceToggled& event);
    void operator()(const FromTyped& event);
    void operator()(const ToTyped& event);
    void operator()(const QuickRangePicked& event);
    void operator()(const RangePicked& event);
    void operator()(const RangeLifted& event);
    void operator()(const BookmarksOnlyToggled& event);
    void operator()(const FiltersReset& event);
    void operator()(const ResultArrived& event);
    void operator()(const QueryFailed& event);
    void operator()(const RowsNeeded& event);
    void operator()(const RowsArrived& event);

    // update_view.cpp
    void operator()(const ArticlePicked& event);
    void operator()(const ArticleClosed& event);
    void operator()(const ArticleStepped& event);
    void operator()(const AboutToggled& event);
    void operator()(const PaneShown& event);
    void operator()(const PaneScrolled& event);
    void operator()(const SearchFocused& event);
    void operator()(const Escaped& event);
    void operator()(const HashChanged& event);
    void operator()(const ArticleArrived& event);
    void operator()(const ArticleMissing& event);
    void operator()(const NoticesArrived& event);

    // update_storage.cpp
    void operator()(const CorpusOpened& event);
    void operator()(const CorpusFailed& event);
    void operator()(const BookmarkToggled& event);
    void operator()(const StorageOpened& event);
    void operator()(const StorageFailed& event);
    void operator()(const OperationSaved& event);
    void operator()(const OperationRefused& event);

private:
    enum class Remember { push, replace, no };
    /// Asks the filter's question anew and writes the address.
    void refresh(Remember remember);
    void remember(Remember mode);
    void set_range(std::optional<base::Date> from, std::optional<base::Date> to);
    void type_date(DateField& field, std::optional<base::Date>& bound, const std::string& text, bool is_end);
    void load_rows(std::size_t begin, std::size_t end);
    void load_article(query::ArticleId id);
    void move_focus(FocusTarget target);
    void read_route(const std::string& hash);
    [[nodiscard]] query::Filter asked_filter() const;

    State& state_;
    std::int64_t now_ms_;
    Effects effects_;
};

}  // namespace lesesaal::app
