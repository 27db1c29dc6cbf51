// For biblatex: fields as in its manual, dates as EDTF (ISO 8601-2).

#include <algorithm>

#include "citation/formats.h"

namespace lesesaal::citation {
namespace {

using corpus::DatePrecision;

/// TeX's own characters, each as something with balanced braces: BibTeX counts braces even behind a backslash.
std::string escape(std::string_view text) {
    std::string escaped;
    for (const char c : one_line(text)) {
        switch (c) {
            case '\\': escaped += "\\textbackslash{}"; break;
            case '{': escaped += "\\textbraceleft{}"; break;
            case '}': escaped += "\\textbraceright{}"; break;
            case '~': escaped += "\\textasciitilde{}"; break;
            case '^': escaped += "\\textasciicircum{}"; break;
            case '$':
            case '&':
            case '#':
            case '_':
            case '%':
                escaped += '\\';
                escaped += c;
                break;
            default: escaped += c;
        }
    }
    return escaped;
}

std::string edtf(const corpus::ArticleDate& date) {
    const std::string first = base::to_iso(date.first);
    switch (date.precision) {
        case DatePrecision::day: return first;
        case DatePrecision::range: return date.first == date.last ? first : first + "/" + base::to_iso(date.last);
        case DatePrecision::month: return first.substr(0, 7);
        case DatePrecision::year: return first.substr(0, 4);
    }
    return first;
}

std::string_view babel_language(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find('-'));
    if (primary == "de") return "ngerman";
    if (primary == "en") return "english";
    return {};
}

struct Letter {
    std::string_view from;
    std::string_view to;
};
constexpr Letter folded[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"},
                             {"é", "e"},  {"è", "e"},  {"á", "a"},  {"à", "a"},  {"ç", "c"}};

/// The first word of at least four letters, or else the first word, in a to z.
std::string key_word(std::string_view text) {
    constexpr std::size_t letters_min = 4;
    std::string first;
    std::string word;
    for (std::size_t i = 0; i <= text.size();) {
        std::size_t bytes = 1;
        std::string letters;
        for (const Letter& letter : folded) {
            if (!text.substr(std::min(i, text.size())).starts_with(letter.from)) continue;
            letters = letter.to;
            bytes = letter.from.size();
        }
        const char c = i < text.size() ? text[i] : ' ';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters = c;
        if (c >= 'A' && c <= 'Z') letters = static_cast<char>(c - 'A' + 'a');
        i += bytes;
        word += letters;
        if (!letters.empty()) continue;
        if (word.size() >= letters_min) return word;
        if (first.empty()) first = word;
        word.clear();
    }
    return first.empty() ? "artikel" : first;
}

void field(std::string& entry, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    entry += "  ";
    entry += name;
    entry.append(name.size() < 12 ? 12 - name.size() : 0, ' ');
    entry += " = {" + value + "},\n";
}

}  // namespace

std::string bibtex_key(const corpus::Article& article) {
    std::string key = key_word(article.headline);
    if (article.date) key += std::to_string(article.date->first.year);
    // The uid tells two headlines apart that begin alike, the same way in every collection.
    const std::string uid = article.uid.substr(0, 6);
    if (!uid.empty() && uid.find_first_not_of("0123456789abcdef") == std::string::npos) key += "-" + uid;
    return key;
}

std::string to_bibtex(const corpus::Article& article, const Reading& reading, std::string_view key) {
    const std::string url = plain_url(article.url);
    const bool has_source = !one_line(article.source).empty();
    std::string entry = has_source ? "@article{" : !url.empty() ? "@online{" : "@misc{";
    entry += key;
    entry += ",\n";
    // A second pair of braces keeps the capitals of German nouns in styles that lower titles.
    field(entry, "title", "{" + escape(article.headline) + "}");
    field(entry, "titleaddon", escape(article.kicker));
    if (has_source) field(entry, "journaltitle", escape(article.source));
    if (article.date) field(entry, "date", edtf(*article.date));
    if (!url.empty()) {
        field(entry, "url", url);
        field(entry, "urldate", base::to_iso(reading.accessed));
    } else if (!reading.collection.empty()) {
        field(entry, has_source ? "addendum" : "howpublished",
              escape("Sammlung „" + reading.collection + "“, abgerufen am " + german_date(reading.accessed)));
    }
    field(entry, "langid", std::string(babel_language(article.language)));
    if (article.date && article.date->is_derived) field(entry, "note", std::string(derived_date_note));
    return entry + "}\n";
}

}  // namespace lesesaal::citation
