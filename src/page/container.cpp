#include "page/container.h"

#include <libdeflate.h>

#include <memory>
#include <optional>

#include "base/check.h"
#include "page/base64.h"
#include "page/html_scan.h"
#include "page/zstd_frame.h"

namespace lesesaal::page {
namespace {

using base::Bytes;
using base::ErrorKind;
using base::fail;
using base::Result;

constexpr std::string_view type_prefix = "application/vnd.lesesaal.";
constexpr std::string_view copy_anew = "; copy the file anew from where it came";
constexpr std::size_t sha256_digits = 64;
constexpr std::size_t crc32_digits = 8;
/// Deflate makes at most 1032 bytes of one (zlib's technical notes); what claims more is damaged or hostile.
constexpr std::size_t deflate_ratio_max = 1032;

struct ParsedBlock {
    BlockPlace place;
    base::ByteRange encoded;
    Encoding encoding = Encoding::gzip;
    std::string sha256;
    std::string crc32;  // empty when the attribute is missing
};

bool is_block_name(std::string_view name) {
    if (name.empty() || name.size() > block_name_max) return false;
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string_view::npos;
}

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string quoted(std::string_view name) { return "block '" + std::string(name) + "'"; }

std::optional<std::size_t> read_number(std::string_view text) {
    if (text.empty() || text.size() > 12) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (value > SIZE_MAX) return std::nullopt;
    return static_cast<std::size_t>(value);
}

std::string hex32(std::uint32_t value) {
    std::string text(crc32_digits, '0');
    for (std::size_t i = crc32_digits; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
    return text;
}

std::string_view attribute_text(std::string_view html, const HtmlToken& token, std::string_view name) {
    const auto attribute = find_attribute(html, token, name);
    return attribute ? slice(html, attribute->value) : std::string_view{};
}

std::optional<Encoding> read_encoding(std::string_view html, const HtmlToken& token) {
    const auto attribute = find_attribute(html, token, "data-encoding");
    if (!attribute) return Encoding::gzip;
    if (slice(html, attribute->value) == "zstd") return Encoding::zstd;
    return std::nullopt;
}

/// The name in the type of a script of ours, also when the page ends within it.
std::optional<std::string_view> block_name(std::string_view html, const HtmlToken& token) {
    if (token.kind != HtmlToken::Kind::start_tag || token.name != "script") return std::nullopt;
    const std::string_view type = attribute_text(html, token, "type");
    if (!type.starts_with(type_prefix)) return std::nullopt;
    return type.substr(type_prefix.size());
}

/// Nothing for a token that is no block.
Result<std::optional<ParsedBlock>> parse_block(std::string_view html, const HtmlToken& token) {
    const auto name = block_name(html, token);
    if (!name) return std::nullopt;
    if (token.is_cut) {
        // A tag that is cut may have lost the end of its name too; then a part of it is all there is.
        return fail(ErrorKind::bad_input, "the page ends inside " + quoted(*name) + std::string(copy_anew), html.size());
    }
    if (!is_block_name(*name)) {
        return fail(ErrorKind::bad_input,
                    "a data block has the unreadable name '" + std::string(name->substr(0, block_name_max)) + "'" +
                        std::string(copy_anew),
                    token.tag.begin);
    }
    ParsedBlock block;
    block.place.name = *name;
    block.place.begin = token.whole.begin;
    block.place.end = token.whole.end;
    block.place.encoded_bytes = token.text.size();
    block.encoded = token.text;
    block.sha256 = attribute_text(html, token, "data-sha256");
    const auto crc = find_attribute(html, token, "data-crc32");
    if (crc) block.crc32 = slice(html, crc->value);
    const auto raw_bytes = read_number(attribute_text(html, token, "data-bytes"));
    const auto encoding = read_encoding(html, token);
    if (!raw_bytes || !encoding || !is_hex(block.sha256, sha256_digits) || (crc && !is_hex(block.crc32, crc32_digits))) {
        return fail(ErrorKind::bad_input, quoted(*name) + " has no readable length, encoding or check sum" + std::string(copy_anew),
                    token.tag.begin);
    }
    block.place.raw_bytes = *raw_bytes;
    block.encoding = *encoding;
    return block;
}

Result<std::vector<ParsedBlock>> parse_blocks(std::string_view html) {
    std::vector<ParsedBlock> blocks;
    HtmlScanner scanner{html};
    while (const auto token = scanner.next()) {
        auto block = TRY(parse_block(html, *token));
        if (!block) continue;
        for (const ParsedBlock& earlier : blocks) {
            if (earlier.place.name == block->place.name) {
                return fail(ErrorKind::bad_input,
                            quoted(block->place.name) + " stands twice in the page" + std::string(copy_anew),
                            block->place.begin);
            }
        }
        blocks.push_back(std::move(*block));
    }
    return blocks;
}

const ParsedBlock* find_named(const std::vector<ParsedBlock>& blocks, std::string_view name) {
    for (const ParsedBlock& block : blocks) {
        if (block.place.name == name) return &block;
    }
    return nullptr;
}

bool ends_with_html(std::string_view html) {
    const std::size_t end = html.find_last_not_of(" \t\r\n");
    return end != std::string_view::npos && html.substr(0, end + 1).ends_with("</html>");
}

struct FreeCompressor {
    void operator()(libdeflate_compressor* handle) const { libdeflate_free_compressor(handle); }
};
struct FreeDecompressor {
    void operator()(libdeflate_decompressor* handle) const { libdeflate_free_decompressor(handle); }
};

Bytes to_gzip(std::string_view raw) {
    const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor{libdeflate_alloc_compressor(12)};
    LESESAAL_CHECK(compressor != nullptr);
    Bytes packed(libdeflate_gzip_compress_bound(compressor.get(), raw.size()), '\0');
    const std::size_t size = libdeflate_gzip_compress(compressor.get(), raw.data(), raw.size(), packed.data(), packed.size());
    LESESAAL_CHECK(size > 0);  // the bound is enough by libdeflate's contract
    packed.resize(size);
    return packed;
}

/// Nothing when it is not one whole gzip member of exactly that many bytes.
std::optional<Bytes> from_gzip(std::string_view packed, std::size_t raw_bytes) {
    if (raw_bytes / deflate_ratio_max > packed.size()) return std::nullopt;
    const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor{libdeflate_alloc_decompressor()};
    LESESAAL_CHECK(decompressor != nullptr);
    Bytes raw(raw_bytes, '\0');
    std::size_t used = 0;
    std::size_t made = 0;
    const libdeflate_result result =
        libdeflate_gzip_decompress_ex(decompressor.get(), packed.data(), packed.size(), raw.data(), raw.size(), &used, &made);
    if (result != LIBDEFLATE_SUCCESS || used != packed.size() || made != raw_bytes) return std::nullopt;
    return raw;
}

std::optional<Bytes> from_zstd(std::string_view packed, std::size_t raw_bytes) {
    if (packed.size() < zstd_packed_bytes_min(raw_bytes)) return std::nullopt;
    Bytes raw(raw_bytes, '\0');
    if (unpack_zstd(packed, raw) == Unpacked::damaged) return std::nullopt;
    return raw;
}

Result<Bytes> decode_block(std::string_view html, const ParsedBlock& block) {
    const std::string damaged = quoted(block.place.name) + " is damaged (";
    const std::string remedy = ")" + std::string(copy_anew);
    const std::size_t at = block.encoded.begin;
    const auto packed = from_base64(slice(html, block.encoded));
    if (!packed) {
        return fail(ErrorKind::bad_input, damaged + "a character that is not Base64" + remedy,
                    at + packed.error().offset.value_or(0));
    }
    if (!block.crc32.empty() && hex32(base::crc32(*packed)) != block.crc32) {
        return fail(ErrorKind::bad_input, damaged + "its CRC-32 differs" + remedy, at);
    }
    auto raw = block.encoding == Encoding::zstd ? from_zstd(*packed, block.place.raw_bytes)
                                                : from_gzip(*packed, block.place.raw_bytes);
    if (!raw) return fail(ErrorKind::bad_input, damaged + "it does not unpack to the length it names" + remedy, at);
    if (base::sha256_hex(*raw) != block.sha256) {
        return fail(ErrorKind::bad_input, damaged + "its SHA-256 differs" + remedy, at);
    }
    return std::move(*raw);
}

/// Where a block that the page does not have yet belongs.
std::optional<std::size_t> place_for_new_block(std::string_view html) {
    std::optional<std::size_t> body_end;
    HtmlScanner scanner{html};
    while (const auto token = scanner.next()) {
        if (token->is_cut) continue;
        if (token->kind == HtmlToken::Kind::comment && slice(html, token->text) == new_blocks_marker) return token->whole.begin;
        if (token->kind == HtmlToken::Kind::end_tag && token->name == "body") body_end = token->whole.begin;
    }
    return body_end;
}

}  // namespace

bool is_page(std::string_view html) {
    HtmlScanner scanner{html};
    while (const auto token = scanner.next()) {
        if (block_name(html, *token)) return true;
    }
    return false;
}

Result<std::vector<BlockPlace>> find_blocks(std::string_view html) {
    std::vector<ParsedBlock> blocks = TRY(parse_blocks(html));
    std::vector<BlockPlace> places;
    for (ParsedBlock& block : blocks) places.push_back(std::move(block.place));
    return places;
}

Result<Bytes> read_block(std::string_view html, std::string_view name) {
    const std::vector<ParsedBlock> blocks = TRY(parse_blocks(html));
    const ParsedBlock* block = find_named(blocks, name);
    if (!block && !ends_with_html(html)) {
        return fail(ErrorKind::not_found,
                    "the page is cut before its " + quoted(name) + " (it has no </html>)" + std::string(copy_anew),
                    html.size());
    }
    if (!block) return fail(ErrorKind::not_found, "the page has no " + quoted(name));
    if (block->place.raw_bytes > block_bytes_max) {
        return fail(ErrorKind::too_large, quoted(name) + " unpacks to more than 1 GiB", block->place.begin);
    }
    return decode_block(html, *block);
}

std::string write_block(const Block& block) {
    LESESAAL_CHECK(is_block_name(block.name));
    LESESAAL_CHECK(block.bytes.size() <= block_bytes_max);
    const Bytes packed = block.encoding == Encoding::zstd ? to_zstd(block.bytes) : to_gzip(block.bytes);
    std::string html = "<script type=\"";
    html += type_prefix;
    html += block.name;
    html += "\" data-bytes=\"" + std::to_string(block.bytes.size());
    html += "\" data-sha256=\"" + base::sha256_hex(block.bytes);
    html += "\" data-crc32=\"" + hex32(base::crc32(packed));
    if (block.encoding == Encoding::zstd) html += "\" data-encoding=\"zstd";
    html += "\">";
    html += to_base64(packed);
    html += "</script>\n";
    return html;
}

Result<std::string> with_block(std::string_view html, const Block& block) {
    std::string written = write_block(block);
    const std::vector<ParsedBlock> blocks = TRY(parse_blocks(html));
    std::size_t begin = 0;
    std::size_t end = 0;
    if (const ParsedBlock* old = find_named(blocks, block.name)) {
        begin = old->place.begin;
        end = old->place.end;
        written.pop_back();  // the old block's line feed stays
    } else if (const auto place = place_for_new_block(html)) {
        begin = end = *place;
    } else {
        return fail(ErrorKind::bad_input, "the page has no place for " + quoted(block.name) + ": no <!--" +
                                              std::string(new_blocks_marker) + "--> and no </body>");
    }
    std::string page;
    page.reserve(html.size() + written.size());
    page += html.substr(0, begin);
    page += written;
    page += html.substr(end);
    return page;
}

std::string escape_html(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default: escaped += c;
        }
    }
    return escaped;
}

Result<std::string> with_title(std::string_view html, std::string_view title, std::string_view language) {
    std::optional<HtmlToken> root;
    std::optional<HtmlToken> heading;
    HtmlScanner scanner{html};
    while (const auto token = scanner.next()) {
        if (token->kind != HtmlToken::Kind::start_tag || token->is_cut) continue;
        if (!root && token->name == "html") root = token;
        if (!heading && token->name == "title") heading = token;
        if (root && heading) break;
    }
    if (!root) return fail(ErrorKind::bad_input, "the template has no <html> for the language");
    if (!heading || heading->text.begin < root->tag.end) {
        return fail(ErrorKind::bad_input, "the template has no <title> after its <html>");
    }
    const std::string lang = "lang=\"" + escape_html(language) + "\"";
    const auto old_lang = find_attribute(html, *root, "lang");
    const std::size_t after_name = root->tag.begin + std::string_view("<html").size();
    const base::ByteRange lang_range = old_lang ? old_lang->whole : base::ByteRange{after_name, after_name};
    std::string page{html.substr(0, lang_range.begin)};
    page += old_lang ? lang : " " + lang;
    page += html.substr(lang_range.end, heading->text.begin - lang_range.end);
    page += escape_html(title);
    page += html.substr(heading->text.end);
    return page;
}

}  // namespace lesesaal::page
