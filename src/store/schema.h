#pragma once
// The corpus database, schema version 4: an SQLite file (sqlite.org/fileformat2.html) in UTF-8, written once by builder.h
// and never changed. A reader compares these texts with those in the file, so whatever a foreign file brings along under
// these names is never run.
//
// - Articles lie newest first: the article with id n is ArticleId n - 1. Undated ones come last.
// - Days count from 1970-01-01. An article of a month or year lasts from its first to its last day.
// - The text of an article is `lead` (its first paragraph) and `body` (all other headings and paragraphs, in order, one
//   line each). `block` says where each stands in them, in bytes of UTF-8, half-open.
// - topic, place, organisation and source hold only what some article carries, by falling number of articles, then label;
//   the rows of article_… keep the order in which they were given.
// - A uid is 16 hexadecimal digits in lower case.
// - `breaks` and headline_breaks say where words may be broken (break_codec.h), counted from the begin of the block or the
//   headline. The texts themselves have no soft hyphens, so neither the index nor what is copied knows of them.
// - Nothing depends on the time or the machine: the same articles give the same bytes.

#include <cstddef>
#include <cstdint>

namespace lesesaal::store::schema {

constexpr std::int32_t version = 4;                   // PRAGMA user_version and meta.schema_version
constexpr std::int32_t version_min = 4;               // earlier ones had another index, or a table of related articles
constexpr std::uint32_t application_id = 0x4C534C31;  // PRAGMA application_id: "LSL1"

struct Object {
    const char* name;
    const char* sql;  // as sqlite_schema keeps it
};

/// Keys: corpus_id, title, language, schema_version, articles (their number).
constexpr Object meta{"meta", "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"};

/// slug: made of the name (source_slug.h).
constexpr Object source{"source",
                        "CREATE TABLE source(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE)"};

constexpr Object topic{"topic",
                       "CREATE TABLE topic(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, label_de TEXT NOT NULL, "
                       "label_en TEXT NOT NULL)"};

/// kind: bund, land, kommune. within: slug of the Land of a municipality, or ''.
constexpr Object place{"place",
                       "CREATE TABLE place(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, label_de TEXT NOT NULL, "
                       "label_en TEXT NOT NULL, kind TEXT NOT NULL, within TEXT NOT NULL)"};

constexpr Object organisation{
    "organisation", "CREATE TABLE organisation(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL)"};

/// date_first and date_last are null for an undated article. date_precision: day, range, month, year. date_begin and
/// date_end: where a derived date stands in the imported bytes. words: of all texts, for ranking.
constexpr Object article{"article",
                         "CREATE TABLE article(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kicker TEXT NOT NULL, "
                         "headline TEXT NOT NULL, language TEXT NOT NULL, source_id INTEGER REFERENCES source(id), "
                         "url TEXT NOT NULL, date_first INTEGER, date_last INTEGER, date_precision TEXT, "
                         "date_derived INTEGER NOT NULL, date_begin INTEGER NOT NULL, date_end INTEGER NOT NULL, "
                         "teaser_only INTEGER NOT NULL, reading_minutes INTEGER NOT NULL, "
                         "words INTEGER NOT NULL, headline_breaks BLOB NOT NULL, lead TEXT NOT NULL, body TEXT NOT NULL)"};

/// kind: heading, paragraph. part: lead, body.
constexpr Object block{"block",
                       "CREATE TABLE block(article_id INTEGER NOT NULL REFERENCES article(id), position INTEGER NOT NULL, "
                       "kind TEXT NOT NULL, part TEXT NOT NULL, begin INTEGER NOT NULL, \"end\" INTEGER NOT NULL, "
                       "breaks BLOB NOT NULL, PRIMARY KEY(article_id, position)) WITHOUT ROWID"};

#define LESESAAL_ASSIGNMENT_TABLE(name)                                                                                  \
    "CREATE TABLE article_" name "(article_id INTEGER NOT NULL REFERENCES article(id), position INTEGER NOT NULL, " name \
    "_id INTEGER NOT NULL REFERENCES " name "(id), reason TEXT NOT NULL, PRIMARY KEY(article_id, position)) WITHOUT ROWID"

/// reason: the words of the article that gave it.
constexpr Object article_topic{"article_topic", LESESAAL_ASSIGNMENT_TABLE("topic")};
constexpr Object article_place{"article_place", LESESAAL_ASSIGNMENT_TABLE("place")};
constexpr Object article_organisation{"article_organisation", LESESAAL_ASSIGNMENT_TABLE("organisation")};

/// What the index reads. The title is the headline, with the kicker in a line before it when there is one.
constexpr Object article_search{"article_search",
                                "CREATE VIEW article_search(id, title, lead, body) AS SELECT id, CASE kicker WHEN '' THEN "
                                "headline ELSE kicker || char(10) || headline END, lead, body FROM article"};

/// The index: the bytes of four parts (search/index_builder.h), each cut into rows that follow one another by id.
/// part: words, word_postings, parts, part_postings.
constexpr Object search_index{"search_index", "CREATE TABLE search_index(id INTEGER PRIMARY KEY, part TEXT NOT NULL, data BLOB NOT NULL)"};

/// In the order they are made.
constexpr Object objects[] = {meta,    source,         topic,         place,         organisation,
                              article, block,          article_topic, article_place, article_organisation,
                              article_search, search_index};

/// Most values of one facet.
constexpr std::size_t facet_values_max = 30'000;

#undef LESESAAL_ASSIGNMENT_TABLE

}  // namespace lesesaal::store::schema
