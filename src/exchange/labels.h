#pragma once
// The few words that stand in written documents, German and English, and how dates are told in both. Private to exchange/.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "notebook/entries.h"

namespace lesesaal::exchange {

struct Labels {
    std::string_view language;
    std::string_view notes;  // the title of a document
    std::string_view bookmarks;
    std::string_view as_of;  // before a date
    std::string_view headline;
    std::string_view kicker;
    std::string_view date;
    std::string_view source;
    std::string_view address;
    std::string_view bookmarked;  // before a date
    std::string_view collections;
    std::string_view tags;
    std::string_view note;
    std::string_view other_version;
    std::string_view passage;
    std::string_view colour;
    std::string_view passage_note;
    std::string_view changed;
    std::string_view text_hash;
    std::string_view uid;
    std::string_view untitled;
    std::string_view none;                    // in place of a list
    std::array<std::string_view, 4> colours;  // as notebook::Colour
    std::array<std::string_view, 12> months;
    std::string_view after_day;  // "8. Oktober", "8 October"
    std::string_view quote_open;
    std::string_view quote_close;
};

/// English for "en" and all its regions, else German.
[[nodiscard]] const Labels& labels_of(std::string_view language);

/// The date of a card; nothing where it has none or another text.
[[nodiscard]] std::optional<corpus::ArticleDate> date_of(const notebook::Card& card);
/// As people write it: "8. Oktober 2025", "Oktober 2025"; a text that is no date as it is.
[[nodiscard]] std::string date_text(const notebook::Card& card, const Labels& labels);
[[nodiscard]] std::string date_text(base::Date date, const Labels& labels);

/// The headline, or else the address, or else what it is known by.
[[nodiscard]] std::string title_of(const notebook::Entry& entry, const Labels& labels);

/// "Bremen", "Kommune21" and the date: what there is, joined by ", ".
[[nodiscard]] std::string origin_of(const notebook::Card& card, const Labels& labels);

[[nodiscard]] std::string joined(const std::vector<std::string>& list, std::string_view separator);

}  // namespace lesesaal::exchange
