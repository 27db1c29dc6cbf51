#pragma once
// How an article is cited: as a German sentence, and in the three formats that reference managers read. Pure.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "corpus/article.h"

namespace lesesaal::citation {

enum class Style : std::uint8_t { german, bibtex, ris, csl_json };

/// Where the reader stands while citing.
struct Reading {
    base::Date accessed;
    /// The title of the collection; it stands in where an article has no address of its own. May be empty.
    std::string collection;
};

/// The articles in the order given, each once.
///   german    „Überschrift“. In: Quelle, 10. Oktober 2025. https://… (abgerufen am 23. November 2026). One line each;
///             inner quotation marks become single ones, a date found in prose stands in brackets, "o. D." for none.
///   bibtex    for biblatex in UTF-8: @article with a source, else @online with an address, else @misc; dates as EDTF.
///   ris       lines end with CR LF; NEWS with a source, else ELEC with an address, else GEN.
///   csl_json  one JSON array, also for one article.
/// Whatever bytes the fields hold, no field can end its own line, entry or string.
[[nodiscard]] std::string cite(std::span<const corpus::Article> articles, Style style, const Reading& reading);
[[nodiscard]] std::string cite(const corpus::Article& article, Style style, const Reading& reading);

/// For a file of citations: "bib", and "application/x-bibtex".
[[nodiscard]] std::string_view file_extension(Style style);
[[nodiscard]] std::string_view media_type(Style style);

}  // namespace lesesaal::citation
