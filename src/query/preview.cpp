#include "query/preview.h"

#include <algorithm>

namespace lesesaal::query {
namespace {

PreviewItem item_of(const Node& node);

std::vector<PreviewItem> items_of(const std::vector<Node>& nodes) {
    std::vector<PreviewItem> items;
    items.reserve(nodes.size());
    for (const Node& node : nodes) items.push_back(item_of(node));
    return items;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

PreviewKind kind_of(NodeKind kind) {
    switch (kind) {
    case NodeKind::words: return PreviewKind::words;
    case NodeKind::near: return PreviewKind::near;
    case NodeKind::dates: return PreviewKind::dates;
    case NodeKind::facet: return PreviewKind::facet;
    case NodeKind::mark: return PreviewKind::mark;
    case NodeKind::any_of: return PreviewKind::any_of;
    case NodeKind::all_of:
    case NodeKind::none_of: break;
    }
    return PreviewKind::all_of;
}

PreviewItem item_of(const Node& node) {
    if (node.kind == NodeKind::none_of) {
        PreviewItem item = item_of(node.children.front());
        if (item.is_excluded) item = {.kind = PreviewKind::all_of, .items = {item}};  // "-(-a)"
        item.is_excluded = true;
        item.at = node.at;
        return item;
    }
    if (node.kind == NodeKind::all_of && node.children.size() == 1) return item_of(node.children.front());
    PreviewItem item;
    item.kind = kind_of(node.kind);
    item.text = node.kind == NodeKind::facet ? node.value : joined(node.words);
    item.is_prefix = node.is_prefix;
    item.scope = node.scope;
    item.distance = node.distance;
    item.from = node.from;
    item.to = node.to;
    item.facet = node.facet;
    item.mark = node.mark;
    item.is_mark_wanted = node.is_mark_wanted;
    item.items = items_of(node.children);
    item.at = node.at;
    return item;
}

}  // namespace

std::vector<PreviewItem> preview(const Query& query) { return items_of(query.root.children); }

bool is_plain(const Query& query) {
    return query.problems.empty() && std::ranges::all_of(query.root.children, [](const Node& node) {
        return node.kind == NodeKind::words && node.words.size() == 1 && node.scope == Scope::everywhere && !node.is_prefix;
    });
}

}  // namespace lesesaal::query
