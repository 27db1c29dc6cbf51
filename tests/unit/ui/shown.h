#pragma once
// Views without a browser: a small room, an article, and the tree of what a view describes.

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "app/standing.h"
#include "app/state.h"
#include "ui/article_nodes.h"

namespace lesesaal::shown {

using scene::Node;
using scene::NodeId;
using scene::Role;


inline app::State room() {
    app::State state;
    state.corpus = app::CorpusState::ready;
    state.overview.title = "Probe";
    state.overview.language = "de";
    state.overview.facets[0] = {{"ozg", "OZG und EfA", "OZG and EfA", 2}, {"recht", "Recht", "Law", 1}};
    state.overview.facets[1] = {{"hessen", "Hessen", "Hesse", 1}};
    state.overview.facets[2] = {{"ekom21", "ekom21", "", 1}};
    const std::int32_t day = base::to_days(*base::make_date(2025, 10, 10));
    state.overview.first_days = {day, day - 20, query::no_day};
    state.overview.last_days = state.overview.first_days;
    state.time_scale = app::make_time_scale(state.overview);
    state.overview.uids = {0xA0, 0xA1, 0xA2};
    state.uid_index = app::UidIndex(state.overview.uids);
    state.result.hits = {query::ArticleId{0}, query::ArticleId{1}, query::ArticleId{2}};
    return state;
}

inline query::OpenedArticle article() {
    query::OpenedArticle opened;
    opened.id = query::ArticleId{1};
    opened.reading_minutes = 2;
    opened.article.uid = app::uid_text(0xA1);
    opened.article.kicker = "Hessen";
    opened.article.headline = "Verwaltung";
    opened.article.language = "de";
    opened.article.source = "Kommune21";
    opened.article.date = corpus::ArticleDate{*base::make_date(2025, 10, 10), *base::make_date(2025, 10, 10)};
    opened.article.sections = {{"", {"Die Verwaltungsreform plant."}}};
    return opened;
}

/// The tree of what is shown of one article, or of a page.
class Shown {
public:
    /// The article, or the start where there is none.
    Shown(app::State state, const query::OpenedArticle* opened)
        : Shown(open(std::move(state), opened), [&](ui::Frame& frame) {
              if (opened) ui::describe_article(frame, *opened);
              else ui::describe_start(frame);
          }) {}
    /// What `describe(frame)` makes of a state.
    template <std::invocable<ui::Frame&> Describe> Shown(const app::State& state, Describe describe) : words_(state.language) {
        scene::TreeBuilder builder;
        std::vector<app::Event> events;
        ui::Frame frame{.state = state,
                        .words = words_,
                        .theme = theme_,
                        .fonts = fonts_,
                        .layout = layout_,
                        .pointer = pointer_,
                        .canvas = canvas_,
                        .tree = builder,
                        .handlers = handlers_,
                        .events = events};
        describe(frame);
        tree_ = builder.finish();
    }

    const Node* find(Role role, std::string_view name) const { return tree_.find(role, name); }
    /// The first whose words of style are these, or begin with them.
    const Node* styled(std::string_view style) const {
        const auto at = std::ranges::find_if(tree_.nodes, [&](const Node& node) {
            return node.style == style || node.style.starts_with(std::string(style) + " ");
        });
        return at == tree_.nodes.end() ? nullptr : &*at;
    }
    const scene::Tree& tree() const { return tree_; }
    const ui::Handler* handler(const Node* node) const {
        const auto at = node ? handlers_.find(node->id) : handlers_.end();
        return at == handlers_.end() ? nullptr : &at->second;
    }
    /// The text of a node and all below it, in order.
    std::string text(const Node* node) const {
        if (!node) return "(nothing)";
        std::string text = node->text;
        for (const Node& below : tree_.nodes) {
            if (below.parent == node->id && &below != &tree_.nodes.front()) text += this->text(&below);
        }
        return text;
    }
    std::optional<app::Event> activated(const Node* node) const {
        const auto at = node ? handlers_.find(node->id) : handlers_.end();
        return at == handlers_.end() ? std::nullopt : at->second.on_activate;
    }
    std::size_t count(Role role) const {
        return static_cast<std::size_t>(std::ranges::count(tree_.nodes, role, &Node::role));
    }

private:
    static app::State open(app::State state, const query::OpenedArticle* opened) {
        if (!opened) return state;
        state.open = *opened;
        state.open_text = corpus::plain_text(opened->article);
        return state;
    }

    ui::Words words_;
    // Nothing is drawn: only the tree is looked at.
    ui::Theme theme_{};
    ui::Fonts fonts_;
    ui::Layout layout_;
    ui::Pointer pointer_;
    ImDrawList canvas_{nullptr};
    ui::Handlers handlers_;
    scene::Tree tree_;
};

}  // namespace lesesaal::shown
