#pragma once
// The article's own text: paragraphs and headings with the search's hits and the reader's highlights in them.

#include <string_view>

#include "ui/frame.h"

namespace lesesaal::ui {

/// `language`: of the article, where it is another than that of the interface.
void describe_article_text(Frame& frame, const query::OpenedArticle& opened, std::string_view language);

}  // namespace lesesaal::ui
