#pragma once
// What a corpus is made of: values, no input or output. All text is UTF-8 in NFC.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/date.h"

namespace lesesaal::corpus {

enum class DatePrecision : std::uint8_t { day, range, month, year };

struct ArticleDate {
    base::Date first;
    base::Date last;  // == first for a day; the last day of a range, month or year
    DatePrecision precision = DatePrecision::day;
    /// True when the date was found in prose instead of a date field.
    bool is_derived = false;
    /// Where it stands in the imported bytes; empty when the format has a field for it.
    base::ByteRange source;

    bool operator==(const ArticleDate&) const = default;
};

struct Section {
    std::string heading;  // empty for the text before the first heading
    std::vector<std::string> paragraphs;

    bool operator==(const Section&) const = default;
};

/// Why an article carries a topic, place or organisation.
struct Assignment {
    std::string slug;
    std::string reason;  // the matched words as they stand in the text

    bool operator==(const Assignment&) const = default;
};

struct Article {
    /// Stable over corpora: see make_uid.
    std::string uid;
    std::string kicker;  // may be empty
    std::string headline;
    std::optional<ArticleDate> date;
    bool is_teaser_only = false;
    std::vector<Assignment> topics;
    std::vector<Assignment> places;
    std::vector<Assignment> organisations;
    std::string source;    // the medium, e.g. "Kommune21"; may be empty
    std::string url;       // http, https or empty
    std::string language;  // BCP 47, e.g. "de"
    std::vector<Section> sections;

    bool operator==(const Article&) const = default;
};

/// 16 hexadecimal digits of the SHA-256 of source, kicker, headline and date: the same article of the same source gets
/// the same uid in every corpus, even when its body was edited.
[[nodiscard]] std::string make_uid(const Article& article);

}  // namespace lesesaal::corpus
