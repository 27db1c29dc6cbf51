#pragma once
// What a word of a search stands for in a corpus: which forms of the lexicon, which parts of compounds, by which rule.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index.h"
#include "search/kinship.h"
#include "text/stemmer.h"

namespace lesesaal::search {

/// Why a word was found, the nearest first.
enum class Rule : std::uint8_t {
    exact,     // the word as typed
    stem,      // another form of it: "Gesetze", "Anträge"
    spelling,  // written differently: "E-Mail", "Muenchen", "Munchen"
    prefix,    // it begins as typed
    part,      // a part of a compound
};

/// A list of articles that the word is found in.
struct Source {
    std::string_view postings;
    float weight = 1;
    bool is_english_only = false;  // by the English stem: counts in English articles alone
    std::uint32_t articles = 0;
};

/// Forms by key with the rule that brought them, and stretches of compounds.
struct Expansion {
    std::string key;      // the word itself; empty when there is no letter in it
    std::string written;  // as the reader wrote it
    bool is_prefix = false;
    bool is_known = false;  // the corpus has this very form
    bool is_noun = false;   // there, or as it was written
    std::vector<Source> sources;
    std::unordered_map<std::string, Rule> forms;
    std::vector<std::string> parts;

    [[nodiscard]] bool is_empty() const { return sources.empty(); }
};

enum class Completeness : std::uint8_t {
    whole,
    begin,       // with a star: forms that begin so
    unfinished,  // the same while it is typed; and if the letters are a word already, what that stands for too
};

/// Words that stand for a search word: how many are taken of a prefix.
constexpr std::size_t forms_max = 200'000;

class Expander {
public:
    /// Lifetime: the index must stay.
    explicit Expander(const Index& index) : index_(index) {}

    /// `word`: what stands between blanks; signs in it are left out, words joined by hyphens are one.
    /// Cost: logarithmic in the lexicon, linear in what is found; a word that nothing is found for goes through the lexicon once.
    [[nodiscard]] Expansion expand(std::string_view word, Completeness completeness);

private:
    void add_form(Expansion& expansion, const LexiconEntry& entry, Rule rule, float weight);
    void add_parts(Expansion& expansion, std::string_view stem);
    void add_part(Expansion& expansion, const LexiconEntry& entry, float weight);
    void add_prefix(Expansion& expansion);
    void add_whole(Expansion& expansion);
    [[nodiscard]] Known known_of(const Expansion& expansion) const;
    void add_class(Expansion& expansion, std::string_view stem);
    void add_umlaut_relatives(Expansion& expansion, std::string_view stem);
    void add_s_relative(Expansion& expansion);
    void add_spelling(Expansion& expansion, const LexiconEntry& entry);
    void add_english(Expansion& expansion);
    [[nodiscard]] bool is_small() const;
    [[nodiscard]] bool is_word(std::string_view text) const;
    [[nodiscard]] bool can_hold(const LexiconEntry& entry, std::string_view word) const;
    void add_by_reading_all(Expansion& expansion);

    const Index& index_;
    text::Stemmer german_{text::StemLanguage::german};
    text::Stemmer english_{text::StemLanguage::english};
};

}  // namespace lesesaal::search
