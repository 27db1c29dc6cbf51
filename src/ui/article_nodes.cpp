#include "ui/article_nodes.h"

#include <algorithm>

#include "app/commands.h"
#include "ui/dates.h"

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
        Node& time = flow(frame, Role::time, "date", "", long_date(*article.date, frame.words.language()));
        time.datetime = machine_date(*article.date);
        frame.tree.close();
    } else {
        leaf(frame, Role::text, "date", "", frame.say(Say::undated));
    }
    std::string rest;
    if (article.date && article.date->is_derived) rest += " (" + std::string(frame.say(Say::date_derived)) + ")";
    if (!article.source.empty()) rest += " · " + article.source;
    rest += " · " + frame.words.count(Say::reading_time, opened.reading_minutes);
    leaf(frame, Role::text, "rest", "", rest);
    frame.tree.close();
}

void tag(Frame& frame, query::Facet facet, const corpus::Assignment& assignment) {
    const app::State& state = frame.state;
    const std::vector<query::FacetValue>& values = state.overview.of(facet);
    const auto at = std::ranges::find(values, assignment.slug, &query::FacetValue::slug);
    frame.tree.open(Role::list_item, std::to_string(query::index_of(facet)) + assignment.slug).is_visible = true;
    const std::string_view label = at == values.end() ? std::string_view(assignment.slug) : frame.label_of(*at);
    Node& button = flow(frame, Role::button, "button", "chip", label);
    const bool is_wanted = std::ranges::binary_search(state.filter.of(facet).wanted, assignment.slug);
    button.pressed = is_wanted ? Tristate::on : Tristate::off;
    // Why the article has it.
    button.description = frame.words.with(Say::assigned_because, {{"words", assignment.reason}});
    frame.handle(button.id, {.on_activate = app::FacetToggled{facet, assignment.slug}});
    frame.tree.close();
    frame.tree.close();
}

void tags(Frame& frame, const corpus::Article& article) {
    if (article.topics.empty() && article.places.empty() && article.organisations.empty()) return;
    flow(frame, Role::list, "tags", "chips", "").name = frame.say(Say::article_tags);
    for (const corpus::Assignment& topic : article.topics) tag(frame, query::Facet::topic, topic);
    for (const corpus::Assignment& place : article.places) tag(frame, query::Facet::place, place);
    for (const corpus::Assignment& organisation : article.organisations) tag(frame, query::Facet::organisation, organisation);
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
    if (article.is_teaser_only) leaf(frame, Role::paragraph, "teaser", "teaser-note", frame.say(Say::teaser_note));
    if (article.url.empty()) return;
    flow(frame, Role::paragraph, "source", "source", "");
    flow(frame, Role::link, "link", "", frame.say(Say::to_source)).href = article.url;
    frame.tree.close();
    frame.tree.close();
}

/// "von November 2019 bis Oktober 2025", with a blank before it; empty where no article has a date.
std::string period_of(const Frame& frame) {
    const query::Overview& overview = frame.state.overview;
    std::int32_t first = INT32_MAX;
    std::int32_t last = query::no_day;
    for (const std::int32_t day : overview.first_days) {
        if (day == query::no_day) continue;
        first = std::min(first, day);
        last = std::max(last, day);
    }
    if (last == query::no_day) return {};
    const auto month_of = [&](std::int32_t day) {
        const base::Date date = base::from_days(day);
        return long_date({date, date, corpus::DatePrecision::month, false, {}}, frame.words.language());
    };
    const std::string from = month_of(first);
    const std::string to = month_of(last);
    if (from == to) return " " + frame.words.with(Say::start_period_one, {{"month", from}});
    return " " + frame.words.with(Say::start_period, {{"from", from}, {"to", to}});
}

/// What the store reports is for the curator, in English; a reader gets the sentence first.
std::string trouble_text(const Words& words, const base::Error& error) {
    if (const auto say = words.find(error.message)) return std::string(words(*say));
    switch (error.kind) {
        case base::ErrorKind::unsupported: return std::string(words(Say::newer_corpus)) + " (" + error.message + ")";
        case base::ErrorKind::bad_input: return std::string(words(Say::unreadable_corpus)) + " (" + error.message + ")";
        default: return error.message;
    }
}

void keys_help(Frame& frame) {
    subtitle(frame, "keys-title", frame.say(Say::keys));
    flow(frame, Role::list, "keys", "keys", "");
    for (const app::Command& command : app::commands()) {
        if (command.keys.empty()) continue;
        std::string text;
        for (const std::string_view key : command.keys) {
            if (!text.empty()) text += " " + std::string(frame.say(Say::either_or)) + " ";
            text += key == "Escape" ? std::string_view("Esc") : key;
        }
        const auto title = frame.words.find(command.title_key);
        text += ": " + std::string(title ? frame.say(*title) : command.title_key);
        leaf(frame, Role::list_item, command.title_key, "", text);
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
    title(frame, overview.title.empty() ? frame.say(Say::product) : std::string_view(overview.title));
    leaf(frame, Role::paragraph, "count", "",
         frame.words.articles(overview.total()) + period_of(frame) + ". " + std::string(frame.say(Say::start_choose)));
    leaf(frame, Role::paragraph, "sealed", "", frame.say(Say::start_sealed));
    keys_help(frame);
    frame.tree.close();
}

void describe_about(Frame& frame) {
    flow(frame, Role::article, "about", "article about", "");
    title(frame, frame.say(Say::about_title));
    leaf(frame, Role::paragraph, "what", "", frame.say(Say::about_what));
    leaf(frame, Role::paragraph, "data", "", frame.say(Say::about_data));
    leaf(frame, Role::paragraph, "licence", "", frame.say(Say::about_licence));
    keys_help(frame);
    subtitle(frame, "third-title", frame.say(Say::third_party));
    leaf(frame, Role::preformatted, "notices", "notices", frame.state.notices);
    frame.tree.close();
}

void describe_trouble(Frame& frame, std::string_view heading, const base::Error& error) {
    flow(frame, Role::article, "trouble", "article start", "");
    title(frame, heading);
    leaf(frame, Role::alert, "error", "alert", trouble_text(frame.words, error));
    const std::size_t bookmarks = frame.state.notebook.all(notebook::Kind::bookmark).size();
    if (frame.state.corpus == app::CorpusState::damaged) {
        const bool is_read = frame.state.storage == app::StorageState::saved;
        std::string kept(frame.say(Say::bookmarks_untouched));
        if (is_read && bookmarks > 0) kept = frame.words.count(Say::bookmarks_kept, static_cast<std::int64_t>(bookmarks));
        leaf(frame, Role::paragraph, "kept", "", kept);
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
