#pragma once
// Where the bars of the timeline lie, and what pointer and keys on them mean.

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "app/event.h"
#include "app/timeline.h"
#include "base/date.h"
#include "scene/node.h"
#include "ui/frame.h"

namespace lesesaal::ui {

/// Lifetime of the buckets: one frame; the columns may be kept.
struct Strip {
    const app::Timeline& timeline;
    scene::Rect area;  // of the columns; the bars stand on its lower edge
    /// Left and right edges of the columns, one per bucket; shared with the handlers of the frame.
    struct Columns {
        std::vector<float> left;
        std::vector<float> right;
        std::vector<std::size_t> filled;  // the buckets that hold articles, in order
    };
    std::shared_ptr<const Columns> columns;

    [[nodiscard]] std::size_t size() const { return columns->left.size(); }
    [[nodiscard]] scene::Rect column(std::size_t i) const {
        return {columns->left[i], area.y, columns->right[i] - columns->left[i], area.height};
    }
    /// Of the bars themselves: a column less the gap to the next.
    [[nodiscard]] float bar_width() const;
};

/// Room that stands for empty time left out before a bucket.
constexpr float timeline_break_px = 38;

[[nodiscard]] Strip place_strip(const app::Timeline& timeline, const scene::Rect& area);

/// The range of the filter on the strip.
struct Bounds {
    std::size_t first = 0;  // the bucket the begin stands before
    std::size_t last = 0;   // the bucket the end stands behind
    bool is_empty = false;  // the range lies between two buckets or beyond them
    float left = 0;         // px of both ends
    float right = 0;
};
/// Requires: the strip has a bucket.
[[nodiscard]] Bounds place_bounds(const Strip& strip, std::optional<base::Date> from, std::optional<base::Date> to);

/// The bucket whose column is nearest to x, or whose left or right edge is: what a drag of the part snaps to.
/// Requires: the columns are not empty.
[[nodiscard]] std::size_t snap(const Strip::Columns& columns, app::BrushPart part, float x_px);

/// What a drag of the part becomes. A press inside of `band` (px) drags the band instead of a new range.
struct BandEdges {
    float left = 0;
    float right = 0;
};
[[nodiscard]] std::function<std::optional<app::Event>(const Drag&)> brush_handler(std::shared_ptr<const Strip::Columns> columns,
                                                                                  app::BrushPart part,
                                                                                  std::optional<BandEdges> band = std::nullopt);

/// Where a key leads from position `at` of `count`: arrows by one, Page keys by four, Home and End; nothing for others.
[[nodiscard]] std::optional<std::size_t> stepped(std::string_view key, std::size_t at, std::size_t count);

}  // namespace lesesaal::ui
