#pragma once

#include "ui/frame.h"

namespace lesesaal::ui {

/// The page of the trends, in the flow of the main pane: what rises and falls, and for topics and places a table of
/// periods in which every figure leads to its articles.
void describe_trends(Frame& frame);

}  // namespace lesesaal::ui
