#include "ui/timeline_strip.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lesesaal::ui {
namespace {

constexpr float column_width_max = 90;
constexpr float bar_gap = 6;
constexpr std::size_t page_step = 4;

/// The position of the value nearest to x in an ascending row.
std::size_t nearest(const std::vector<float>& ascending, float x) {
    const auto after = std::ranges::lower_bound(ascending, x);
    if (after == ascending.begin()) return 0;
    const auto at = static_cast<std::size_t>(after - ascending.begin());
    if (after == ascending.end()) return at - 1;
    return x - ascending[at - 1] <= ascending[at] - x ? at - 1 : at;
}

}  // namespace

float Strip::bar_width() const {
    const float width = columns->right.front() - columns->left.front();
    const float gap = width > 20 ? bar_gap : std::max(1.0F, width * 0.2F);
    return std::max(1.0F, std::floor(width - gap));
}

Strip place_strip(const app::Timeline& timeline, const scene::Rect& area) {
    const auto columns = std::make_shared<Strip::Columns>();
    const auto count = static_cast<float>(timeline.buckets.size());
    const auto breaks = static_cast<float>(std::ranges::count(timeline.buckets, true, &app::TimeBucket::is_after_gap));
    // On a narrow page many breaks must not eat the bars.
    const float break_px = std::min(timeline_break_px, breaks > 0 ? area.width * 0.4F / breaks : timeline_break_px);
    const float step = std::min((area.width - breaks * break_px) / std::max(1.0F, count), column_width_max);
    float x = area.x;
    for (const app::TimeBucket& bucket : timeline.buckets) {
        if (bucket.is_after_gap) x += break_px;
        columns->left.push_back(x);
        x += step;
        columns->right.push_back(x);
        if (bucket.total > 0) columns->filled.push_back(columns->left.size() - 1);
    }
    return {timeline, area, columns};
}

Bounds place_bounds(const Strip& strip, std::optional<base::Date> from, std::optional<base::Date> to) {
    const std::vector<app::TimeBucket>& buckets = strip.timeline.buckets;
    const std::size_t end = buckets.size() - 1;
    Bounds bounds{.first = 0, .last = end};
    if (const auto span = app::buckets_in(buckets, from, to)) {
        bounds.first = span->first;
        bounds.last = span->last;
    } else {
        // Both stand where the empty range would be.
        const auto after = std::ranges::lower_bound(buckets, from ? base::to_days(*from) : INT32_MIN, {}, &app::TimeBucket::last_day);
        bounds.first = std::min(static_cast<std::size_t>(after - buckets.begin()), end);
        bounds.last = bounds.first;
        bounds.is_empty = true;
    }
    bounds.left = strip.columns->left[bounds.first];
    bounds.right = bounds.is_empty ? bounds.left : strip.columns->left[bounds.last] + strip.bar_width();
    return bounds;
}

std::size_t snap(const Strip::Columns& columns, app::BrushPart part, float x_px) {
    if (part == app::BrushPart::begin) return nearest(columns.left, x_px);
    if (part == app::BrushPart::end) return nearest(columns.right, x_px);
    // Inside a column it is that one; in a break the nearer neighbour.
    const auto after = std::ranges::upper_bound(columns.left, x_px);
    if (after == columns.left.begin()) return 0;
    const auto at = static_cast<std::size_t>(after - columns.left.begin()) - 1;
    const bool is_in_break = x_px > columns.right[at] && after != columns.left.end();
    return is_in_break && *after - x_px < x_px - columns.right[at] ? at + 1 : at;
}

std::function<std::optional<app::Event>(const Drag&)> brush_handler(std::shared_ptr<const Strip::Columns> columns, app::BrushPart part,
                                                                    std::optional<BandEdges> band) {
    return [columns = std::move(columns), part, band](const Drag& drag) -> std::optional<app::Event> {
        switch (drag.phase) {
            case Drag::Phase::press: {
                const bool is_band = part == app::BrushPart::range && band && drag.x_px >= band->left && drag.x_px <= band->right;
                return app::BrushBegan{is_band ? app::BrushPart::band : part, snap(*columns, part, drag.x_px)};
            }
            case Drag::Phase::move: return app::BrushMoved{snap(*columns, part, drag.x_px)};
            case Drag::Phase::release: return app::BrushEnded{};
            case Drag::Phase::cancel: return app::BrushCancelled{};
        }
        return std::nullopt;
    };
}

std::optional<std::size_t> stepped(std::string_view key, std::size_t at, std::size_t count) {
    if (count == 0) return std::nullopt;
    const std::size_t end = count - 1;
    const auto back = [at](std::size_t by) { return at - std::min(at, by); };
    const auto on = [at, end](std::size_t by) { return std::min(at + by, end); };
    if (key == "ArrowLeft" || key == "ArrowDown") return back(1);
    if (key == "ArrowRight" || key == "ArrowUp") return on(1);
    if (key == "PageDown") return back(page_step);
    if (key == "PageUp") return on(page_step);
    if (key == "Home") return 0;
    if (key == "End") return end;
    return std::nullopt;
}

}  // namespace lesesaal::ui
