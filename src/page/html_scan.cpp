#include "page/html_scan.h"

namespace lesesaal::page {
namespace {

using base::ByteRange;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_ascii_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
    if (text.size() != lower_case.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (lower(text[i]) != lower_case[i]) return false;
    }
    return true;
}

bool holds_raw_text(std::string_view name) {
    return name == "script" || name == "style" || name == "title" || name == "textarea";
}

struct Attribute {
    ByteRange name;
    ByteRange value;
    std::size_t end = 0;
};

/// Reads one attribute at `at`, or nothing at '>' or the end. Always moves on, so a loop over it ends.
std::optional<Attribute> read_attribute(std::string_view html, std::size_t at) {
    while (at < html.size() && (is_space(html[at]) || html[at] == '/')) ++at;
    if (at == html.size() || html[at] == '>') return std::nullopt;

    Attribute attribute;
    attribute.name.begin = at;
    ++at;  // a leading '=' belongs to the name
    while (at < html.size() && !is_space(html[at]) && html[at] != '=' && html[at] != '>' && html[at] != '/') ++at;
    attribute.name.end = at;
    attribute.value = {at, at};
    attribute.end = at;

    while (at < html.size() && is_space(html[at])) ++at;
    if (at == html.size() || html[at] != '=') return attribute;
    ++at;
    while (at < html.size() && is_space(html[at])) ++at;
    if (at == html.size()) {
        attribute.end = at;
        return attribute;
    }
    if (html[at] == '"' || html[at] == '\'') {
        const std::size_t close = html.find(html[at], at + 1);
        const bool is_closed = close != std::string_view::npos;
        attribute.value = {at + 1, is_closed ? close : html.size()};
        attribute.end = is_closed ? close + 1 : html.size();
        return attribute;
    }
    attribute.value.begin = at;
    while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
    attribute.value.end = at;
    attribute.end = at;
    return attribute;
}

std::size_t end_of_name(std::string_view html, std::size_t at) {
    while (at < html.size() && !is_space(html[at]) && html[at] != '/' && html[at] != '>') ++at;
    return at;
}

}  // namespace

std::optional<HtmlToken> HtmlScanner::next() {
    while (at_ < html_.size()) {
        const std::size_t begin = html_.find('<', at_);
        if (begin == std::string_view::npos) break;
        const std::string_view rest = html_.substr(begin + 1, 3);
        if (rest == "!--") return scan_comment(begin);
        const bool is_end_tag = rest.starts_with('/');
        const std::size_t name_at = is_end_tag ? 1 : 0;
        if (rest.size() > name_at && is_ascii_letter(rest[name_at])) return scan_tag(begin);
        at_ = begin + 1;
    }
    at_ = html_.size();
    return std::nullopt;
}

HtmlToken HtmlScanner::scan_comment(std::size_t begin) {
    HtmlToken token{.kind = HtmlToken::Kind::comment};
    const std::size_t text = begin + 4;
    const std::size_t close = html_.find("-->", text);
    token.is_cut = close == std::string_view::npos;
    const std::size_t text_end = token.is_cut ? html_.size() : close;
    at_ = token.is_cut ? html_.size() : close + 3;
    token.text = {text, text_end};
    token.tag = token.whole = {begin, at_};
    return token;
}

HtmlToken HtmlScanner::scan_tag(std::size_t begin) {
    HtmlToken token;
    token.kind = html_[begin + 1] == '/' ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
    const std::size_t name_begin = begin + (token.kind == HtmlToken::Kind::end_tag ? 2 : 1);
    std::size_t at = end_of_name(html_, name_begin);
    for (const char c : html_.substr(name_begin, at - name_begin)) token.name += lower(c);
    while (const auto attribute = read_attribute(html_, at)) at = attribute->end;
    while (at < html_.size() && html_[at] != '>') ++at;

    token.is_cut = at == html_.size();
    token.tag = {begin, token.is_cut ? at : at + 1};
    token.text = {token.tag.end, token.tag.end};
    token.whole = token.tag;
    if (!token.is_cut && token.kind == HtmlToken::Kind::start_tag && holds_raw_text(token.name)) scan_raw_text(token);
    at_ = token.whole.end;
    return token;
}

void HtmlScanner::scan_raw_text(HtmlToken& token) const {
    for (std::size_t at = token.tag.end;; at += 2) {
        at = html_.find("</", at);
        if (at == std::string_view::npos) break;
        const std::size_t name_end = end_of_name(html_, at + 2);
        if (!equals_ignoring_case(html_.substr(at + 2, name_end - at - 2), token.name)) continue;
        const std::size_t close = html_.find('>', name_end);
        if (close == std::string_view::npos) break;
        token.text.end = at;
        token.whole.end = close + 1;
        return;
    }
    token.is_cut = true;
    token.text.end = token.whole.end = html_.size();
}

std::optional<HtmlAttribute> find_attribute(std::string_view html, const HtmlToken& token, std::string_view name) {
    const std::string_view tag = html.substr(0, token.tag.end);
    std::size_t at = end_of_name(tag, token.tag.begin + 1);
    while (const auto attribute = read_attribute(tag, at)) {
        if (equals_ignoring_case(slice(tag, attribute->name), name)) {
            return HtmlAttribute{attribute->value, {attribute->name.begin, attribute->end}};
        }
        at = attribute->end;
    }
    return std::nullopt;
}

}  // namespace lesesaal::page
