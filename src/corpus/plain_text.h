#pragma once

#include <string>
#include <vector>

#include "base/byte_range.h"
#include "corpus/article.h"

namespace lesesaal::corpus {

/// The words of an article without its headline: what highlights point into.
struct PlainText {
    std::string text;  // headings and paragraphs, divided by empty lines
    /// Where each paragraph stands, counted through all sections; headings are not counted.
    std::vector<base::ByteRange> paragraphs;
};

[[nodiscard]] PlainText plain_text(const Article& article);

}  // namespace lesesaal::corpus
