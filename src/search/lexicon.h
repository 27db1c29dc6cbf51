#pragma once
// The words of a corpus in order, each with its list of articles: front-coded, kept in memory as it was written.
//
// Entries one after the other, by rising key (bytes): a byte with the number of bytes kept from the key before (high four
// bits) and of those that follow (low four bits), 15 meaning that a varint with the number less 15 comes next, that of the
// kept bytes first; the bytes; a varint of 8 x articles + flags; a varint with the bytes of the posting list, which begins
// where that of the entry before ends; with flag 1 the parts: their number, then two bytes each, begin and end; with flag 2
// how the word is written: a varint with its bytes, and these. Flag 4: a noun.
// Every 32nd entry keeps nothing.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/compounds.h"

namespace lesesaal::search {

struct LexiconEntry {
    std::string key;             // folded and in umlauts (text/letters.h, text/spelling.h)
    std::uint32_t articles = 0;  // that have it
    std::size_t postings_at = 0;
    std::size_t postings_bytes = 0;
    std::vector<text::CompoundPart> parts;  // of a compound; bytes of the key
    std::string spelling;                   // as it is mostly written; empty: like the key, a noun with a capital
    bool is_noun = false;

    /// As a reader would write it.
    [[nodiscard]] std::string written() const;
};

class LexiconWriter {
public:
    /// Requires: keys rise. postings_at is not written: it follows.
    void add(const LexiconEntry& entry);
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
    std::string last_key_;
    std::size_t entries_ = 0;
};

/// Most entries of one lexicon, and bytes of a key.
constexpr std::size_t lexicon_entries_max = 8'000'000;
constexpr std::size_t lexicon_key_bytes_max = 1024;

class Lexicon {
public:
    /// Looks at every entry once. Fails with: bad_input. `postings_bytes`: of all lists together, must be what the entries say.
    [[nodiscard]] static base::Result<Lexicon> open(std::string bytes, std::size_t postings_bytes);
    Lexicon() = default;

    /// Goes through the entries from some key on.
    class Cursor {
    public:
        /// Returns: false at the end. The parts and the spelling are read only when asked for.
        bool next();
        [[nodiscard]] const LexiconEntry& entry() const { return entry_; }
        /// How many bytes of the key before this key keeps.
        [[nodiscard]] std::size_t kept() const { return kept_; }
        /// Passes the entries that keep at least `kept` bytes of the one before. Their keys are not read: entry() is valid again
        /// after the next next(). Cost: a few instructions an entry.
        void skip_while_kept(std::size_t kept);
        /// Reads parts and spelling of the entry.
        void read_details();

    private:
        friend class Lexicon;
        explicit Cursor(std::string_view bytes, std::size_t at, std::size_t postings_at)
            : bytes_(bytes), at_(at), postings_at_(postings_at) {}
        bool read_numbers();
        std::string_view bytes_;
        std::size_t at_;
        std::size_t postings_at_;
        std::size_t kept_ = 0;
        std::size_t details_at_ = 0;
        unsigned flags_ = 0;
        LexiconEntry entry_;
    };

    [[nodiscard]] Cursor begin() const { return Cursor(bytes_, 0, 0); }
    /// The cursor's first next() gives the least key that is not less than `key`. Cost: logarithmic, and 32 entries.
    [[nodiscard]] Cursor lower_bound(std::string_view key) const;
    /// With its details.
    [[nodiscard]] std::optional<LexiconEntry> find(std::string_view key) const;
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    struct Anchor {
        std::size_t at = 0;
        std::size_t postings_at = 0;
    };
    std::string bytes_;
    std::vector<Anchor> anchors_;  // of every 32nd entry
    std::size_t size_ = 0;
};

}  // namespace lesesaal::search
