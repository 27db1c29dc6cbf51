#pragma once
// Notebooks as inputs of the notes commands: any form that can be read back, and reading rooms with notes inside.

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "notebook/log.h"
#include "platform/files.h"

namespace lesesaal::cli {

struct NotebookInput {
    std::string file;
    std::size_t operations = 0;  // of our own forms
    std::size_t marks = 0;       // of the others
    std::int32_t unread = 0;     // entries that could not be read
};

struct Notebooks {
    notebook::Log log;
    std::vector<NotebookInput> inputs;
    std::string corpus_id;  // of the first input that names one
    std::string title;
};

/// Merges the notebooks. Marks of other programs are put on the articles of the reading rooms among the inputs, by address or
/// else by headline, also of rooms that hold no notes. `now_ms`: wall time.
/// Fails with: what a file or its reader fails with, located.
[[nodiscard]] base::Result<Notebooks> read_notebooks(const platform::Files& files, const std::vector<std::string>& paths,
                                                     const std::string& replica, std::int64_t now_ms);

}  // namespace lesesaal::cli
