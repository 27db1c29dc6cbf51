// Bookmarks as browsers write them, and as we do. A folder is a collection, its name the names of the folders around it.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "exchange/formats.h"
#include "exchange/times.h"

namespace lesesaal::exchange {
namespace {

using base::MarkupToken;
using notebook::Kind;

constexpr std::string_view blanks = " \t\r\n\f";

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(blanks) + 1 - begin));
}

std::string attribute(const MarkupToken& token, std::string_view name) {
    const auto at = std::ranges::find(token.attributes, name, &std::pair<std::string, std::string>::first);
    return at == token.attributes.end() ? std::string{} : at->second;
}

std::string own_attribute(const MarkupToken& token, std::string_view name) {
    return attribute(token, "data-lesesaal-" + std::string(name));
}

std::optional<std::int64_t> read_number(std::string_view text) {
    constexpr std::size_t digits_max = 18;
    if (text.empty() || text.size() > digits_max || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::int64_t number = 0;
    for (const char c : text) number = number * 10 + (c - '0');
    return number;
}

/// Seconds as the form asks; some programs write milliseconds or microseconds instead, which would be the far future.
std::optional<std::int64_t> read_moment_ms(std::string_view text) {
    constexpr std::int64_t seconds_max = 100'000'000'000;
    const auto number = read_number(text);
    if (!number) return std::nullopt;
    if (*number < seconds_max) return *number * 1000;
    return *number < seconds_max * 1000 ? *number : *number / 1000;
}

std::vector<std::string> read_tags(const MarkupToken& token) {
    std::vector<std::string> tags;
    const std::string exact = own_attribute(token, "tags");
    const auto list = nlohmann::json::parse(exact.begin(), exact.end(), nullptr, false);
    if (list.is_array()) {
        for (const auto& tag : list) {
            if (tag.is_string()) tags.push_back(tag.get<std::string>());
        }
        return tags;
    }
    std::string_view rest;
    const std::string all = attribute(token, "tags");
    for (rest = all; !rest.empty();) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        if (std::string tag = trimmed(rest.substr(0, end)); !tag.empty()) tags.push_back(std::move(tag));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return tags;
}

class Reader {
public:
    explicit Reader(std::int64_t now_ms) : now_ms_(now_ms) {}

    void take(const MarkupToken& token) {
        switch (token.type) {
        case MarkupToken::Type::open: return open(token);
        case MarkupToken::Type::close: return close(token.text);
        case MarkupToken::Type::text:
            if (into_ != Into::nothing) collected_ += token.text;
        }
    }

    [[nodiscard]] Import finish() {
        end_bookmark();
        return std::move(import_);
    }
    [[nodiscard]] bool is_over() const {
        return import_.drafts.size() + static_cast<std::size_t>(import_.bad) > import_entries_max;
    }

private:
    enum class Into { nothing, folder, title, note, other, quote };  // where text belongs

    void open(const MarkupToken& token) {
        const std::string& name = token.text;
        if (name == "br" && into_ != Into::nothing) collected_ += '\n';
        else if (name == "dt") end_bookmark();
        else if (name == "h1") {
            import_.corpus_id = own_attribute(token, "corpus");
            import_.title = own_attribute(token, "title");
        } else if (name == "h3") end_bookmark(), begin_text(Into::folder);
        else if (name == "dl") open_folder();
        else if (name == "a") begin_bookmark(token);
        else if (name == "dd") begin_about(token);
        else if (name == "q" && has_passage_) begin_text(Into::quote);
    }

    void close(const std::string& name) {
        const bool is_end = (name == "h3" && into_ == Into::folder) || (name == "a" && into_ == Into::title) || name == "dd" ||
                            (name == "q" && into_ == Into::quote);
        if (is_end) end_text();
        else if (name == "dl") {
            end_bookmark();
            if (!folders_.empty()) folders_.pop_back();
        }
    }

    void open_folder() {
        end_bookmark();
        const std::string outer = folders_.empty() ? std::string{} : folders_.back();
        std::string name = outer.empty() || folder_.empty() ? outer + folder_ : outer + " / " + folder_;
        // Longer than any collection may be; and however deep folders lie, their names do not grow.
        if (name.size() > name_bytes_max) name.resize(name_bytes_max + 1);
        folders_.push_back(std::move(name));
        folder_.clear();
    }

    void begin_text(Into into) {
        end_text();
        into_ = into;
    }

    void end_text() {
        switch (into_) {
        case Into::nothing: break;
        case Into::folder: folder_ = trimmed(collected_); break;
        case Into::title: draft_.card.headline = trimmed(collected_); break;
        case Into::note: note_ = trimmed(collected_); break;
        case Into::other: add_about(Kind::note, trimmed(collected_), other_ms_); break;
        case Into::quote: add_passage(); break;
        }
        into_ = Into::nothing;
        collected_.clear();
    }

    void begin_bookmark(const MarkupToken& token) {
        end_bookmark();
        draft_ = {};
        draft_.uid = own_attribute(token, "uid");
        draft_.card = {.kicker = own_attribute(token, "kicker"),
                       .date = own_attribute(token, "date"),
                       .source = own_attribute(token, "source"),
                       .language = own_attribute(token, "language"),
                       .text_hash = own_attribute(token, "sha256")};
        const std::string href = trimmed(attribute(token, "href"));
        if (href.starts_with("https://") || href.starts_with("http://")) draft_.card.url = href;
        // Feeds, scripts and folders of a browser's own are no articles.
        if (draft_.uid.empty() && draft_.card.url.empty()) return void(++import_.bad);
        has_bookmark_ = true;
        is_bookmarked_ = own_attribute(token, "bookmarked") != "no";
        draft_.made_ms = made_ms_or_unknown(read_moment_ms(attribute(token, "add_date")), now_ms_);
        changed_ms_ = made_ms_or_unknown(read_moment_ms(attribute(token, "last_modified")), now_ms_);
        if (changed_ms_ == 0) changed_ms_ = draft_.made_ms;
        const std::string noted = own_attribute(token, "noted");
        noted_ms_ = noted.empty() ? changed_ms_ : made_ms_or_unknown(read_iso_time(noted), now_ms_);
        tags_ = read_tags(token);
        begin_text(Into::title);
    }

    /// <DD> after a bookmark is the note, or with an attribute of ours something else; after a folder it is about that.
    void begin_about(const MarkupToken& token) {
        end_text();
        has_passage_ = false;
        if (!has_bookmark_) return;
        const std::string other = own_attribute(token, "other");
        item_ = own_attribute(token, "passage");
        if (!other.empty()) {
            other_ms_ = made_ms_or_unknown(read_iso_time(other), now_ms_);
            begin_text(Into::other);
        } else if (!item_.empty()) {
            has_passage_ = true;
            other_ms_ = made_ms_or_unknown(read_iso_time(own_attribute(token, "made")), now_ms_);
            highlight_ = {.quote = {{}, own_attribute(token, "prefix"), own_attribute(token, "suffix")},
                          .begin = static_cast<std::size_t>(read_number(own_attribute(token, "begin")).value_or(0)),
                          .end = static_cast<std::size_t>(read_number(own_attribute(token, "end")).value_or(0)),
                          .colour = notebook::colour_of(own_attribute(token, "colour")).value_or(notebook::Colour::yellow),
                          .note = own_attribute(token, "note")};
        } else {
            begin_text(Into::note);
        }
    }

    void add_about(Kind kind, std::string value, std::int64_t made_ms, std::string item = {}) {
        about_.push_back(
            {.kind = kind, .uid = {}, .card = {}, .value = std::move(value), .item = std::move(item), .made_ms = made_ms});
    }

    void add_passage() {
        has_passage_ = false;
        highlight_.quote.exact = collected_;
        if (collected_.empty() || collected_.size() > notebook::quote_bytes_max) return void(++import_.bad);
        add_about(Kind::highlight, encode(highlight_), other_ms_, item_);
    }

    void end_bookmark() {
        end_text();
        has_passage_ = false;
        if (!has_bookmark_) return;
        has_bookmark_ = false;
        if (is_bookmarked_) add_about(Kind::bookmark, {}, draft_.made_ms);
        for (std::string& tag : tags_) add_about(Kind::tag, std::move(tag), changed_ms_);
        if (!folders_.empty() && !folders_.back().empty()) add_about(Kind::collection, folders_.back(), changed_ms_);
        if (!note_.empty()) add_about(Kind::note, std::move(note_), noted_ms_);
        note_.clear();
        for (Draft& draft : about_) {
            draft.uid = draft_.uid;
            draft.card = draft_.card;
            if (fits(draft)) import_.drafts.push_back(std::move(draft));
            else ++import_.bad;
        }
        about_.clear();
    }

    std::int64_t now_ms_;
    Import import_;
    std::vector<std::string> folders_;  // of each open <DL>, with the names of those around it
    std::string folder_;                // of the <DL> that comes next
    Into into_ = Into::nothing;
    std::string collected_;

    Draft draft_;               // what all marks of the bookmark share
    std::vector<Draft> about_;  // the marks
    std::vector<std::string> tags_;
    std::string note_;
    bool has_bookmark_ = false;
    bool is_bookmarked_ = true;
    bool has_passage_ = false;
    notebook::Highlight highlight_;
    std::string item_;
    std::int64_t changed_ms_ = 0;
    std::int64_t noted_ms_ = 0;
    std::int64_t other_ms_ = 0;
};

}  // namespace

base::Result<Import> read_netscape(const std::string& html, std::int64_t now_ms, const ParseMarkup& parse) {
    const std::vector<MarkupToken> tokens = TRY(parse(html));
    Reader reader(now_ms);
    for (const MarkupToken& token : tokens) {
        reader.take(token);
        if (reader.is_over()) return base::fail(base::ErrorKind::too_large, "the bookmark file has more than 200,000 marks");
    }
    Import import = reader.finish();
    if (import.drafts.size() > import_entries_max)
        return base::fail(base::ErrorKind::too_large, "the bookmark file has more than 200,000 marks");
    return import;
}

}  // namespace lesesaal::exchange
