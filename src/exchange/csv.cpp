// RFC 4180, for spreadsheets. These take a cell for a formula that begins with = + - or @, also behind a tab or line end; and
// where a semicolon separates, as it does in a German Excel, they see the beginning of a cell behind every semicolon and line
// end too. A cell that begins like this gets an apostrophe, which spreadsheets do not show.

#include "exchange/formats.h"
#include "exchange/labels.h"
#include "exchange/times.h"

namespace lesesaal::exchange {
namespace {

using notebook::Entry;
using notebook::EntryHighlight;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view formula_signs = "=+-@\t\r";
constexpr std::string_view begin_signs = ";\t\r\n";  // a cell may begin behind them

bool begins_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of("\" ");
    return first != std::string_view::npos && formula_signs.find(text[first]) != std::string_view::npos;
}

std::string cell(std::string_view text) {
    std::string quoted = "\"";
    bool is_begin = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_begin && begins_formula(text.substr(i))) quoted += '\'';
        is_begin = begin_signs.find(text[i]) != std::string_view::npos;
        quoted += text[i];
        if (text[i] == '"') quoted += '"';
    }
    quoted += '"';
    return quoted;
}

std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& one : cells) {
        if (!text.empty()) text += ',';
        text += cell(one);
    }
    return text + "\r\n";
}

std::string time_text(std::int64_t ms) { return ms > 0 ? iso_time(ms) : std::string{}; }

std::string header(const Labels& labels) {
    std::vector<std::string> names;
    for (const std::string_view name :
         {labels.headline, labels.kicker, labels.date, labels.source, labels.address, labels.bookmarked, labels.collections,
          labels.tags, labels.note, labels.other_version, labels.passage, labels.colour, labels.passage_note, labels.changed,
          labels.text_hash, labels.uid}) {
        names.emplace_back(name);
    }
    return line(names);
}

/// What an article's line and those of its highlights begin with.
std::vector<std::string> article_cells(const Entry& entry) {
    return {entry.card.headline, entry.card.kicker, entry.card.date, entry.card.source, std::string(link_of(entry.card))};
}

std::string article_line(const Entry& entry) {
    std::vector<std::string> others;
    for (const notebook::OtherVersion& other : entry.other_notes) others.push_back(other.value);
    std::vector<std::string> cells = article_cells(entry);
    for (std::string& one :
         std::vector<std::string>{time_text(entry.is_bookmarked ? entry.bookmarked_ms : 0), joined(entry.collections, "; "),
                                  joined(entry.tags, "; "), entry.note, joined(others, "\n\n"), "", "", "",
                                  time_text(entry.changed_ms), entry.card.text_hash, entry.uid}) {
        cells.push_back(std::move(one));
    }
    return line(cells);
}

std::string highlight_line(const Entry& entry, const EntryHighlight& one, const Labels& labels) {
    std::vector<std::string> others;
    for (const notebook::OtherVersion& other : one.others) {
        if (const auto read = notebook::decode_highlight(other.value)) others.push_back(read->note);
    }
    const notebook::Highlight& highlight = one.highlight;
    std::vector<std::string> cells = article_cells(entry);
    for (std::string& text :
         std::vector<std::string>{"", "", "", "", joined(others, "\n\n"), highlight.quote.exact,
                                  std::string(labels.colours[static_cast<std::size_t>(highlight.colour)]), highlight.note,
                                  time_text(one.made_ms), entry.card.text_hash, entry.uid}) {
        cells.push_back(std::move(text));
    }
    return line(cells);
}

}  // namespace

std::string to_csv(const std::vector<Entry>& entries, const Origin& origin) {
    const Labels& labels = labels_of(origin.language);
    std::string text = std::string(byte_order_mark) + header(labels);
    for (const Entry& entry : entries) {
        text += article_line(entry);
        for (const EntryHighlight& one : entry.highlights) text += highlight_line(entry, one, labels);
    }
    return text;
}

}  // namespace lesesaal::exchange
