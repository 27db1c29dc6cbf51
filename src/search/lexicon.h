#pragma once
// The words of a corpus in order, each with its list of articles: front-coded, kept in memory as it was written.
//
// Entries one after the other, by rising key (bytes): a byte with the number of bytes kept from the key before (high four
// bits) and of those that follow (low four bits), 15 meaning that a varint with the number less 15 comes next, that of the
// kept bytes first; the bytes; a varint of 8 x articles + flags; a varint with the bytes of the posting list, which begins
// where that of the entry before ends; with flag 1 the parts: their number, then two bytes each, begin and end; with flag 2
// how the word is written: a varint with its bytes, and these. Flag 4: a noun.
// Every 32nd entry keeps nothing.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/letter_set.h"
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

/// Every so manyth entry keeps nothing of the key before.
constexpr std::size_t lexicon_anchor_step = 32;

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
    /// Calls `visit` with a cursor at each entry, in order, whose letters `may` lets through. Cost: a look at one number an entry,
    /// and a reading of up to 32 entries for each that passes.
    template <typename May, typename Visit>
    void visit_if(const May& may, const Visit& visit) const {
        for (std::size_t block = 0; block < anchors_.size(); ++block) {
            const std::size_t first = block * lexicon_anchor_step;
            const std::size_t entries = std::min(lexicon_anchor_step, letters_.size() - first);
            std::uint32_t passed = 0;
            for (std::size_t i = 0; i < entries; ++i) passed |= may(letters_[first + i]) ? std::uint32_t{1} << i : 0;
            Cursor cursor(bytes_, anchors_[block].at, anchors_[block].postings_at);
            for (; passed != 0 && cursor.next(); passed >>= 1) {
                if ((passed & 1) != 0) visit(cursor);
            }
        }
    }
    /// With its details.
    [[nodiscard]] std::optional<LexiconEntry> find(std::string_view key) const;
    [[nodiscard]] std::size_t size() const { return letters_.size(); }

private:
    struct Anchor {
        std::size_t at = 0;
        std::size_t postings_at = 0;
    };
    std::string bytes_;
    std::vector<Anchor> anchors_;     // of every 32nd entry
    std::vector<LetterSet> letters_;  // of every entry
};

}  // namespace lesesaal::search
