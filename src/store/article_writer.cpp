#include "store/article_writer.h"

#include <algorithm>
#include <map>

namespace lesesaal::store {
namespace {

using base::Result;
using corpus::Article;

void blank_control_characters(std::string& text) {
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) c = ' ';
    }
}

/// Appends a line and returns where it stands.
base::ByteRange append_line(std::string& text, const std::string& line) {
    if (!text.empty()) text += '\n';
    const std::size_t begin = text.size();
    text += line;
    return {begin, text.size()};
}

int count_words(const std::string& text) {
    int words = 0;
    bool is_in_word = false;
    for (const char c : text) {
        const bool is_blank = c == ' ' || c == '\n';
        if (!is_blank && !is_in_word) ++words;
        is_in_word = !is_blank;
    }
    return words;
}

using SourceIds = std::map<std::string, std::int64_t>;

Result<SourceIds> write_sources(Connection& connection, const std::vector<Article>& articles) {
    SourceIds ids;
    for (const Article& article : articles) {
        if (!article.source.empty()) ids[article.source] = 0;
    }
    Statement insert = TRY(connection.prepare("INSERT INTO source(id, name) VALUES(?1, ?2)"));
    std::int64_t id = 0;
    for (auto& [name, source_id] : ids) {  // by name, so that the ids do not depend on the order of the input
        source_id = ++id;
        TRY_VOID(insert.start().bind(1, id).bind(2, name).run());
    }
    return ids;
}

void bind_date(Statement& insert, const std::optional<corpus::ArticleDate>& date) {
    if (!date) {
        insert.bind_null(8).bind_null(9).bind_null(10);
        insert.bind(11, std::int64_t{0}).bind(12, std::int64_t{0}).bind(13, std::int64_t{0});
        return;
    }
    insert.bind(8, std::int64_t{base::to_days(date->first)}).bind(9, std::int64_t{base::to_days(date->last)});
    insert.bind(10, name_of(date->precision)).bind(11, std::int64_t{date->is_derived});
    insert.bind(12, static_cast<std::int64_t>(date->source.begin)).bind(13, static_cast<std::int64_t>(date->source.end));
}

Result<void> write_article(Statement& insert, std::int64_t id, const Article& article, const ArticleText& text,
                           const SourceIds& sources) {
    insert.start().bind(1, id).bind(2, article.uid).bind(3, article.kicker).bind(4, article.headline);
    insert.bind(5, article.language).bind(7, article.url);
    const auto source = sources.find(article.source);
    if (source == sources.end()) {
        insert.bind_null(6);
    } else {
        insert.bind(6, source->second);
    }
    bind_date(insert, article.date);
    insert.bind(14, std::int64_t{article.is_teaser_only}).bind(15, std::int64_t{reading_minutes(text)});
    return insert.bind(16, text.lead).bind(17, text.body).run();
}

Result<void> write_blocks(Statement& insert, std::int64_t article_id, const ArticleText& text) {
    std::int64_t position = 0;
    for (const BlockRange& block : text.blocks) {
        insert.start().bind(1, article_id).bind(2, position++);
        insert.bind(3, block.is_heading ? "heading" : "paragraph").bind(4, block.part == Part::lead ? "lead" : "body");
        insert.bind(5, static_cast<std::int64_t>(block.range.begin)).bind(6, static_cast<std::int64_t>(block.range.end));
        TRY_VOID(insert.run());
    }
    return {};
}

}  // namespace

const char* name_of(corpus::DatePrecision precision) {
    switch (precision) {
    case corpus::DatePrecision::day: return "day";
    case corpus::DatePrecision::range: return "range";
    case corpus::DatePrecision::month: return "month";
    case corpus::DatePrecision::year: return "year";
    }
    return "day";
}

ArticleText lay_out(const Article& article) {
    ArticleText text;
    bool has_lead = false;
    for (const corpus::Section& section : article.sections) {
        // A heading without words still divides two sections, unless it is the missing one at the start.
        const bool is_first = text.blocks.empty() && &section == &article.sections.front();
        if (!is_first || !section.heading.empty()) {
            text.blocks.push_back({true, Part::body, append_line(text.body, section.heading)});
        }
        for (const std::string& paragraph : section.paragraphs) {
            std::string& part = has_lead ? text.body : text.lead;
            text.blocks.push_back({false, has_lead ? Part::body : Part::lead, append_line(part, paragraph)});
            has_lead = true;
        }
    }
    return text;
}

int reading_minutes(const ArticleText& text) {
    const int words = count_words(text.lead) + count_words(text.body);
    return std::max(1, (words + words_per_minute - 1) / words_per_minute);
}

Article without_control_characters(const Article& article) {
    Article clean = article;
    for (std::string* text : {&clean.uid, &clean.kicker, &clean.headline, &clean.source, &clean.url, &clean.language}) {
        blank_control_characters(*text);
    }
    for (corpus::Section& section : clean.sections) {
        blank_control_characters(section.heading);
        for (std::string& paragraph : section.paragraphs) blank_control_characters(paragraph);
    }
    for (auto* assignments : {&clean.topics, &clean.places, &clean.organisations}) {
        for (corpus::Assignment& assignment : *assignments) {
            blank_control_characters(assignment.slug);
            blank_control_characters(assignment.reason);
        }
    }
    return clean;
}

Result<void> write_articles(Connection& connection, const std::vector<Article>& articles) {
    const SourceIds sources = TRY(write_sources(connection, articles));
    Statement insert_article = TRY(connection.prepare(
        "INSERT INTO article(id, uid, kicker, headline, language, source_id, url, date_first, date_last, date_precision, "
        "date_derived, date_begin, date_end, teaser_only, reading_minutes, lead, body) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"));
    Statement insert_block = TRY(connection.prepare(
        "INSERT INTO block(article_id, position, kind, part, begin, \"end\") VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    std::int64_t id = 0;
    for (const Article& article : articles) {
        const ArticleText text = lay_out(article);
        ++id;
        TRY_VOID(write_article(insert_article, id, article, text, sources));
        TRY_VOID(write_blocks(insert_block, id, text));
    }
    return {};
}

}  // namespace lesesaal::store
