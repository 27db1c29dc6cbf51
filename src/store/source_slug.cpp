#include "store/source_slug.h"

#include <set>

#include "text/utf8.h"

namespace lesesaal::store {
namespace {

std::string_view written_out(char32_t c) {
    switch (c) {
    case U'ä': return "ae";
    case U'ö': return "oe";
    case U'ü': return "ue";
    case U'ß': return "ss";
    case U'à':
    case U'á':
    case U'â': return "a";
    case U'ç': return "c";
    case U'è':
    case U'é':
    case U'ê': return "e";
    case U'í':
    case U'î': return "i";
    case U'ó':
    case U'ô': return "o";
    case U'ú':
    case U'û': return "u";
    default: return {};
    }
}

}  // namespace

std::string source_slug(std::string_view name) {
    std::string slug;
    bool wants_hyphen = false;
    for (std::size_t at = 0; at < name.size();) {
        const text::CodePoint read = text::decode_at(name, at);
        at += read.bytes;
        const char32_t c = text::to_lower(read.value);
        const bool is_plain = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
        const std::string_view letters = written_out(c);
        if (!is_plain && letters.empty()) {
            wants_hyphen = !slug.empty();
            continue;
        }
        if (wants_hyphen) slug += '-';
        wants_hyphen = false;
        if (is_plain) slug += static_cast<char>(c);
        else slug += letters;
    }
    return slug.empty() ? "quelle" : slug;
}

std::vector<std::string> source_slugs(const std::vector<std::string>& names) {
    std::vector<std::string> slugs;
    std::set<std::string> taken;
    for (const std::string& name : names) {
        const std::string plain = source_slug(name);
        std::string slug = plain;
        for (int number = 2; !taken.insert(slug).second; ++number) slug = plain + "-" + std::to_string(number);
        slugs.push_back(std::move(slug));
    }
    return slugs;
}

}  // namespace lesesaal::store
