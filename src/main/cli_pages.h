#pragma once
// Pages and databases as inputs of inspect and search, and as the output of pack.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "page/container.h"
#include "platform/files.h"
#include "store/corpus_db.h"

namespace lesesaal::cli {

/// A corpus, the bytes it lies in, and what was around it.
struct OpenedCorpus {
    std::unique_ptr<base::Bytes> bytes;  // does not move: the database reads it in place
    std::optional<store::CorpusDb> db;
    std::vector<page::BlockPlace> blocks;  // empty for a bare database
    std::size_t file_bytes = 0;
};

enum class Thoroughness {
    what_is_asked,  // the corpus block alone
    everything,     // every block of a page, every page of the database
};

/// Opens the corpus of a page or a database file. Fails with: bad_input, unsupported, not_found, too_large, io, located
/// and naming the part that is damaged.
[[nodiscard]] base::Result<OpenedCorpus> open_corpus(const platform::Files& files, const std::string& path,
                                                     Thoroughness thoroughness);

/// Reads a page template and verifies its blocks. Fails with: bad_input when it is none, located.
[[nodiscard]] base::Result<std::string> read_template(const platform::Files& files, const std::string& path);

/// lesesaal-template.html beside the running program.
[[nodiscard]] std::string default_template_path();

}  // namespace lesesaal::cli
