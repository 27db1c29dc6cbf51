#pragma once
// Splits a heading line into kicker and headline. Private to ingest/.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "corpus/vocabulary.h"

namespace lesesaal::ingest {

/// What is known about kickers, and about words that have a capital inside by themselves ("eGovernment").
class KickerEvidence {
public:
    void add_kicker(std::string_view kicker);
    /// Names of topics, places and organisations, and their terms that are no patterns.
    void add_vocabulary(const corpus::Vocabulary& vocabulary);
    /// Remembers the words of running text that have a capital inside. Cost: linear.
    void add_text(std::string_view text);

    [[nodiscard]] bool knows_kicker(std::string_view kicker) const;
    [[nodiscard]] bool knows_word(std::string_view word) const;

private:
    void add_name(std::string_view name);

    std::unordered_set<std::string> kickers_;
    std::unordered_set<std::string> words_;
};

/// Kicker is [0, kicker_end), headline is [headline_begin, size). Without a kicker both are 0.
struct KickerSplit {
    std::size_t kicker_end = 0;
    std::size_t headline_begin = 0;
    bool operator==(const KickerSplit&) const = default;
};

/// A glued kicker is looked for in the first so many characters of the line.
constexpr std::size_t glued_kicker_chars_max = 64;

/// "Kicker: Headline" at the first colon with a blank after it that stands outside quotation marks.
/// Requires: line is trimmed.
[[nodiscard]] KickerSplit split_joined_kicker(std::string_view line);

/// "KickerHeadline" or "Kicker: Headline". In this order: a known kicker directly followed by a capital or a quotation
/// mark; else whichever comes first, the colon or a boundary inside a word (lower case or a digit before a capital, a
/// capital that begins a word after two or more capitals, a capital after a closing quotation mark or bracket) that
/// leaves a kicker of two letters or more and is not inside a word known to be written so.
/// Requires: line is trimmed and in NFC. Cost: bounded by glued_kicker_chars_max, plus the search for the colon.
[[nodiscard]] KickerSplit split_heading_line(std::string_view line, const KickerEvidence& evidence);

}  // namespace lesesaal::ingest
