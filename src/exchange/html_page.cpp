// One page to print or pass on: no script, nothing loaded from elsewhere.

#include "exchange/formats.h"
#include "exchange/labels.h"
#include "exchange/times.h"

namespace lesesaal::exchange {
namespace {

using notebook::Entry;

// Marks are told apart by a line at their side too, and by their word: printers may leave out backgrounds.
constexpr std::string_view style =
    "body{font:1.0625rem/1.5 Georgia,\"Noto Serif\",serif;color:#1a1a1a;background:#fff;max-width:44rem;margin:2rem "
    "auto;padding:0 1rem}\n"
    "h1{font-size:1.75rem;line-height:1.25}h2{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .25rem}\n"
    "p,dl,blockquote{margin:.5rem 0}.origin,dl,.as-of{color:#4a4a4a;font-size:.9375rem}\n"
    "dt{float:left;clear:left;margin-right:.5em}dt::after{content:\":\"}dd{margin:0;overflow-wrap:anywhere}\n"
    ".note,blockquote p{white-space:pre-line}a{color:#0b4f8a}\n"
    "blockquote{padding:.25rem .75rem;border-left:.35rem solid #b58900}\n"
    ".yellow{background:#fff6cc}.green{background:#e2f4df;border-color:#3c7a34}.blue{background:#e0edfb;border-color:#2f6db3}\n"
    ".pink{background:#fbe4ee;border-color:#b0487c}\n"
    "@media print{body{margin:0;max-width:none}article{break-inside:avoid-page}a{color:inherit}}\n";

void add(std::string& html, std::string_view name, std::string_view attributes, std::string_view text) {
    if (text.empty()) return;
    html += "<" + std::string(name) + std::string(attributes) + ">" + escape_html(text) + "</" + std::string(name) + ">\n";
}

void add_fact(std::string& html, std::string_view label, std::string_view value) {
    if (value.empty()) return;
    html += "<dt>" + escape_html(label) + "</dt><dd>" + escape_html(value) + "</dd>\n";
}

/// For words of the article, where it speaks another language than the page.
std::string language_of(const notebook::Card& card, const Labels& labels) {
    const bool is_foreign = !card.language.empty() && card.language != labels.language;
    return is_foreign ? " lang=\"" + escape_html(card.language) + "\"" : std::string{};
}

std::string facts_of(const Entry& entry, const Labels& labels) {
    std::string facts;
    if (const std::string_view url = link_of(entry.card); !url.empty()) {
        facts += "<dt>" + std::string(labels.address) + "</dt><dd><a href=\"" + escape_html(url) + "\" rel=\"noreferrer\">" +
                 escape_html(url) + "</a></dd>\n";
    }
    if (entry.is_bookmarked) add_fact(facts, labels.bookmarked, date_text(day_of(entry.bookmarked_ms), labels));
    add_fact(facts, labels.collections, joined(entry.collections, "; "));
    add_fact(facts, labels.tags, joined(entry.tags, "; "));
    add_fact(facts, labels.text_hash, entry.card.text_hash);
    return facts.empty() ? facts : "<dl>\n" + facts + "</dl>\n";
}

std::string highlights_of(const Entry& entry, const Labels& labels) {
    std::string html;
    for (const notebook::EntryHighlight& one : entry.highlights) {
        const notebook::Highlight& highlight = one.highlight;
        html += "<blockquote class=\"" + std::string(notebook::name_of(highlight.colour)) + "\">\n";
        add(html, "p", language_of(entry.card, labels), highlight.quote.exact);
        html +=
            "<footer>" + std::string(labels.colours[static_cast<std::size_t>(highlight.colour)]) + "</footer>\n</blockquote>\n";
        add(html, "p", " class=\"note\"", highlight.note);
        for (const notebook::OtherVersion& other : one.others) {
            const auto read = notebook::decode_highlight(other.value);
            if (read && !read->note.empty())
                add(html, "p", " class=\"note\"", std::string(labels.other_version) + ": " + read->note);
        }
    }
    return html;
}

std::string article_of(const Entry& entry, const Labels& labels) {
    std::string html = "<article>\n";
    add(html, "h2", language_of(entry.card, labels), title_of(entry, labels));
    add(html, "p", " class=\"origin\"", origin_of(entry.card, labels));
    html += facts_of(entry, labels);
    add(html, "p", " class=\"note\"", entry.note);
    for (const notebook::OtherVersion& other : entry.other_notes) {
        add(html, "p", " class=\"note\"", std::string(labels.other_version) + ": " + other.value);
    }
    return html + highlights_of(entry, labels) + "</article>\n";
}

}  // namespace

std::string to_html(const std::vector<Entry>& entries, const Origin& origin) {
    const Labels& labels = labels_of(origin.language);
    const std::string title = std::string(labels.notes) + (origin.title.empty() ? "" : ": " + origin.title);
    std::string html =
        "<!doctype html>\n<html lang=\"" + std::string(labels.language) +
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
    add(html, "title", "", title);
    html += "<style>\n" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n";
    add(html, "h1", "", title);
    add(html, "p", " class=\"as-of\"", std::string(labels.as_of) + " " + date_text(day_of(origin.now_ms), labels));
    if (entries.empty()) add(html, "p", "", labels.none);
    for (const Entry& entry : entries) html += article_of(entry, labels);
    return html + "</main>\n</body>\n</html>\n";
}

}  // namespace lesesaal::exchange
