#include <algorithm>

#include "app/route.h"
#include "app/update.h"
#include "app/updater.h"

namespace lesesaal::app {
namespace {

using Slugs = std::vector<std::string>;

bool remove_slug(Slugs& slugs, const std::string& slug) {
    const auto at = std::ranges::lower_bound(slugs, slug);
    if (at == slugs.end() || *at != slug) return false;
    slugs.erase(at);
    return true;
}

void toggle(Slugs& slugs, Slugs& others, const std::string& slug) {
    if (remove_slug(slugs, slug)) return;
    if (slugs.size() + others.size() >= query::facet_selection_max) return;
    remove_slug(others, slug);
    slugs.insert(std::ranges::lower_bound(slugs, slug), slug);
}

std::optional<base::Date> last_date(const query::Overview& overview) {
    std::int32_t newest = query::no_day;
    for (const std::int32_t day : overview.last_days) newest = std::max(newest, day);
    if (newest == query::no_day) return std::nullopt;
    return base::from_days(newest);
}

}  // namespace

std::string field_text(std::optional<base::Date> date) {
    if (!date) return {};
    const std::string iso = base::to_iso(*date);
    return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

std::string cut_text(const std::string& text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

void Updater::refresh(Remember mode) {
    use_notes();
    is_search_due_ = false;
    ++state_.query_id;
    // Who filters has the focus where it belongs: a wish from before must not take it away when new rows appear.
    state_.view.focus = FocusTarget::none;
    effects_.push_back(RunQuery{state_.query_id, state_.filter});
    remember(mode);
}

void Updater::recount() {
    if (state_.corpus != CorpusState::ready) return;
    use_notes();
    if (is_search_due_) return search_notes_anew();
    // Unless a question is on its way that brings the counts anyway.
    if (state_.query_id != state_.result_query_id && state_.query_id != state_.recount_query_id) return refresh(Remember::no);
    state_.recount_query_id = ++state_.query_id;
    effects_.push_back(RunQuery{state_.query_id, state_.filter});
}

void Updater::remember(Remember mode) {
    if (mode == Remember::no) return;
    Route route{.filter = state_.filter, .page = state_.view.page};
    if (state_.open) route.uid = state_.open->article.uid;
    effects_.push_back(SetHash{to_hash(route), mode == Remember::push ? SetHash::Mode::push : SetHash::Mode::replace});
}

void Updater::set_range(std::optional<base::Date> from, std::optional<base::Date> to) {
    state_.filter.from = from;
    state_.filter.to = to;
    state_.from_field = {.text = field_text(from)};
    state_.to_field = {.text = field_text(to)};
}

void Updater::change_filter(query::Filter filter) {
    const bool is_new_text = filter.text != state_.filter.text;
    filter.standing = state_.filter.standing;
    filter.notes = state_.filter.notes;
    state_.filter = std::move(filter);
    set_range(state_.filter.from, state_.filter.to);
    refresh(Remember::push);
    // The open article shows the matches of the words.
    if (is_new_text && state_.open) load_article(state_.open->id);
}

void Updater::ask(const std::string& typed, Remember mode) {
    std::string text = cut_text(typed, query::query_text_bytes_max);
    if (text == state_.filter.text) return;
    state_.filter.text = std::move(text);
    refresh(mode);
    if (state_.open) load_article(state_.open->id);
}

void Updater::operator()(const QueryPicked& event) {
    const bool is_from_sheet = state_.view.overlay != Overlay::none;
    state_.view.overlay = Overlay::none;
    ask(event.text, Remember::push);
    // An example is there to be changed; after a correction a finger wants to see the list, not its keyboard.
    if (is_from_sheet) (*this)(SearchFocused{});
}

void Updater::operator()(const FacetToggled& event) {
    query::Selection& selection = state_.filter.of(event.facet);
    // What is excluded is not wanted by the same click: the first lifts the exclusion.
    if (!remove_slug(selection.excluded, event.slug)) toggle(selection.wanted, selection.excluded, event.slug);
    refresh(Remember::push);
}

void Updater::operator()(const FacetExcluded& event) {
    query::Selection& selection = state_.filter.of(event.facet);
    toggle(selection.excluded, selection.wanted, event.slug);
    refresh(Remember::push);
}

void Updater::operator()(const FacetLifted& event) {
    if (state_.filter.of(event.facet).is_empty()) return;
    state_.filter.of(event.facet) = {};
    refresh(Remember::push);
}

void Updater::operator()(const MarkToggled& event) {
    state_.filter.marks ^= static_cast<std::uint8_t>(event.mark);
    refresh(Remember::push);
}

void Updater::operator()(const MarksLifted&) {
    if (state_.filter.marks == 0) return;
    state_.filter.marks = 0;
    refresh(Remember::push);
}

void Updater::operator()(const FacetSearched& event) {
    state_.view.facets[query::index_of(event.facet)].search = cut_text(event.text, 100);
}

void Updater::operator()(const FacetUnfolded& event) {
    bool& is_unfolded = state_.view.facets[query::index_of(event.facet)].is_unfolded;
    is_unfolded = !is_unfolded;
}

void Updater::operator()(const OrderPicked& event) {
    state_.view.overlay = Overlay::none;
    if (state_.filter.order == event.order) return;
    state_.filter.order = event.order;
    state_.settings.order = event.order;
    record(notebook::Kind::setting, "order", true, setting_value(state_.settings, "order"));
    refresh(Remember::replace);
}

void Updater::type_date(DateField& field, std::optional<base::Date>& bound, const std::string& text, bool is_end) {
    const auto date = parse_date_field(text, is_end ? DateSide::last : DateSide::first);
    const bool is_empty = text.find_first_not_of(' ') == std::string::npos;
    field = {.text = cut_text(text, 40), .is_invalid = !date && !is_empty};
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

void Updater::operator()(const FiltersReset&) {
    if (!has_filters(state_)) return;
    push_undo({.filter = state_.filter});
    change_filter({.order = state_.filter.order});
    say(Said::filters_reset, Undoable::yes);
}

}  // namespace lesesaal::app
