#pragma once
// Which articles answer a query, and how well: Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
// 2009) over the parts of an article, with a little more for what is new.

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "search/index.h"
#include "search/matcher.h"
#include "search/plan.h"

namespace lesesaal::search {

/// By article.
struct Answer {
    /// False when time was over before all texts that had to be read were: some hits are missing then.
    bool is_whole = true;
    std::vector<std::uint8_t> is_hit;
    std::vector<float> scores;  // greater is better; 0 where nothing was asked for by words
};

/// What reading texts has told so far, kept while a query is answered in slices.
class Progress {
public:
    enum class Verdict : std::uint8_t { unknown, yes, no };
    struct Read {
        std::vector<Verdict> verdicts;  // by article
        std::unique_ptr<Matcher> matcher;
    };
    [[nodiscard]] Read& of(const Plan& plan) { return reads_[&plan]; }

private:
    std::unordered_map<const Plan*, Read> reads_;
};

/// What an evaluation needs from outside. Conditions sets is_hit for the nodes that are no words.
struct Surroundings {
    std::function<base::Result<ArticleTexts>(std::uint32_t article)> texts;  // lifetime of the texts: until the next call
    std::function<void(const query::Node& node, std::vector<std::uint8_t>& is_hit)> conditions;
    const std::vector<query::NoteText>* notes = nullptr;  // may be null
    std::function<bool()> is_time_over;                    // may be null: there is all the time
    Progress* progress = nullptr;                          // of this plan; may be null: nothing is kept
};

/// A word in the title counts as five in the body, one in the lead or in a note as two.
constexpr float title_weight = 5;
constexpr float lead_weight = 2;
constexpr float note_weight = 2;

/// What an article of today gains over one that is endlessly old, and after how many days half of that is gone.
constexpr float recency_gain = 0.12F;
constexpr float recency_half_days = 365;

class Evaluator {
public:
    /// Lifetime: the index must stay.
    explicit Evaluator(const Index& index);

    /// Cost: linear in the articles and in the lists of the words; several words in a row, NAHE and notes read texts.
    [[nodiscard]] base::Result<Answer> evaluate(const Plan& plan, const Surroundings& surroundings);

    /// In how many articles a word stands.
    [[nodiscard]] std::uint32_t articles_with(const Expansion& word) const;

private:
    using Frequencies = std::vector<float>;
    [[nodiscard]] base::Result<Answer> evaluate_node(const Plan& plan, const Surroundings& surroundings);
    [[nodiscard]] base::Result<Answer> evaluate_words(const Plan& plan, const Surroundings& surroundings);
    [[nodiscard]] base::Result<Answer> evaluate_near(const Plan& plan, const Surroundings& surroundings);
    [[nodiscard]] base::Result<Answer> evaluate_all(const Plan& plan, const Surroundings& surroundings);
    /// Keeps of the hits those whose texts hold what a plan asks for.
    [[nodiscard]] base::Result<void> keep_holding(Answer& answer, const Plan& plan, std::vector<const Plan*> words, query::Scope scope, const Surroundings& surroundings);
    void add_frequencies(Frequencies& frequencies, const Expansion& word, query::Scope scope) const;
    [[nodiscard]] double rarity(std::size_t hits) const;
    void add_scores(Answer& answer, const Frequencies& frequencies) const;
    void add_notes(Answer& answer, const Plan& plan, const Surroundings& surroundings) const;
    [[nodiscard]] Answer nothing() const;
    [[nodiscard]] Answer everything() const;

    const Index& index_;
    std::vector<float> lengths_;   // by article: BM25's norm of the length
    std::vector<float> recency_;   // by article: the factor
};

}  // namespace lesesaal::search
