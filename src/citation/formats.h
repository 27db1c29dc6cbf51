#pragma once
// One function per format, and what they share. Private to citation/.

#include <string>
#include <string_view>

#include "citation/citation.h"

namespace lesesaal::citation {

[[nodiscard]] std::string to_german(const corpus::Article& article, const Reading& reading);
/// `key`: as made by bibtex_key, unique in the file.
[[nodiscard]] std::string to_bibtex(const corpus::Article& article, const Reading& reading, std::string_view key);
[[nodiscard]] std::string bibtex_key(const corpus::Article& article);
[[nodiscard]] std::string to_ris(const corpus::Article& article, const Reading& reading);
[[nodiscard]] std::string to_csl_json(std::span<const corpus::Article> articles, const Reading& reading);

/// One line: runs of blanks and control characters are one blank, none at the ends; no soft hyphens.
[[nodiscard]] std::string one_line(std::string_view text);
/// An http or https address with everything encoded that a format could take for its own; else empty.
[[nodiscard]] std::string plain_url(std::string_view url);
/// "10. Oktober 2025", with no-break spaces between day and month.
[[nodiscard]] std::string german_date(base::Date date);
/// As exact as the date is: "14.–15. November 2019", "November 2019", "2019".
[[nodiscard]] std::string german_date(const corpus::ArticleDate& date);
/// "07"
[[nodiscard]] std::string two_digits(int number);

constexpr std::string_view derived_date_note = "Datum aus dem Text erschlossen";

}  // namespace lesesaal::citation
