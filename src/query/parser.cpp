#include <algorithm>
#include <utility>

#include "query/expression.h"
#include "query/filter.h"
#include "query/signs.h"
#include "query/tokens.h"

namespace lesesaal::query {
namespace {

using base::ByteRange;
using Kind = Token::Kind;

bool is_operand(const Token& token) { return token.kind == Kind::words || token.kind == Kind::open || token.kind == Kind::condition; }

/// Whether something is asked for, not only ruled out.
bool asks(const Node& node) {
    if (node.kind == NodeKind::none_of) return false;
    if (node.kind != NodeKind::all_of && node.kind != NodeKind::any_of) return true;
    return std::ranges::any_of(node.children, asks);
}

std::string_view cut_at_character(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end);
}

Node node_of(NodeKind kind, std::vector<Node> children, ByteRange at) {
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    node.at = at;
    return node;
}

/// What the parentheses around say of what is in them.
struct Surroundings {
    Scope scope = Scope::everywhere;
    bool is_excluded = false;
    std::size_t depth = 0;
};

class Parser {
public:
    Parser(std::string_view text, Tokens read) : text_(text), tokens_(std::move(read.tokens)), is_waiting_(read.is_waiting) {
        query_.problems = std::move(read.problems);
    }

    Query parse() {
        query_.root = node_of(NodeKind::all_of, parse_all({}), {0, text_.size()});
        if (query_.root.children.empty()) {
            if (!is_waiting_ && !is_blank()) tell(ProblemKind::no_word, {0, text_.size()});
        } else if (!asks(query_.root)) {
            tell(ProblemKind::only_excluded, {0, text_.size()});
        }
        return std::move(query_);
    }

private:
    [[nodiscard]] bool is_end() const { return at_ == tokens_.size(); }
    [[nodiscard]] bool is_at(Kind kind) const { return !is_end() && tokens_[at_].kind == kind; }
    void tell(ProblemKind kind, ByteRange at) { query_.problems.push_back({kind, at}); }

    [[nodiscard]] bool is_blank() const {
        for (std::size_t at = 0; at < text_.size(); at += sign_at(text_, at).bytes) {
            if (sign_at(text_, at).kind != Sign::Kind::space) return false;
        }
        return true;
    }

    bool take_terms(std::size_t count, ByteRange at) {
        if (is_full_) return false;
        is_full_ = terms_ + count > query_terms_max;
        if (is_full_) tell(ProblemKind::too_many_terms, {at.begin, text_.size()});
        else terms_ += count;
        return !is_full_;
    }

    /// Up to the parenthesis that ends it, or the end.
    std::vector<Node> parse_all(const Surroundings& around) {
        std::vector<Node> nodes;
        while (!is_end()) {
            if (is_at(Kind::close)) {
                if (around.depth > 0) break;
                tell(ProblemKind::stray_parenthesis, tokens_[at_++].at);
                continue;
            }
            if (is_waiting_ && at_ + 1 == tokens_.size() && !is_operand(tokens_[at_])) {
                ++at_;  // its other side is being typed
                continue;
            }
            if (!is_operand(tokens_[at_])) {
                // An operator that has no side: had it one, it would have been taken with the operand before.
                tell(ProblemKind::missing_operand, tokens_[at_].at);
                tokens_[at_].kind = Kind::words;
            }
            auto node = parse_any(around);
            if (!node) continue;
            if (node->kind == NodeKind::all_of) std::ranges::move(node->children, std::back_inserter(nodes));
            else nodes.push_back(std::move(*node));
        }
        return nodes;
    }

    /// Requires: an operand. Returns: nothing when all of its sides are left out.
    std::optional<Node> parse_any(const Surroundings& around) {
        std::vector<Node> sides;
        const std::size_t begin = tokens_[at_].at.begin;
        add_side(sides, parse_operand(around));
        while (is_at(Kind::any_of) && at_ + 1 < tokens_.size() && is_operand(tokens_[at_ + 1])) {
            ++at_;
            add_side(sides, parse_operand(around));
        }
        if (sides.empty()) return std::nullopt;
        if (sides.size() == 1) return std::move(sides.front());
        for (Node& side : sides) {
            if (side.kind != NodeKind::none_of) continue;
            const ByteRange at = side.at;
            std::vector<Node> only;
            only.push_back(std::move(side));
            side = node_of(NodeKind::all_of, std::move(only), at);
        }
        return node_of(NodeKind::any_of, std::move(sides), {begin, tokens_[at_ - 1].at.end});
    }

    static void add_side(std::vector<Node>& sides, std::optional<Node> node) {
        if (!node) return;
        if (node->kind == NodeKind::any_of) std::ranges::move(node->children, std::back_inserter(sides));
        else sides.push_back(std::move(*node));
    }

    std::optional<Node> parse_operand(const Surroundings& around) {
        const std::size_t first = at_;
        const bool is_excluded = tokens_[first].is_excluded;
        std::optional<Node> node;
        switch (tokens_[first].kind) {
        case Kind::open: node = parse_parenthesis(around); break;
        case Kind::condition: node = parse_condition(); break;
        default: node = parse_words(around); break;
        }
        if (!node || !is_excluded) return node;
        const ByteRange at{tokens_[first].at.begin, tokens_[at_ - 1].at.end};
        std::vector<Node> only;
        if (node->kind == NodeKind::none_of) {
            std::vector<Node> inner;
            inner.push_back(std::move(*node));
            only.push_back(node_of(NodeKind::all_of, std::move(inner), at));
        } else {
            only.push_back(std::move(*node));
        }
        return node_of(NodeKind::none_of, std::move(only), at);
    }

    std::optional<Node> parse_condition() {
        Token& token = tokens_[at_++];
        if (!take_terms(1, token.at)) return std::nullopt;
        token.condition.at = token.at;
        return std::move(token.condition);
    }

    std::optional<Node> parse_parenthesis(const Surroundings& around) {
        const Token& open = tokens_[at_];
        if (around.depth == query_depth_max) {
            leave_out_parenthesis();
            return std::nullopt;
        }
        const ByteRange opened = open.at;
        const Surroundings inside{open.scope.value_or(around.scope), around.is_excluded || open.is_excluded, around.depth + 1};
        ++at_;
        std::vector<Node> nodes = parse_all(inside);
        if (is_end()) tell(ProblemKind::unclosed_parenthesis, opened);
        else ++at_;
        if (nodes.empty()) return std::nullopt;
        if (nodes.size() == 1) return std::move(nodes.front());
        return node_of(NodeKind::all_of, std::move(nodes), {opened.begin, tokens_[at_ - 1].at.end});
    }

    void leave_out_parenthesis() {
        const std::size_t begin = tokens_[at_].at.begin;
        std::size_t open = 0;
        do {
            if (is_at(Kind::open)) ++open;
            if (is_at(Kind::close)) --open;
            ++at_;
        } while (open > 0 && !is_end());
        if (!is_too_deep_) tell(ProblemKind::too_deep, {begin, tokens_[at_ - 1].at.end});
        is_too_deep_ = true;
    }

    Node words_node(const Token& token, Scope scope, const Surroundings& around) const {
        Node node;
        node.kind = NodeKind::words;
        node.words = token.words;
        node.is_prefix = token.is_prefix;
        node.is_unfinished = token.is_unfinished && !token.is_excluded && !around.is_excluded;
        node.scope = scope;
        node.at = token.at;
        return node;
    }

    /// Words, alone or with those that are to stand near: of three in a row the first two, and the last two.
    std::optional<Node> parse_words(const Surroundings& around) {
        const Token& first = tokens_[at_++];
        const Scope scope = first.scope.value_or(around.scope);
        const bool is_taken = take_terms(1, first.at);
        Node left = words_node(first, scope, around);
        std::vector<Node> pairs;
        while (!first.is_excluded && is_near(scope)) {
            const int distance = tokens_[at_].distance;
            const Token& second = tokens_[at_ + 1];
            at_ += 2;
            if (!take_terms(pairs.empty() ? 1 : 2, second.at)) continue;
            Node right = words_node(second, scope, around);
            Node pair = node_of(NodeKind::near, {left, right}, {left.at.begin, right.at.end});
            pair.scope = scope;
            pair.distance = distance;
            pairs.push_back(std::move(pair));
            left = std::move(right);
        }
        if (!is_taken) return std::nullopt;
        if (pairs.empty()) return left;
        if (pairs.size() == 1) return std::move(pairs.front());
        const ByteRange at{first.at.begin, tokens_[at_ - 1].at.end};
        return node_of(NodeKind::all_of, std::move(pairs), at);
    }

    [[nodiscard]] bool is_near(Scope scope) const {
        if (!is_at(Kind::near) || at_ + 1 == tokens_.size()) return false;
        const Token& second = tokens_[at_ + 1];
        return second.kind == Kind::words && !second.is_excluded && second.scope.value_or(scope) == scope;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    bool is_waiting_ = false;
    std::size_t at_ = 0;
    std::size_t terms_ = 0;
    bool is_full_ = false;
    bool is_too_deep_ = false;
    Query query_;
};

}  // namespace

Query parse(std::string_view text, const ParseContext& context) {
    const std::string_view cut = cut_at_character(text, query_text_bytes_max);
    Query query = Parser{cut, read_tokens(cut, context)}.parse();
    if (cut.size() < text.size()) query.problems.push_back({ProblemKind::too_long, {cut.size(), text.size()}});
    return query;
}

bool has_words(const Node& node) {
    if (node.kind == NodeKind::none_of) return false;
    return node.kind == NodeKind::words || std::ranges::any_of(node.children, has_words);
}

Node without_places(Node node) {
    node.at = {};
    for (Node& child : node.children) child = without_places(std::move(child));
    return node;
}

}  // namespace lesesaal::query
