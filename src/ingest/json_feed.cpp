#include "ingest/json_feed.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "ingest/html_text.h"
#include "ingest/json_scan.h"
#include "ingest/kicker.h"
#include "ingest/press_lines.h"
#include "ingest/uids.h"
#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

using Json = nlohmann::json;
using base::ErrorKind;
using base::fail;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The text of a member, trimmed and in NFC; empty when it is missing or no string.
std::string text_of(const Json& object, const char* key) {
    const auto member = object.find(key);
    if (member == object.end() || !member->is_string()) return {};
    const auto& value = member->get_ref<const std::string&>();
    const base::ByteRange range = text::trimmed(value, {0, value.size()});
    return text::to_nfc(std::string_view(value).substr(range.begin, range.size()));
}

// Titles are one line.
std::string line_of(const Json& object, const char* key) {
    std::string line = text_of(object, key);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

std::optional<std::string> as_language(const std::string& tag) {
    const bool is_plausible = tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
                                  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                              });
    return is_plausible ? std::optional(tag) : std::nullopt;
}

bool is_web_address(const std::string& url) {
    const std::string scheme = text::to_lower(std::string_view(url).substr(0, 8));
    if (!scheme.starts_with("http://") && !scheme.starts_with("https://")) return false;
    return std::none_of(url.begin(), url.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == 0x7F;
    });
}

// RFC 3339: "2025-10-23T08:00:00+02:00". The day as its place wrote it, not as UTC would have it.
std::optional<base::Date> day_of(std::string_view time) {
    if (time.size() > 10 && time[10] != 'T' && time[10] != 't' && time[10] != ' ') return std::nullopt;
    return base::from_iso(time.substr(0, 10));
}

// Lines joined where blank lines divide paragraphs; else every line is one.
std::vector<std::string> paragraphs_of(const std::string& text) {
    std::vector<std::string> lines;
    bool has_blank_line = false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const base::ByteRange range = text::trimmed(text, {begin, end});
        lines.push_back(text.substr(range.begin, range.size()));
        has_blank_line = has_blank_line || range.is_empty();
        begin = end + 1;
    }
    std::vector<std::string> paragraphs;
    bool begins_new = true;
    for (std::string& line : lines) {
        if (line.empty()) {
            begins_new = true;
        } else if (begins_new || !has_blank_line) {
            paragraphs.push_back(std::move(line));
            begins_new = false;
        } else {
            paragraphs.back() += ' ' + line;
        }
    }
    return paragraphs;
}

class Feed {
public:
    Feed(const Json& feed, std::vector<std::size_t> item_offsets, const ImportOptions& options)
        : feed_(feed), item_offsets_(std::move(item_offsets)), options_(options) {}

    Import read();

private:
    void read_item(const Json& item);
    [[nodiscard]] std::vector<corpus::Section> sections_of(const Json& item, bool& is_summary) const;
    void set_title(corpus::Article& article, const Json& item);
    void set_url(corpus::Article& article, const Json& item);
    void set_date(corpus::Article& article, const Json& item);
    void warn(std::string message) { import_.warnings.push_back({offset_, std::move(message)}); }

    const Json& feed_;
    std::vector<std::size_t> item_offsets_;
    const ImportOptions& options_;
    std::string source_;
    std::string language_;
    std::size_t offset_ = 0;  // of the item being read
    std::vector<std::size_t> article_offsets_;
    Import import_;
};

std::vector<corpus::Section> Feed::sections_of(const Json& item, bool& is_summary) const {
    for (const char* key : {"content_text", "summary"}) {
        const bool is_text = std::string_view(key) == "content_text";
        std::vector<std::string> paragraphs = paragraphs_of(text_of(item, key));
        is_summary = !is_text;
        if (!paragraphs.empty()) return {corpus::Section{"", std::move(paragraphs)}};
        if (!is_text) break;
        std::vector<corpus::Section> sections = html_to_sections(text_of(item, "content_html"));
        if (!sections.empty()) return sections;
    }
    is_summary = false;
    return {};
}

void Feed::set_title(corpus::Article& article, const Json& item) {
    const std::string title = line_of(item, "title");
    if (!title.empty()) {
        const KickerSplit split = split_joined_kicker(title);
        article.kicker = title.substr(0, split.kicker_end);
        article.headline = title.substr(split.headline_begin);
        return;
    }
    const corpus::Section& section = article.sections.front();
    article.headline = first_words(section.paragraphs.empty() ? section.heading : section.paragraphs.front());
    warn("This item has no title; its first words stand in for one.");
}

void Feed::set_url(corpus::Article& article, const Json& item) {
    for (const char* key : {"url", "external_url"}) {
        const std::string url = text_of(item, key);
        if (url.empty()) continue;
        if (is_web_address(url)) {
            article.url = url;
            return;
        }
        warn(std::string("The ") + key + " of this item is not a web address (http or https); it is left out.");
    }
}

void Feed::set_date(corpus::Article& article, const Json& item) {
    const std::string published = text_of(item, "date_published");
    const auto day = day_of(published);
    if (day) article.date = corpus::ArticleDate{*day, *day, corpus::DatePrecision::day, false, {}};
    else if (published.empty()) warn("This item has no date_published; the article has no date.");
    else
        warn("The date_published of this item, \"" + std::string(text::cut_utf8(published, 40)) +
             "\", is not a date of the form 2025-10-23T08:00:00Z; the article has no date.");
}

void Feed::read_item(const Json& item) {
    if (!item.is_object()) return warn("An entry of \"items\" is not an object; it is left out.");
    bool is_summary = false;
    corpus::Article article;
    article.sections = sections_of(item, is_summary);
    article.is_teaser_only = is_summary;
    article.source = source_;
    article.language = as_language(text_of(item, "language")).value_or(language_);
    if (article.sections.empty() && line_of(item, "title").empty()) {
        return warn("This item has neither title nor text; it is left out.");
    }
    if (article.sections.empty()) warn("This item has a title but no text.");
    set_title(article, item);
    set_url(article, item);
    set_date(article, item);
    import_.articles.push_back(std::move(article));
    article_offsets_.push_back(offset_);
}

Import Feed::read() {
    source_ = line_of(feed_, "title");
    if (source_.empty()) source_ = options_.source;
    language_ = as_language(text_of(feed_, "language")).value_or(options_.language);
    const auto items = feed_.find("items");
    if (items->empty()) warn("The feed has no items.");
    std::size_t next_offset = 0;
    for (const Json& item : *items) {
        // Only objects have an offset of their own; for what else stands in the list that of the one before serves.
        if (item.is_object() && next_offset < item_offsets_.size()) offset_ = item_offsets_[next_offset++];
        if (import_.articles.size() == import_articles_max) {
            warn("The feed has more than " + std::to_string(import_articles_max) + " articles; the rest is left out.");
            break;
        }
        read_item(item);
    }
    if (!text_of(feed_, "next_url").empty()) {
        offset_ = 0;
        warn("The feed goes on at another address (next_url); only what this file holds is imported.");
    }
    make_uids(import_, article_offsets_);
    std::stable_sort(import_.warnings.begin(), import_.warnings.end(),
                     [](const Warning& a, const Warning& b) { return a.offset < b.offset; });
    return std::move(import_);
}

base::Result<void> check_is_feed(const Json& feed) {
    const std::string version = feed.is_object() ? text_of(feed, "version") : std::string();
    const std::size_t name = version.find("jsonfeed.org/version/");
    if (name == std::string::npos) {
        return fail(ErrorKind::unsupported,
                    "import: this is JSON but not a JSON Feed: it has no \"version\" of jsonfeed.org (byte 0).", 0);
    }
    const std::string number = version.substr(name + std::string_view("jsonfeed.org/version/").size());
    if (number != "1" && !number.starts_with("1.")) {
        return fail(ErrorKind::unsupported,
                    "import: JSON Feed of version " + std::string(text::cut_utf8(number, 20)) +
                        " is not known; versions 1 and 1.1 are read (byte 0).",
                    0);
    }
    const auto items = feed.find("items");
    if (items == feed.end() || !items->is_array()) {
        return fail(ErrorKind::bad_input, "import: the JSON Feed has no list \"items\" (byte 0).", 0);
    }
    return {};
}

}  // namespace

base::Result<Import> import_json_feed(std::string_view bytes, const ImportOptions& options) {
    const std::size_t skipped_bytes = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    std::vector<std::size_t> offsets = TRY(scan_json_items(bytes, skipped_bytes, json_depth_max));
    const std::string_view json = bytes.substr(skipped_bytes);
    const Json feed = Json::parse(json.begin(), json.end(), nullptr, /*allow_exceptions=*/false);
    if (feed.is_discarded()) return fail(ErrorKind::bad_input, "import: the JSON is broken.", skipped_bytes);
    TRY_VOID(check_is_feed(feed));
    return Feed(feed, std::move(offsets), options).read();
}

}  // namespace lesesaal::ingest
