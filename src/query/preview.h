#pragma once
// How a text of the search box was understood, as values for an interface to say in its language:
// „Verwaltung“ · Titel: „Haushalt“ · ohne „Bremen“ · 1.9.–15.10.2025 · Thema: OZG · („a“ oder „b“)

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/expression.h"

namespace lesesaal::query {

enum class PreviewKind : std::uint8_t {
    words,   // `text`, in `scope`
    near,    // `items` are two of kind words, in `scope`, within `distance` words
    dates,   // `from` to `to`
    facet,   // `facet` is `text`
    mark,    // `mark`, or not where it is not wanted
    any_of,  // one of `items`
    all_of,  // all of `items`: inside any_of, or excluded together
};

struct PreviewItem {
    PreviewKind kind = PreviewKind::words;
    bool is_excluded = false;
    std::string text;        // as typed; the words of a phrase with a blank between
    bool is_prefix = false;  // the begin of a word. What is still being typed is not one
    Scope scope = Scope::everywhere;
    int distance = 0;
    std::optional<base::Date> from;
    std::optional<base::Date> to;
    Facet facet = Facet::topic;
    Mark mark = Mark::unread;
    bool is_mark_wanted = true;
    std::vector<PreviewItem> items;
    base::ByteRange at;  // in the text that was parsed

    bool operator==(const PreviewItem&) const = default;
};

/// All of the items are asked for, in the order of the text.
[[nodiscard]] std::vector<PreviewItem> preview(const Query& query);

/// Whether the text is nothing but words, without a sign of the query language and without a problem: then a preview says
/// nothing that the text does not say.
[[nodiscard]] bool is_plain(const Query& query);

}  // namespace lesesaal::query
