// Facets, marks and orders of a search.

#include <doctest.h>

#include "sample.h"
#include "store/corpus_db.h"

using namespace lesesaal;
using namespace lesesaal::store::sample;
using query::Facet;
using query::Filter;
using query::Mark;
using Counts = std::vector<std::int32_t>;

namespace {

/// A to D, newest first.
Built four_articles() {
    return build({with_places(with_topics(article("A", "2025-01-04", "wort"), {"ozg", "recht"}), {"bremen"}),
                  with_places(with_topics(article("B", "2025-01-03", "wort"), {"recht"}), {"berlin"}),
                  with_topics(article("C", "2025-01-02", "wort"), {"ozg"}),
                  with_topics(article("D", "2025-01-01", "x"), {"recht"})});
}

Filter without(Facet facet, std::vector<std::string> slugs) {
    Filter filter;
    filter.of(facet).excluded = std::move(slugs);
    return filter;
}

const Counts& counts_of(const query::Result& result, Facet facet) { return result.facet_counts[query::index_of(facet)]; }

constexpr std::uint8_t bits(Mark mark) { return static_cast<std::uint8_t>(mark); }

query::Standing standing(std::vector<std::uint8_t> marks) {
    return std::make_shared<const std::vector<std::uint8_t>>(std::move(marks));
}

}  // namespace

TEST_CASE("overview: values of all facets by falling count, then label; memberships with the most frequent first") {
    auto [bytes, db] = build(
        {with_organisations(with_topics(from_source(article("A", "2025-01-02", "a"), "Süddeutsche Zeitung"), {"ozg", "recht"}),
                            {"vitako", "unbekannt"}),
         with_organisations(with_topics(article("B", "2025-01-01", "b"), {"recht"}), {"vitako"}),
         from_source(article("C", "", "c"), "")});
    const query::Overview& overview = db.overview();
    using Values = std::vector<query::FacetValue>;
    CHECK(overview.of(Facet::topic) == Values{{"recht", "Recht", "Law", 2}, {"ozg", "OZG und EfA", "Online access", 1}});
    CHECK(overview.of(Facet::place).empty());
    CHECK(overview.of(Facet::organisation) ==
          Values{{"vitako", "Vitako", "Vitako", 2}, {"unbekannt", "unbekannt", "unbekannt", 1}});
    CHECK(overview.of(Facet::source) == Values{{"kommune21", "Kommune21", "Kommune21", 1},
                                               {"sueddeutsche-zeitung", "Süddeutsche Zeitung", "Süddeutsche Zeitung", 1}});
    const auto carried = [&](Facet facet, int id) {
        const auto values = overview.memberships[query::index_of(facet)].of(query::ArticleId{id});
        return std::vector<std::uint16_t>(values.begin(), values.end());
    };
    using Indices = std::vector<std::uint16_t>;
    CHECK(carried(Facet::topic, 0) == Indices{0, 1});
    CHECK(carried(Facet::topic, 1) == Indices{0});
    CHECK(carried(Facet::topic, 2).empty());
    CHECK(carried(Facet::organisation, 0) == Indices{0, 1});
    CHECK(carried(Facet::source, 0) == Indices{1});
    CHECK(carried(Facet::source, 2).empty());
}

TEST_CASE("overview: uids are the numbers of the articles' digits") {
    corpus::Article made = article("A", "2025-01-01", "a");
    made.uid = "ff000000000000a1";
    auto [bytes, db] = build({made});
    CHECK(db.overview().uids == std::vector<std::uint64_t>{0xff000000000000a1});
}

TEST_CASE("filter: OR within a facet, AND across, and counts under all other filters") {
    auto [bytes, db] = four_articles();
    const query::Result recht = db.search(wanted(Facet::topic, {"recht"}, "wort ")).value();
    CHECK(headlines(db, recht.hits) == Headlines{"A", "B"});
    CHECK(counts_of(recht, Facet::topic) == Counts{2, 2});  // as if no topic were chosen
    CHECK(counts_of(recht, Facet::place) == Counts{1, 1});
    CHECK(counts_of(recht, Facet::source) == Counts{2});
    CHECK(found(db, wanted(Facet::topic, {"ozg", "recht"})).size() == 4);
    Filter both = wanted(Facet::topic, {"ozg"});
    both.of(Facet::place).wanted = {"bremen"};
    const query::Result one = db.search(both).value();
    CHECK(headlines(db, one.hits) == Headlines{"A"});
    CHECK(counts_of(one, Facet::topic) == Counts{1, 1});
    CHECK(counts_of(one, Facet::place) == Counts{0, 1});
    CHECK(found(db, wanted(Facet::topic, {"unbekannt"})).empty());
}

TEST_CASE("filter: an excluded value takes its articles out, whatever else they carry") {
    auto [bytes, db] = four_articles();
    const query::Result result = db.search(without(Facet::topic, {"ozg"})).value();
    CHECK(headlines(db, result.hits) == Headlines{"B", "D"});
    CHECK(counts_of(result, Facet::topic) == Counts{3, 2});  // the facet's own exclusion does not lower its counts
    CHECK(counts_of(result, Facet::place) == Counts{1, 0});
    Filter both = wanted(Facet::topic, {"recht"});
    both.of(Facet::topic).excluded = {"ozg"};
    CHECK(found(db, both) == Headlines{"B", "D"});
    CHECK(found(db, without(Facet::topic, {"unbekannt"})).size() == 4);
    CHECK(found(db, without(Facet::source, {"kommune21"})).empty());
}

TEST_CASE("filter: organisations and sources filter as topics do") {
    auto [bytes, db] =
        build({with_organisations(article("A", "2025-01-03", "a"), {"vitako"}),
               from_source(article("B", "2025-01-02", "b"), "Blatt"), from_source(article("C", "2025-01-01", "c"), "")});
    CHECK(found(db, wanted(Facet::organisation, {"vitako"})) == Headlines{"A"});
    CHECK(found(db, wanted(Facet::source, {"blatt"})) == Headlines{"B"});
    CHECK(found(db, without(Facet::source, {"blatt"})) == Headlines{"A", "C"});
}

TEST_CASE("filter: without a notebook everything is unread and nothing else") {
    auto [bytes, db] = four_articles();
    const query::Result all = db.search({}).value();
    CHECK(all.mark_counts == std::array<std::int32_t, 3>{4, 0, 0});
    CHECK(found(db, {.marks = bits(Mark::unread)}).size() == 4);
    CHECK(found(db, {.marks = bits(Mark::bookmarked)}).empty());
}

TEST_CASE("filter: marks are OR, their counts overlap and ignore the marks asked for") {
    auto [bytes, db] = four_articles();
    const auto marked = standing({bits(Mark::bookmarked),                                                   // A
                                  static_cast<std::uint8_t>(bits(Mark::unread) | bits(Mark::noted)),        // B
                                  static_cast<std::uint8_t>(bits(Mark::bookmarked) | bits(Mark::noted))});  // C; D: unread
    const query::Result both =
        db.search({.marks = static_cast<std::uint8_t>(bits(Mark::bookmarked) | bits(Mark::noted)), .standing = marked}).value();
    CHECK(headlines(db, both.hits) == Headlines{"A", "B", "C"});
    CHECK(both.mark_counts == std::array<std::int32_t, 3>{2, 2, 2});
    CHECK(counts_of(both, Facet::topic) == Counts{2, 2});
    Filter bookmarked = wanted(Facet::topic, {"recht"});
    bookmarked.marks = bits(Mark::bookmarked);
    bookmarked.standing = marked;
    const query::Result one = db.search(bookmarked).value();
    CHECK(headlines(db, one.hits) == Headlines{"A"});
    CHECK(one.mark_counts == std::array<std::int32_t, 3>{2, 1, 1});  // of A, B and D
    CHECK(found(db, {.marks = bits(Mark::unread), .standing = marked}) == Headlines{"B", "D"});
}

TEST_CASE("order: newest, oldest and reading time; an undated article is last in the first two") {
    std::string minutes_three;
    for (int i = 0; i < 450; ++i) minutes_three += "wort ";
    auto [bytes, db] = build({article("lang", "2025-01-03", minutes_three), article("neu", "2025-01-02", "wort"),
                              article("alt", "2025-01-01", "wort"), article("ohne", "", "wort wort")});
    CHECK(found(db, {.order = query::Order::newest}) == Headlines{"lang", "neu", "alt", "ohne"});
    CHECK(found(db, {.order = query::Order::oldest}) == Headlines{"alt", "neu", "lang", "ohne"});
    CHECK(found(db, {.order = query::Order::reading_time}) == Headlines{"neu", "alt", "ohne", "lang"});
    CHECK(found(db, {.order = query::Order::relevance}) == Headlines{"lang", "neu", "alt", "ohne"});
    CHECK(found(db, {.text = "wort ", .order = query::Order::oldest}) == Headlines{"alt", "neu", "lang", "ohne"});
    CHECK(db.search({.text = "wort ", .order = query::Order::oldest})->scores.empty());
    CHECK(db.search({.text = "wort "})->scores.size() == 4);
    CHECK(db.search({.text = "wort ", .order = query::Order::relevance})->scores.size() == 4);
    const query::Result result = db.search({.text = "wort ", .order = query::Order::oldest}).value();
    CHECK(std::is_sorted(result.undated_hits.begin(), result.undated_hits.end()));
}
