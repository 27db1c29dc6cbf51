#include <algorithm>

#include "app/route.h"
#include "app/update.h"
#include "app/updater.h"

namespace lesesaal::app {
namespace {

// Up to here every row is loaded at once, so that find-in-page and screen readers have the whole list.
constexpr std::size_t rows_loaded_at_once = 500;
constexpr std::size_t rows_loaded_first = 60;

void toggle(std::vector<std::string>& slugs, const std::string& slug) {
    const auto at = std::ranges::lower_bound(slugs, slug);
    if (at != slugs.end() && *at == slug) {
        slugs.erase(at);
    } else if (slugs.size() < query::facet_selection_max) {
        slugs.insert(at, slug);
    }
}

/// "08.10.2025"
std::string to_field(std::optional<base::Date> date) {
    if (!date) return {};
    const std::string iso = base::to_iso(*date);
    return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

std::optional<base::Date> last_date(const query::Overview& overview) {
    std::int32_t newest = query::no_day;
    for (const std::int32_t day : overview.last_days) newest = std::max(newest, day);
    if (newest == query::no_day) return std::nullopt;
    return base::from_days(newest);
}

/// Cut at a character boundary.
std::string cut(const std::string& text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

}  // namespace

query::Filter Updater::asked_filter() const {
    query::Filter filter = state_.filter;
    if (state_.is_bookmarks_only) filter.only_uids = state_.notebook.all(notebook::Kind::bookmark);
    return filter;
}

void Updater::refresh(Remember mode) {
    ++state_.query_id;
    // Who filters has the focus where it belongs: a wish from before must not take it away when new rows appear.
    state_.view.focus = FocusTarget::none;
    effects_.push_back(RunQuery{state_.query_id, asked_filter()});
    remember(mode);
}

void Updater::remember(Remember mode) {
    if (mode == Remember::no) return;
    Route route{.filter = state_.filter, .has_bookmarks_only = state_.is_bookmarks_only, .is_about = state_.view.is_about};
    if (state_.open) route.uid = state_.open->article.uid;
    effects_.push_back(SetHash{to_hash(route), mode == Remember::push ? SetHash::Mode::push : SetHash::Mode::replace});
}

void Updater::set_range(std::optional<base::Date> from, std::optional<base::Date> to) {
    state_.filter.from = from;
    state_.filter.to = to;
    state_.from_field = {.text = to_field(from)};
    state_.to_field = {.text = to_field(to)};
}

void Updater::operator()(const QueryTyped& event) {
    std::string text = cut(event.text, query::query_text_bytes_max);
    if (text == state_.filter.text) return;
    state_.filter.text = std::move(text);
    refresh(Remember::replace);
    // The open article shows the matches of the new words.
    if (state_.open) load_article(state_.open->id);
}

void Updater::operator()(const TopicToggled& event) {
    toggle(state_.filter.topics, event.slug);
    refresh(Remember::push);
}

void Updater::operator()(const PlaceToggled& event) {
    toggle(state_.filter.places, event.slug);
    refresh(Remember::push);
}

void Updater::type_date(DateField& field, std::optional<base::Date>& bound, const std::string& text, bool is_end) {
    const auto date = parse_date_field(text, is_end ? DateSide::last : DateSide::first);
    const bool is_empty = text.find_first_not_of(' ') == std::string::npos;
    field = {.text = cut(text, 40), .is_invalid = !date && !is_empty};
    if (field.is_invalid || bound == date) return;
    bound = date;
    refresh(Remember::push);
}

void Updater::operator()(const FromTyped& event) { type_date(state_.from_field, state_.filter.from, event.text, false); }

void Updater::operator()(const ToTyped& event) { type_date(state_.to_field, state_.filter.to, event.text, true); }

void Updater::operator()(const QuickRangePicked& event) {
    const auto newest = last_date(state_.overview);
    if (!newest) return;
    base::Date first = *newest;
    base::Date last = *newest;
    switch (event.range) {
        case QuickRange::last_year:
            first = {newest->year, 1, 1};
            last = {newest->year, 12, 31};
            break;
        case QuickRange::last_month:
            first.day = 1;
            last.day = static_cast<std::uint8_t>(base::days_in_month(newest->year, newest->month));
            break;
        case QuickRange::last_30_days: first = base::from_days(base::to_days(*newest) - 29); break;
    }
    const bool is_picked = state_.filter.from == first && state_.filter.to == last;
    if (is_picked) set_range(std::nullopt, std::nullopt);
    else set_range(first, last);
    refresh(Remember::push);
}

void Updater::operator()(const RangePicked& event) {
    set_range(base::from_days(event.first_day), base::from_days(event.last_day));
    refresh(Remember::push);
}

void Updater::operator()(const RangeLifted&) {
    set_range(std::nullopt, std::nullopt);
    refresh(Remember::push);
}

void Updater::operator()(const BookmarksOnlyToggled&) {
    state_.is_bookmarks_only = !state_.is_bookmarks_only;
    refresh(Remember::push);
}

void Updater::operator()(const FiltersReset&) {
    if (!has_filters(state_)) return;
    state_.filter = {};
    state_.is_bookmarks_only = false;
    set_range(std::nullopt, std::nullopt);
    refresh(Remember::push);
    if (state_.open) load_article(state_.open->id);
}

void Updater::operator()(const ResultArrived& event) {
    if (event.query_id != state_.query_id) return;  // a newer question is on its way
    state_.result = event.result;
    state_.result_query_id = event.query_id;
    state_.query_error.reset();
    state_.rows.clear();
    ++state_.rows_revision;
    state_.timeline = make_timeline(state_.overview, state_.result.undated_hits, state_.filter.from, state_.filter.to);
    state_.view.list_scroll_px = 0;
    ++state_.view.list_top_revision;
    state_.is_loading_rows = false;
    const std::size_t total = state_.result.hits.size();
    load_rows(0, total <= rows_loaded_at_once ? total : rows_loaded_first);
}

void Updater::operator()(const QueryFailed& event) {
    if (event.query_id == state_.query_id) state_.query_error = event.error;
}

void Updater::load_rows(std::size_t begin, std::size_t end) {
    end = std::min(end, state_.result.hits.size());
    std::vector<query::ArticleId> ids;
    for (std::size_t i = begin; i < end; ++i) {
        const query::ArticleId id = state_.result.hits[i];
        if (!state_.rows.contains(static_cast<std::int32_t>(id))) ids.push_back(id);
    }
    if (ids.empty()) return;
    state_.is_loading_rows = true;
    effects_.push_back(LoadRows{state_.result_query_id, std::move(ids), state_.filter.text});
}

void Updater::operator()(const RowsNeeded& event) {
    if (!state_.is_loading_rows) load_rows(event.begin, event.end);
}

void Updater::operator()(const RowsArrived& event) {
    state_.is_loading_rows = false;
    if (event.query_id != state_.result_query_id) return;
    if (state_.rows.size() + event.rows.size() > rows_kept_max) state_.rows.clear();
    for (const query::Row& row : event.rows) state_.rows.insert_or_assign(static_cast<std::int32_t>(row.id), row);
    ++state_.rows_revision;
}

}  // namespace lesesaal::app
