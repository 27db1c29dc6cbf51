#pragma once
// The notebook by article: everything that a reader made of one, in one place. For the page that lists it and for files.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "notebook/card.h"
#include "notebook/highlight.h"
#include "notebook/log.h"

namespace lesesaal::notebook {

/// A version that lost against another, written at the same time elsewhere.
struct OtherVersion {
    std::string value;  // the text of a note; of a highlight its words and note as highlight.h encodes them
    std::int64_t made_ms = 0;
    bool operator==(const OtherVersion&) const = default;
};

struct EntryHighlight {
    std::string item;
    Highlight highlight;
    std::int64_t made_ms = 0;
    std::vector<OtherVersion> others;
    bool operator==(const EntryHighlight&) const = default;
};

struct Entry {
    std::string uid;
    std::string corpus;  // the corpus it was marked in first
    Card card;           // empty where the first version of the program made the marks
    bool is_bookmarked = false;
    bool is_read = false;
    std::int64_t bookmarked_ms = 0;
    std::int64_t changed_ms = 0;  // the newest of all marks below, reading aside
    std::vector<std::string> collections;  // sorted
    std::vector<std::string> tags;         // sorted
    std::string note;
    std::int64_t noted_ms = 0;
    std::vector<OtherVersion> other_notes;
    std::vector<EntryHighlight> highlights;  // in the order of the text
    bool operator==(const Entry&) const = default;
};

struct EntrySearch {
    std::string item;
    SavedSearch search;
    std::int64_t made_ms = 0;
    bool operator==(const EntrySearch&) const = default;
};

/// Articles with a bookmark, collection, tag, note or highlight, the last changed first. What was merely read is left out.
/// Cost: linear in the log, and n log n in the entries.
[[nodiscard]] std::vector<Entry> entries(const Log& log);
/// The one of an article; empty marks when there are none.
[[nodiscard]] Entry entry_of(const Log& log, std::string_view uid);
/// By name.
[[nodiscard]] std::vector<EntrySearch> searches(const Log& log);

/// Whether a kind is a mark that a reader would miss: a bookmark is, how far an article was read is not.
[[nodiscard]] bool is_treasured(Kind kind);

/// In which form a notebook leaves the reading room.
enum class FileFormat : std::uint8_t { notes, netscape, csv, markdown, annotations, bibtex, ris, csl_json, html, count_ };

}  // namespace lesesaal::notebook
