#pragma once
// The main pane is visible DOM: real selection, copy, find, print, zoom. These functions only describe it.

#include "ui/frame.h"

namespace lesesaal::ui {

/// The article, and below it what leads on: the reader's own notes, related articles, the neighbours in the list.
void describe_article(Frame& frame, const query::OpenedArticle& opened);
void describe_article_end(Frame& frame, const query::OpenedArticle& opened);
/// What the pane shows while nothing is open: what is here, and how to begin.
void describe_start(Frame& frame);
void describe_about(Frame& frame);
/// A damaged corpus, or an article that is not in it.
void describe_trouble(Frame& frame, std::string_view title, const base::Error& error);

}  // namespace lesesaal::ui
