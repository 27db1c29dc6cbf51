#pragma once
// The JSON of the command line. Keys and their meaning are an interface: other programs read them.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/article.h"
#include "main/cli_inputs.h"
#include "query/filter.h"

namespace lesesaal::cli {

using Json = nlohmann::ordered_json;

/// {"uid", "kicker", "headline", "date", "date_end", "date_precision", "date_derived", "teaser_only", "topics", "places",
///  "organisations", "source", "url", "language", "sections": [{"heading", "paragraphs"}],
///  "reasons": {"topics": {slug: words}, "places": {…}, "organisations": {…}}}; date, date_end and date_precision are null
/// for an undated article.
[[nodiscard]] Json to_json(const corpus::Article& article);

/// [{"file", "offset", "message"}]
[[nodiscard]] Json to_json(const std::vector<FileWarning>& warnings);

/// exact, stem, spelling, prefix, part.
[[nodiscard]] const char* name_of(query::MatchRule rule);
/// {"uid", "headline", "score", "snippet", "kicker", "date"}; the score is 0 where nothing was searched for.
[[nodiscard]] Json to_json(const query::Row& row, double score);

/// Indented, with a line feed at the end. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string to_text(const Json& json);

}  // namespace lesesaal::cli
