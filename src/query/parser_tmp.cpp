#include "query/expression.h"
#include "query/terms.h"
namespace lesesaal::query {
Query parse(std::string_view text, const ParseContext&) {
    Query q;
    bool wanted=false;
    for (const Term& t : parse_terms(text)) {
        Node n; n.kind=NodeKind::words; n.words=t.words; n.is_unfinished=t.kind==Term::Kind::prefix;
        if (t.is_excluded) { Node x; x.kind=NodeKind::none_of; x.children.push_back(n); q.root.children.push_back(x);} else {wanted=true; q.root.children.push_back(n);}
    }
    if (q.root.children.empty() && text.find_first_not_of(" \t\r\n")!=std::string_view::npos) q.problems.push_back({ProblemKind::no_word,{}});
    if (!q.root.children.empty() && !wanted) q.problems.push_back({ProblemKind::only_excluded,{}});
    return q;
}
bool has_words(const Node& n) { if (n.kind==NodeKind::words) return true; for (auto& c: n.children) if (has_words(c)) return true; return false; }
}
