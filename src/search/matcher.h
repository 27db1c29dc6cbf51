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

class Matcher {
public:
    /// Lifetime: index and plans must stay.
    Matcher(const Index& index, std::vector<const Plan*> plans);

    /// All places in `text` where a plan's words stand; of several words those where all follow one another.
    /// Cost: linear in the text; a word met for the first time is stemmed and looked up.
    [[nodiscard]] TextMatches find(std::string_view text);

    /// Whether the words of a plan follow one another somewhere in `text`.
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
    [[nodiscard]] std::vector<Token> tokens_of(std::string_view text);
    /// The token after `token` that is the plan's word with that number.
    [[nodiscard]] static std::optional<std::size_t> following(const std::vector<Token>& tokens, std::size_t token, std::size_t word);
    void find_plan(std::size_t plan, std::string_view text, const std::vector<Token>& tokens, std::vector<Match>& found) const;

    const Index& index_;
    std::vector<const Plan*> plans_;
    std::vector<std::size_t> first_words_;  // of each plan, in FormMatches
    std::unordered_map<std::string, FormMatches> known_;
    text::Stemmer stemmer_{text::StemLanguage::german};
    text::Stemmer english_{text::StemLanguage::english};
};

}  // namespace lesesaal::search
