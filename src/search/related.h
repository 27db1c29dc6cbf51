#pragma once
// Which articles have much in common with one, found in the index.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "query/filter.h"
#include "search/index.h"

namespace lesesaal::search {

/// What tells most of an article: its title, with the kicker in a line before it, and the paragraph it begins with.
struct Opening {
    std::string_view title;
    std::string_view lead;
};
/// Lifetime of the texts: until the next call.
using Openings = std::function<base::Result<Opening>(std::uint32_t article)>;

/// A word of the index without the ends that German nouns and names take on: the s of the genitive and the plural, then one of
/// the others, the longest first. "registers", "register" and "registern" become one.
[[nodiscard]] std::string_view without_ending(std::string_view key);

/// Nearness is the cosine of the weighted sets of what two articles are made of: their topics, places and organisations, and
/// the words of title and lead. What few articles have weighs more (tf-idf), a word of the title twice, one that is neither noun
/// nor name half. Two articles need at least two things in common, such words not counted. Numbers are whole up to the last
/// division: the same articles on every machine.
class Neighbours {
public:
    /// Lifetime: both must stay.
    Neighbours(const Index& index, const query::Overview& overview);

    /// Those nearest to an article, the nearest first, of equals the newest: at most query::related_max, none below a threshold.
    /// Cost: linear in the assignments of all articles and in the lists of its words, but for long ones; then the openings of
    /// a few candidates are read.
    [[nodiscard]] base::Result<std::vector<query::ArticleId>> of(query::ArticleId article, const Openings& openings);

private:
    /// Words that differ in their ending.
    struct WordClass {
        std::uint32_t id = 0;
        std::uint32_t weight = 0;
        std::uint32_t articles = 0;
        std::vector<std::string_view> postings;  // of each form
    };
    /// A value of a facet or a class of words.
    struct Thing {
        std::uint32_t id = 0;
        std::uint32_t weight = 0;
        bool is_telling = true;
    };
    struct Things {
        std::vector<Thing> all;    // by id
        std::uint64_t square = 0;  // of their vector's length
    };
    enum class Place : std::uint8_t { title, lead };
    [[nodiscard]] static std::uint64_t key_of(Thing thing);
    [[nodiscard]] static double nearness(const Things& a, const Things& b);
    [[nodiscard]] std::uint32_t weight_of(std::uint32_t articles) const;
    [[nodiscard]] const WordClass& class_of(std::string_view key);
    void add_words(std::vector<std::uint64_t>& keys, std::string_view text, Place place, bool is_english);
    [[nodiscard]] Things things_of(std::uint32_t article, const Opening& opening);
    [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t article, const Things& things);
    void add_gain(const WordClass& word, std::uint32_t gain);

    const Index& index_;
    const query::Overview& overview_;
    std::vector<std::uint32_t> first_ids_;  // of each facet's values, then of the classes
    std::unordered_map<std::string, std::size_t> known_;  // the classes by what is left without the ending
    std::vector<WordClass> classes_;
    std::vector<std::uint32_t> gains_;      // by article
    std::vector<std::uint32_t> gained_by_;  // by article the class that gave the last gain
};

}  // namespace lesesaal::search
