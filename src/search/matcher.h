#pragma once
// Where the words of a query stand in a text.

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/byte_range.h"
#include "search/plan.h"

namespace lesesaal::search {

/// A place where a word of the query stands.
struct Match {
    base::ByteRange at;    // in the text; of a compound the part that matches
    base::ByteRange word;  // the whole word
    std::size_t plan = 0;  // index in the plans that the matcher was made for
    Rule rule = Rule::exact;
    std::size_t token = 0;  // the how manyth word of the text
};

struct TextMatches {
    std::vector<Match> matches;           // by place
    std::vector<base::ByteRange> tokens;  // all words of the text
};

/// Whose texts are looked at: all words of the corpus are in its lexicon, those of the reader's notes need not be.
enum class TextOrigin : std::uint8_t { corpus, notes };

class Matcher {
public:
    /// Lifetime: index and plans must stay.
    Matcher(const Index& index, std::vector<const Plan*> plans, TextOrigin origin = TextOrigin::corpus);

    /// All places in `text` where a plan's words stand; of several words those where all follow one another.
    /// Cost: linear in the text; a word met for the first time is stemmed and looked up.
    [[nodiscard]] TextMatches find(std::string_view text);

    /// Whether the words of a plan follow one another somewhere in `text`. Cost: a look at every byte, and at the
    /// surroundings of what may be the rarest of the words.
    [[nodiscard]] bool has_phrase(std::size_t plan, std::string_view text);

    /// Whether both plans stand in `text` with at most `distance` words between them.
    [[nodiscard]] bool has_near(std::size_t first, std::size_t second, int distance, std::string_view text);

    /// Sets the bits of the plans whose word the next plan's follows somewhere in `text`.
    void find_pairs(std::string_view text, std::vector<bool>& is_pair);

private:
    struct WordMatch {
        bool is_match = false;
        Rule rule = Rule::exact;
        base::ByteRange part;  // in the key; empty: all of it
    };
    /// What a form is to the words of all plans, in their order.
    using FormMatches = std::vector<WordMatch>;
    struct Token {
        base::ByteRange at;
        const FormMatches* matches = nullptr;
        std::size_t words = 1;         // that hyphens join: of a joined one
        bool begins_line = false;
    };
    [[nodiscard]] const FormMatches& matches_of(const std::string& key);
    [[nodiscard]] WordMatch match(const Expansion& word, const std::string& key);
    [[nodiscard]] base::ByteRange part_in(const Expansion& word, const std::string& key);
    /// Nothing of a word that by its first letters is none of those wanted: most are not even looked up.
    [[nodiscard]] bool may_match(std::string_view key) const;
    /// Lifetime of what is returned: until the next call.
    [[nodiscard]] const std::vector<Token>& tokens_of(std::string_view text);
    void add_joined(const std::vector<std::string>& group);
    /// The token after `token` that is the plan's word with that number.
    [[nodiscard]] static std::optional<std::size_t> following(const std::vector<Token>& tokens, std::size_t token, std::size_t word);
    void find_plan(std::size_t plan, std::string_view text, const std::vector<Token>& tokens, std::vector<Match>& found) const;

    /// The word of a phrase that stands in the fewest articles: texts are searched for it.
    struct Anchor {
        std::size_t plan = SIZE_MAX;
        std::size_t word = 0;
        std::bitset<65536> begins;     // as below, of its forms
        bool has_neighbour_before = false;
        std::bitset<65536> neighbour;  // of the word of the phrase before it, or of the one after the first
    };
    void set_anchor(std::size_t plan);
    [[nodiscard]] bool is_anchor(std::string_view text, std::size_t at);
    [[nodiscard]] bool may_have_neighbour(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool has_phrase_near(std::size_t plan, std::string_view text, std::size_t at);

    const Index& index_;
    std::vector<const Plan*> plans_;
    TextOrigin origin_;
    std::vector<std::size_t> first_words_;  // of each plan, in FormMatches
    FormMatches no_matches_;                // of a word that is none of those wanted
    std::bitset<65536> begins_;             // the first two bytes of all forms wanted
    std::vector<std::string> parts_;        // of compounds that are wanted
    std::vector<Token> tokens_;
    Anchor anchor_;
    std::unordered_map<std::string, FormMatches> known_;
    text::Stemmer stemmer_{text::StemLanguage::german};
};

}  // namespace lesesaal::search
