#pragma once
// An HTML document as a list of what stands in it, whoever parsed it.

#include <string>
#include <utility>
#include <vector>

namespace lesesaal::base {

/// In the order of the document. An element without text and children has an `open` and a `close` all the same.
struct MarkupToken {
    enum class Type { open, close, text };
    Type type = Type::text;
    std::string text;  // of open and close: the element's name in lower case; of text: the characters, entities resolved
    std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case
    bool operator==(const MarkupToken&) const = default;
};

constexpr std::size_t markup_tokens_max = 2'000'000;

}  // namespace lesesaal::base
