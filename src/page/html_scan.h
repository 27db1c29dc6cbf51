#pragma once
// Finds tags and comments in HTML, so that text inside a script, a comment or an attribute is never taken for a tag.
// Follows the tokenizer of the HTML standard (13.2.5) as far as pages of ours and broken copies of them need it: no
// character references, no CDATA, and a script ends at the first "</script".

#include <optional>
#include <string>
#include <string_view>

#include "base/byte_range.h"

namespace lesesaal::page {

struct HtmlToken {
    enum class Kind { comment, start_tag, end_tag };
    Kind kind = Kind::comment;
    std::string name;       // of a tag, lower case
    base::ByteRange tag;    // from '<' to after '>' (the end of the page when is_cut)
    base::ByteRange text;   // of a comment; of script, style, title and textarea: up to their end tag
    base::ByteRange whole;  // tag, text and end tag
    /// The page ends inside this token.
    bool is_cut = false;
};

class HtmlScanner {
public:
    /// Lifetime: `html` must outlive the scanner.
    explicit HtmlScanner(std::string_view html) : html_(html) {}

    /// The next tag or comment, or nothing at the end. Cost of all calls together: linear.
    [[nodiscard]] std::optional<HtmlToken> next();

private:
    HtmlToken scan_comment(std::size_t begin);
    HtmlToken scan_tag(std::size_t begin);
    void scan_raw_text(HtmlToken& token) const;

    std::string_view html_;
    std::size_t at_ = 0;
};

struct HtmlAttribute {
    base::ByteRange value;  // without quotes
    base::ByteRange whole;  // from the name to after the value
};

/// The first attribute of that name (lower case) in a start tag. Ranges count from the start of `html`.
[[nodiscard]] std::optional<HtmlAttribute> find_attribute(std::string_view html, const HtmlToken& token, std::string_view name);

/// The text of a range.
[[nodiscard]] inline std::string_view slice(std::string_view html, base::ByteRange range) {
    return html.substr(range.begin, range.size());
}

}  // namespace lesesaal::page
