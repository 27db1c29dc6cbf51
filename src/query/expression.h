#pragma once
// What a text of the search box asks for, as a tree. Any text is a query; nothing fails: what cannot be understood as the
// query language is taken as words, and a problem says so.
//
//   wort "feste wendung" präfix* -ohne (a ODER b) a NAHE/5 b titel:wort titel:(a ODER b) quelle:… thema:"mit leerzeichen"
//   ort:… organisation:… datum:2025 datum:2025-09 datum:1.9.2025..2025-10-15 datum:letzte-30-tage
//   ist:gelesen|ungelesen|lesezeichen hat:notiz|lesezeichen
//
// Words side by side are all looked for; ODER binds tighter: "a b ODER c" is "a (b ODER c)", and NAHE tighter still. ODER and
// NAHE stand in capitals; names of fields in any case. A hyphen before a word, a phrase, a parenthesis or a field excludes it.
// All quotes of German, English and French typography are the same. The names, German and English, stand in fields.h, the
// dates in date_words.h. The name of a field that nobody knows is a word with a colon ("https://…", "16:30").

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "base/date.h"
#include "query/filter.h"

namespace lesesaal::query {

/// Where words are looked for.
enum class Scope : std::uint8_t { everywhere, title, lead, body, note };

enum class NodeKind : std::uint8_t {
    all_of,  // of `children`; none: everything
    any_of,  // of `children`; at least two
    none_of, // of `children`; exactly one. Inside all_of only
    words,   // `words`: one is a word, several a phrase
    near,    // two `children` of kind words and one scope, at most `distance` words between them, in either order
    dates,   // `from` to `to`, inclusive, either may be missing: as Filter's
    facet,   // `facet` has the value whose slug or label is `value`
    mark,    // `mark`
};

struct Node {
    NodeKind kind = NodeKind::all_of;
    std::vector<Node> children;

    /// NFC or as typed, without the signs of the query language; never empty for NodeKind::words.
    std::vector<std::string> words;
    bool is_prefix = false;      // the last of `words` is the begin of a word: it was written with a star
    bool is_unfinished = false;  // the last of `words` is still being typed: a prefix too, as typed so far
    Scope scope = Scope::everywhere;

    int distance = 0;

    std::optional<base::Date> from;
    std::optional<base::Date> to;

    Facet facet = Facet::topic;
    std::string value;  // as typed

    Mark mark = Mark::unread;
    bool is_mark_wanted = true;  // false: "ist:gelesen", the articles without the mark

    base::ByteRange at;  // in the text that was parsed

    bool operator==(const Node&) const = default;
};

enum class ProblemKind : std::uint8_t {
    unclosed_quote,        // read to the end
    unclosed_parenthesis,  // read to the end
    stray_parenthesis,     // left out
    missing_operand,       // ODER without a side, NAHE without a word on both: taken as a word
    unknown_value,         // datum:gestern-abend, ist:blau, "thema: ": taken as words
    too_long,              // cut at query_text_bytes_max
    too_many_terms,        // those beyond query_terms_max are left out
    too_deep,              // parentheses beyond query_depth_max are left out with what stands in them
    only_excluded,         // nothing is asked for but what is not to be there
    no_word,               // signs alone
};

struct Problem {
    ProblemKind kind = ProblemKind::no_word;
    base::ByteRange at;
    bool operator==(const Problem&) const = default;
};

/// Nodes without children: a word, a phrase or a condition is one.
constexpr std::size_t query_terms_max = 32;
constexpr std::size_t query_depth_max = 8;

struct Query {
    Node root;  // of kind all_of
    std::vector<Problem> problems;
    bool operator==(const Query&) const = default;
};

/// What dates like "letzte-30-tage" count from: the newest day of the corpus, so that a link means the same to everybody
/// who reads the same corpus, whenever they do.
struct ParseContext {
    std::optional<base::Date> today;
};

/// The last word is unfinished when the text does not end in white space; so is the last word of a phrase without an end.
/// What is excluded or written with a star never is. A field at the end of the text whose value is missing or may still become
/// one ("thema:", "ist:gel", "datum:2025-1") asks for nothing yet, and is no problem.
/// `text` need not be valid UTF-8; control characters count as white space; what the search finds no word in is dropped.
/// Cost: linear.
[[nodiscard]] Query parse(std::string_view text, const ParseContext& context);

/// Whether some node looks for words: only then do hits have scores and highlights.
[[nodiscard]] bool has_words(const Node& node);

/// The normal form of what a tree of `parse` asks for, with German names and ISO dates. parse(to_text(query)) has the same root
/// as `query` but for the places, unless the text is longer than query_text_bytes_max; it ends in a blank where a last word is
/// finished.
[[nodiscard]] std::string to_text(const Query& query);
[[nodiscard]] std::string to_text(const Node& node);

/// The same with every `at` empty, to compare what is asked for whatever text said it.
[[nodiscard]] Node without_places(Node node);

}  // namespace lesesaal::query
