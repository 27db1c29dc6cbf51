#pragma once
// One article in the list: drawn, described, measured.

#include <cstddef>

#include "query/filter.h"
#include "ui/frame.h"

namespace lesesaal::ui {

struct ListRow {
    const query::Row& row;
    std::size_t position = 0;  // in the result
    bool is_open = false;
    bool is_cursor = false;  // where the keyboard is, or would come in
    std::uint8_t marks = 0;  // query::Mark bits
    bool is_selected = false;
    scene::Rect rect;
};

/// `row` null: of a row that is not loaded yet.
[[nodiscard]] float row_height(const Frame& frame, const query::Row* row, float list_width);
void describe_row(Frame& frame, const ListRow& row, bool is_windowed);
void paint_row(Frame& frame, const ListRow& row);

}  // namespace lesesaal::ui
