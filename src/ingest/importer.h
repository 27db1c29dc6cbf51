#pragma once
// Bytes in, articles and warnings out. Importers never give up silently and never crash.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "base/result.h"
#include "corpus/article.h"
#include "corpus/vocabulary.h"

namespace lesesaal::ingest {

/// A place in the input (bytes) and what a person should know about it, as a sentence.
struct Warning {
    std::size_t offset = 0;
    std::string message;
};

/// What a range of the input became. The pieces of an import cover the input exactly once, in order, so that no text is
/// lost or doubled unnoticed.
enum class PieceKind {
    byte_order_mark,
    blank,  // line ends, trailing blanks, empty lines
    kicker,
    separator,  // ": " of a teaser, nothing for a glued one
    headline,
    date_mark,  // "[23.10.2025]" with the blank after it
    heading,
    paragraph,
    more_mark,  // "mehr..." with the blank before it
    ignored,    // kept nowhere; a warning says why
};

struct Piece {
    PieceKind kind;
    base::ByteRange range;
    std::int32_t article = -1;  // index into Import::articles
};

struct Import {
    std::vector<corpus::Article> articles;  // uids made, no topics, places, organisations yet
    std::vector<Warning> warnings;
    std::vector<Piece> pieces;  // press pages only
};

constexpr std::size_t import_bytes_max = std::size_t{64} * 1024 * 1024;
constexpr std::size_t import_articles_max = 100'000;

struct ImportOptions {
    /// The medium: of all articles of a press page, whatever its notes say; of a feed without a title.
    std::string source;
    std::string language = "de";
    /// Names that help to split a glued kicker; may be null.
    const corpus::Vocabulary* vocabulary = nullptr;
};

enum class Format { press_page, json_feed, unknown };

[[nodiscard]] Format detect_format(std::string_view bytes);

/// Fails with: too_large, bad_input (empty, binary, invalid UTF-8 - with the offset), unsupported (no known format).
[[nodiscard]] base::Result<Import> import_any(std::string_view bytes, const ImportOptions& options);

}  // namespace lesesaal::ingest
