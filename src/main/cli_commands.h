#pragma once
// The commands. Each prints its answer or returns one located error; files are read and written through `files`.

#include <string>

#include "base/result.h"
#include "main/cli_inputs.h"
#include "platform/files.h"
#include "query/filter.h"

namespace lesesaal::cli {

enum class Format { text, json };

struct PackOptions {
    InputOptions input;
    std::string output;
    std::string title = "Lesesaal";
    std::string corpus_id;      // empty: made from title and language
    std::string template_path;  // empty: beside the program
};

/// Writes the page as a whole or, when anything fails, nothing.
[[nodiscard]] base::Result<void> pack(platform::Files& files, const PackOptions& options);

[[nodiscard]] base::Result<void> show_import(const platform::Files& files, const InputOptions& options, Format format);

/// Verifies every part of the file too.
[[nodiscard]] base::Result<void> inspect(const platform::Files& files, const std::string& path, Format format);

struct SearchOptions {
    std::string path;
    std::string query;
    query::Filter filter;  // without its text
    std::size_t limit = 20;
    Format format = Format::text;
};

[[nodiscard]] base::Result<void> search(const platform::Files& files, const SearchOptions& options);

}  // namespace lesesaal::cli
