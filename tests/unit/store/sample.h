#pragma once
// Small corpora for the tests of the store.

#include <string>
#include <vector>

#include "store/builder.h"
#include "store/corpus_db.h"

namespace lesesaal::store::sample {

/// An article of one day, "2025-10-23", or of no day, "".
inline corpus::Article article(std::string headline, std::string_view day, std::string text) {
    corpus::Article made;
    made.headline = std::move(headline);
    made.source = "Kommune21";
    made.language = "de";
    if (const auto date = base::from_iso(day)) made.date = corpus::ArticleDate{*date, *date};
    made.sections = {{"", {std::move(text)}}};
    made.uid = corpus::make_uid(made);
    return made;
}

inline corpus::Article with_topics(corpus::Article article, const std::vector<std::string>& slugs) {
    for (const std::string& slug : slugs) article.topics.push_back({slug, "weil " + slug});
    return article;
}

inline corpus::Article with_places(corpus::Article article, const std::vector<std::string>& slugs) {
    for (const std::string& slug : slugs) article.places.push_back({slug, "weil " + slug});
    return article;
}

inline corpus::Article with_organisations(corpus::Article article, const std::vector<std::string>& slugs) {
    for (const std::string& slug : slugs) article.organisations.push_back({slug, "weil " + slug});
    return article;
}

inline corpus::Article from_source(corpus::Article article, std::string source) {
    article.source = std::move(source);
    article.uid = corpus::make_uid(article);
    return article;
}

/// A filter of one facet.
inline query::Filter wanted(query::Facet facet, std::vector<std::string> slugs, std::string text = "") {
    query::Filter filter{.text = std::move(text)};
    filter.of(facet).wanted = std::move(slugs);
    return filter;
}

inline corpus::Vocabulary vocabulary() {
    corpus::Vocabulary made;
    made.topics = {{"recht", "Recht", "Law", {}}, {"ozg", "OZG und EfA", "Online access", {}}};
    made.places = {{"bremen", corpus::PlaceKind::land, "Bremen", "Bremen", "", {}},
                   {"berlin", corpus::PlaceKind::land, "Berlin", "Berlin", "", {}}};
    made.organisations = {{"vitako", "Vitako", {}}};
    return made;
}

/// A database and the bytes it lies in.
struct Built {
    base::Bytes bytes;
    CorpusDb db;
};

inline BorrowedBytes borrow(const base::Bytes& bytes) {
    return {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
}

inline Built build(const std::vector<corpus::Article>& articles) {
    auto bytes = std::make_unique<base::Bytes>(build_corpus(articles, vocabulary(), {}).value());
    CorpusDb db = CorpusDb::open(borrow(*bytes)).value();
    // Moving a long string keeps its bytes where they are, so what the database borrowed stays valid.
    return {std::move(*bytes), std::move(db)};
}

inline std::vector<std::string> headlines(CorpusDb& db, const std::vector<query::ArticleId>& ids) {
    const auto rows = db.rows(ids, "");
    std::vector<std::string> found;
    for (const query::Row& row : rows.value()) found.push_back(row.headline);
    return found;
}

/// Headlines of the hits, in order.
inline std::vector<std::string> found(CorpusDb& db, const query::Filter& filter) {
    return headlines(db, db.search(filter).value().hits);
}

using Headlines = std::vector<std::string>;

}  // namespace lesesaal::store::sample
