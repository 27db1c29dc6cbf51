#include "search/evaluator.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lesesaal::search {
namespace {

using base::Result;
using query::NodeKind;
using query::Scope;

// BM25's usual constants: how soon repetition stops to count, and how much length does.
constexpr float k1 = 1.2F;
constexpr float b = 0.75F;

/// What a byte of counts is worth in a scope.
std::array<float, 256> weights_of(Scope scope) {
    std::array<float, 256> weights{};
    const bool is_everywhere = scope == Scope::everywhere;
    for (std::size_t packed = 0; packed < weights.size(); ++packed) {
        float sum = 0;
        if (is_everywhere || scope == Scope::title) sum += title_weight * static_cast<float>(packed >> 6);
        if (is_everywhere || scope == Scope::lead) sum += lead_weight * static_cast<float>(packed >> 4 & 3);
        if (is_everywhere || scope == Scope::body) sum += static_cast<float>(packed & 15);
        weights[packed] = sum;
    }
    return weights;
}

/// The texts of an article that a scope covers.
std::vector<std::string_view> fields_of(const ArticleTexts& texts, Scope scope) {
    switch (scope) {
    case Scope::title: return {texts.title};
    case Scope::lead: return {texts.lead};
    case Scope::body: return {texts.body};
    case Scope::note: return {};
    case Scope::everywhere: return {texts.title, texts.lead, texts.body};
    }
    return {};
}

/// Both must be hits; scores add up.
void keep_common(Answer& answer, const Answer& other) {
    answer.is_whole = answer.is_whole && other.is_whole;
    for (std::size_t i = 0; i < answer.is_hit.size(); ++i) {
        answer.is_hit[i] &= other.is_hit[i];
        answer.scores[i] += other.scores[i];
    }
}

}  // namespace

Evaluator::Evaluator(const Index& index) : index_(index) {
    const std::vector<ArticleFacts>& articles = index.articles();
    double words = 0;
    std::int32_t newest = ArticleFacts::no_day;
    for (const ArticleFacts& article : articles) {
        words += article.words;
        newest = std::max(newest, article.day);
    }
    const double mean = words > 0 ? words / static_cast<double>(articles.size()) : 1;
    for (const ArticleFacts& article : articles) {
        lengths_.push_back(k1 * (1 - b + b * static_cast<float>(article.words / mean)));
        const bool is_dated = article.day != ArticleFacts::no_day;
        const float age = is_dated ? static_cast<float>(newest) - static_cast<float>(article.day) : 0;
        recency_.push_back(is_dated ? 1 + recency_gain * std::exp2(-age / recency_half_days) : 1);
    }
}

Answer Evaluator::nothing() const {
    return {true, std::vector<std::uint8_t>(lengths_.size(), 0), std::vector<float>(lengths_.size(), 0)};
}

Answer Evaluator::everything() const {
    return {true, std::vector<std::uint8_t>(lengths_.size(), 1), std::vector<float>(lengths_.size(), 0)};
}

Result<Answer> Evaluator::evaluate(const Plan& plan, const Surroundings& surroundings) {
    Answer answer = TRY(evaluate_node(plan, surroundings));
    for (std::size_t i = 0; i < answer.scores.size(); ++i) answer.scores[i] *= recency_[i];
    return answer;
}

Result<Answer> Evaluator::evaluate_node(const Plan& plan, const Surroundings& surroundings) {
    switch (plan.kind) {
    case NodeKind::all_of: return evaluate_all(plan, surroundings);
    case NodeKind::words: return evaluate_words(plan, surroundings);
    case NodeKind::near: return evaluate_near(plan, surroundings);
    case NodeKind::any_of: {
        Answer answer = nothing();
        for (const Plan& child : plan.children) {
            const Answer one = TRY(evaluate_node(child, surroundings));
            answer.is_whole = answer.is_whole && one.is_whole;
            for (std::size_t i = 0; i < answer.is_hit.size(); ++i) {
                if (one.is_hit[i]) answer.is_hit[i] = 1;
                if (one.is_hit[i]) answer.scores[i] += one.scores[i];
            }
        }
        return answer;
    }
    case NodeKind::none_of: {
        Answer answer = everything();
        for (const Plan& child : plan.children) {
            const Answer one = TRY(evaluate_node(child, surroundings));
            answer.is_whole = answer.is_whole && one.is_whole;
            for (std::size_t i = 0; i < answer.is_hit.size(); ++i) if (one.is_hit[i]) answer.is_hit[i] = 0;
        }
        return answer;
    }
    case NodeKind::dates:
    case NodeKind::facet:
    case NodeKind::mark: {
        Answer answer = nothing();
        if (surroundings.conditions) surroundings.conditions(*plan.node, answer.is_hit);
        return answer;
    }
    }
    return nothing();
}

Result<Answer> Evaluator::evaluate_all(const Plan& plan, const Surroundings& surroundings) {
    Answer answer;
    for (const Plan& child : plan.children) {
        Answer one = TRY(evaluate_node(child, surroundings));
        if (answer.is_hit.empty()) answer = std::move(one);
        else keep_common(answer, one);
    }
    if (answer.is_hit.empty() && !lengths_.empty()) return everything();
    return answer;
}

void Evaluator::add_frequencies(Frequencies& frequencies, const Expansion& word, Scope scope) const {
    const std::array<float, 256> weights = weights_of(scope);
    for (const Source& source : word.sources) {
        PostingReader reader(source.postings);
        while (reader.next()) {
            const auto article = static_cast<std::size_t>(reader.article());
            if (article >= frequencies.size()) break;  // of a damaged list
            if (source.is_english_only && !index_.articles()[article].is_english) continue;
            frequencies[article] += source.weight * weights[reader.packed()];
        }
    }
}

double Evaluator::rarity(std::size_t hits) const {
    const auto rows = static_cast<double>(hits);
    return std::log(1 + std::max(0.0, static_cast<double>(lengths_.size()) - rows + 0.5) / (rows + 0.5));
}

void Evaluator::add_scores(Answer& answer, const Frequencies& frequencies) const {
    const auto hits = static_cast<std::size_t>(std::ranges::count_if(frequencies, [](float one) { return one > 0; }));
    const auto rare = static_cast<float>(rarity(hits));
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        answer.scores[i] += rare * frequencies[i] * (k1 + 1) / (frequencies[i] + lengths_[i]);
        if (frequencies[i] <= 0) answer.is_hit[i] = 0;
    }
}

std::uint32_t Evaluator::articles_with(const Expansion& word) const {
    Frequencies frequencies(lengths_.size(), 0);
    add_frequencies(frequencies, word, Scope::everywhere);
    return static_cast<std::uint32_t>(std::ranges::count_if(frequencies, [](float one) { return one > 0; }));
}

Result<Answer> Evaluator::evaluate_words(const Plan& plan, const Surroundings& surroundings) {
    Answer answer = plan.scope == Scope::note ? nothing() : everything();
    if (plan.scope != Scope::note) {
        for (const Expansion& word : plan.words) {
            Frequencies frequencies(lengths_.size(), 0);
            add_frequencies(frequencies, word, plan.scope);
            add_scores(answer, frequencies);
        }
        if (plan.words.size() > 1) TRY_VOID(keep_holding(answer, plan, {&plan}, plan.scope, surroundings));
        // What the last word alone gave is no score of an article that lacks another.
        for (std::size_t i = 0; i < answer.is_hit.size(); ++i) {
            if (!answer.is_hit[i]) answer.scores[i] = 0;
        }
    }
    if (plan.scope == Scope::everywhere || plan.scope == Scope::note) add_notes(answer, plan, surroundings);
    return answer;
}

void Evaluator::add_notes(Answer& answer, const Plan& plan, const Surroundings& surroundings) const {
    if (!surroundings.notes || surroundings.notes->empty()) return;
    Matcher matcher(index_, {&plan}, TextOrigin::notes);
    for (const query::NoteText& note : *surroundings.notes) {
        const auto article = static_cast<std::size_t>(note.article);
        if (article >= answer.is_hit.size() || !matcher.has_phrase(0, note.text)) continue;
        answer.is_hit[article] = 1;
        answer.scores[article] += note_weight;
    }
}

Result<Answer> Evaluator::evaluate_near(const Plan& plan, const Surroundings& surroundings) {
    if (plan.children.size() != 2) return nothing();
    Answer answer = TRY(evaluate_all(plan, surroundings));
    const std::vector<const Plan*> sides = wanted_words(plan);
    if (sides.size() != 2) return answer;
    TRY_VOID(keep_holding(answer, plan, sides, sides[0]->scope, surroundings));
    return answer;
}

Result<void> Evaluator::keep_holding(Answer& answer, const Plan& plan, std::vector<const Plan*> words, Scope scope, const Surroundings& surroundings) {
    constexpr unsigned texts_between_looks = 8;  // at the clock
    Progress own;
    Progress::Read& read = (surroundings.progress ? *surroundings.progress : own).of(plan);
    const bool is_near = words.size() == 2;
    if (!read.matcher) {
        read.matcher = std::make_unique<Matcher>(index_, std::move(words));
        read.verdicts.assign(answer.is_hit.size(), Progress::Verdict::unknown);
    }
    const auto holds = [&](std::string_view field) { return is_near ? read.matcher->has_near(0, 1, plan.distance, field) : read.matcher->has_phrase(0, field); };
    unsigned texts_read = 0;
    for (std::uint32_t article = 0; article < answer.is_hit.size(); ++article) {
        if (!answer.is_hit[article]) continue;
        Progress::Verdict& verdict = read.verdicts[article];
        if (verdict == Progress::Verdict::unknown && answer.is_whole) {
            const bool is_over = surroundings.is_time_over && ++texts_read % texts_between_looks == 0 && surroundings.is_time_over();
            if (is_over) answer.is_whole = false;
        }
        if (verdict == Progress::Verdict::unknown && answer.is_whole) {
            const ArticleTexts texts = TRY(surroundings.texts(article));
            verdict = std::ranges::any_of(fields_of(texts, scope), holds) ? Progress::Verdict::yes : Progress::Verdict::no;
        }
        answer.is_hit[article] = verdict == Progress::Verdict::yes ? 1 : 0;
    }
    return {};
}

}  // namespace lesesaal::search
