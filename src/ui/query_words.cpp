#include "ui/query_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "query/fold.h"
#include "ui/dates.h"

namespace lesesaal::ui {
namespace {

using query::PreviewItem;
using query::PreviewKind;

std::string words_of(const Frame& frame, const PreviewItem& item);

std::string in_scope(const Frame& frame, query::Scope scope, std::string what) {
    switch (scope) {
        case query::Scope::everywhere: break;
        case query::Scope::title: return frame.words.with(Say::understood_title, {{"what", what}});
        case query::Scope::lead: return frame.words.with(Say::understood_lead, {{"what", what}});
        case query::Scope::body: return frame.words.with(Say::understood_body, {{"what", what}});
        case query::Scope::note: return frame.words.with(Say::understood_note, {{"what", what}});
    }
    return what;
}

std::string quoted(const Frame& frame, const PreviewItem& item) {
    return frame.words.with(item.is_prefix ? Say::understood_begin : Say::understood_words, {{"text", item.text}});
}

/// As the search itself compares what was typed.
bool is_named(const query::FacetValue& value, std::string_view folded) {
    return query::fold_name(value.slug) == folded || query::fold_name(value.label_de) == folded || query::fold_name(value.label_en) == folded;
}

std::string facet_words(const Frame& frame, const PreviewItem& item) {
    constexpr Say names[] = {Say::palette_topic, Say::palette_place, Say::palette_organisation, Say::understood_source};
    const Say name = names[query::index_of(item.facet)];
    const std::vector<query::FacetValue>& values = frame.state.overview.of(item.facet);
    const std::string folded = query::fold_name(item.text);
    const auto value = std::ranges::find_if(values, [&](const query::FacetValue& one) { return is_named(one, folded); });
    if (value != values.end()) return frame.words.with(name, {{"name", frame.label_of(*value)}});
    return frame.words.with(Say::understood_unknown, {{"what", frame.words.with(name, {{"name", item.text}})}});
}

/// What is not to be marked so reads as a mark of its own.
std::string mark_words(const Frame& frame, query::Mark mark, bool is_wanted) {
    switch (mark) {
        case query::Mark::unread: break;
        case query::Mark::bookmarked: return std::string(frame.say(is_wanted ? Say::understood_bookmarked : Say::understood_not_bookmarked));
        case query::Mark::noted: return std::string(frame.say(is_wanted ? Say::understood_noted : Say::understood_not_noted));
    }
    return std::string(frame.say(is_wanted ? Say::understood_unread : Say::understood_read));
}

std::string joined(const Frame& frame, const PreviewItem& item) {
    const Say link = item.kind == PreviewKind::any_of ? Say::understood_or : Say::understood_and;
    std::string text;
    for (const PreviewItem& part : item.items) {
        const bool is_group = part.items.size() > 1 && part.kind != item.kind && !part.is_excluded;
        const std::string words = is_group ? "(" + words_of(frame, part) + ")" : words_of(frame, part);
        text = text.empty() ? words : frame.words.with(link, {{"first", text}, {"second", words}});
    }
    return text;
}

std::string plain_words(const Frame& frame, const PreviewItem& item) {
    switch (item.kind) {
        case PreviewKind::words: return in_scope(frame, item.scope, quoted(frame, item));
        case PreviewKind::near: {
            if (item.items.size() != 2) break;
            // The scope is that of both.
            const std::string first = quoted(frame, item.items[0]);
            const std::string second = quoted(frame, item.items[1]);
            return in_scope(frame, item.scope, frame.words.count(Say::understood_near, item.distance, {{"first", first}, {"second", second}}));
        }
        case PreviewKind::dates: return range_label(item.from, item.to, frame.words.language());
        case PreviewKind::facet: return facet_words(frame, item);
        case PreviewKind::mark: return mark_words(frame, item.mark, item.is_mark_wanted != item.is_excluded);
        case PreviewKind::any_of:
        case PreviewKind::all_of: break;
    }
    return joined(frame, item);
}

std::string words_of(const Frame& frame, const PreviewItem& item) {
    const std::string words = plain_words(frame, item);
    if (!item.is_excluded || item.kind == PreviewKind::mark) return words;
    return frame.words.with(Say::without, {{"name", item.items.size() > 1 && item.kind != PreviewKind::near ? "(" + words + ")" : words}});
}

}  // namespace

std::string understood_text(const Frame& frame) {
    std::string text;
    for (const PreviewItem& item : frame.state.query_box.understood) {
        if (!text.empty()) text += " · ";
        text += words_of(frame, item);
    }
    return text;
}

}  // namespace lesesaal::ui
