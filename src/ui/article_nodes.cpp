#include "ui/article_nodes.h"

#include <algorithm>

#include "app/commands.h"
#include "ui/dates.h"
#include "ui/messages.h"

namespace lesesaal::ui {
namespace {

using app::Event;
using scene::Node;
using scene::Role;
using scene::Tristate;

/// A node in the flow of the visible article.
Node& flow(Frame& frame, Role role, std::string_view key, std::string_view style, std::string_view text) {
    Node& node = frame.tree.open(role, key);
    node.is_visible = true;
    node.style = style;
    node.text = text;
    return node;
}

void leaf(Frame& frame, Role role, std::string_view key, std::string_view style, std::string_view text) {
    flow(frame, role, key, style, text);
    frame.tree.close();
}

void subtitle(Frame& frame, std::string_view key, std::string_view text) {
    flow(frame, Role::heading, key, "", text).level = 2;
    frame.tree.close();
}

void title(Frame& frame, std::string_view text) {
    Node& node = flow(frame, Role::heading, "title", "headline", text);
    node.level = 1;
    if (frame.state.view.focus == app::FocusTarget::article) node.focus_revision = frame.state.view.focus_revision;
    frame.tree.close();
}

void dateline(Frame& frame, const query::OpenedArticle& opened) {
    const corpus::Article& article = opened.article;
    flow(frame, Role::paragraph, "dateline", "dateline", "");
    if (article.date) {
        Node& time = flow(frame, Role::time, "date", "", long_date(*article.date));
        time.datetime = machine_date(*article.date);
        frame.tree.close();
    } else {
        leaf(frame, Role::text, "date", "", msg::undated);
    }
    std::string rest;
    if (article.date && article.date->is_derived) rest += " (" + std::string(msg::derived_date) + ")";
    if (!article.source.empty()) rest += " · " + article.source;
    rest += " · " + std::to_string(opened.reading_minutes) + "\u00A0Min. Lesezeit";
    leaf(frame, Role::text, "rest", "", rest);
    frame.tree.close();
}

struct Tag {
    const corpus::Assignment& assignment;
    const std::vector<query::FacetValue>& labels;
    const std::vector<std::string>& selected;
    Event event;
};

void tag(Frame& frame, const Tag& tag) {
    const auto at = std::ranges::find(tag.labels, tag.assignment.slug, &query::FacetValue::slug);
    frame.tree.open(Role::list_item, tag.assignment.slug).is_visible = true;
    Node& button = flow(frame, Role::button, "button", "chip", at == tag.labels.end() ? tag.assignment.slug : at->label_de);
    button.pressed = std::ranges::binary_search(tag.selected, tag.assignment.slug) ? Tristate::on : Tristate::off;
    // Why the article has it.
    button.description = "Zugeordnet wegen „" + tag.assignment.reason + "“";
    frame.handle(button.id, {.on_activate = tag.event});
    frame.tree.close();
    frame.tree.close();
}

void tags(Frame& frame, const corpus::Article& article) {
    if (article.topics.empty() && article.places.empty()) return;
    const app::State& state = frame.state;
    flow(frame, Role::list, "tags", "chips", "").name = msg::tags;
    for (const corpus::Assignment& topic : article.topics) {
        tag(frame, {topic, state.overview.topics, state.filter.topics, app::TopicToggled{topic.slug}});
    }
    for (const corpus::Assignment& place : article.places) {
        tag(frame, {place, state.overview.places, state.filter.places, app::PlaceToggled{place.slug}});
    }
    frame.tree.close();
}

/// Runs of text and marks; a paragraph without marks is one text.
void paragraph(Frame& frame, std::uint64_t key, std::string_view text, const std::vector<base::ByteRange>& highlights) {
    Node& node = frame.tree.open(Role::paragraph, key);
    node.is_visible = true;
    if (highlights.empty()) {
        node.text = text;
        frame.tree.close();
        return;
    }
    std::uint64_t run = 0;
    std::size_t at = 0;
    const auto piece = [&](Role role, std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        Node& part = frame.tree.open(role, run++);
        part.is_visible = true;
        part.text = text.substr(begin, end - begin);
        frame.tree.close();
    };
    for (const base::ByteRange& highlight : highlights) {
        const std::size_t end = std::min(highlight.end, text.size());
        if (highlight.begin < at || highlight.begin >= end) continue;
        piece(Role::text, at, highlight.begin);
        piece(Role::mark, highlight.begin, end);
        at = end;
    }
    piece(Role::text, at, text.size());
    frame.tree.close();
}

void sections(Frame& frame, const query::OpenedArticle& opened) {
    static const std::vector<base::ByteRange> none;
    std::size_t index = 0;
    std::uint64_t key = 1;
    for (const corpus::Section& section : opened.article.sections) {
        if (!section.heading.empty()) {
            Node& heading = frame.tree.open(Role::heading, key++);
            heading.level = 2;
            heading.is_visible = true;
            heading.text = section.heading;
            frame.tree.close();
        }
        for (const std::string& text : section.paragraphs) {
            const bool has_marks = index < opened.paragraph_highlights.size();
            paragraph(frame, key++, text, has_marks ? opened.paragraph_highlights[index] : none);
            ++index;
        }
    }
}

void source_line(Frame& frame, const corpus::Article& article) {
    if (article.is_teaser_only) leaf(frame, Role::paragraph, "teaser", "teaser-note", msg::teaser_note);
    if (article.url.empty()) return;
    flow(frame, Role::paragraph, "source", "source", "");
    flow(frame, Role::link, "link", "", msg::to_source).href = article.url;
    frame.tree.close();
    frame.tree.close();
}

std::string period_of(const query::Overview& overview) {
    std::int32_t first = INT32_MAX;
    std::int32_t last = query::no_day;
    for (const std::int32_t day : overview.first_days) {
        if (day == query::no_day) continue;
        first = std::min(first, day);
        last = std::max(last, day);
    }
    if (last == query::no_day) return {};
    const auto month_of = [](std::int32_t day) {
        const base::Date date = base::from_days(day);
        return long_date({date, date, corpus::DatePrecision::month, false, {}});
    };
    const std::string from = month_of(first);
    const std::string to = month_of(last);
    return from == to ? " aus " + from : " von " + from + " bis " + to;
}

/// What the store reports is for the curator, in English; a reader gets the sentence first.
std::string trouble_text(const base::Error& error) {
    switch (error.kind) {
        case base::ErrorKind::unsupported: return std::string(msg::newer_corpus) + " (" + error.message + ")";
        case base::ErrorKind::bad_input: return std::string(msg::unreadable_corpus) + " (" + error.message + ")";
        default: return error.message;
    }
}

void keys_help(Frame& frame) {
    subtitle(frame, "keys-title", "Tasten");
    flow(frame, Role::list, "keys", "keys", "");
    for (const app::Command& command : app::commands()) {
        if (command.keys.empty()) continue;
        std::string text;
        for (const std::string_view key : command.keys) {
            if (!text.empty()) text += " oder ";
            text += key == "Escape" ? std::string_view("Esc") : key;
        }
        text += ": " + std::string(command.title_de);
        leaf(frame, Role::list_item, command.title_de, "", text);
    }
    frame.tree.close();
}

}  // namespace

void describe_article(Frame& frame, const query::OpenedArticle& opened) {
    const corpus::Article& article = opened.article;
    Node& node = flow(frame, Role::article, article.uid, "article", "");
    node.language = article.language == frame.state.overview.language ? std::string{} : article.language;
    if (!article.kicker.empty()) leaf(frame, Role::paragraph, "kicker", "kicker", article.kicker);
    title(frame, article.headline);
    dateline(frame, opened);
    tags(frame, article);
    sections(frame, opened);
    source_line(frame, article);
    frame.tree.close();
}

void describe_start(Frame& frame) {
    const query::Overview& overview = frame.state.overview;
    flow(frame, Role::article, "start", "article start", "");
    title(frame, overview.title.empty() ? msg::product : std::string_view(overview.title));
    leaf(frame, Role::paragraph, "count", "",
         count_of_articles(overview.total()) + period_of(overview) +
             ". Wählen Sie einen Artikel aus der Liste, suchen Sie nach Wörtern oder grenzen Sie Themen, Orte und Zeitraum ein.");
    leaf(frame, Role::paragraph, "sealed", "",
         "Diese Seite enthält alles, was sie zeigt. Sie braucht keine Verbindung und baut keine auf.");
    keys_help(frame);
    frame.tree.close();
}

void describe_about(Frame& frame) {
    flow(frame, Role::article, "about", "article about", "");
    title(frame, "Über Lesesaal");
    leaf(frame, Role::paragraph, "what", "",
         "Lesesaal ist ein Lesesaal in einer einzigen Datei: Programm, Artikel und Suche liegen in dieser Seite. "
         "Sie öffnet sich per Doppelklick, offline und eingebettet, und baut keine Verbindung auf.");
    leaf(frame, Role::paragraph, "data", "",
         "Ihre Lesezeichen bleiben in diesem Browser. Sie werden weder übertragen noch ausgewertet.");
    leaf(frame, Role::paragraph, "licence", "", "Lesesaal steht unter der MIT-Lizenz.");
    keys_help(frame);
    subtitle(frame, "third-title", msg::third_party);
    leaf(frame, Role::preformatted, "notices", "notices", frame.state.notices);
    frame.tree.close();
}

void describe_trouble(Frame& frame, std::string_view heading, const base::Error& error) {
    flow(frame, Role::article, "trouble", "article start", "");
    title(frame, heading);
    leaf(frame, Role::alert, "error", "alert", trouble_text(error));
    const std::size_t bookmarks = frame.state.notebook.all(notebook::Kind::bookmark).size();
    if (frame.state.corpus == app::CorpusState::damaged) {
        const bool is_read = frame.state.storage == app::StorageState::saved;
        std::string kept = "Ihre Lesezeichen liegen nicht in dieser Datei; sie bleiben unberührt.";
        if (is_read && bookmarks > 0) {
            kept = "Ihre " + grouped(static_cast<std::int64_t>(bookmarks)) +
                   " Lesezeichen sind erhalten; sie erscheinen wieder, sobald die Sammlung lesbar ist.";
            if (bookmarks == 1) kept = "Ihr Lesezeichen ist erhalten; es erscheint wieder, sobald die Sammlung lesbar ist.";
        }
        leaf(frame, Role::paragraph, "kept", "", kept);
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
