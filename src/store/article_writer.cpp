#include "store/article_writer.h"

#include <algorithm>
#include <map>

#include "store/break_codec.h"
#include "store/schema.h"
#include "store/source_slug.h"

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

/// By falling number of articles, then by name.
Result<SourceIds> write_sources(Connection& connection, const std::vector<Article>& articles) {
    std::map<std::string, int> counts;
    for (const Article& article : articles) {
        if (!article.source.empty()) ++counts[article.source];
    }
    if (counts.size() > schema::facet_values_max) {
        return base::fail(base::ErrorKind::too_large,
                          "more than " + std::to_string(schema::facet_values_max) + " sources do not fit into one corpus");
    }
    std::vector<std::string> names;
    for (const auto& [name, count] : counts) names.push_back(name);
    std::stable_sort(names.begin(), names.end(),
                     [&](const std::string& a, const std::string& b) { return counts.at(a) > counts.at(b); });
    const std::vector<std::string> slugs = source_slugs(names);
    Statement insert = TRY(connection.prepare("INSERT INTO source(id, slug, name) VALUES(?1, ?2, ?3)"));
    SourceIds ids;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::int64_t id = static_cast<std::int64_t>(i) + 1;
        ids.emplace(names[i], id);
        TRY_VOID(insert.start().bind(1, id).bind(2, slugs[i]).bind(3, names[i]).run());
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

std::string breaks_of(std::string_view text, const Article& article, const text::WordBreaker& breaker) {
    return breaker ? encode_breaks(text::find_break_points(text, article.language, breaker)) : std::string{};
}

Result<void> write_article(Statement& insert, std::int64_t id, const Article& article, const ArticleText& text,
                           const SourceIds& sources, const text::WordBreaker& breaker) {
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
    const std::string headline_breaks = breaks_of(article.headline, article, breaker);
    const int words =
        count_words(article.kicker) + count_words(article.headline) + count_words(text.lead) + count_words(text.body);
    insert.bind(16, std::int64_t{words}).bind_bytes(17, headline_breaks);
    return insert.bind(18, text.lead).bind(19, text.body).run();
}

Result<void> write_blocks(Statement& insert, std::int64_t article_id, const Article& article, const ArticleText& text,
                          const text::WordBreaker& breaker) {
    std::int64_t position = 0;
    for (const BlockRange& block : text.blocks) {
        insert.start().bind(1, article_id).bind(2, position++);
        insert.bind(3, block.is_heading ? "heading" : "paragraph").bind(4, block.part == Part::lead ? "lead" : "body");
        insert.bind(5, static_cast<std::int64_t>(block.range.begin)).bind(6, static_cast<std::int64_t>(block.range.end));
        const std::string& whole = block.part == Part::lead ? text.lead : text.body;
        const std::string_view line = std::string_view(whole).substr(block.range.begin, block.range.size());
        const std::string breaks = block.is_heading ? std::string{} : breaks_of(line, article, breaker);
        TRY_VOID(insert.bind_bytes(7, breaks).run());
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

Result<void> write_articles(Connection& connection, const std::vector<Article>& articles, const text::WordBreaker& breaker) {
    const SourceIds sources = TRY(write_sources(connection, articles));
    Statement insert_article = TRY(connection.prepare(
        "INSERT INTO article(id, uid, kicker, headline, language, source_id, url, date_first, date_last, date_precision, "
        "date_derived, date_begin, date_end, teaser_only, reading_minutes, words, headline_breaks, lead, body) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"));
    Statement insert_block = TRY(connection.prepare(
        "INSERT INTO block(article_id, position, kind, part, begin, \"end\", breaks) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    std::int64_t id = 0;
    for (const Article& article : articles) {
        const ArticleText text = lay_out(article);
        ++id;
        TRY_VOID(write_article(insert_article, id, article, text, sources, breaker));
        TRY_VOID(write_blocks(insert_block, id, article, text, breaker));
    }
    return {};
}

}  // namespace lesesaal::store
