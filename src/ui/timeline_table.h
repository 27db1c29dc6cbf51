#pragma once

#include "app/timeline.h"
#include "ui/frame.h"

namespace lesesaal::ui {

/// The bars as a table: period, articles, and how many of each value they are stacked by. Not drawn; seen in the HTML view.
/// The newest timeline_table_rows_max periods with articles.
void describe_timeline_table(Frame& frame, const app::Timeline& timeline);
constexpr std::size_t timeline_table_rows_max = 100;

}  // namespace lesesaal::ui
