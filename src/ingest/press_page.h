#pragma once

#include "ingest/importer.h"

namespace lesesaal::ingest {

/// Lines with text in one page; what follows them is ignored with a warning.
constexpr std::size_t press_page_lines_max = 500'000;

/// A press page: one full article (its first line is the kicker glued to the headline, or "Kicker: Headline", or the
/// headline alone; then paragraphs, one a line; headings are lines without closing punctuation), then teasers:
/// "Kicker: Headline", and below it "[dd.mm.yyyy] text mehr...". Either part may be missing. A first article whose text
/// begins with a date mark, has two lines or more and no "mehr..." is a full one with a given date.
///
/// The date of a full article is the first day or range its paragraphs name, else the first month or year. A last
/// paragraph that is or ends with "Quelle: NAME." or "(Quelle: NAME)" names the source when the options name none; it
/// stays in the text. When a page names just one source, it is that of all its articles.
///
/// Requires: valid UTF-8 (import_any sees to it). Offsets are those of `bytes`, whatever their line ends and
/// normalisation; the values are trimmed and in NFC. Cost: linear.
[[nodiscard]] Import import_press_page(std::string_view bytes, const ImportOptions& options);

}  // namespace lesesaal::ingest
