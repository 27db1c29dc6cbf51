#pragma once
// What a reader asks for, and what comes back. Values only: app makes filters, store answers them.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/date.h"
#include "corpus/article.h"

namespace lesesaal::query {

/// The row of an article in one corpus database: 0 to total - 1, ordered newest first. Never stored by a reader's data;
/// that uses the uid.
enum class ArticleId : std::int32_t {};

/// What articles are sorted by. The numbers index the arrays below.
enum class Facet : std::uint8_t { topic, place, organisation, source };
constexpr std::size_t facet_count = 4;
template <typename Value> using PerFacet = std::array<Value, facet_count>;
[[nodiscard]] constexpr std::size_t index_of(Facet facet) { return static_cast<std::size_t>(facet); }

/// Slugs, sorted, without repeats; no slug is in both.
struct Selection {
    std::vector<std::string> wanted;    // any of them; empty: all
    std::vector<std::string> excluded;  // none of them
    [[nodiscard]] bool is_empty() const { return wanted.empty() && excluded.empty(); }
    bool operator==(const Selection&) const = default;
};

/// What the reader's own notebook says of an article. Bits of a Standing.
enum class Mark : std::uint8_t { unread = 1, bookmarked = 2, noted = 4 };
constexpr std::size_t mark_count = 3;  // in the order of the bits

/// One byte of Mark bits per ArticleId; shorter than the corpus: the rest is unread. Shared, since it is large and
/// a filter is copied.
using Standing = std::shared_ptr<const std::vector<std::uint8_t>>;

/// A note of the reader's, to be searched with the article it is at.
struct NoteText {
    ArticleId article{};
    std::string text;
    bool operator==(const NoteText&) const = default;
};
using Notes = std::shared_ptr<const std::vector<NoteText>>;

enum class Order : std::uint8_t {
    automatic,  // relevance when there is text, else newest
    relevance,  // without text: newest
    newest,
    oldest,
    reading_time,  // shortest first, then newest
};

/// OR within a facet, AND across facets, marks, text and dates.
struct Filter {
    std::string text;                // the search box, as typed
    std::optional<base::Date> from;  // inclusive
    std::optional<base::Date> to;    // inclusive
    PerFacet<Selection> facets;
    std::uint8_t marks = 0;  // articles with any of these Mark bits; 0: all
    Standing standing;       // null: all unread, nothing marked
    Notes notes;             // null: none
    Order order = Order::automatic;

    [[nodiscard]] const Selection& of(Facet facet) const { return facets[index_of(facet)]; }
    [[nodiscard]] Selection& of(Facet facet) { return facets[index_of(facet)]; }
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

/// Which values of a facet each article carries: of article i those in values[begins[i] .. begins[i + 1]), as indices
/// into the overview's list, the most frequent value of the corpus first.
struct Memberships {
    std::vector<std::uint32_t> begins;  // one more than articles
    std::vector<std::uint16_t> values;
    [[nodiscard]] std::span<const std::uint16_t> of(ArticleId id) const {
        const auto i = static_cast<std::size_t>(id);
        return std::span(values).subspan(begins[i], begins[i + 1] - begins[i]);
    }
};

/// Everything about the corpus that no filter changes; loaded once.
struct Overview {
    std::string corpus_id;  // stable identity over versions: names the reader's notebook
    std::string title;
    std::string language;
    PerFacet<std::vector<FacetValue>> facets;  // by falling count, then label
    PerFacet<Memberships> memberships;
    /// One entry per ArticleId: days since 1970-01-01 of first and last date, or no_day.
    std::vector<std::int32_t> first_days;
    std::vector<std::int32_t> last_days;
    /// One entry per ArticleId: the uid's 16 hexadecimal digits as a number.
    std::vector<std::uint64_t> uids;

    [[nodiscard]] const std::vector<FacetValue>& of(Facet facet) const { return facets[index_of(facet)]; }
    [[nodiscard]] std::int32_t total() const { return static_cast<std::int32_t>(first_days.size()); }
};

constexpr std::int32_t no_day = INT32_MIN;

/// What a reader may have meant whose words gave nothing, or next to nothing.
struct Correction {
    std::string from;  // the word
    std::string to;    // what the corpus has
    std::string text;  // the whole query, corrected
    /// Whether the answer is that of the corrected query: only where what was typed gave nothing at all.
    bool is_applied = false;
    bool operator==(const Correction&) const = default;
};

struct Result {
    std::vector<ArticleId> hits;  // in the order asked for
    /// Counts under all other filters (drill-sideways); same order and length as in Overview.
    PerFacet<std::vector<std::int32_t>> facet_counts;
    std::array<std::int32_t, mark_count> mark_counts{};
    /// Hits under all filters except the dates, for the timeline; ascending ids.
    std::vector<ArticleId> undated_hits;
    /// One per hit where the hits are ordered by relevance (greater is better; comparable within one search only).
    std::vector<double> scores;
    /// "Meinten Sie …".
    std::optional<Correction> correction;
    /// Why the text could not be searched for, as a key of assets/i18n ("note_only_excluded", "note_no_word"); else empty.
    std::string note;
    double query_ms = 0;
    bool is_whole = true;  // false: time was over; nothing of the above is to be used
};

/// By which rule a word of the query was found, the nearest first.
enum class MatchRule : std::uint8_t { exact, stem, spelling, prefix, part };

/// Why an article is a hit: a word of the query and the nearest word of the article that answers it.
struct Why {
    std::string asked;  // as typed
    std::string found;  // as it stands in the article
    MatchRule rule = MatchRule::exact;
    bool operator==(const Why&) const = default;
};

/// What a list row shows.
struct Row {
    ArticleId id{};
    std::string uid;
    std::string kicker;
    std::string headline;
    std::optional<corpus::ArticleDate> date;
    bool is_teaser_only = false;
    std::int32_t reading_minutes = 1;
    std::string source;
    std::string language;  // of the article, BCP 47
    std::string snippet;
    std::vector<base::ByteRange> snippet_highlights;  // sorted, not overlapping
    std::vector<base::ByteRange> headline_highlights;
    std::vector<base::ByteRange> kicker_highlights;
    std::vector<Why> why;  // one for each word asked for that is found; empty without a search
};

/// Another article with much in common.
struct RelatedArticle {
    ArticleId id{};
    std::string uid;
    std::string kicker;
    std::string headline;
    std::optional<corpus::ArticleDate> date;
};
constexpr std::size_t related_max = 5;

/// An opened article with the search's matches.
struct OpenedArticle {
    corpus::Article article;
    ArticleId id{};
    std::int32_t reading_minutes = 1;
    /// One entry per paragraph, counted through all sections (headings not counted).
    std::vector<std::vector<base::ByteRange>> paragraph_highlights;
    /// Byte offsets where a word may be broken, ascending; same paragraphs as above. Empty where nobody computed them.
    std::vector<std::vector<std::uint32_t>> paragraph_breaks;
    std::vector<std::uint32_t> headline_breaks;
    std::vector<RelatedArticle> related;  // empty until they were asked for
};

}  // namespace lesesaal::query
