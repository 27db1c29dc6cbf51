#include "exchange/exchange.h"

#include <array>

#include "exchange/formats.h"

namespace lesesaal::exchange {
namespace {

using base::ErrorKind;
using base::fail;
using notebook::FileFormat;

struct Form {
    std::string_view word;
    std::string_view file_name;
    std::string_view media_type;
};

constexpr std::array<Form, 9> forms{{
    {"notes", "lesesaal-notizen.json", "application/json"},
    {"netscape", "lesesaal-lesezeichen.html", "text/html"},
    {"csv", "lesesaal-notizen.csv", "text/csv"},
    {"markdown", "lesesaal-notizen.md", "text/markdown"},
    {"annotations", "lesesaal-anmerkungen.jsonld", "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\""},
    {"bibtex", "lesesaal-literatur.bib", "application/x-bibtex"},
    {"ris", "lesesaal-literatur.ris", "application/x-research-info-systems"},
    {"csl-json", "lesesaal-literatur.json", "application/vnd.citationstyles.csl+json"},
    {"html", "lesesaal-notizen.html", "text/html"},
}};
static_assert(forms.size() == static_cast<std::size_t>(FileFormat::count_));

const Form& form_of(FileFormat format) { return forms[static_cast<std::size_t>(format)]; }

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

base::Result<Import> read_json(std::string_view text, std::int64_t now_ms) {
    const JsonParts file = json_parts(text, import_entries_max);
    if (file["format"] == json_string(notes_format)) return read_notes(file, now_ms);
    if (is_annotations(file)) return read_annotations(text, file, now_ms);
    return fail(ErrorKind::unsupported, "the file is JSON, but neither notes of a Lesesaal nor W3C annotations");
}

/// Browsers begin the file with this name, whatever HTML follows.
bool is_netscape(std::string_view text) {
    constexpr std::string_view name = "netscape-bookmark-file";
    constexpr std::size_t head_bytes = 1024;
    std::string head(text.substr(0, head_bytes));
    for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return head.find(name) != std::string::npos;
}

}  // namespace

std::string_view file_name(FileFormat format) { return form_of(format).file_name; }
std::string_view media_type(FileFormat format) { return form_of(format).media_type; }
std::string_view word_of(FileFormat format) { return form_of(format).word; }

std::optional<FileFormat> format_of(std::string_view word) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms[i].word == word) return static_cast<FileFormat>(i);
    }
    return std::nullopt;
}

std::string write(const notebook::Log& log, FileFormat format, const Origin& origin) {
    if (format == FileFormat::notes) return to_notes(log, origin);
    const std::vector<notebook::Entry> entries = notebook::entries(log);
    switch (format) {
    case FileFormat::netscape: return to_netscape(entries, origin);
    case FileFormat::csv: return to_csv(entries, origin);
    case FileFormat::markdown: return to_markdown(entries, origin);
    case FileFormat::annotations: return to_annotations(entries, log, origin);
    case FileFormat::bibtex: return to_citations(entries, citation::Style::bibtex, origin);
    case FileFormat::ris: return to_citations(entries, citation::Style::ris, origin);
    case FileFormat::csl_json: return to_citations(entries, citation::Style::csl_json, origin);
    case FileFormat::html: return to_html(entries, origin);
    case FileFormat::notes:
    case FileFormat::count_: break;
    }
    return {};
}

base::Result<Import> read(std::string_view bytes, std::int64_t now_ms, const ParseMarkup& parse) {
    if (bytes.size() > import_bytes_max) return fail(ErrorKind::too_large, "the file has more than 64 MiB");
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    const std::string_view text = without_blanks(bytes);
    if (text.empty()) return fail(ErrorKind::bad_input, "the file is empty");
    if (text.front() == '{' || text.front() == '[') return read_json(text, now_ms);
    if (text.front() == '<' && is_netscape(text)) return read_netscape(std::string(text), now_ms, parse);
    return fail(ErrorKind::unsupported,
                "the file is neither notes of a Lesesaal nor W3C annotations nor bookmarks of a browser");
}

}  // namespace lesesaal::exchange
