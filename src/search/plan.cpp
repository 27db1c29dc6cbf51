#include "search/plan.h"

#include "text/words.h"

namespace lesesaal::search {
namespace {

/// The words of what stands between two blanks: those that hyphens join are one ("E-Mail"), others are several ("16:30").
std::vector<std::string> units_of(std::string_view written) {
    std::vector<std::string> units;
    text::Word word;
    bool is_joined = false;
    std::size_t begin = 0;
    for (text::WordScanner scanner(written); scanner.next(word);) {
        if (!is_joined) begin = word.at.begin;
        if (is_joined) units.back() = written.substr(begin, word.at.end - begin);
        else units.emplace_back(written.substr(word.at.begin, word.at.size()));
        is_joined = word.joint != text::Joint::none;
    }
    return units;
}

std::vector<std::string> single_words_of(std::string_view unit) {
    std::vector<std::string> words;
    text::Word word;
    for (text::WordScanner scanner(unit); scanner.next(word);) words.emplace_back(unit.substr(word.at.begin, word.at.size()));
    return words;
}

void add_words(Plan& plan, const query::Node& node, Expander& expander) {
    for (std::size_t i = 0; i < node.words.size(); ++i) {
        const std::vector<std::string> units = units_of(node.words[i]);
        for (std::size_t k = 0; k < units.size(); ++k) {
            const bool is_last = i + 1 == node.words.size() && k + 1 == units.size();
            Completeness completeness = Completeness::whole;
            if (is_last && node.is_prefix) completeness = Completeness::begin;
            if (is_last && node.is_unfinished) completeness = Completeness::unfinished;
            Expansion expansion = expander.expand(units[k], completeness);
            const std::vector<std::string> singles = single_words_of(units[k]);
            if (!expansion.is_empty() || singles.size() < 2) {
                plan.words.push_back(std::move(expansion));
                continue;
            }
            // Nobody writes it as one word here: its words side by side.
            for (const std::string& single : singles) plan.words.push_back(expander.expand(single, &single == &singles.back() ? completeness : Completeness::whole));
        }
    }
}

void collect(const Plan& plan, std::vector<const Plan*>& found) {
    if (plan.kind == query::NodeKind::none_of) return;
    if (plan.kind == query::NodeKind::words) found.push_back(&plan);
    for (const Plan& child : plan.children) collect(child, found);
}

}  // namespace

Plan make_plan(const query::Node& root, Expander& expander) {
    Plan plan{.kind = root.kind, .node = &root, .scope = root.scope, .distance = root.distance};
    for (const query::Node& child : root.children) plan.children.push_back(make_plan(child, expander));
    if (root.kind == query::NodeKind::words) {
        add_words(plan, root, expander);
        if (plan.words.empty()) plan.kind = query::NodeKind::all_of;
    }
    return plan;
}

std::vector<const Plan*> wanted_words(const Plan& plan) {
    std::vector<const Plan*> found;
    collect(plan, found);
    return found;
}

}  // namespace lesesaal::search
