#pragma once
// Nodes in the flow of what the main pane shows as DOM: the browser lays them out, so they have no place on the canvas.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "ui/frame.h"

namespace lesesaal::ui::flow {

/// Opens a visible node; close it with frame.tree.close(). `style`: words of web/article.css.
/// Lifetime: as TreeBuilder::open.
scene::Node& open(Frame& frame, scene::Role role, std::string_view key, std::string_view style = {}, std::string_view text = {});
scene::Node& open(Frame& frame, scene::Role role, std::uint64_t key, std::string_view style = {}, std::string_view text = {});
/// open and close in one.
void leaf(Frame& frame, scene::Role role, std::string_view key, std::string_view style, std::string_view text);
/// A heading of the second level.
void heading(Frame& frame, std::string_view key, std::string_view text);
/// The h1 of the pane: takes the focus when something new is shown. `shown` is the same with break points, or empty.
void title(Frame& frame, std::string_view text, std::string_view shown = {}, std::string_view language = {});

/// A button as a pill that filters. `count` < 0: without.
void chip(Frame& frame, std::string_view key, query::Facet facet, std::string_view slug, std::string_view description,
          std::int64_t count = -1);

/// A list item with a tag or a collection of an article: a pill that takes it away.
void removable(Frame& frame, const std::string& uid, notebook::Kind kind, const std::string& name);

/// A leaf in which a key stands out from its sentence. `text` has {key}, and {help} where there is a second.
struct Keys {
    std::string_view key;
    std::string_view help;
};
void with_keys(Frame& frame, scene::Role role, std::string_view key, Say text, const Keys& keys);

/// The language to mark a part with: none where it is that of the interface, or unknown.
[[nodiscard]] std::string_view language_of(const Frame& frame, std::string_view language);

/// Which break points are worth it: lines are ragged, so that short words need none, and stubs look torn.
struct Calm {
    std::size_t word_min = 12;  // characters of a word that may be broken
    std::size_t side_min = 4;   // of it, that stay together before and after a break
};
/// Those of `breaks` (byte offsets into `text`, ascending). Cost: linear.
[[nodiscard]] std::vector<std::uint32_t> calm_breaks(std::string_view text, std::span<const std::uint32_t> breaks, const Calm& calm);

/// `text` within `part`, with U+00AD at the break points, which are offsets into the whole. A break point at the end of
/// the part belongs to it, one at its begin to the part before.
[[nodiscard]] std::string with_break_points(std::string_view text, base::ByteRange part, std::span<const std::uint32_t> breaks);

}  // namespace lesesaal::ui::flow
