#pragma once
// Builds a corpus database.

#include <string>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "corpus/article.h"
#include "corpus/vocabulary.h"
#include "text/break_points.h"

namespace lesesaal::store {

struct BuildOptions {
    std::string title = "Lesesaal";
    std::string language = "de";
    /// Identity over versions; empty: made from title and language.
    std::string corpus_id;
    /// Null: the words of this corpus are not broken.
    text::WordBreaker breaker;
    /// Words of German at large, for what compounds are made of (text/compounds.h), as search::word_key makes them.
    std::vector<std::string> german_words;
};

constexpr std::size_t articles_max = 1'000'000;
constexpr std::size_t corpus_text_bytes_max = std::size_t{512} * 1024 * 1024;  // of all articles together

/// Articles are ordered newest first (by first day, then last day; undated last; then by uid); an article with the uid of
/// an earlier one is dropped (the same story twice). An article without uid gets one (corpus::make_uid); a uid of
/// another shape than its 16 digits is replaced by such digits made of it. Control characters in texts become blanks.
/// Topics, places and organisations that the vocabulary does not name keep their slug as label.
/// Returns: the bytes of an SQLite database (schema.h); the same input gives the same bytes. Fails with: bad_input (no
/// articles), too_large, out_of_space.
[[nodiscard]] base::Result<base::Bytes> build_corpus(const std::vector<corpus::Article>& articles,
                                                     const corpus::Vocabulary& vocabulary, const BuildOptions& options);

}  // namespace lesesaal::store
