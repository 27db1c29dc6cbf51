// The bookmark file of browsers, as Netscape wrote it first and all read it: elements without their ends, the attributes HREF,
// ADD_DATE and LAST_MODIFIED in seconds since 1970, TAGS. What it has no place for stands in attributes of our own,
// data-lesesaal-…, which other programs pass over; more about an article in further <DD>.

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "exchange/formats.h"
#include "exchange/labels.h"
#include "exchange/times.h"
#include "exchange/urn.h"

namespace lesesaal::exchange {
namespace {

using notebook::Entry;

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string{} : " " + std::string(name) + "=\"" + escape_html(value) + "\"";
}

std::string own_attribute(std::string_view name, std::string_view value) {
    return attribute("DATA-LESESAAL-" + std::string(name), value);
}

std::string seconds(std::int64_t ms) { return std::to_string(ms / 1000); }

/// TAGS is parted by commas: tags that have some stand in a list besides.
std::string tags_of(const Entry& entry) {
    const std::string list = joined(entry.tags, ",");
    const bool has_commas = !list.empty() && static_cast<std::size_t>(std::ranges::count(list, ',')) + 1 > entry.tags.size();
    const std::string exact =
        has_commas ? nlohmann::json(entry.tags).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) : std::string{};
    return attribute("TAGS", list) + own_attribute("TAGS", exact);
}

std::string link(const Entry& entry, const Origin& origin, const Labels& labels) {
    const notebook::Card& card = entry.card;
    const std::string_view url = link_of(card);
    const std::string href = url.empty() ? make_urn({origin.corpus_id, entry.uid}) : std::string(url);
    const std::int64_t added_ms = entry.bookmarked_ms > 0 ? entry.bookmarked_ms : entry.changed_ms;
    return "<A" + attribute("HREF", href) + attribute("ADD_DATE", seconds(added_ms)) +
           attribute("LAST_MODIFIED", seconds(entry.changed_ms)) + tags_of(entry) + own_attribute("UID", entry.uid) +
           own_attribute("KICKER", card.kicker) + own_attribute("DATE", card.date) + own_attribute("SOURCE", card.source) +
           own_attribute("LANGUAGE", card.language) + own_attribute("SHA256", card.text_hash) +
           own_attribute("BOOKMARKED", entry.is_bookmarked ? "" : "no") +
           own_attribute("NOTED", entry.note.empty() ? "" : iso_time(entry.noted_ms)) + ">" +
           escape_html(title_of(entry, labels)) + "</A>\n";
}

std::string other_notes(const Entry& entry, const std::string& indent) {
    std::string html;
    for (const notebook::OtherVersion& other : entry.other_notes) {
        html += indent + "<DD" + own_attribute("OTHER", iso_time(other.made_ms)) + ">" + escape_html(other.value) + "\n";
    }
    return html;
}

std::string passage(const std::string& item, const notebook::Highlight& highlight, std::int64_t made_ms) {
    return "<DD" + own_attribute("PASSAGE", item) + own_attribute("MADE", iso_time(made_ms)) +
           own_attribute("COLOUR", notebook::name_of(highlight.colour)) +
           own_attribute("BEGIN", std::to_string(highlight.begin)) + own_attribute("END", std::to_string(highlight.end)) +
           own_attribute("PREFIX", highlight.quote.prefix) + own_attribute("SUFFIX", highlight.quote.suffix) +
           own_attribute("NOTE", highlight.note) + "><Q>" + escape_html(highlight.quote.exact) + "</Q>\n";
}

std::string highlights(const Entry& entry, const std::string& indent) {
    std::string html;
    for (const notebook::EntryHighlight& one : entry.highlights) {
        html += indent + passage(one.item, one.highlight, one.made_ms);
        for (const notebook::OtherVersion& other : one.others) {
            if (const auto read = notebook::decode_highlight(other.value))
                html += indent + passage(one.item, *read, other.made_ms);
        }
    }
    return html;
}

std::string bookmark(const Entry& entry, const Origin& origin, const Labels& labels, const std::string& indent) {
    std::string html = indent + "<DT>" + link(entry, origin, labels);
    if (!entry.note.empty()) html += indent + "<DD>" + escape_html(entry.note) + "\n";
    return html + other_notes(entry, indent) + highlights(entry, indent);
}

}  // namespace

std::string to_netscape(const std::vector<Entry>& entries, const Origin& origin) {
    const Labels& labels = labels_of(origin.language);
    const std::string title = std::string(labels.bookmarks) + (origin.title.empty() ? "" : ": " + origin.title);
    std::string html =
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; "
        "charset=UTF-8\">\n<TITLE>" +
        escape_html(title) + "</TITLE>\n<H1" + own_attribute("CORPUS", origin.corpus_id) +
        own_attribute("TITLE", origin.title) + ">" + escape_html(title) + "</H1>\n<DL><p>\n";
    std::map<std::string, std::string> folders;
    for (const Entry& entry : entries) {
        for (const std::string& name : entry.collections) folders[name] += bookmark(entry, origin, labels, "        ");
    }
    for (const auto& [name, bookmarks] : folders) {
        html += "    <DT><H3>" + escape_html(name) + "</H3>\n    <DL><p>\n" + bookmarks + "    </DL><p>\n";
    }
    for (const Entry& entry : entries) {
        if (entry.collections.empty()) html += bookmark(entry, origin, labels, "    ");
    }
    return html + "</DL><p>\n";
}

}  // namespace lesesaal::exchange
