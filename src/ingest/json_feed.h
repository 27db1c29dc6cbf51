#pragma once

#include "ingest/importer.h"

namespace lesesaal::ingest {

/// Nesting deeper than this is no feed but an attack.
constexpr int json_depth_max = 64;

/// JSON Feed 1.1 (jsonfeed.org/version/1.1; 1.0 is read too). Of the feed: title (the source; when it has none that of
/// the options), language. Of an item: title (split into kicker and headline at the first ": "), url or external_url
/// (http and https), date_published (RFC 3339; its day as written), language, and the text: content_text (paragraphs at
/// blank lines, else one a line), else content_html (see html_text.h for what is kept), else summary, which makes it a
/// teaser. Tags, authors and attachments are not used: topics come from the vocabulary.
/// Warnings stand at the "{" of the item they are about.
/// Fails with: bad_input with the byte offset of the first syntax error; unsupported for other JSON and newer versions.
[[nodiscard]] base::Result<Import> import_json_feed(std::string_view bytes, const ImportOptions& options);

}  // namespace lesesaal::ingest
