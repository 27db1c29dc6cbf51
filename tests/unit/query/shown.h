#pragma once
// A query as a line: both sides of a test can be read.

#include <string>

#include "query/expression.h"

namespace lesesaal::query {

inline std::string shown(const Node& node);

inline std::string shown_list(const std::vector<Node>& nodes, std::string_view between) {
    std::string line;
    for (const Node& node : nodes) {
        if (!line.empty()) line += between;
        line += shown(node);
    }
    return line;
}

/// Words as [a], phrases as [a b], [a*] a begin, [a~] unfinished, [title: a] with a scope; {…} all of, <a | b> any of, !a none of,
/// (a 5 b) near, {from..to}, topic=value, +unread and -unread.
inline std::string shown(const Node& node) {
    static constexpr const char* scopes[] = {"", "title: ", "lead: ", "body: ", "note: "};
    static constexpr const char* facets[] = {"topic=", "place=", "organisation=", "source="};
    switch (node.kind) {
    case NodeKind::all_of: return "{" + shown_list(node.children, " ") + "}";
    case NodeKind::any_of: return "<" + shown_list(node.children, " | ") + ">";
    case NodeKind::none_of: return "!" + shown_list(node.children, " ? ");
    case NodeKind::near: return "(" + shown_list(node.children, " " + std::to_string(node.distance) + " ") + ")";
    case NodeKind::dates: return (node.from ? base::to_iso(*node.from) : "") + ".." + (node.to ? base::to_iso(*node.to) : "");
    case NodeKind::facet: return facets[index_of(node.facet)] + node.value;
    case NodeKind::mark: {
        const char* name = node.mark == Mark::unread ? "unread" : node.mark == Mark::bookmarked ? "bookmarked" : "noted";
        return std::string(node.is_mark_wanted ? "+" : "-") + name;
    }
    case NodeKind::words: break;
    }
    std::string line = std::string("[") + scopes[static_cast<std::size_t>(node.scope)];
    for (const std::string& word : node.words) line += (&word == &node.words.front() ? "" : " ") + word;
    return line + (node.is_prefix ? "*" : "") + (node.is_unfinished ? "~" : "") + "]";
}

inline std::string shown(const Query& query) {
    static constexpr const char* problems[] = {"unclosed_quote", "unclosed_parenthesis", "stray_parenthesis", "missing_operand", "unknown_value",
                                               "too_long",       "too_many_terms",       "too_deep",          "only_excluded",   "no_word"};
    std::string line = shown_list(query.root.children, " ");
    for (const Problem& problem : query.problems) line += std::string(line.empty() ? "" : " ") + "! " + problems[static_cast<std::size_t>(problem.kind)];
    return line;
}

/// A Tuesday.
inline const ParseContext some_day{.today = base::Date{2025, 10, 14}};

inline std::string shown(std::string_view text) { return shown(parse(text, some_day)); }

}  // namespace lesesaal::query
