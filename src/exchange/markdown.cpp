// CommonMark: an article is a heading, what is known of it a list, a highlight a quotation with the note below it.

#include "exchange/formats.h"
#include "exchange/labels.h"
#include "exchange/times.h"

namespace lesesaal::exchange {
namespace {

using notebook::Entry;

constexpr std::string_view marks = "\\`*_[]<>&~|#!";  // mean something anywhere in a line
constexpr std::string_view line_marks = "-+=";        // at the beginning of a line

/// "1." or "1)" at the beginning of a line would begin a list.
bool is_list_number(std::string_view line, std::size_t at) {
    if (at == 0 || (line[at] != '.' && line[at] != ')')) return false;
    return line.substr(0, at).find_first_not_of("0123456789") == std::string_view::npos;
}

std::string escape_line(std::string_view line) {
    std::string escaped;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool is_mark = marks.find(line[i]) != std::string_view::npos || is_list_number(line, i) ||
                             (i == 0 && line_marks.find(line[i]) != std::string_view::npos);
        if (is_mark) escaped += '\\';
        if (static_cast<unsigned char>(line[i]) >= ' ') escaped += line[i];
    }
    return escaped;
}

std::string_view trimmed(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

/// One line, for headings and lists.
std::string inline_text(std::string_view text) {
    std::string one_line;
    for (const char c : text) one_line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return escape_line(trimmed(one_line));
}

/// Paragraphs as they are, lines ended by a backslash; each line begins with `prefix`.
std::string block_text(std::string_view text, std::string_view prefix) {
    std::string block;
    bool is_open = false;     // a line stands before that needs an end
    bool is_between = false;  // an empty line was met
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) {
            is_between = is_open;
            continue;
        }
        if (is_between) block += "\n" + std::string(trimmed(prefix)) + "\n";
        else if (is_open) block += "\\\n";
        block += std::string(prefix) + escape_line(line);
        is_open = true;
        is_between = false;
    }
    return is_open ? block + "\n" : block;
}

/// An address in angle brackets; what would end it is encoded.
std::string link_text(std::string_view url) {
    std::string text = "<";
    for (const char c : url) {
        if (c == '<') text += "%3C";
        else if (c == '>') text += "%3E";
        else if (c == '\\') text += "%5C";
        else if (static_cast<unsigned char>(c) > ' ' && c != '\x7F') text += c;
    }
    return text + ">";
}

void add_fact(std::string& text, std::string_view label, const std::string& value) {
    if (!value.empty()) text += "- " + std::string(label) + ": " + value + "\n";
}

std::string facts_of(const Entry& entry, const Labels& labels) {
    std::string text;
    add_fact(text, labels.source, inline_text(origin_of(entry.card, labels)));
    if (!link_of(entry.card).empty()) add_fact(text, labels.address, link_text(link_of(entry.card)));
    if (entry.is_bookmarked) add_fact(text, labels.bookmarked, date_text(day_of(entry.bookmarked_ms), labels));
    add_fact(text, labels.collections, inline_text(joined(entry.collections, "; ")));
    add_fact(text, labels.tags, inline_text(joined(entry.tags, "; ")));
    if (!entry.card.text_hash.empty()) add_fact(text, labels.text_hash, inline_text(entry.card.text_hash));
    return text.empty() ? text : text + "\n";
}

std::string labelled(std::string_view label, std::string_view value) {
    return "**" + std::string(label) + "**\n\n" + block_text(value, "") + "\n";
}

std::string highlights_of(const Entry& entry, const Labels& labels) {
    std::string text;
    for (const notebook::EntryHighlight& one : entry.highlights) {
        text += block_text(one.highlight.quote.exact, "> ") + ">\n> (" +
                std::string(labels.colours[static_cast<std::size_t>(one.highlight.colour)]) + ")\n\n";
        if (!one.highlight.note.empty()) text += block_text(one.highlight.note, "") + "\n";
        for (const notebook::OtherVersion& other : one.others) {
            const auto read = notebook::decode_highlight(other.value);
            if (read && !read->note.empty()) text += labelled(labels.other_version, read->note);
        }
    }
    return text;
}

}  // namespace

std::string to_markdown(const std::vector<Entry>& entries, const Origin& origin) {
    const Labels& labels = labels_of(origin.language);
    std::string text = "# " + std::string(labels.notes) + (origin.title.empty() ? "" : ": " + inline_text(origin.title)) +
                       "\n\n" + std::string(labels.as_of) + " " + date_text(day_of(origin.now_ms), labels) + "\n\n";
    if (entries.empty()) text += std::string(labels.none) + "\n\n";
    for (const Entry& entry : entries) {
        text += "## " + inline_text(title_of(entry, labels)) + "\n\n" + facts_of(entry, labels);
        if (!entry.note.empty()) text += block_text(entry.note, "") + "\n";
        for (const notebook::OtherVersion& other : entry.other_notes) text += labelled(labels.other_version, other.value);
        text += highlights_of(entry, labels);
    }
    text.pop_back();
    return text;
}

}  // namespace lesesaal::exchange
