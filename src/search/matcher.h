#pragma once
// Where the words of a query stand in a text.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/byte_range.h"
#include "search/plan.h"
#include "search/word_begins.h"

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

    /// Whether the word of the next plan follows that of `plan` somewhere in `text`. Cost: as has_phrase.
    /// Requires: both are plans of one word.
    [[nodiscard]] bool has_neighbours(std::size_t plan, std::string_view text);

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
    /// Words that follow one another, by their numbers in words_.
    struct Row {
        std::size_t first = 0;
        std::size_t words = 0;
    };
    [[nodiscard]] Row row_of(std::size_t plan) const { return {first_words_[plan], plans_[plan]->words.size()}; }
    /// The tokens of a row that begins with the token `begin`.
    [[nodiscard]] static std::optional<std::vector<std::size_t>> row_at(Row row, const std::vector<Token>& tokens, std::size_t begin);
    void find_plan(std::size_t plan, std::string_view text, const std::vector<Token>& tokens, std::vector<Match>& found) const;

    /// The word of a row that texts are searched for.
    struct Anchor {
        std::size_t word = 0;
        WordBegins begins;
        bool has_neighbour_before = false;
        WordBegins neighbour;  // of the word of the row before it, or of the one after the first
    };
    [[nodiscard]] Anchor make_anchor(Row row) const;
    [[nodiscard]] static bool may_have_neighbour(const Anchor& anchor, std::string_view text, std::size_t at);
    [[nodiscard]] bool may_be_word(std::size_t number, std::string_view text, std::size_t at);
    [[nodiscard]] bool has_row(Row row, std::string_view text);
    [[nodiscard]] bool has_row_near(Row row, std::size_t anchor_word, std::string_view text, std::size_t at);

    const Index& index_;
    std::vector<const Plan*> plans_;
    TextOrigin origin_;
    std::vector<std::size_t> first_words_;  // of each plan, in words_
    std::vector<const Expansion*> words_;   // of all plans
    FormMatches no_matches_;                // of a word that is none of those wanted
    KeyBegins begins_;                      // of all forms wanted
    std::vector<std::string> parts_;        // of compounds that are wanted
    std::vector<Token> tokens_;
    std::map<std::pair<std::size_t, std::size_t>, std::unique_ptr<Anchor>> anchors_;  // by a row's first word and length
    std::unordered_map<std::string, FormMatches> known_;
    text::Stemmer stemmer_{text::StemLanguage::german};
};

}  // namespace lesesaal::search
