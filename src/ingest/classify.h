#pragma once
// Gives articles their topics, places and organisations by the terms of a vocabulary (rules: assets/README.md).

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "corpus/article.h"
#include "corpus/vocabulary.h"

namespace lesesaal::ingest {

constexpr std::size_t vocabulary_bytes_max = std::size_t{8} * 1024 * 1024;
constexpr std::size_t vocabulary_entries_max = 10'000;  // of each list
constexpr std::size_t terms_max = 1'000;                // of one entry
constexpr std::size_t term_bytes_max = 200;
constexpr std::size_t term_words_max = 8;

/// Reads assets/topics.json. Fails with: bad_input naming the entry and what is wrong with it (a duplicate slug, a Land
/// that is not there, a term that breaks a rule, …), with the byte offset for a syntax error; too_large; unsupported for
/// another version.
[[nodiscard]] base::Result<corpus::Vocabulary> read_vocabulary(std::string_view json);

/// A vocabulary made ready for many articles. Keeps its own copy of what it needs.
class Classifier {
public:
    /// Cost: linear in the vocabulary. Terms that break a rule match nothing.
    explicit Classifier(const corpus::Vocabulary& vocabulary);
    Classifier(Classifier&&) noexcept;
    Classifier& operator=(Classifier&&) noexcept;
    ~Classifier();

    /// Sets topics, places and organisations from kicker, headline, headings and paragraphs. In order: those that
    /// kicker or headline name, then by falling number of matches, then as in the vocabulary. The reason is the words of
    /// the first match as they stand in the text. Cost: linear in the text.
    void classify(corpus::Article& article) const;

private:
    struct State;
    std::unique_ptr<const State> state_;
};

/// The same for a single article.
void classify(corpus::Article& article, const corpus::Vocabulary& vocabulary);

}  // namespace lesesaal::ingest
