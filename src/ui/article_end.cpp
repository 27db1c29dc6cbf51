// What stands below an article: the reader's own words on it, and the ways on.
#include <algorithm>

#include "ui/article_flow.h"
#include "ui/article_nodes.h"
#include "ui/dates.h"
#include "ui/notebook_words.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using scene::Node;
using scene::Role;

/// Tags or collections, each a button that takes it away.
void own_names(Frame& frame, const std::string& uid, notebook::Kind kind) {
    const std::vector<std::string> names = frame.state.notebook.values(kind, uid);
    if (names.empty()) return;
    const bool is_tag = kind == notebook::Kind::tag;
    flow::open(frame, Role::list, is_tag ? "tags" : "collections", "chips").name = frame.say(is_tag ? Say::own_tags : Say::own_collections);
    for (const std::string& name : names) flow::removable(frame, uid, kind, name);
    frame.tree.close();
}

/// Highlights whose words are no longer in the article: they are kept, and stand here.
void lost_highlights(Frame& frame) {
    const auto& highlights = frame.state.open_highlights;
    const auto is_lost = [](const app::PlacedHighlight& placed) { return !placed.place; };
    if (std::ranges::none_of(highlights, is_lost)) return;
    flow::open(frame, Role::section, "lost", "own lost");
    flow::heading(frame, "heading", frame.say(Say::highlights_lost));
    flow::open(frame, Role::list, "list", "quotes");
    const app::View& view = frame.state.view;
    for (const app::PlacedHighlight& placed : highlights) {
        if (!is_lost(placed)) continue;
        flow::open(frame, Role::list_item, placed.entry.item, "quote");
        flow::leaf(frame, Role::mark, "words", highlight_style(placed.entry.highlight.colour), placed.entry.highlight.quote.exact);
        if (!placed.entry.highlight.note.empty()) flow::leaf(frame, Role::paragraph, "note", "note", placed.entry.highlight.note);
        Node& button = flow::open(frame, Role::button, "edit", "plain", frame.say(Say::highlight_edit));
        button.popup = "dialog";
        if (view.focus == app::FocusTarget::highlight && view.highlight == placed.entry.item) button.focus_revision = view.focus_revision;
        frame.handle(button.id, {.on_activate = app::HighlightOpened{placed.entry.item}});
        frame.tree.close();
        frame.tree.close();
    }
    frame.tree.close();
    frame.tree.close();
}

void own_words(Frame& frame, const std::string& uid) {
    using notebook::Kind;
    const notebook::Log& log = frame.state.notebook;
    const std::string note = log.value(Kind::note, uid);
    const std::size_t others = log.conflicts(Kind::note, uid).size();
    const bool has_names = !log.values(Kind::tag, uid).empty() || !log.values(Kind::collection, uid).empty();
    if (note.empty() && !has_names && others == 0) return;
    flow::open(frame, Role::section, "own", "own");
    flow::heading(frame, "heading", frame.say(Say::own_title));
    if (!note.empty()) flow::leaf(frame, Role::paragraph, "note", "note", note);
    if (others > 0) describe_other_versions(frame, uid, "", others);
    own_names(frame, uid, Kind::collection);
    own_names(frame, uid, Kind::tag);
    frame.tree.close();
}

void related(Frame& frame, const std::vector<query::RelatedArticle>& articles) {
    if (articles.empty()) return;
    flow::open(frame, Role::section, "related", "related");
    flow::heading(frame, "heading", frame.say(Say::related));
    flow::open(frame, Role::list, "list", "leads");
    for (const query::RelatedArticle& article : articles) {
        flow::open(frame, Role::list_item, article.uid);
        Node& link = flow::open(frame, Role::link, "link", "", article.kicker.empty() ? article.headline
                                                                                     : article.kicker + ": " + article.headline);
        link.href = "#a=" + article.uid;
        link.language = flow::language_of(frame, frame.state.overview.language);
        frame.handle(link.id, {.on_activate = app::ArticlePicked{article.id}});
        frame.tree.close();
        if (article.date) {
            flow::open(frame, Role::time, "date", "", short_date(*article.date, frame.words.language())).datetime =
                machine_date(*article.date);
            frame.tree.close();
        }
        frame.tree.close();
    }
    frame.tree.close();
    frame.tree.close();
}

struct Neighbour {
    std::string_view key;
    std::string_view style;
    Say label;
    std::size_t position;  // in the result
    int step;
};

void neighbour(Frame& frame, const Neighbour& way) {
    const app::State& state = frame.state;
    const query::ArticleId id = state.result.hits[way.position];
    const auto row = state.rows.find(static_cast<std::int32_t>(id));
    Node& link = flow::open(frame, Role::link, way.key, way.style);
    const auto index = static_cast<std::size_t>(id);
    link.href = index < state.overview.uids.size() ? "#a=" + app::uid_text(state.overview.uids[index]) : "#";
    frame.handle(link.id, {.on_activate = app::ArticleStepped{way.step}});
    flow::leaf(frame, Role::text, "label", "label", frame.say(way.label));
    if (row != state.rows.end()) {
        flow::open(frame, Role::text, "headline", "headline", row->second.headline).language =
            flow::language_of(frame, row->second.language);
        frame.tree.close();
    }
    frame.tree.close();
}

void neighbours(Frame& frame) {
    const auto position = app::open_position(frame.state);
    const std::size_t count = frame.state.result.hits.size();
    if (!position || count < 2) return;
    flow::open(frame, Role::navigation, "neighbours", "neighbours").name = frame.say(Say::neighbours);
    if (*position > 0) neighbour(frame, {"previous", "previous", Say::previous_in_list, *position - 1, -1});
    if (*position + 1 < count) neighbour(frame, {"next", "next", Say::next_in_list, *position + 1, 1});
    frame.tree.close();
    if (*position + 1 == count) flow::leaf(frame, Role::paragraph, "last", "last", frame.say(Say::end_of_list));
}

}  // namespace

void describe_article_end(Frame& frame, const query::OpenedArticle& opened) {
    flow::open(frame, Role::box, "after-" + opened.article.uid, "article-end");
    own_words(frame, opened.article.uid);
    lost_highlights(frame);
    related(frame, opened.related);
    neighbours(frame);
    frame.tree.close();
}

}  // namespace lesesaal::ui
