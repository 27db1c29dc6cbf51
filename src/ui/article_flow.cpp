#include "ui/article_flow.h"

#include <algorithm>

namespace lesesaal::ui::flow {

using scene::Node;
using scene::Role;
using scene::Tristate;

namespace {

Node& dress(Node& node, std::string_view style, std::string_view text) {
    node.is_visible = true;
    node.style = style;
    node.text = text;
    return node;
}

/// Of UTF-8: bytes that begin one.
std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

}  // namespace

Node& open(Frame& frame, Role role, std::string_view key, std::string_view style, std::string_view text) {
    return dress(frame.tree.open(role, key), style, text);
}

Node& open(Frame& frame, Role role, std::uint64_t key, std::string_view style, std::string_view text) {
    return dress(frame.tree.open(role, key), style, text);
}

void leaf(Frame& frame, Role role, std::string_view key, std::string_view style, std::string_view text) {
    open(frame, role, key, style, text);
    frame.tree.close();
}

void heading(Frame& frame, std::string_view key, std::string_view text) {
    open(frame, Role::heading, key, "", text).level = 2;
    frame.tree.close();
}

void title(Frame& frame, std::string_view text, std::string_view shown, std::string_view language) {
    Node& node = open(frame, Role::heading, "title", "headline", shown.empty() ? text : shown);
    node.level = 1;
    // A name without the break points, which some screen readers would spell out.
    if (!shown.empty() && shown != text) node.name = text;
    node.language = language;
    if (frame.state.view.focus == app::FocusTarget::article) node.focus_revision = frame.state.view.focus_revision;
    frame.tree.close();
}

void chip(Frame& frame, std::string_view key, query::Facet facet, std::string_view slug, std::string_view description,
          std::int64_t count) {
    const app::State& state = frame.state;
    const std::vector<query::FacetValue>& values = state.overview.of(facet);
    const auto at = std::ranges::find(values, slug, &query::FacetValue::slug);
    std::string label(at == values.end() ? slug : frame.label_of(*at));
    open(frame, Role::list_item, key);
    Node& button = open(frame, Role::button, "button", "chip");
    if (count >= 0) {
        button.name = label + ", " + frame.words.articles(count);
        label += "\u00A0" + frame.words.number(count);
    }
    button.text = std::move(label);
    button.description = description;
    const bool is_wanted = std::ranges::binary_search(state.filter.of(facet).wanted, slug);
    button.pressed = is_wanted ? Tristate::on : Tristate::off;
    frame.handle(button.id, {.on_activate = app::FacetToggled{facet, std::string(slug)}});
    frame.tree.close();
    frame.tree.close();
}

void removable(Frame& frame, const std::string& uid, notebook::Kind kind, const std::string& name) {
    const bool is_tag = kind == notebook::Kind::tag;
    // A tag may be called as a collection is.
    open(frame, Role::list_item, (is_tag ? "t-" : "c-") + name);
    Node& button = open(frame, Role::button, "button", is_tag ? "chip removable" : "chip removable collection", name);
    // The name begins with what is seen.
    button.name = name + ", " + frame.words.with(is_tag ? Say::tag_remove : Say::collection_remove, {{"name", name}});
    frame.handle(button.id, {.on_activate = is_tag ? app::Event(app::TagRemoved{uid, name}) : app::Event(app::Uncollected{uid, name})});
    frame.tree.close();
    frame.tree.close();
}

void with_keys(Frame& frame, Role role, std::string_view key, Say text, const Keys& keys) {
    open(frame, role, key);
    std::string_view rest = frame.say(text);
    std::uint64_t run = 0;
    const auto piece = [&](std::string_view style, std::string_view words) {
        if (words.empty()) return;
        open(frame, Role::text, run++, style, words);
        frame.tree.close();
    };
    while (true) {
        const std::size_t begin = rest.find('{');
        const std::size_t end = begin == std::string_view::npos ? begin : rest.find('}', begin);
        if (end == std::string_view::npos) break;
        piece("", rest.substr(0, begin));
        piece("key", rest.substr(begin + 1, end - begin - 1) == "help" ? keys.help : keys.key);
        rest.remove_prefix(end + 1);
    }
    piece("", rest);
    frame.tree.close();
}

std::string_view language_of(const Frame& frame, std::string_view language) {
    return language == frame.words.tag() ? std::string_view{} : language;
}

std::vector<std::uint32_t> calm_breaks(std::string_view text, std::span<const std::uint32_t> breaks, const Calm& calm) {
    std::vector<std::uint32_t> kept;
    auto next = breaks.begin();
    for (std::size_t begin = 0; begin < text.size() && next != breaks.end();) {
        const std::size_t end = std::min(text.find_first_of(" -\n", begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const bool is_long = count_characters(word) >= calm.word_min;
        for (; next != breaks.end() && *next <= end; ++next) {
            if (!is_long || *next < begin) continue;
            const std::size_t before = *next - begin;
            const bool has_sides = count_characters(word.substr(0, before)) >= calm.side_min &&
                                   count_characters(word.substr(before)) >= calm.side_min;
            if (has_sides) kept.push_back(*next);
        }
        begin = end + 1;
    }
    return kept;
}

std::string with_break_points(std::string_view text, base::ByteRange part, std::span<const std::uint32_t> breaks) {
    constexpr std::string_view soft_hyphen = "\u00AD";
    const std::size_t end = std::min(part.end, text.size());
    std::size_t at = std::min(part.begin, end);
    const auto first = std::ranges::upper_bound(breaks, at, {}, [](std::uint32_t offset) { return std::size_t{offset}; });
    std::string shown;
    shown.reserve(end - at + soft_hyphen.size() * static_cast<std::size_t>(breaks.end() - first));
    for (auto point = first; point != breaks.end() && *point <= end && *point < text.size(); ++point) {
        shown += text.substr(at, *point - at);
        shown += soft_hyphen;
        at = *point;
    }
    shown += text.substr(at, end - at);
    return shown;
}

}  // namespace lesesaal::ui::flow
