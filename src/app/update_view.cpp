#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "app/route.h"
#include "app/updater.h"

namespace lesesaal::app {
namespace {

// A pause in scrolling after which the reading position is kept.
constexpr int position_pause_ms = 700;
// Whoever stopped here has not begun, or has finished: the next time begins at the top.
constexpr float position_min = 0.02F;
constexpr float position_max = 0.98F;

float read_position(const std::string& value) {
    float position = 0;
    if (std::sscanf(value.c_str(), "%f", &position) != 1 || !(position >= 0 && position <= 1)) return 0;
    return position;
}

}  // namespace

void Updater::move_focus(FocusTarget target) {
    state_.view.focus = target;
    ++state_.view.focus_revision;
}

void Updater::load_article(query::ArticleId id) { effects_.push_back(LoadArticle{"", id, state_.filter.text}); }

std::uint32_t Updater::start_timer(int ms) {
    effects_.push_back(StartTimer{++state_.timer_id, ms});
    return state_.timer_id;
}

void Updater::keep_position() {
    state_.position_timer = 0;
    if (!state_.open || state_.view.page != Page::reader) return;
    const float progress = state_.view.article_progress;
    const bool is_kept = progress > position_min && progress < position_max;
    char text[8];
    std::snprintf(text, sizeof text, "%.3f", static_cast<double>(progress));
    const std::string& uid = state_.open->article.uid;
    const std::string known = state_.notebook.value(notebook::Kind::position, uid);
    if (known == (is_kept ? text : "")) return;
    record(notebook::Kind::position, uid, is_kept, is_kept ? text : "");
}

void Updater::return_to_position() {
    state_.view.article_wish = read_position(state_.notebook.value(notebook::Kind::position, state_.open->article.uid));
    state_.view.article_progress = state_.view.article_wish;
    ++state_.view.article_top_revision;
}

void Updater::leave_article() {
    if (state_.position_timer != 0) keep_position();
    state_.view.article_progress = 0;
    state_.view.article_scroll_px = 0;
}

void Updater::show(Page page) {
    leave_article();
    state_.view.page = page;
    state_.passage.reset();
    make_trends_if_shown();
    list_entries_if_shown();
}

void Updater::operator()(const ArticlePicked& event) {
    if (state_.open && state_.open->id == event.id) {
        if (state_.view.page != Page::reader) show(Page::reader);
        state_.view.pane = Pane::article;
        move_focus(FocusTarget::article);
        remember(Remember::push);
        return;
    }
    load_article(event.id);
}

void Updater::operator()(const SectionPicked& event) {
    if (!state_.open || event.index >= state_.open->article.sections.size()) return;
    state_.view.section = event.index;
    move_focus(FocusTarget::section);
}

void Updater::operator()(const ArticleClosed&) {
    show(Page::reader);
    state_.view.pane = Pane::list;
    state_.article_error.reset();
    state_.view.cursor = open_position(state_).value_or(state_.view.cursor);
    move_focus(FocusTarget::list_row);
    state_.open.reset();
    remember(Remember::push);
}

void Updater::operator()(const ArticleStepped& event) {
    const auto& hits = state_.result.hits;
    if (hits.empty()) return;
    const auto at = open_position(state_);
    if (!at) {
        (*this)(ArticlePicked{event.by > 0 ? hits.front() : hits.back()});
        return;
    }
    const auto wanted = static_cast<std::ptrdiff_t>(*at) + event.by;
    if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(hits.size())) return;
    (*this)(ArticlePicked{hits[static_cast<std::size_t>(wanted)]});
}

void Updater::operator()(const RowFocused& event) {
    if (event.position < state_.result.hits.size()) state_.view.cursor = event.position;
}

void Updater::operator()(const RowStepped& event) {
    const auto count = static_cast<std::ptrdiff_t>(state_.result.hits.size());
    if (count == 0) return;
    const auto wanted = static_cast<std::ptrdiff_t>(state_.view.cursor) + event.by;
    state_.view.cursor = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, count - 1));
    move_focus(FocusTarget::list_row);
}

void Updater::operator()(const ArticleArrived& event) {
    state_.article_error.reset();
    const bool is_same = state_.open && state_.open->article.uid == event.opened.article.uid;
    if (is_same) {  // only its highlights are new: nothing moves under the reader
        std::vector<query::RelatedArticle> related = std::move(state_.open->related);
        state_.open = event.opened;
        state_.open->related = std::move(related);
        return;
    }
    leave_article();
    state_.open = event.opened;
    // Before it is drawn: what came later would change how far the article scrolls, and so where reading goes on.
    effects_.push_back(LoadRelated{state_.open->id});
    state_.open_text = corpus::plain_text(event.opened.article);
    state_.passage.reset();
    place_highlights();
    state_.view.pane = Pane::article;
    state_.view.page = Page::reader;
    state_.view.cursor = open_position(state_).value_or(state_.view.cursor);
    const std::string& uid = state_.open->article.uid;
    return_to_position();
    move_focus(std::exchange(state_.view.is_highlight_wanted, false) ? FocusTarget::highlight : FocusTarget::article);
    remember(Remember::push);
    if (is_read(state_, uid)) return;
    record(notebook::Kind::read, uid, true);
    marks_changed(query::Mark::unread);
}

void Updater::operator()(const RelatedArrived& event) {
    if (state_.open && state_.open->id == event.id) state_.open->related = event.related;
}

void Updater::operator()(const ArticleMissing& event) {
    leave_article();
    state_.open.reset();
    state_.article_error = event.error;
    state_.view.pane = Pane::article;
}

void Updater::operator()(const PageToggled& event) {
    const bool is_leaving = state_.view.page == event.page;
    show(is_leaving ? Page::reader : event.page);
    if (!is_leaving) {
        state_.view.pane = Pane::article;
        state_.view.article_wish = 0;
        ++state_.view.article_top_revision;
        move_focus(FocusTarget::article);
        if (event.page == Page::about && state_.notices.empty()) effects_.push_back(LoadNotices{});
    } else if (!state_.open) {
        state_.view.pane = Pane::list;
    }
    remember(Remember::push);
}

void Updater::operator()(const NoticesArrived& event) { state_.notices = event.text; }

void Updater::operator()(const PaneShown& event) {
    state_.view.pane = event.pane;
    if (event.pane == Pane::list) move_focus(FocusTarget::list_row);
    if (event.pane == Pane::article) move_focus(FocusTarget::article);
    if (event.pane == Pane::filters) move_focus(FocusTarget::filters);
}

void Updater::operator()(const PaneScrolled& event) {
    const float px = std::max(0.0F, event.px);
    if (event.pane == Pane::list) state_.view.list_scroll_px = px;
    if (event.pane == Pane::filters) state_.view.filters_scroll_px = px;
    if (event.pane != Pane::article) return;
    state_.view.article_scroll_px = px;
    state_.view.article_progress = event.max_px > 0 ? std::clamp(px / event.max_px, 0.0F, 1.0F) : 0;
    if (!state_.open || state_.view.page != Page::reader) return;
    state_.scrolled_ms = now_ms_;
    // One timer at a time; when it passes too early it is started again.
    if (state_.position_timer == 0) state_.position_timer = start_timer(position_pause_ms);
}

void Updater::operator()(const SearchFocused&) {
    // A narrow page has its search box above the list.
    state_.view.pane = Pane::list;
    move_focus(FocusTarget::search);
}

void Updater::operator()(const Escaped&) {
    View& view = state_.view;
    if (!view.chord.empty()) {
        view.chord.clear();
    } else if (view.overlay != Overlay::none) {
        view.overlay = Overlay::none;
    } else if (state_.passage) {
        state_.passage.reset();
    } else if (!state_.selection.empty()) {
        (*this)(SelectionLifted{});
    } else if (view.page != Page::reader) {
        (*this)(PageToggled{view.page});
    } else if (view.pane != Pane::list || state_.open) {
        (*this)(ArticleClosed{});
    } else if (!state_.filter.text.empty()) {
        (*this)(QueryTyped{""});
    }
}

void Updater::operator()(const TimePassed& event) {
    if (event.timer_id == 0) return;
    if (event.timer_id == state_.position_timer) {
        if (now_ms_ - state_.scrolled_ms < position_pause_ms) state_.position_timer = start_timer(position_pause_ms);
        else keep_position();
    }
    if (event.timer_id == state_.rows_timer) load_more_rows();
    if (event.timer_id == state_.told_timer) tell_timeline();
    if (event.timer_id == state_.link_timer) {
        state_.link_timer = 0;
        if (state_.link == LinkState::ready) effects_.push_back(WriteThrough{});
    }
    if (event.timer_id == state_.notice_timer) (*this)(NoticeDismissed{});
}

void Updater::read_route(const std::string& hash) {
    Route route = from_hash(hash);
    route.filter.standing = state_.filter.standing;
    route.filter.notes = state_.filter.notes;
    if (!route.has_order) route.filter.order = state_.settings.order;
    const bool is_same_question = route.filter == state_.filter && state_.query_id > 0;
    state_.filter = route.filter;
    set_range(route.filter.from, route.filter.to);
    show(route.page);
    if (route.page == Page::about && state_.notices.empty()) effects_.push_back(LoadNotices{});
    // Back and forward between articles leave the list where it is.
    if (!is_same_question) refresh(Remember::no);
    if (route.uid.empty()) {
        state_.open.reset();
        state_.article_error.reset();
        state_.view.pane = route.page == Page::reader ? Pane::list : Pane::article;
    } else {
        effects_.push_back(LoadArticle{route.uid, {}, route.filter.text});
        state_.view.pane = Pane::article;
    }
}

void Updater::operator()(const HashChanged& event) { read_route(event.hash); }

}  // namespace lesesaal::app
