#include "text/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace lesesaal::text {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

utf8proc_int32_t as_utf8proc(char32_t c) { return static_cast<utf8proc_int32_t>(c); }

// Everything below U+0300 is its own composition and composes with nothing below U+0300.
bool is_surely_nfc(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0xCC; });
}

void append_nfc(std::string& composed, std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const utf8proc_ssize_t size = utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    if (size < 0) {
        composed += text;
        return;
    }
    composed.append(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
    std::free(mapped);
}

// Where the run of marks that begins before `at` gets so long that utf8proc's ordering (insertion sort) would turn
// quadratic, or the end of the text.
std::size_t end_of_slice(std::string_view text, std::size_t at) {
    int marks = 0;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        const bool is_mark = c.value >= 0x300 && utf8proc_get_property(as_utf8proc(c.value))->combining_class != 0;
        marks = is_mark ? marks + 1 : 0;
        at += c.bytes;
        if (marks == nfc_marks_max) return at;
    }
    return at;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t value = 0;
        const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4));
        const utf8proc_ssize_t bytes = utf8proc_iterate(bytes_of(text) + at, left, &value);
        if (bytes <= 0) return at;
        at += static_cast<std::size_t>(bytes);
    }
    return std::nullopt;
}

CodePoint decode_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    utf8proc_int32_t value = 0;
    const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4));
    const utf8proc_ssize_t bytes = utf8proc_iterate(bytes_of(text) + at, left, &value);
    if (bytes <= 0) return {0xFFFD, 1};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes)};
}

CodePoint decode_before(std::string_view text, std::size_t end) {
    const std::size_t lowest = end > 4 ? end - 4 : 0;
    std::size_t at = end - 1;
    while (at > lowest && is_continuation(text[at])) --at;
    const CodePoint c = decode_at(text.substr(0, end), at);
    return at + c.bytes == end ? c : CodePoint{0xFFFD, 1};
}

void append_utf8(std::string& text, char32_t code_point) {
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t size = utf8proc_encode_char(as_utf8proc(code_point), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string to_nfc(std::string_view text) {
    if (is_surely_nfc(text) || first_invalid_utf8(text)) return std::string(text);
    std::string composed;
    composed.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_slice(text, at);
        append_nfc(composed, text.substr(at, end - at));
        at = end;
    }
    return composed;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const utf8proc_category_t category = utf8proc_category(as_utf8proc(c));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    const utf8proc_category_t category = utf8proc_category(as_utf8proc(c));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_blank(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    if (c == 0x85 || c == 0x200B || c == 0xFEFF) return true;
    const utf8proc_category_t category = utf8proc_category(as_utf8proc(c));
    return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    return static_cast<char32_t>(utf8proc_tolower(as_utf8proc(c)));
}

std::string to_lower(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const char32_t folded = to_lower(c.value);
        if (folded == c.value) {
            lower += text.substr(at, c.bytes);  // invalid bytes stay as they are, too
        } else {
            append_utf8(lower, folded);
        }
        at += c.bytes;
    }
    return lower;
}

base::ByteRange trimmed(std::string_view text, base::ByteRange range) {
    const std::string_view inner = text.substr(0, range.end);
    const auto is_ascii_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (range.begin < range.end) {
        if (is_ascii_blank(inner[range.begin])) {
            ++range.begin;
            continue;
        }
        const CodePoint c = decode_at(inner, range.begin);
        if (!is_blank(c.value)) break;
        range.begin += c.bytes;
    }
    while (range.begin < range.end) {
        if (is_ascii_blank(inner[range.end - 1])) {
            --range.end;
            continue;
        }
        const CodePoint c = decode_before(inner, range.end);
        if (!is_blank(c.value)) break;
        range.end -= c.bytes;
    }
    return range;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = bytes_max;
    for (int i = 0; i < 3 && end > 0 && is_continuation(text[end]); ++i) --end;
    return text.substr(0, end);
}

}  // namespace lesesaal::text
