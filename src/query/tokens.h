#pragma once
// The text of the search box cut into tokens: the first half of parse().

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/expression.h"

namespace lesesaal::query {

struct Token {
    enum class Kind : std::uint8_t { words, open, close, any_of, near, condition };
    Kind kind = Kind::words;
    bool is_excluded = false;
    std::optional<Scope> scope;      // of words and of what is in a parenthesis, where a field names it
    std::vector<std::string> words;  // of `any_of` and `near` too: the sign as it stands
    bool is_prefix = false;
    bool is_unfinished = false;
    int distance = 0;
    Node condition;  // of kind dates, facet or mark
    base::ByteRange at;
};

struct Tokens {
    std::vector<Token> tokens;
    std::vector<Problem> problems;
    bool is_waiting = false;  // the text ends in a field whose value is still being typed
};

/// Cost: linear.
[[nodiscard]] Tokens read_tokens(std::string_view text, const ParseContext& context);

}  // namespace lesesaal::query
