#include "store/search_tables.h"

#include <array>
#include <string_view>

#include "store/article_writer.h"

namespace lesesaal::store {
namespace {

using base::Result;
using search::IndexParts;

constexpr std::size_t chunk_bytes = 256 * 1024;

struct NamedPart {
    std::string_view name;
    std::string IndexParts::*bytes;
};
constexpr std::array<NamedPart, 4> named_parts{{{"words", &IndexParts::words},
                                                {"word_postings", &IndexParts::word_postings},
                                                {"parts", &IndexParts::parts},
                                                {"part_postings", &IndexParts::part_postings}}};

}  // namespace

std::string title_of(std::string_view kicker, std::string_view headline) {
    std::string title(kicker);
    if (!title.empty()) title += '\n';
    return title += headline;
}

Result<void> write_search_index(Connection& connection, const std::vector<corpus::Article>& articles, std::span<const std::string> german_words) {
    search::IndexBuilder builder(german_words);
    std::uint32_t number = 0;
    for (const corpus::Article& article : articles) {
        const ArticleText text = lay_out(article);
        const std::string title = title_of(article.kicker, article.headline);
        builder.add(number++, {title, text.lead, text.body}, search::language_of(article.language));
    }
    const IndexParts index = builder.finish();
    Statement insert = TRY(connection.prepare("INSERT INTO search_index(part, data) VALUES(?1, ?2)"));
    for (const NamedPart& part : named_parts) {
        const std::string_view bytes = index.*part.bytes;
        for (std::size_t at = 0; at < bytes.size(); at += chunk_bytes) {
            TRY_VOID(insert.start().bind(1, part.name).bind_bytes(2, bytes.substr(at, chunk_bytes)).run());
        }
    }
    return {};
}

Result<search::Index> read_search_index(Connection& connection, std::vector<search::ArticleFacts> articles) {
    IndexParts index;
    Statement select = TRY(connection.prepare("SELECT part, data FROM search_index ORDER BY id"));
    select.start();
    while (TRY(select.step())) {
        for (const NamedPart& part : named_parts) {
            if (select.text(0) == part.name) index.*part.bytes += select.bytes(1);
        }
    }
    return search::Index::open(std::move(index), std::move(articles));
}

}  // namespace lesesaal::store
