#pragma once
// The notebook as files: out in every form that people use, in from those that can be read back. Pure.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/markup.h"
#include "base/result.h"
#include "notebook/entries.h"
#include "notebook/log.h"
#include "notebook/operation.h"

namespace lesesaal::exchange {

/// What a file says about where it comes from.
struct Origin {
    std::string corpus_id;
    std::string title;  // of the collection: "Pressespiegel"
    std::int64_t now_ms = 0;
    std::string language;  // of the words in it: "de" or "en"
};

/// Every form is self-contained: title, date, source, address, the words that were marked, and the hash of the text.
///   notes        lesesaal-notizen.json: {"format":"lesesaal-notizen","v":1,"corpus":…,"title":…,"exported":"2025-…Z",
///                "operations":[records as notebook/operation.h]}; the only form that merges without loss
///   netscape     the bookmark file of browsers: collections are folders, tags TAGS, notes <DD>;
///                highlights and what else browsers have no place for in data-lesesaal-… attributes; times in seconds
///   csv          RFC 4180 with CR LF and a byte-order mark, one line an article or highlight; where a cell would begin a
///                formula, also in programs that part cells by semicolons, stands an apostrophe before it
///   markdown     CommonMark, an article a heading, highlights as quotations
///   annotations  W3C Web Annotation as JSON-LD, an AnnotationPage, an annotation for each mark; tags, collections, notes and
///                highlights with their colours and times come back from it, as they do from netscape
///   bibtex, ris, csl_json  as citation.h, of the bookmarked or otherwise marked articles
///   html         one page to print or pass on; no script
[[nodiscard]] std::string write(const notebook::Log& log, notebook::FileFormat format, const Origin& origin);

[[nodiscard]] std::string_view file_name(notebook::FileFormat format);  // "lesesaal-notizen.json"
[[nodiscard]] std::string_view media_type(notebook::FileFormat format);
[[nodiscard]] std::string_view word_of(notebook::FileFormat format);  // of the command line: "netscape"
[[nodiscard]] std::optional<notebook::FileFormat> format_of(std::string_view word);

/// The notebook as it lies in a page's block "notebook": packs as in notebook/pack.h, an empty line between them.
[[nodiscard]] std::string encode_block(const notebook::Log& log);

/// A mark from a file that is not ours: what it is on is not known by uid, or only perhaps.
struct Draft {
    notebook::Kind kind = notebook::Kind::bookmark;
    std::string uid;  // where the file came from a Lesesaal; else empty
    notebook::Card card;
    std::string value;
    std::string item;
    std::int64_t made_ms = 0;  // 0: unknown
    bool operator==(const Draft&) const = default;
};

/// What a file brings. What could not be read is counted and told; the rest is there.
struct Import {
    std::vector<notebook::Operation> operations;  // of our own files
    std::vector<Draft> drafts;                    // of the others
    std::int32_t bad = 0;                         // entries that could not be read
    std::string corpus_id;                        // of what it was written, where it says so; may be empty
    std::string title;
};

constexpr std::size_t import_bytes_max = 64 * 1024 * 1024;
constexpr std::size_t import_entries_max = 200'000;
/// Operations from further in the future than this are refused: followed, they would win for years.
constexpr std::int64_t future_ms_max = 48LL * 60 * 60 * 1000;

/// Reads a block. A pack that is damaged counts as one that could not be read; the others are there.
/// Fails with: too_large (over import_bytes_max or import_entries_max).
[[nodiscard]] base::Result<Import> decode_block(std::string_view bytes, std::int64_t now_ms);

using ParseMarkup = std::function<base::Result<std::vector<base::MarkupToken>>(const std::string&)>;

/// Tells the forms apart by what is in them: our JSON, W3C annotations, Netscape HTML. What was cut is read as far as it is
/// whole. Fails with: bad_input (empty, or damaged as a whole), unsupported (another form, or a newer version), too_large, and as
/// `parse` does, which is called for HTML alone.
[[nodiscard]] base::Result<Import> read(std::string_view bytes, std::int64_t now_ms, const ParseMarkup& parse);

/// Finds an article of the corpus by its address, or else by its headline; the uid.
using FindArticle = std::function<std::optional<std::string>(const notebook::Card&)>;

/// The drafts as operations for `log`. A draft whose article is not found gets a uid made of its address or headline, always
/// the same, and its card. What the log has already is left out; what it never had keeps its time; what was taken off comes back
/// as of now; a note or highlight that differs comes as another version, once: not again after the reader has settled it. So
/// the same file twice brings nothing the second time. What keeps its time is written by a replica made of what it says, so
/// that two devices make the same operations of a file; the rest by `replica`.
/// Drafts without uid, address and headline are left out. Cost: as merging the log anew, and the drafts.
[[nodiscard]] std::vector<notebook::Operation> to_operations(const std::vector<Draft>& drafts, const notebook::Log& log,
                                                             const std::string& replica, const std::string& corpus_id,
                                                             std::int64_t now_ms, const FindArticle& find);

}  // namespace lesesaal::exchange
