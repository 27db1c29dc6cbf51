#pragma once
// What a reader asks for, and what comes back. Values only: app makes filters, store answers them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/date.h"
#include "corpus/article.h"

namespace lesesaal::query {

/// The row of an article in one corpus database: 0 to total - 1, ordered newest first. Never stored by a reader's data;
/// that uses the uid.
enum class ArticleId : std::int32_t {};

/// OR within a facet, AND across facets, text and dates.
struct Filter {
    std::string text;                 // the search box, as typed
    std::optional<base::Date> from;   // inclusive
    std::optional<base::Date> to;     // inclusive
    std::vector<std::string> topics;  // slugs, sorted
    std::vector<std::string> places;
    /// When set, only these uids (bookmarks); an empty list finds nothing.
    std::optional<std::vector<std::string>> only_uids;

    bool operator==(const Filter&) const = default;
};

constexpr std::size_t query_text_bytes_max = 1000;  // more is cut at a character boundary
constexpr std::size_t facet_selection_max = 64;

struct FacetValue {
    std::string slug;
    std::string label_de;
    std::string label_en;
    std::int32_t count = 0;
    bool operator==(const FacetValue&) const = default;
};

/// Everything about the corpus that no filter changes; loaded once.
struct Overview {
    std::string corpus_id;  // stable identity over versions: names the reader's notebook
    std::string title;
    std::string language;
    std::vector<std::string> sources;
    std::vector<FacetValue> topics;  // by falling count, then label
    std::vector<FacetValue> places;
    /// One entry per ArticleId: days since 1970-01-01 of first and last date, or no_day.
    std::vector<std::int32_t> first_days;
    std::vector<std::int32_t> last_days;
    /// Index into `topics` of the article's most frequent topic, -1 for none; colours the timeline.
    std::vector<std::int16_t> main_topics;

    [[nodiscard]] std::int32_t total() const { return static_cast<std::int32_t>(first_days.size()); }
};

constexpr std::int32_t no_day = INT32_MIN;

enum class Order : std::uint8_t { newest, relevance };

struct Result {
    std::vector<ArticleId> hits;  // in order: relevance when there is text, else newest first
    /// One per hit when ordered by relevance (greater is better; comparable within one search only), else empty.
    std::vector<double> scores;
    /// Counts under all other filters (drill-sideways); same order and length as Overview.
    std::vector<std::int32_t> topic_counts;
    std::vector<std::int32_t> place_counts;
    /// Hits under all filters except the dates, for the timeline; ascending ids.
    std::vector<ArticleId> undated_hits;
    /// How the text was understood when it is not what it says, as a sentence; empty otherwise.
    std::string note;
    double query_ms = 0;
};

/// What a list row shows.
struct Row {
    ArticleId id{};
    std::string uid;
    std::string kicker;
    std::string headline;
    std::optional<corpus::ArticleDate> date;
    bool is_teaser_only = false;
    std::string snippet;
    std::vector<base::ByteRange> snippet_highlights;  // sorted, not overlapping
    std::vector<base::ByteRange> headline_highlights;
};

/// An opened article with the search's matches.
struct OpenedArticle {
    corpus::Article article;
    ArticleId id{};
    std::int32_t reading_minutes = 1;
    /// One entry per paragraph, counted through all sections (headings not counted).
    std::vector<std::vector<base::ByteRange>> paragraph_highlights;
};

}  // namespace lesesaal::query
