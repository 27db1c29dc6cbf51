#pragma once
// What German compounds are made of: words of the corpus itself, told by how often they stand alone, and where it has too
// few, words of German at large (after Koehn and Knight, "Empirical Methods for Compound Splitting", EACL 2003, with the likelihood of the parts in
// place of their geometric mean).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/stemmer.h"

namespace lesesaal::text {

/// A word of the corpus.
struct FormCount {
    std::string_view form;   // folded, in umlauts
    std::uint32_t articles;  // that have it
    bool is_noun;            // mostly written with a capital
};

/// A part of a compound, without what links it to the next one: the "s" of "zugang|s|gesetz".
struct CompoundPart {
    std::size_t begin = 0;  // in the form
    std::size_t end = 0;    // without the linking letters
    bool operator==(const CompoundPart&) const = default;
};

constexpr std::size_t compound_letters_min = 7;
constexpr std::size_t compound_bytes_max = 80;
constexpr std::size_t compound_parts_max = 6;

class CompoundSplitter {
public:
    /// `german`: words of German at large, folded and in umlauts; believed as parts of nouns, less than those of the corpus.
    /// Lifetime: the texts of both must stay. Cost: linear in them.
    explicit CompoundSplitter(const std::vector<FormCount>& forms, std::span<const std::string> german = {});

    /// Returns: the parts in order, each as small as the corpus knows them; empty for what is no compound. "bürgerinnen"
    /// gives "bürger". Cost: quadratic in the length of the form.
    [[nodiscard]] std::vector<CompoundPart> split(std::string_view form, bool is_noun);

private:
    struct Known {
        std::uint32_t articles = 0;
        bool is_noun = false;
        bool is_german = false;  // of German at large, of which it is not known whether it is a noun
        /// So few articles do not tell how German writes it.
        static constexpr std::uint32_t few_articles = 10;
        [[nodiscard]] bool is_strange() const { return is_german && articles < few_articles; }
        [[nodiscard]] bool fits(bool noun_wanted) const { return is_noun == noun_wanted || (noun_wanted && is_strange()); }
    };
    /// How a stretch of a form reads as a part; its cost is how unlikely it is.
    struct Reading {
        std::size_t end = 0;  // without linking letters
        double cost = 0;
        bool is_unknown = false;
    };
    /// `is_of_noun`: then German at large is believed too.
    [[nodiscard]] const Known* find(std::string_view form, bool is_of_noun) const;
    [[nodiscard]] double cost_of(const Known& known) const;
    /// The word of German at large that `form` is an inflection of.
    [[nodiscard]] const Known* find_german_noun(std::string_view form) const;
    /// Adds the words that German has in another form too: a list of words has slips in it.
    void add_german(std::span<const std::string> german);
    [[nodiscard]] bool read_head(std::string_view head, bool is_noun, double& cost);
    [[nodiscard]] bool read_modifier(std::string_view form, std::size_t begin, bool is_of_noun, Reading& reading) const;
    [[nodiscard]] bool is_trusted(std::string_view form, const std::vector<CompoundPart>& parts, bool is_begin_unknown) const;
    [[nodiscard]] std::vector<CompoundPart> split_once(std::string_view form, bool is_noun);

    std::unordered_map<std::string_view, Known> known_;
    std::unordered_map<std::string, Known> stems_;  // of nouns: together
    Stemmer stemmer_{StemLanguage::german};
    double total_ = 1;
};

}  // namespace lesesaal::text
