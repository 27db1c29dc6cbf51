#pragma once
// What holds of any text of the search box: the fuzzer and the unit tests ask it.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/check.h"
#include "query/completion.h"
#include "query/expression.h"
#include "query/preview.h"

namespace lesesaal::query {

inline Overview overview_of_fuzz() {
    Overview overview;
    overview.facets[index_of(Facet::topic)] = {{"open-data", "Open Data und Statistik", "Open data", 30}, {"ki", "„KI“", "“AI”", 3}, {"§", "(§)", "", 1}};
    overview.facets[index_of(Facet::place)] = {{"bremen", "Bremen", "Bremen", 9}};
    overview.first_days = {20'000, 18'000, no_day};
    overview.last_days = {20'001, 19'000, no_day};
    return overview;
}

/// Returns: how many leaves the tree has.
inline std::size_t check_node(const Node& node, NodeKind around, std::size_t text_bytes) {
    LESESAAL_CHECK(node.at.begin <= node.at.end);
    LESESAAL_CHECK(node.at.end <= text_bytes);
    switch (node.kind) {
    case NodeKind::any_of: LESESAAL_CHECK(node.children.size() >= 2); break;
    case NodeKind::none_of:
        LESESAAL_CHECK(node.children.size() == 1);
        LESESAAL_CHECK(around == NodeKind::all_of);
        break;
    case NodeKind::near:
        LESESAAL_CHECK(node.children.size() == 2);
        for (const Node& child : node.children) {
            LESESAAL_CHECK(child.kind == NodeKind::words);
            LESESAAL_CHECK(child.scope == node.scope);
        }
        break;
    case NodeKind::words:
        LESESAAL_CHECK(!node.words.empty());
        for (const std::string& word : node.words) LESESAAL_CHECK(!word.empty());
        break;
    case NodeKind::dates: LESESAAL_CHECK(node.from || node.to); break;
    case NodeKind::facet: LESESAAL_CHECK(!node.value.empty()); break;
    case NodeKind::all_of:
    case NodeKind::mark: break;
    }
    if (node.children.empty()) return node.kind == NodeKind::all_of ? 0 : 1;
    std::size_t leaves = 0;
    for (const Node& child : node.children) leaves += check_node(child, node.kind, text_bytes);
    return leaves;
}

inline void check_parsed(std::string_view text, const ParseContext& context) {
    const Query query = parse(text, context);
    LESESAAL_CHECK(query.root.kind == NodeKind::all_of);
    LESESAAL_CHECK(check_node(query.root, NodeKind::any_of, text.size()) <= query_terms_max);
    for (const Problem& problem : query.problems) {
        LESESAAL_CHECK(problem.at.begin <= problem.at.end);
        LESESAAL_CHECK(problem.at.end <= text.size());
    }
    LESESAAL_CHECK(preview(query).size() == query.root.children.size());
    LESESAAL_CHECK(!is_plain(query) || query.problems.empty());
    const std::string normal = to_text(query);
    if (normal.size() > query_text_bytes_max) return;
    const Query again = parse(normal, context);
    LESESAAL_CHECK(without_places(again.root) == without_places(query.root));
    LESESAAL_CHECK(to_text(again) == normal);
}

inline void check_completed(std::string_view text, std::size_t caret, const Overview& overview) {
    for (const Language language : {Language::de, Language::en}) {
        const std::vector<Completion> completions = complete(text, caret, overview, language);
        LESESAAL_CHECK(completions.size() <= completions_max);
        for (const Completion& completion : completions) {
            LESESAAL_CHECK(completion.replaced.begin <= caret);
            const bool is_inside_character = caret < text.size() && (static_cast<unsigned char>(text[caret]) & 0xc0) == 0x80;
            LESESAAL_CHECK(completion.replaced.end >= caret || is_inside_character);
            const Completed completed = apply(text, completion);
            LESESAAL_CHECK(completed.caret <= completed.text.size());
            LESESAAL_CHECK(std::string_view(completed.text).substr(0, completed.caret).ends_with(completion.text));
        }
    }
}

inline void check_query(std::string_view text) {
    check_parsed(text, {});
    check_parsed(text, {.today = base::Date{2025, 10, 14}});
    static const Overview overview = overview_of_fuzz();
    // The end, and some places before it.
    const std::size_t step = 1 + text.size() / 8;
    for (std::size_t back = 0; back <= text.size(); back += step) check_completed(text, text.size() - back, overview);
}

}  // namespace lesesaal::query
