#pragma once
// Collects the words of articles and writes the index of a corpus.

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "search/lexicon.h"
#include "search/postings.h"

namespace lesesaal::search {

/// A word in the spelling of the lexicon: lower case, no accents, in umlauts, hyphens gone. Empty without letters.
[[nodiscard]] std::string word_key(std::string_view word);

enum class Language : std::uint8_t { german, english };
/// Of a BCP 47 tag; what is not English is taken for German.
[[nodiscard]] Language language_of(std::string_view tag);

struct ArticleTexts {
    std::string_view title;
    std::string_view lead;
    std::string_view body;
};

/// What is stored. The parts' keys are stretches of compounds, without what links them to the rest; with `modifier_mark` at
/// the end where something follows: a Datenbank stands under daten> and bank.
struct IndexParts {
    std::string words;          // a lexicon
    std::string word_postings;  // its lists
    std::string parts;          // a lexicon
    std::string part_postings;
};

constexpr char modifier_mark = '>';

/// The stretch that a key of the parts stands for.
[[nodiscard]] constexpr std::string_view part_of(std::string_view key) {
    if (key.ends_with(modifier_mark)) key.remove_suffix(1);
    return key;
}

/// Words that hyphens join are also one: "E-Government" stands under egovernment, "E-Mail-Adresse" under email,
/// mailadresse and emailadresse too.
constexpr std::size_t joined_words_max = 4;
constexpr std::size_t joined_bytes_max = 80;

class IndexBuilder {
public:
    /// `german`: as by CompoundSplitter. Lifetime: it must stay.
    explicit IndexBuilder(std::span<const std::string> german = {}) : german_(german) {}

    /// Requires: articles come by rising number, from 0.
    void add(std::uint32_t article, const ArticleTexts& texts, Language language);
    /// Cost: linear in the occurrences; splitting compounds is most of it.
    [[nodiscard]] IndexParts finish();

private:
    struct Form {
        PostingWriter postings;
        std::uint32_t article = 0;  // of `counts`
        Counts counts;
        std::uint32_t lower = 0;    // how often it was written without a capital at its begin
        std::uint32_t capital = 0;
        bool is_german = false;
        std::vector<std::pair<std::string, std::uint32_t>> spellings;
    };
    using Forms = std::unordered_map<std::string, Form>;
    void add_text(std::uint32_t article, std::string_view text, Counts one, Language language);
    void add_form(std::string key, std::string_view written, std::uint32_t article, Counts one, Language language);
    void flush(Form& form);
    [[nodiscard]] std::vector<Forms::iterator> sorted();
    [[nodiscard]] LexiconEntry entry_of(const std::string& key, const Form& form) const;

    std::span<const std::string> german_;
    Forms forms_;
};

}  // namespace lesesaal::search
