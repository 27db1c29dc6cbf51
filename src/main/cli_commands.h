#pragma once
// The commands. Each prints its answer or returns one located error; files are read and written through `files`.

#include <string>
#include <vector>

#include "base/result.h"
#include "main/cli_inputs.h"
#include "notebook/entries.h"
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

struct InspectOptions {
    std::string path;
    bool wants_related = false;  // with every article those related to it
    Format format = Format::text;
};

/// Verifies every part of the file too.
[[nodiscard]] base::Result<void> inspect(const platform::Files& files, const InspectOptions& options);

struct SearchOptions {
    std::string path;
    std::string query;
    query::Filter filter;  // without its text
    std::size_t limit = 20;
    Format format = Format::text;
};

[[nodiscard]] base::Result<void> search(const platform::Files& files, const SearchOptions& options);

struct NotesOptions {
    std::vector<std::string> inputs;  // files of notes, bookmarks and annotations, and reading rooms
    std::string output;               // "-": standard output; what is told goes to standard error then
    notebook::FileFormat format = notebook::FileFormat::notes;
    std::string title;                // empty: that of the first input that has one
    std::string language = "de";
    Format answer = Format::text;
};

/// Merges the inputs and writes them in one form, as a whole or, when anything fails, not at all.
[[nodiscard]] base::Result<void> write_notes(platform::Files& files, const NotesOptions& options);

}  // namespace lesesaal::cli
