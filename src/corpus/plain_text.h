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
    /// The same of each section's heading; empty for a section without one.
    std::vector<base::ByteRange> headings;
};

[[nodiscard]] PlainText plain_text(const Article& article);

}  // namespace lesesaal::corpus
