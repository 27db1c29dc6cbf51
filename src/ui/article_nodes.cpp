#include "ui/article_nodes.h"

#include <algorithm>

#include "ui/article_flow.h"
#include "ui/article_text.h"
#include "ui/dates.h"

namespace lesesaal::ui {
namespace {

using scene::Node;
using scene::Role;

constexpr std::size_t headings_for_contents = 3;
// A headline breaks no words while they fit: in ordinary size all up to this length do.
constexpr std::size_t headline_word_max = 26;
constexpr int large_from_percent = 140;

/// What the date's own words do not tell, e.g. "auf den Monat genau, aus dem Text erschlossen".
std::string exactness(const Frame& frame, const corpus::ArticleDate& date) {
    std::string text;
    switch (date.precision) {
        case corpus::DatePrecision::month: text = frame.say(Say::date_month); break;
        case corpus::DatePrecision::year: text = frame.say(Say::date_year); break;
        case corpus::DatePrecision::day:
        case corpus::DatePrecision::range: break;
    }
    if (date.is_derived) {
        if (!text.empty()) text += ", ";
        text += frame.say(Say::date_derived);
    }
    return text;
}

void dateline(Frame& frame, const query::OpenedArticle& opened) {
    const corpus::Article& article = opened.article;
    flow::open(frame, Role::paragraph, "dateline", "dateline");
    std::string rest;
    if (article.date) {
        flow::open(frame, Role::time, "date", "", long_date(*article.date, frame.words.language())).datetime =
            machine_date(*article.date);
        frame.tree.close();
        if (const std::string how = exactness(frame, *article.date); !how.empty()) rest += " (" + how + ")";
    } else {
        flow::leaf(frame, Role::text, "date", "", frame.say(Say::undated));
    }
    if (!article.source.empty()) rest += " · " + article.source;
    rest += " · " + frame.words.count(Say::reading_time, opened.reading_minutes);
    flow::leaf(frame, Role::text, "rest", "", rest);
    frame.tree.close();
}

void tags(Frame& frame, const corpus::Article& article) {
    if (article.topics.empty() && article.places.empty() && article.organisations.empty()) return;
    flow::open(frame, Role::list, "tags", "chips").name = frame.say(Say::article_tags);
    const auto chips = [&](query::Facet facet, const std::vector<corpus::Assignment>& assignments) {
        for (const corpus::Assignment& assignment : assignments) {
            const std::string key = std::to_string(query::index_of(facet)) + assignment.slug;
            // Why the article has it.
            const std::string reason = frame.words.with(Say::assigned_because, {{"words", assignment.reason}});
            flow::chip(frame, key, facet, assignment.slug, assignment.reason.empty() ? std::string_view{} : reason);
        }
    };
    chips(query::Facet::topic, article.topics);
    chips(query::Facet::place, article.places);
    chips(query::Facet::organisation, article.organisations);
    frame.tree.close();
}

/// Links to the headings of an article that has several.
void contents(Frame& frame, const corpus::Article& article, std::string_view language) {
    const auto has_heading = [](const corpus::Section& section) { return !section.heading.empty(); };
    if (std::ranges::count_if(article.sections, has_heading) < static_cast<std::ptrdiff_t>(headings_for_contents)) return;
    flow::open(frame, Role::navigation, "contents", "contents").name = frame.say(Say::contents);
    flow::leaf(frame, Role::paragraph, "label", "label", frame.say(Say::contents));
    flow::open(frame, Role::list, "list").language = language;
    for (std::size_t i = 0; i < article.sections.size(); ++i) {
        if (!has_heading(article.sections[i])) continue;
        flow::open(frame, Role::list_item, std::uint64_t{i});
        Node& link = flow::open(frame, Role::link, "link", "", article.sections[i].heading);
        link.href = "#";
        frame.handle(link.id, {.on_activate = app::SectionPicked{i}});
        frame.tree.close();
        frame.tree.close();
    }
    frame.tree.close();
    frame.tree.close();
}

/// Whether the headline has a word that may be wider than its line.
bool has_long_word(std::string_view text) {
    std::size_t length = 0;
    for (const char byte : text) {
        if (byte == ' ' || byte == '-') length = 0;
        else if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) ++length;  // the first byte of a character
        if (length > headline_word_max) return true;
    }
    return false;
}

/// "www.kommune21.de" of "https://www.kommune21.de/2025/…".
std::string_view host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("/?#"));
}

void source_line(Frame& frame, const corpus::Article& article) {
    if (article.is_teaser_only) flow::leaf(frame, Role::paragraph, "teaser", "teaser-note", frame.say(Say::teaser_note));
    if (article.url.empty()) return;
    flow::open(frame, Role::paragraph, "source", "source");
    flow::open(frame, Role::link, "link", "", frame.say(Say::to_source)).href = article.url;
    frame.tree.close();
    if (const std::string_view host = host_of(article.url); !host.empty()) {
        flow::leaf(frame, Role::text, "host", "host", " " + std::string(host));
    }
    frame.tree.close();
}

}  // namespace

void describe_article(Frame& frame, const query::OpenedArticle& opened) {
    const corpus::Article& article = opened.article;
    // The article's language may be another than that of the words around its text.
    const std::string_view language = flow::language_of(frame, article.language);
    const bool breaks_headline = frame.state.settings.text_percent >= large_from_percent || has_long_word(article.headline);
    flow::open(frame, Role::article, article.uid, breaks_headline ? "article broken-headline" : "article");
    if (!article.kicker.empty()) {
        flow::open(frame, Role::paragraph, "kicker", "kicker", article.kicker).language = language;
        frame.tree.close();
    }
    flow::title(frame, article.headline,
                flow::with_break_points(article.headline, {0, article.headline.size()}, opened.headline_breaks), language);
    dateline(frame, opened);
    tags(frame, article);
    contents(frame, article, language);
    describe_article_text(frame, opened, language);
    source_line(frame, article);
    frame.tree.close();
    describe_article_end(frame, opened);
}

}  // namespace lesesaal::ui
