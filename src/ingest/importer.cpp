#include "ingest/importer.h"

#include <algorithm>

#include "ingest/json_feed.h"
#include "ingest/press_lines.h"
#include "ingest/press_page.h"
#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t control_share_max = 10;  // percent of the bytes of a text

std::string_view without_byte_order_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

bool is_control(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (value < 0x20 && !(value >= '\t' && value <= '\r')) || value == 0x7F;
}

base::Result<void> check_is_text(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return fail(ErrorKind::bad_input, "import: the text is UTF-16 (byte 0). Save it as UTF-8 and try again.", 0);
    }
    const std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        return fail(ErrorKind::bad_input,
                    "import: this is not text but a binary file (byte " + std::to_string(nul) +
                        " is zero). Give a press page as text or a JSON Feed.",
                    nul);
    }
    const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
    if (controls > bytes.size() / control_share_max) {
        const auto first = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_control) - bytes.begin());
        return fail(ErrorKind::bad_input,
                    "import: this is not text but a binary file (control characters from byte " + std::to_string(first) +
                        " on). Give a press page as text or a JSON Feed.",
                    first);
    }
    if (const auto invalid = text::first_invalid_utf8(bytes)) {
        return fail(ErrorKind::bad_input,
                    "import: the text is not valid UTF-8 at byte " + std::to_string(*invalid) +
                        ". Save the file as UTF-8 and try again.",
                    *invalid);
    }
    return {};
}

}  // namespace

Format detect_format(std::string_view bytes) {
    const std::string_view text = without_byte_order_mark(bytes);
    const Lines lines = split_lines(text, 0, 2);
    if (lines.ranges.empty()) return Format::unknown;
    const std::string_view first = text.substr(lines.ranges[0].begin, lines.ranges[0].size());
    if (first[0] == '{') return Format::json_feed;
    if (find_date_mark(first)) return Format::press_page;
    if (first[0] == '[' || first[0] == '<') return Format::unknown;  // a JSON list; HTML, XML
    return lines.ranges.size() == 2 ? Format::press_page : Format::unknown;
}

base::Result<Import> import_any(std::string_view bytes, const ImportOptions& options) {
    if (bytes.size() > import_bytes_max) {
        return fail(ErrorKind::too_large,
                    "import: the file has " + std::to_string(bytes.size()) +
                        " bytes; at most 64 MiB are read. Split it into smaller files.",
                    import_bytes_max);
    }
    TRY_VOID(check_is_text(bytes));
    const std::string_view text = without_byte_order_mark(bytes);
    if (text::trimmed(text, {0, text.size()}).is_empty()) {
        return fail(ErrorKind::bad_input, "import: the file is empty. Give a press page as text or a JSON Feed.", 0);
    }
    switch (detect_format(bytes)) {
    case Format::press_page: return import_press_page(bytes, options);
    case Format::json_feed: return import_json_feed(bytes, options);
    case Format::unknown: break;
    }
    return fail(
        ErrorKind::unsupported,
        "import: not a known format (byte 0). A press page is plain text with a headline and, below it, paragraphs or a line "
        "\"[dd.mm.yyyy] text\"; a JSON Feed begins with \"{\".",
        0);
}

}  // namespace lesesaal::ingest
