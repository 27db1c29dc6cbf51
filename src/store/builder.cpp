#include "store/builder.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <tuple>

#include "store/article_writer.h"
#include "store/connection.h"
#include "store/facet_tables.h"
#include "store/overview.h"
#include "store/schema.h"
#include "store/search_tables.h"

namespace lesesaal::store {
namespace {

using base::Bytes;
using base::ErrorKind;
using base::fail;
using base::Result;
using corpus::Article;

/// Below this much text, 16 KiB pages would be mostly empty; above it, 4 KiB pages waste about a third.
constexpr std::size_t small_corpus_bytes = 1024 * 1024;

/// The articles in the order of the database, each uid once.
std::vector<Article> in_order(const std::vector<Article>& articles) {
    std::vector<Article> ordered;
    std::set<std::string> uids;
    for (const Article& given : articles) {
        Article article = without_control_characters(given);
        if (article.uid.empty()) article.uid = corpus::make_uid(article);
        if (!uid_number(article.uid)) article.uid = base::sha256_hex(article.uid).substr(0, 16);
        if (uids.insert(article.uid).second) ordered.push_back(std::move(article));
    }
    const auto key = [](const Article& article) {
        // Negated, so that the newest comes first and "no date" after every date.
        const std::int32_t first =
            article.date ? -base::to_days(article.date->first) : std::numeric_limits<std::int32_t>::max();
        const std::int32_t last = article.date ? -base::to_days(article.date->last) : 0;
        return std::tuple(first, last, std::string_view(article.uid));
    };
    std::sort(ordered.begin(), ordered.end(), [&](const Article& a, const Article& b) { return key(a) < key(b); });
    return ordered;
}

std::size_t text_bytes(const std::vector<Article>& articles) {
    std::size_t bytes = 0;
    for (const Article& article : articles) {
        bytes += article.kicker.size() + article.headline.size();
        for (const corpus::Section& section : article.sections) {
            bytes += section.heading.size();
            for (const std::string& paragraph : section.paragraphs) bytes += paragraph.size();
        }
    }
    return bytes;
}

std::string corpus_id_of(const BuildOptions& options) {
    if (!options.corpus_id.empty()) return options.corpus_id;
    return base::sha256_hex(options.title + '\x1f' + options.language).substr(0, 16);
}

Result<void> create(Connection& connection, std::size_t bytes) {
    const std::string page_size = std::to_string(bytes < small_corpus_bytes ? 4096 : 16384);
    const std::string pragmas = "PRAGMA page_size=" + page_size + "; PRAGMA encoding='UTF-8'; PRAGMA temp_store=MEMORY;" +
                                "PRAGMA application_id=" + std::to_string(schema::application_id) +
                                "; PRAGMA user_version=" + std::to_string(schema::version) + "; BEGIN";
    TRY_VOID(connection.execute(pragmas.c_str()));
    for (const schema::Object& object : schema::objects) TRY_VOID(connection.execute(object.sql));
    return {};
}

Result<void> write_meta(Connection& connection, const BuildOptions& options, std::size_t articles) {
    Statement insert = TRY(connection.prepare("INSERT INTO meta(key, value) VALUES(?1, ?2)"));
    const std::pair<std::string_view, std::string> entries[] = {{"corpus_id", corpus_id_of(options)},
                                                                {"title", options.title},
                                                                {"language", options.language},
                                                                {"schema_version", std::to_string(schema::version)},
                                                                {"articles", std::to_string(articles)}};
    for (const auto& [key, value] : entries) TRY_VOID(insert.start().bind(1, key).bind(2, value).run());
    return {};
}

Result<Bytes> serialized(Connection& connection) {
    sqlite3_int64 size = 0;
    unsigned char* data = sqlite3_serialize(connection.handle(), "main", &size, 0);
    if (!data) return sqlite_failure(nullptr, SQLITE_NOMEM);
    Bytes bytes{reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
    sqlite3_free(data);
    return bytes;
}

}  // namespace

Result<Bytes> build_corpus(const std::vector<Article>& given, const corpus::Vocabulary& vocabulary,
                           const BuildOptions& options) {
    if (given.empty()) return fail(ErrorKind::bad_input, "a corpus needs at least one article");
    if (given.size() > articles_max) {
        return fail(ErrorKind::too_large, "more than " + std::to_string(articles_max) + " articles do not fit into one corpus");
    }
    const std::size_t bytes = text_bytes(given);
    if (bytes > corpus_text_bytes_max)
        return fail(ErrorKind::too_large, "more than 512 MiB of text do not fit into one corpus");

    const std::vector<Article> articles = in_order(given);
    Connection connection = TRY(Connection::open_memory());
    TRY_VOID(create(connection, bytes));
    TRY_VOID(write_meta(connection, options, articles.size()));
    TRY_VOID(write_articles(connection, articles, options.breaker));
    TRY_VOID(write_facets(connection, articles, vocabulary));
    TRY_VOID(write_search_index(connection, articles, options.german_words));
    TRY_VOID(connection.execute("COMMIT; VACUUM"));
    return serialized(connection);
}

}  // namespace lesesaal::store
