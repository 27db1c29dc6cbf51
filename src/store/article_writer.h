#pragma once
// The tables article, block and source of a new corpus database.

#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/result.h"
#include "corpus/article.h"
#include "store/connection.h"
#include "text/break_points.h"

namespace lesesaal::store {

enum class Part { lead, body };

struct BlockRange {
    bool is_heading = false;
    Part part = Part::body;
    base::ByteRange range;
};

/// An article's text as the database keeps it.
struct ArticleText {
    std::string lead;
    std::string body;
    std::vector<BlockRange> blocks;  // in reading order; a section without heading has no heading block
};

[[nodiscard]] ArticleText lay_out(const corpus::Article& article);

constexpr int words_per_minute = 200;
[[nodiscard]] int reading_minutes(const ArticleText& text);

/// The same article with blanks for the characters below U+0020 and U+007F in its texts: they would break lines, the
/// markers of highlights, and JSON.
[[nodiscard]] corpus::Article without_control_characters(const corpus::Article& article);

/// Writes the articles with the ids 1, 2, …, with break points where there is a `breaker`.
[[nodiscard]] base::Result<void> write_articles(Connection& connection, const std::vector<corpus::Article>& articles,
                                                const text::WordBreaker& breaker);

[[nodiscard]] const char* name_of(corpus::DatePrecision precision);

}  // namespace lesesaal::store
