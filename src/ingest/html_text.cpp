#include "ingest/html_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

constexpr std::string_view block_tags[] = {
    "address", "article",  "aside",      "blockquote", "br",     "caption", "dd",  "details", "div", "dl",
    "dt",      "fieldset", "figcaption", "figure",     "footer", "form",    "h1",  "h2",      "h3",  "h4",
    "h5",      "h6",       "header",     "hr",         "li",     "main",    "nav", "ol",      "p",   "pre",
    "section", "summary",  "table",      "tbody",      "td",     "tfoot",   "th",  "thead",   "tr",  "ul",
};
constexpr std::string_view hidden_tags[] = {"head", "script", "style", "template", "textarea", "title"};

struct Entity {
    std::string_view name;
    char32_t value;
};
constexpr Entity entities[] = {
    {"amp", U'&'},   {"lt", U'<'},    {"gt", U'>'},     {"quot", U'"'},   {"apos", U'\''},  {"nbsp", 0xA0},
    {"shy", 0xAD},   {"auml", U'ä'},  {"ouml", U'ö'},   {"uuml", U'ü'},   {"Auml", U'Ä'},   {"Ouml", U'Ö'},
    {"Uuml", U'Ü'},  {"szlig", U'ß'}, {"eacute", U'é'}, {"egrave", U'è'}, {"agrave", U'à'}, {"bdquo", U'„'},
    {"ldquo", U'“'}, {"rdquo", U'”'}, {"sbquo", U'‚'},  {"lsquo", U'‘'},  {"rsquo", U'’'},  {"laquo", U'«'},
    {"raquo", U'»'}, {"ndash", U'–'}, {"mdash", U'—'},  {"hellip", U'…'}, {"euro", U'€'},   {"sect", U'§'},
    {"copy", U'©'},  {"reg", U'®'},   {"middot", U'·'}, {"bull", U'•'},   {"times", U'×'},  {"deg", U'°'},
};
constexpr std::size_t entity_bytes_max = 10;
constexpr std::size_t tag_name_bytes_max = 16;

template <std::size_t n> bool is_one_of(std::string_view name, const std::string_view (&names)[n]) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<char32_t> decode_number(std::string_view digits) {
    const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
    if (is_hex) digits.remove_prefix(1);
    if (digits.empty()) return std::nullopt;
    char32_t value = 0;
    for (const char c : digits) {
        char32_t digit = 0;
        if (is_ascii_digit(c)) digit = static_cast<char32_t>(c - '0');
        else if (is_hex && is_ascii_letter(c) && (c | 32) <= 'f') digit = static_cast<char32_t>((c | 32) - 'a' + 10);
        else return std::nullopt;
        value = value * (is_hex ? 16 : 10) + digit;
        if (value > 0x10FFFF) return U'\uFFFD';
    }
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    const bool is_control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
    return is_surrogate || is_control ? U'\uFFFD' : value;
}

std::optional<char32_t> decode_entity(std::string_view name) {
    if (name.starts_with('#')) return decode_number(name.substr(1));
    const auto found = std::find_if(std::begin(entities), std::end(entities), [&](const Entity& e) { return e.name == name; });
    return found == std::end(entities) ? std::nullopt : std::optional(found->value);
}

struct Tag {
    std::string name;  // lower case; empty for comments, declarations and the like
    bool is_end = false;
};

class HtmlReader {
public:
    explicit HtmlReader(std::string_view html) : html_(html) {}
    std::vector<corpus::Section> read();

private:
    void read_markup();
    void read_text();
    void read_entity();
    Tag read_tag_name();
    void skip_tag();
    void skip_past(std::string_view end);
    void skip_content_of(std::string_view tag);
    void finish_block();

    std::string_view html_;
    std::size_t at_ = 0;
    std::string block_;
    bool is_in_heading_ = false;
    std::vector<corpus::Section> sections_;
};

void HtmlReader::skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
}

// A '>' inside a quoted attribute does not end the tag.
void HtmlReader::skip_tag() {
    char quote = 0;
    for (; at_ < html_.size(); ++at_) {
        const char c = html_[at_];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            ++at_;
            return;
        }
    }
}

Tag HtmlReader::read_tag_name() {
    Tag tag;
    std::size_t at = at_ + 1;
    if (at < html_.size() && html_[at] == '/') {
        tag.is_end = true;
        ++at;
    }
    for (; at < html_.size() && tag.name.size() < tag_name_bytes_max; ++at) {
        const char c = html_[at];
        if (!is_ascii_letter(c) && !is_ascii_digit(c)) break;
        tag.name += is_ascii_digit(c) ? c : static_cast<char>(c | 32);
    }
    at_ = at;
    return tag;
}

void HtmlReader::skip_content_of(std::string_view tag) {
    // The end tag in any case; each "</" is looked at once.
    while (at_ < html_.size()) {
        at_ = std::min(html_.find("</", at_), html_.size());
        if (at_ == html_.size()) return;
        const Tag end = read_tag_name();
        if (end.name != tag) continue;
        skip_tag();
        return;
    }
}

void HtmlReader::finish_block() {
    const base::ByteRange range = text::trimmed(block_, {0, block_.size()});
    std::string text = text::to_nfc(std::string_view(block_).substr(range.begin, range.size()));
    block_.clear();
    if (text.empty()) return;
    if (is_in_heading_) {
        sections_.push_back({std::move(text), {}});
        return;
    }
    if (sections_.empty()) sections_.emplace_back();
    sections_.back().paragraphs.push_back(std::move(text));
}

void HtmlReader::read_markup() {
    if (html_.substr(at_).starts_with("<!--")) {
        at_ += 4;
        return skip_past("-->");
    }
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    if (next == '!' || next == '?') return skip_past(">");
    if (!is_ascii_letter(next) && next != '/') {  // "a < b"
        block_ += html_[at_++];
        return;
    }
    const Tag tag = read_tag_name();
    skip_tag();
    if (!tag.is_end && is_one_of(tag.name, hidden_tags)) return skip_content_of(tag.name);
    if (!is_one_of(tag.name, block_tags)) return;
    finish_block();
    const bool is_heading = tag.name.size() == 2 && tag.name[0] == 'h' && is_ascii_digit(tag.name[1]);
    if (is_heading) is_in_heading_ = !tag.is_end;
    else if (tag.name != "br") is_in_heading_ = false;
}

void HtmlReader::read_entity() {
    const std::string_view rest = html_.substr(at_ + 1, entity_bytes_max + 1);
    const std::size_t end = rest.find(';');
    const auto value = end == std::string_view::npos ? std::nullopt : decode_entity(rest.substr(0, end));
    if (!value) {
        block_ += html_[at_++];
        return;
    }
    text::append_utf8(block_, *value);
    at_ += 1 + end + 1;
}

void HtmlReader::read_text() {
    const char c = html_[at_++];
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is_space) block_ += c;
    else if (!block_.empty() && block_.back() != ' ') block_ += ' ';
}

std::vector<corpus::Section> HtmlReader::read() {
    while (at_ < html_.size()) {
        if (html_[at_] == '<') read_markup();
        else if (html_[at_] == '&') read_entity();
        else read_text();
    }
    finish_block();
    return std::move(sections_);
}

}  // namespace

std::vector<corpus::Section> html_to_sections(std::string_view html) { return HtmlReader(html).read(); }

}  // namespace lesesaal::ingest
