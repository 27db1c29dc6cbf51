#pragma once
// In which articles a word stands and how often, read where FTS5 keeps it. Asked for a prefix, FTS5 merges the lists of all
// words that begin with it, two by two and with every position: a letter typed into a large corpus takes it a third of a
// second. Here each list is walked once and added up. The format is stable and described in SQLite's fts5_index.c, "Details".

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/connection.h"

namespace lesesaal::store {

enum class WordMatch { whole, prefix };

/// By row of the table article (the first is unused): the matches in it, each with the weight of its column; 0: none.
using Frequencies = std::vector<std::uint32_t>;

class Postings {
public:
    /// Nothing when the index is not one segment, as the builder leaves it. Lifetime: the connection must stay.
    [[nodiscard]] static base::Result<std::optional<Postings>> open(Connection& connection, std::size_t articles);

    /// `word`: one word as the tokenizer folds it. Cost: linear in the matches. Fails with: bad_input (a damaged index).
    [[nodiscard]] base::Result<Frequencies> find(std::string_view word, WordMatch match);

private:
    struct Segment {
        std::int64_t id = 0;
        std::int64_t first_page = 0;
        std::int64_t last_page = 0;
    };
    struct Statements {
        Statement start;
        Statement pages;
    };
    Postings(Statements statements, Segment segment, std::size_t articles)
        : statements_(std::move(statements)), segment_(segment), articles_(articles) {}
    [[nodiscard]] static std::optional<Segment> read_structure(std::string_view record);

    Statements statements_;
    Segment segment_;
    std::size_t articles_;
};

}  // namespace lesesaal::store
