#pragma once
// The text of a fragment of HTML, for feeds that bring nothing else. Private to ingest/.

#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace lesesaal::ingest {

/// Paragraphs and h1-h6 headings of `html`. Block elements and <br> divide, other tags vanish, the content of script,
/// style, template, head and comments too; white space is folded. Decoded are numeric entities, the five of XML, &nbsp;
/// &shy; and those of German text (umlauts, quotation marks, dashes, ellipsis, euro, section sign); others stay as they stand.
/// This is no HTML parser: implied end tags, tables as tables, lists as lists, <pre> and alternatives of images are not
/// kept. Any bytes are taken; the result is text, never markup. Cost: linear.
[[nodiscard]] std::vector<corpus::Section> html_to_sections(std::string_view html);

}  // namespace lesesaal::ingest
