#include "citation/citation.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "citation/formats.h"

namespace lesesaal::citation {
namespace {

/// Two articles with one key would be one entry to BibTeX: the second becomes "key-2".
std::string bibtex_file(std::span<const corpus::Article> articles, const Reading& reading) {
    std::unordered_set<std::string> taken;
    std::string file;
    for (const corpus::Article& article : articles) {
        const std::string key = bibtex_key(article);
        std::string unique = key;
        for (int count = 2; !taken.insert(unique).second; ++count) unique = key + "-" + std::to_string(count);
        if (!file.empty()) file += '\n';
        file += to_bibtex(article, reading, unique);
    }
    return file;
}

}  // namespace

std::string cite(std::span<const corpus::Article> articles, Style style, const Reading& reading) {
    std::string text;
    switch (style) {
        case Style::german:
            for (const corpus::Article& article : articles) text += to_german(article, reading) + '\n';
            return text;
        case Style::bibtex: return bibtex_file(articles, reading);
        case Style::ris:
            for (const corpus::Article& article : articles) text += to_ris(article, reading);
            return text;
        case Style::csl_json: return to_csl_json(articles, reading);
    }
    return text;
}

std::string cite(const corpus::Article& article, Style style, const Reading& reading) {
    return cite(std::span(&article, 1), style, reading);
}

std::string_view file_extension(Style style) {
    switch (style) {
        case Style::german: return "txt";
        case Style::bibtex: return "bib";
        case Style::ris: return "ris";
        case Style::csl_json: return "json";
    }
    return {};
}

std::string_view media_type(Style style) {
    switch (style) {
        case Style::german: return "text/plain";
        case Style::bibtex: return "application/x-bibtex";
        case Style::ris: return "application/x-research-info-systems";
        case Style::csl_json: return "application/vnd.citationstyles.csl+json";
    }
    return {};
}

std::string one_line(std::string_view text) {
    std::string line;
    bool is_pending = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool has_next = i + 1 < text.size();
        const auto next = has_next ? static_cast<unsigned char>(text[i + 1]) : 0U;
        const auto third = i + 2 < text.size() ? static_cast<unsigned char>(text[i + 2]) : 0U;
        if (byte == 0xC2 && next == 0xAD) {  // soft hyphen
            ++i;
        } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {  // C1 controls, NEL among them
            is_pending = true;
            ++i;
        } else if (byte == 0xE2 && next == 0x80 && (third == 0xA8 || third == 0xA9)) {  // line and paragraph separator
            is_pending = true;
            i += 2;
        } else if (byte <= 0x20 || byte == 0x7F) {
            is_pending = true;
        } else {
            if (is_pending && !line.empty()) line += ' ';
            is_pending = false;
            line += text[i];
        }
    }
    return line;
}

std::string plain_url(std::string_view url) {
    if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
    static constexpr char hex[] = "0123456789ABCDEF";
    static constexpr std::string_view taken = "{}\\\"<>^`|";
    std::string plain;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && taken.find(c) == std::string_view::npos) {
            plain += c;
        } else {
            plain += '%';
            plain += hex[byte >> 4];
            plain += hex[byte & 15];
        }
    }
    return plain;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace lesesaal::citation
