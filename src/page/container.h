#pragma once
// The page container: one HTML file whose data stands in <script type="application/vnd.lesesaal.NAME"> elements.
//
// A block is
//   <script type="application/vnd.lesesaal.corpus" data-bytes="RAW" data-sha256="HEX" data-crc32="HEX">BASE64</script>
// with BASE64 = standard alphabet with padding, no white space, of a gzip member (RFC 1952) of the raw bytes. gzip and
// not bare deflate: its CRC-32 and length let every browser notice damage by itself, also on plain http, where
// crypto.subtle is missing; the SHA-256 is of the raw bytes and names the content. The CRC-32 is of the gzip member
// itself: deflate and gzip have bits that change nothing, and with it no flipped bit goes unnoticed. It may be missing
// (a browser that writes a block need not make one), the rest may not.
//
// With data-encoding="zstd" the BASE64 is of one zstd frame (RFC 8878) instead, with content size and check sum, looking
// back 128 MiB at most; data-crc32 is of the frame. So the corpus is packed: a fifth less of large ones. No browser unpacks
// it by itself, so the program does, and what is read before the program runs stays gzip.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"

namespace lesesaal::page {

enum class Encoding { gzip, zstd };

struct Block {
    std::string name;  // program, corpus, fonts.NAME, notices, meta, notebook; of a-z, 0-9, '.', '-', '_', at most block_name_max
    base::Bytes bytes;
    Encoding encoding = Encoding::gzip;
};

/// Where a block stands in a page, without decoding it.
struct BlockPlace {
    std::string name;
    std::size_t begin = 0;  // of "<script"
    std::size_t end = 0;    // after "</script>"
    std::size_t encoded_bytes = 0;
    std::size_t raw_bytes = 0;
};

constexpr std::size_t block_name_max = 64;
constexpr std::size_t page_bytes_max = std::size_t{512} * 1024 * 1024;
constexpr std::size_t block_bytes_max = std::size_t{1024} * 1024 * 1024;  // raw

/// Where pack puts the data of a page that had none: before the script, which stands at the end of the body.
constexpr std::string_view new_blocks_marker = "lesesaal:corpus";  // as a comment: <!--lesesaal:corpus-->

/// True when the bytes look like a page of ours, whole or cut (a <script> of our type in HTML).
[[nodiscard]] bool is_page(std::string_view html);

/// Fails with: bad_input when a block has no end, no readable attributes, or stands twice; the message names the block.
[[nodiscard]] base::Result<std::vector<BlockPlace>> find_blocks(std::string_view html);

/// Decodes and verifies one block. Fails with: not_found (the message tells a page that is cut before the block from
/// one that never had it); bad_input (damaged: Base64, CRC-32, gzip or zstd, length or SHA-256 - the message names the block and
/// says to copy the file anew), too_large.
[[nodiscard]] base::Result<base::Bytes> read_block(std::string_view html, std::string_view name);

/// The HTML of one block, with a line feed after it. Requires: a well-formed name; gzip in the page, which packs no zstd.
[[nodiscard]] std::string write_block(const Block& block);

/// The page with the named block replaced and not a byte else; or, when it has none of that name, with the block added
/// before the new_blocks_marker, else before the end of the body. Fails with: bad_input as find_blocks does, or when
/// there is neither block, marker nor </body>.
[[nodiscard]] base::Result<std::string> with_block(std::string_view html, const Block& block);

/// Escapes for text and attribute values of the template's title and language.
[[nodiscard]] std::string escape_html(std::string_view text);

/// The page with its <title> and the lang of <html> replaced. Fails with: bad_input when the template has none.
[[nodiscard]] base::Result<std::string> with_title(std::string_view html, std::string_view title, std::string_view language);

}  // namespace lesesaal::page
