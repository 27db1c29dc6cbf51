// What stands below an article: the reader's own words on it, and the ways on.
#include "ui/article_flow.h"
#include "ui/article_nodes.h"
#include "ui/dates.h"

namespace lesesaal::ui {
namespace {

using scene::Node;
using scene::Role;

void own_tags(Frame& frame, const std::string& uid, const std::vector<std::string>& tags) {
    flow::open(frame, Role::list, "tags", "chips").name = frame.say(Say::own_tags);
    for (const std::string& tag : tags) {
        flow::open(frame, Role::list_item, tag);
        Node& button = flow::open(frame, Role::button, "button", "chip removable", tag);
        // The name begins with what is seen.
        button.name = tag + ", " + frame.words.with(Say::tag_remove, {{"name", tag}});
        frame.handle(button.id, {.on_activate = app::TagRemoved{uid, tag}});
        frame.tree.close();
        frame.tree.close();
    }
    frame.tree.close();
}

void own_words(Frame& frame, const std::string& uid) {
    const notebook::Log& log = frame.state.notebook;
    const std::string note = log.value(notebook::Kind::note, uid);
    const std::vector<std::string> tags = log.values(notebook::Kind::tag, uid);
    if (note.empty() && tags.empty()) return;
    flow::open(frame, Role::section, "own", "own");
    flow::heading(frame, "heading", frame.say(Say::own_title));
    if (!note.empty()) flow::leaf(frame, Role::paragraph, "note", "note", note);
    if (!tags.empty()) own_tags(frame, uid, tags);
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
    related(frame, opened.related);
    neighbours(frame);
    frame.tree.close();
}

}  // namespace lesesaal::ui
