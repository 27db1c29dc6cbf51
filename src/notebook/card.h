#pragma once
// What an article is called, kept beside the marks on it: a list of bookmarks must be readable without the corpus, and a
// mark whose article is gone must say what it was on.

#include <string>
#include <string_view>

#include "base/result.h"

namespace lesesaal::notebook {

struct Card {
    std::string headline;
    std::string kicker;    // may be empty, as all that follows
    std::string date;      // ISO 8601: "2025-10-08", "2019-11-14/2019-11-15", "2025-10", "2025"
    std::string source;    // the medium
    std::string url;       // http or https
    std::string language;  // BCP 47
    std::string text_hash; // SHA-256 of the article's text, 64 hexadecimal digits: whether it was edited since
    bool operator==(const Card&) const = default;
};

/// As the value of an operation: JSON with the names above; what is empty is left out, what is too long is cut.
[[nodiscard]] std::string encode(const Card& card);
/// Fails with: bad_input.
[[nodiscard]] base::Result<Card> decode_card(std::string_view value);

/// A question that was kept: its name, and where it leads (app/route.h).
struct SavedSearch {
    std::string name;
    std::string hash;  // "#q=…"
    bool operator==(const SavedSearch&) const = default;
};
constexpr std::size_t search_name_bytes_max = 200;
constexpr std::size_t search_hash_bytes_max = 4000;

/// JSON: {"name":…,"hash":…}.
[[nodiscard]] std::string encode(const SavedSearch& search);
/// Fails with: bad_input; also for a hash that does not begin with '#'.
[[nodiscard]] base::Result<SavedSearch> decode_search(std::string_view value);

}  // namespace lesesaal::notebook
