#include <algorithm>

#include "app/route.h"
#include "app/updater.h"

namespace lesesaal::app {

void Updater::move_focus(FocusTarget target) {
    state_.view.focus = target;
    ++state_.view.focus_revision;
}

void Updater::load_article(query::ArticleId id) { effects_.push_back(LoadArticle{"", id, state_.filter.text}); }

void Updater::operator()(const ArticlePicked& event) {
    state_.view.is_about = false;
    if (state_.open && state_.open->id == event.id) {
        state_.view.pane = Pane::article;
        move_focus(FocusTarget::article);
        remember(Remember::push);
        return;
    }
    load_article(event.id);
}

void Updater::operator()(const ArticleClosed&) {
    state_.view.is_about = false;
    state_.view.pane = Pane::list;
    state_.article_error.reset();
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

void Updater::operator()(const ArticleArrived& event) {
    state_.article_error.reset();
    const bool is_same = state_.open && state_.open->article.uid == event.opened.article.uid;
    state_.open = event.opened;
    if (is_same) return;  // only its highlights are new: nothing moves under the reader
    state_.view.pane = Pane::article;
    state_.view.is_about = false;
    ++state_.view.article_top_revision;
    move_focus(FocusTarget::article);
    remember(Remember::push);
}

void Updater::operator()(const ArticleMissing& event) {
    state_.open.reset();
    state_.article_error = event.error;
    state_.view.pane = Pane::article;
}

void Updater::operator()(const AboutToggled&) {
    state_.view.is_about = !state_.view.is_about;
    if (state_.view.is_about) {
        state_.view.pane = Pane::article;
        ++state_.view.article_top_revision;
        move_focus(FocusTarget::article);
        if (state_.notices.empty()) effects_.push_back(LoadNotices{});
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
}

void Updater::operator()(const PaneScrolled& event) {
    if (event.pane == Pane::list) state_.view.list_scroll_px = std::max(0.0F, event.px);
    if (event.pane == Pane::filters) state_.view.filters_scroll_px = std::max(0.0F, event.px);
}

void Updater::operator()(const SearchFocused&) {
    // A narrow page has its search box above the list.
    state_.view.pane = Pane::list;
    move_focus(FocusTarget::search);
}

void Updater::operator()(const Escaped&) {
    if (state_.view.is_about) {
        (*this)(AboutToggled{});
    } else if (state_.view.pane != Pane::list || state_.open) {
        (*this)(ArticleClosed{});
    } else if (!state_.filter.text.empty()) {
        (*this)(QueryTyped{""});
    }
}

void Updater::read_route(const std::string& hash) {
    const Route route = from_hash(hash);
    state_.filter = route.filter;
    state_.is_bookmarks_only = route.has_bookmarks_only;
    set_range(route.filter.from, route.filter.to);
    state_.view.is_about = route.is_about;
    if (route.is_about && state_.notices.empty()) effects_.push_back(LoadNotices{});
    refresh(Remember::no);
    if (route.uid.empty()) {
        state_.open.reset();
        state_.article_error.reset();
        state_.view.pane = route.is_about ? Pane::article : Pane::list;
    } else {
        effects_.push_back(LoadArticle{route.uid, {}, route.filter.text});
        state_.view.pane = Pane::article;
    }
}

void Updater::operator()(const HashChanged& event) { read_route(event.hash); }

}  // namespace lesesaal::app
