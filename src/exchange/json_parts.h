#pragma once
// A first pass over JSON that finds where the parts of the outermost value stand, so that each is parsed by itself: a large
// file never becomes one large tree, and what is cut or wrong costs one part. Private to exchange/.

#include <cstddef>
#include <string_view>
#include <vector>

namespace lesesaal::exchange {

struct JsonPart {
    std::string_view name;  // of a member: as it stands between the quotation marks; of an element: empty
    std::string_view text;
};

struct JsonParts {
    std::vector<JsonPart> parts;
    bool is_list = false;
    bool is_whole = false;  // false: the text is neither object nor list, ends before its end or has something after it
    bool is_over = false;   // there are more than were asked for

    /// The text of a member, of the first when there are several; empty when there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
};

/// The members or elements of `text`, at most `parts_max`. What they hold is not checked. The last part of a text that was cut
/// reaches to its end. Cost: linear. Lifetime: that of the text.
[[nodiscard]] JsonParts json_parts(std::string_view text, std::size_t parts_max);

/// `text` without the blanks of JSON at both ends.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

}  // namespace lesesaal::exchange
