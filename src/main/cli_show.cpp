#include <algorithm>

#include "main/cli_commands.h"
#include "main/cli_console.h"
#include "main/cli_json.h"
#include "main/cli_pages.h"
#include "store/schema.h"
#include "text/utf8.h"

namespace lesesaal::cli {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

Result<void> printed(std::string_view text) {
    if (!print(text)) return fail(ErrorKind::io, "standard output takes no more");
    return {};
}

/// "14.11.2019" would need a language; ISO needs none.
std::string day_column(const std::optional<corpus::ArticleDate>& date) {
    return date ? base::to_iso(date->first) : "undated   ";
}

std::string title_of(const std::string& kicker, const std::string& headline) {
    return kicker.empty() ? headline : kicker + ": " + headline;
}

std::string article_line(const corpus::Article& article) {
    std::string line =
        day_column(article.date) + "  " + title_of(article.kicker, article.headline) + "  [" + article.uid + "]\n";
    std::string topics;
    for (const corpus::Assignment& topic : article.topics) topics += (topics.empty() ? "" : ", ") + topic.slug;
    if (!topics.empty()) line += "            " + topics + "\n";
    return line;
}

std::string related_line(const query::RelatedArticle& article) {
    return "            related: " + title_of(article.kicker, article.headline) + "  [" + article.uid + "]\n";
}

/// What is in a corpus.
struct Contents {
    std::vector<corpus::Article> articles;
    std::size_t break_points = 0;
    std::vector<std::vector<query::RelatedArticle>> related;  // by article; empty where nobody asked
};

Result<Contents> read_contents(store::CorpusDb& db, const InspectOptions& options) {
    Contents contents;
    for (std::int32_t id = 0; id < db.overview().total(); ++id) {
        query::OpenedArticle opened = TRY(db.article(query::ArticleId{id}, ""));
        contents.break_points += opened.headline_breaks.size();
        for (const auto& breaks : opened.paragraph_breaks) contents.break_points += breaks.size();
        if (options.wants_related) contents.related.push_back(TRY(db.related(opened.id)));
        contents.articles.push_back(std::move(opened.article));
    }
    return contents;
}

Json meta_json(const OpenedCorpus& corpus, const Contents& contents) {
    const query::Overview& overview = corpus.db->overview();
    Json meta;
    meta["title"] = overview.title;
    meta["language"] = overview.language;
    meta["corpus_id"] = overview.corpus_id;
    meta["schema_version"] = store::schema::version;
    meta["articles"] = overview.total();
    meta["sources"] = Json::array();
    for (const query::FacetValue& source : overview.of(query::Facet::source)) meta["sources"].push_back(source.label_en);
    meta["break_points"] = contents.break_points;
    meta["file_bytes"] = corpus.file_bytes;
    meta["corpus_bytes"] = corpus.bytes->size();
    meta["blocks"] = Json::array();
    for (const page::BlockPlace& block : corpus.blocks) {
        meta["blocks"].push_back(
            {{"name", block.name}, {"encoded_bytes", block.encoded_bytes}, {"raw_bytes", block.raw_bytes}});
    }
    return meta;
}

Json articles_json(Json meta, const std::vector<corpus::Article>& articles, const std::vector<FileWarning>& warnings) {
    Json json;
    json["meta"] = std::move(meta);
    json["articles"] = Json::array();
    for (const corpus::Article& article : articles) json["articles"].push_back(to_json(article));
    json["warnings"] = to_json(warnings);
    return json;
}

Json contents_json(const OpenedCorpus& corpus, const Contents& contents) {
    Json json = articles_json(meta_json(corpus, contents), contents.articles, {});
    for (std::size_t i = 0; i < contents.related.size(); ++i) {
        Json& related = json["articles"][i]["related"] = Json::array();
        for (const query::RelatedArticle& other : contents.related[i]) related.push_back(other.uid);
    }
    return json;
}

/// The page says it in the reader's language; the command line in its own.
std::string note_sentence(const std::string& key) {
    if (key == "note_only_excluded")
        return "Only excluded words: a search needs at least one word that is to occur. All articles are shown.";
    if (key == "note_no_word") return "There is no word in it that can be searched for. All articles are shown.";
    return key;
}

/// Fails with: bad_input for a slug that the corpus does not have, naming some that it has.
Result<void> check_slugs(const query::Overview& overview, const query::Filter& filter) {
    constexpr query::PerFacet<const char*> names{"topic", "place", "organisation", "source"};
    constexpr std::size_t named_max = 8;
    for (std::size_t i = 0; i < query::facet_count; ++i) {
        const std::vector<query::FacetValue>& values = overview.facets[i];
        for (const auto* slugs : {&filter.facets[i].wanted, &filter.facets[i].excluded}) {
            for (const std::string& slug : *slugs) {
                const bool is_known =
                    std::any_of(values.begin(), values.end(), [&](const auto& value) { return value.slug == slug; });
                if (is_known) continue;
                std::string known;
                for (std::size_t k = 0; k < std::min(values.size(), named_max); ++k) known += (k ? ", " : "") + values[k].slug;
                if (values.size() > named_max) known += ", …";
                return fail(ErrorKind::bad_input, "no article has the " + std::string(names[i]) + " '" + slug + "'" +
                                                      (known.empty() ? "" : "; there are " + known));
            }
        }
    }
    return {};
}

}  // namespace

Result<void> show_import(const platform::Files& files, const InputOptions& options, Format format) {
    const corpus::Vocabulary vocabulary = TRY(load_vocabulary(files, options.topics_path));
    const Inputs inputs = TRY(read_inputs(files, options, vocabulary));
    if (format == Format::json) {
        Json meta;
        meta["files"] = inputs.files;
        meta["language"] = options.language;
        meta["articles"] = inputs.articles.size();
        return printed(to_text(articles_json(std::move(meta), inputs.articles, inputs.warnings)));
    }
    print_warnings(inputs.warnings);
    std::string text = counted(inputs.articles.size(), "article") + " from " + counted(inputs.files.size(), "file") + "\n";
    for (const corpus::Article& article : inputs.articles) text += article_line(article);
    return printed(text);
}

Result<void> inspect(const platform::Files& files, const InspectOptions& options) {
    OpenedCorpus corpus = TRY(open_corpus(files, options.path, Thoroughness::everything));
    const Contents contents = TRY_FILE(options.path, read_contents(*corpus.db, options));
    const std::vector<corpus::Article>& articles = contents.articles;
    if (options.format == Format::json) return printed(to_text(contents_json(corpus, contents)));

    const query::Overview& overview = corpus.db->overview();
    std::string text = overview.title + " (" + overview.language + "), corpus " + overview.corpus_id + ", schema version " +
                       std::to_string(store::schema::version) + ", " + counted(articles.size(), "article") + ", " +
                       counted(contents.break_points, "break point") + "\n";
    for (const page::BlockPlace& block : corpus.blocks) {
        text += "block " + block.name + ": " + std::to_string(block.encoded_bytes) + " bytes in the page, " +
                std::to_string(block.raw_bytes) + " unpacked\n";
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
        text += article_line(articles[i]);
        if (!options.wants_related) continue;
        for (const query::RelatedArticle& other : contents.related[i]) text += related_line(other);
    }
    return printed(text);
}

Result<void> search(const platform::Files& files, const SearchOptions& options) {
    OpenedCorpus corpus = TRY(open_corpus(files, options.path, Thoroughness::what_is_asked));
    // The page's text comes from a browser in NFC; a shell gives what the reader's system makes of it.
    const std::string text = text::to_nfc(options.query);
    query::Filter filter = options.filter;
    filter.text = text;
    if (auto checked = check_slugs(corpus.db->overview(), filter); !checked)
        return std::unexpected(located(options.path, checked.error()));
    const query::Result result = TRY_FILE(options.path, corpus.db->search(filter));
    std::vector<query::ArticleId> shown = result.hits;
    if (shown.size() > options.limit) shown.resize(options.limit);
    const std::vector<query::Row> rows = TRY_FILE(options.path, corpus.db->rows(shown, text));

    if (options.format == Format::json) {
        Json json;
        json["query"] = options.query;
        json["hits"] = Json::array();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            json["hits"].push_back(to_json(rows[i], result.scores.empty() ? 0.0 : result.scores[i]));
        }
        json["total"] = result.hits.size();
        if (result.correction) json[result.correction->is_applied ? "correction" : "suggestion"] = {{"from", result.correction->from}, {"to", result.correction->to}};
        json["note"] = note_sentence(result.note);
        return printed(to_text(json));
    }
    if (!result.note.empty()) print_error(note_sentence(result.note));
    if (result.correction) {
        const std::string from = "'" + result.correction->from + "'";
        const std::string to = "'" + result.correction->to + "'";
        print_error(result.correction->is_applied ? "Nothing was found for " + from + "; these are the articles with " + to + "."
                                                  : "Little was found for " + from + "; did you mean " + to + "?");
    }
    std::string lines = counted(result.hits.size(), "hit") + "\n";
    for (const query::Row& row : rows) {
        lines += day_column(row.date) + "  " + title_of(row.kicker, row.headline) + "  [" + row.uid + "]\n";
        if (!row.snippet.empty()) lines += "            " + row.snippet + "\n";
    }
    return printed(lines);
}

}  // namespace lesesaal::cli
