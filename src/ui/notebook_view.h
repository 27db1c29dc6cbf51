#pragma once
// The notebook's page in the main pane: what the reader has made of articles, shelf by shelf.

#include "ui/frame.h"

namespace lesesaal::ui {

void describe_notebook(Frame& frame);
/// One article with all that was made of it, as an item of the list.
void describe_entry(Frame& frame, const notebook::Entry& entry);

}  // namespace lesesaal::ui
