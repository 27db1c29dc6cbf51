#include "platform/native/markup_native.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string_view>

namespace lesesaal::platform::native {
namespace {

using base::ErrorKind;
using base::fail;
using base::MarkupToken;

/// Gumbo frees its tree by recursion, which deep nesting would make overflow the stack. So its memory is given back in one go.
class Memory {
public:
    Memory() = default;
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    ~Memory() {
        while (first_.next != &first_) release(first_.next);
    }

    static void* allocate(void* memory, std::size_t bytes) {
        void* place = std::malloc(sizeof(Link) + bytes);
        // Gumbo does not look whether there was memory.
        if (!place) std::abort();
        Link& first = static_cast<Memory*>(memory)->first_;
        auto* link = new (place) Link{&first, first.next};
        first.next->previous = link;
        first.next = link;
        return link + 1;
    }

    static void deallocate(void*, void* block) {
        if (block) release(static_cast<Link*>(block) - 1);
    }

private:
    struct alignas(std::max_align_t) Link {
        Link* previous;
        Link* next;
    };

    static void release(Link* link) {
        link->previous->next = link->next;
        link->next->previous = link->previous;
        std::free(link);
    }

    Link first_{&first_, &first_};
};

std::string lower(std::string_view text) {
    std::string name(text);
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return piece.data ? lower({piece.data, piece.length}) : std::string{};
}

const GumboVector* children_of(const GumboNode& node) {
    switch (node.type) {
    case GUMBO_NODE_DOCUMENT: return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return &node.v.element.children;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_WHITESPACE: break;
    }
    return nullptr;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

MarkupToken open_token(const GumboElement& element) {
    MarkupToken token{.type = MarkupToken::Type::open, .text = name_of(element)};
    for (unsigned int i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        token.attributes.emplace_back(lower(attribute.name), attribute.value);
    }
    return token;
}

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

/// The tokens of what is in `document`, without recursion.
std::vector<MarkupToken> tokens_of(const GumboNode& document) {
    struct Level {
        const GumboNode* node;
        unsigned int next = 0;  // of its children
    };
    std::vector<MarkupToken> tokens;
    std::vector<Level> levels{{&document}};
    while (!levels.empty()) {
        const GumboNode& node = *levels.back().node;
        const GumboVector* children = children_of(node);
        if (children && levels.back().next < children->length) {
            const auto& child = *static_cast<const GumboNode*>(children->data[levels.back().next++]);
            if (is_text(child)) tokens.push_back({.type = MarkupToken::Type::text, .text = child.v.text.text});
            if (!is_element(child)) continue;
            tokens.push_back(open_token(child.v.element));
            levels.push_back({&child});
            continue;
        }
        if (is_element(node)) tokens.push_back({.type = MarkupToken::Type::close, .text = name_of(node.v.element)});
        levels.pop_back();
    }
    return tokens;
}

}  // namespace

base::Result<std::vector<MarkupToken>> NativeMarkup::parse(const std::string& html) const {
    const auto too_large = [] { return fail(ErrorKind::too_large, "the HTML has more than 2,000,000 elements and texts"); };
    if (static_cast<std::size_t>(std::ranges::count(html, '<')) > base::markup_tokens_max) return too_large();
    Memory memory;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Memory::allocate;
    options.deallocator = Memory::deallocate;
    options.userdata = &memory;
    options.max_errors = 0;
    const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
    std::vector<MarkupToken> tokens = tokens_of(*output->document);
    if (tokens.size() > base::markup_tokens_max) return too_large();
    return tokens;
}

}  // namespace lesesaal::platform::native
