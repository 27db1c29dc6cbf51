#include "store/text_search.h"

#include <algorithm>

#include "store/conditions.h"
#include "store/search_tables.h"

namespace lesesaal::store {
namespace {

using base::Result;
using query::ArticleId;
using search::ArticleTexts;
using search::Plan;

constexpr std::string_view texts_sql = "SELECT title, lead, body FROM article_search WHERE id = ?1";

/// As few hits as this look like a slip of the finger when another word has so many times more.
constexpr std::size_t few_hits = 2;
constexpr std::uint32_t many_times_more = 10;

std::size_t count_hits(const search::Answer& answer) {
    return static_cast<std::size_t>(std::ranges::count(answer.is_hit, std::uint8_t{1}));
}

query::MatchRule rule_of(search::Rule rule) {
    switch (rule) {
    case search::Rule::exact: return query::MatchRule::exact;
    case search::Rule::stem: return query::MatchRule::stem;
    case search::Rule::spelling: return query::MatchRule::spelling;
    case search::Rule::prefix: return query::MatchRule::prefix;
    case search::Rule::part: return query::MatchRule::part;
    }
    return query::MatchRule::exact;
}

std::string note_of(const query::Query& query) {
    for (const query::Problem& problem : query.problems) {
        if (problem.kind == query::ProblemKind::only_excluded) return "note_only_excluded";
        if (problem.kind == query::ProblemKind::no_word) return "note_no_word";
    }
    return "";
}

std::string written_by(const Plan& plan) {
    std::string written;
    for (const search::Expansion& word : plan.words) written += (written.empty() ? "" : " ") + word.written;
    return written;
}

/// Adds what a text tells of each plan, where it is nearer than what is known.
void add_why(std::vector<query::Why>& why, const std::vector<const Plan*>& plans, std::string_view text, const std::vector<search::Match>& matches) {
    for (const search::Match& match : matches) {
        query::Why& one = why[match.plan];
        const query::MatchRule rule = rule_of(match.rule);
        if (!one.found.empty() && one.rule <= rule) continue;
        one = {written_by(*plans[match.plan]), std::string(text.substr(match.word.begin, match.word.size())), rule};
    }
}

}  // namespace

/// A query with all that it needs, none of which moves.
struct TextSearch::Prepared {
    query::Query query;
    Plan plan;
    std::vector<const Plan*> words;
    std::unique_ptr<search::Matcher> matcher;
    search::Progress progress;
    bool is_corrected = false;  // it is not what was typed
};

/// What would have been found by a query nearest to the one asked.
struct TextSearch::Corrected {
    query::Correction correction;
    std::unique_ptr<Prepared> prepared;
    search::Answer answer;
};

TextSearch::TextSearch(Statement texts, const Catalogue& catalogue, Connection& connection)
    : texts_(std::move(texts)), catalogue_(&catalogue), connection_(&connection) {}
TextSearch::~TextSearch() = default;
TextSearch::TextSearch(TextSearch&&) noexcept = default;
TextSearch& TextSearch::operator=(TextSearch&&) noexcept = default;

Result<TextSearch> TextSearch::open(Connection& connection, const Catalogue& catalogue) {
    Statement texts = TRY(connection.prepare(texts_sql));
    return TextSearch{std::move(texts), catalogue, connection};
}

Result<void> TextSearch::read_index() {
    if (index_) return {};
    std::vector<search::ArticleFacts> facts;
    const query::Overview& overview = catalogue_->overview;
    for (std::size_t i = 0; i < catalogue_->words.size(); ++i) {
        facts.push_back({catalogue_->words[i], catalogue_->is_english[i], overview.first_days[i]});
    }
    index_ = std::make_unique<search::Index>(TRY(read_search_index(*connection_, std::move(facts))));
    expander_ = std::make_unique<search::Expander>(*index_);
    evaluator_ = std::make_unique<search::Evaluator>(*index_);
    return {};
}

Result<const search::Index*> TextSearch::index() {
    TRY_VOID(read_index());
    return index_.get();
}

query::ParseContext TextSearch::parse_context() const {
    // Articles lie newest first.
    const std::vector<std::int32_t>& last = catalogue_->overview.last_days;
    if (last.empty() || last.front() == query::no_day) return {};
    return {base::from_days(last.front())};
}

std::unique_ptr<TextSearch::Prepared> TextSearch::prepare(query::Query query) {
    auto prepared = std::make_unique<Prepared>();
    prepared->query = std::move(query);
    prepared->plan = search::make_plan(prepared->query.root, *expander_);
    prepared->words = search::wanted_words(prepared->plan);
    prepared->matcher = std::make_unique<search::Matcher>(*index_, prepared->words);
    return prepared;
}

Result<ArticleTexts> TextSearch::read_texts(std::uint32_t article) {
    texts_.start().bind(1, std::int64_t{article} + 1);
    if (!TRY(texts_.step())) return base::fail(base::ErrorKind::bad_input, "the corpus database is damaged (its table 'article')");
    return ArticleTexts{texts_.text(0), texts_.text(1), texts_.text(2)};
}

search::Surroundings TextSearch::surroundings_of(const query::Filter& filter) {
    return {.texts = [this](std::uint32_t article) { return read_texts(article); },
            .conditions = [this, &filter](const query::Node& node, std::vector<std::uint8_t>& is_hit) {
                meet_node(is_hit, catalogue_->overview, filter, node);
            },
            .notes = filter.notes.get()};
}

/// Words that stand side by side as they were typed say more than the same words apart: the first hits are looked at again.
Result<void> TextSearch::favour_neighbours(search::Answer& answer) {
    constexpr std::size_t looked_at = 16;
    constexpr float gain = 0.8F;
    const std::size_t words = prepared_->words.size();
    const bool are_words = std::ranges::all_of(prepared_->words, [](const Plan* plan) { return plan->words.size() == 1; });
    if (words < 2 || !are_words) return {};
    std::vector<std::uint32_t> best;
    for (std::uint32_t i = 0; i < answer.is_hit.size(); ++i) {
        if (answer.is_hit[i]) best.push_back(i);
    }
    const auto is_better = [&](std::uint32_t a, std::uint32_t b) { return answer.scores[a] > answer.scores[b]; };
    const auto end = best.begin() + static_cast<std::ptrdiff_t>(std::min(looked_at, best.size()));
    std::partial_sort(best.begin(), end, best.end(), is_better);
    for (auto article = best.begin(); article != end; ++article) {
        const ArticleTexts texts = TRY(read_texts(*article));
        int pairs = 0;
        for (std::size_t word = 0; word + 1 < words; ++word) {
            const auto has_pair = [&](std::string_view text) { return prepared_->matcher->has_neighbours(word, text); };
            if (has_pair(texts.title) || has_pair(texts.lead) || has_pair(texts.body)) ++pairs;
        }
        answer.scores[*article] *= 1 + gain * static_cast<float>(pairs) / static_cast<float>(words - 1);
    }
    return {};
}

Result<std::optional<TextAnswer>> TextSearch::find(const query::Filter& filter, const std::function<bool()>& is_time_over) {
    query::Query query = query::parse(filter.text, parse_context());
    TextAnswer found{.note = note_of(query)};
    if (!found.note.empty() || query.root.children.empty()) {
        prepared_.reset();
        found.answer = {};
        return found.note.empty() ? std::nullopt : std::optional(std::move(found));
    }
    TRY_VOID(read_index());
    // A query that goes on in slices goes on where it was.
    const bool goes_on = prepared_ && prepared_text_ == filter.text && !prepared_->is_corrected;
    if (!goes_on) prepared_ = prepare(std::move(query));
    prepared_text_ = filter.text;
    found.has_words = !prepared_->words.empty();
    search::Surroundings surroundings = surroundings_of(filter);
    surroundings.progress = &prepared_->progress;
    surroundings.is_time_over = is_time_over;
    found.answer = TRY(evaluator_->evaluate(prepared_->plan, surroundings));
    if (!found.answer.is_whole) return found;
    surroundings.progress = nullptr;  // of another plan from here on
    surroundings.is_time_over = nullptr;
    if (!found.has_words || count_hits(found.answer) > few_hits) {
        TRY_VOID(favour_neighbours(found.answer));
        texts_.start();
        return found;
    }

    if (auto corrected = TRY(correct(filter, found.answer, surroundings))) {
        found.correction = std::move(corrected->correction);
        if (found.correction->is_applied) {
            prepared_ = std::move(corrected->prepared);
            found.answer = std::move(corrected->answer);
        }
    }
    texts_.start();
    return found;
}

/// Words that the corpus has in no way, or hardly, are replaced by the nearest of its lexicon, if that gives far more.
Result<std::optional<TextSearch::Corrected>> TextSearch::correct(const query::Filter& filter, const search::Answer& answer, const search::Surroundings& surroundings) {
    query::Correction correction{.is_applied = true};
    correction.text = filter.text;
    for (const Plan* plan : prepared_->words) {
        if (plan->scope == query::Scope::note) continue;
        for (const search::Expansion& word : plan->words) {
            const std::uint32_t articles = word.is_empty() ? 0 : evaluator_->articles_with(word);
            const std::size_t at = correction.text.find(word.written);
            if (articles > few_hits || at == std::string::npos) continue;
            const auto closest = search::find_closest(*index_, word.written, std::max<std::uint32_t>(1, articles * many_times_more));
            if (!closest || word.forms.contains(closest->key)) continue;
            correction.is_applied = correction.is_applied && articles == 0;
            const std::string to = closest->written();
            correction.text.replace(at, word.written.size(), to);
            correction.from += (correction.from.empty() ? "" : " ") + word.written;
            correction.to += (correction.to.empty() ? "" : " ") + to;
        }
    }
    if (correction.from.empty()) return std::nullopt;
    Corrected corrected{std::move(correction), nullptr, {}};
    corrected.prepared = prepare(query::parse(corrected.correction.text + " ", parse_context()));
    corrected.prepared->is_corrected = true;
    corrected.answer = TRY(evaluator_->evaluate(corrected.prepared->plan, surroundings));
    const std::size_t more = count_hits(corrected.answer);
    if (more == 0 || more < count_hits(answer) * many_times_more) return std::nullopt;
    return corrected;
}

Result<TextSearch::Prepared*> TextSearch::prepared_to_mark(std::string_view text) {
    Prepared* known = prepared_ && prepared_text_ == text ? prepared_.get() : nullptr;
    if (!known && marked_ && marked_text_ == text) known = marked_.get();
    if (!known) {
        // The search itself may still go on: what it has found so far must stay.
        query::Query query = query::parse(text, parse_context());
        if (!query::has_words(query.root)) return nullptr;
        TRY_VOID(read_index());
        marked_text_ = text;
        marked_ = prepare(std::move(query));
        known = marked_.get();
    }
    return known->words.empty() ? nullptr : known;
}

Result<std::optional<ArticleMarks>> TextSearch::mark(std::string_view text, ArticleId id, Extent extent) {
    Prepared* prepared = TRY(prepared_to_mark(text));
    if (!prepared) return std::nullopt;
    const ArticleTexts texts = TRY(read_texts(static_cast<std::uint32_t>(id)));
    ArticleMarks marks{.title = std::string(texts.title)};
    marks.why.resize(prepared->words.size());
    const search::TextMatches title = prepared->matcher->find(texts.title);
    add_why(marks.why, prepared->words, texts.title, title.matches);
    marks.title_ranges = search::ranges_of(title.matches);
    for (const bool is_lead : {true, false}) {
        const std::string_view part = is_lead ? texts.lead : texts.body;
        const search::TextMatches found = prepared->matcher->find(part);
        add_why(marks.why, prepared->words, part, found.matches);
        if (extent == Extent::everything) (is_lead ? marks.lead_ranges : marks.body_ranges) = search::ranges_of(found.matches);
        if (!marks.snippet.text.empty()) continue;
        if (auto snippet = search::make_snippet(part, found)) marks.snippet = std::move(*snippet);
    }
    texts_.start();
    std::erase_if(marks.why, [](const query::Why& why) { return why.found.empty(); });
    return marks;
}

}  // namespace lesesaal::store
