#pragma once
// The inputs of pack and import: files and folders, brought together into articles.

#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/article.h"
#include "corpus/vocabulary.h"
#include "ingest/importer.h"
#include "platform/files.h"

namespace lesesaal::cli {

struct InputOptions {
    std::vector<std::string> inputs;  // files and folders
    std::string language = "de";
    std::string source;       // for articles whose format names none
    std::string topics_path;  // of a vocabulary; empty: the one inside the program
};

struct FileWarning {
    std::string file;
    ingest::Warning warning;
};

struct Inputs {
    std::vector<std::string> files;
    std::vector<corpus::Article> articles;  // classified, in the order of the files
    std::vector<FileWarning> warnings;
};

/// Fails with: what the file or its importer fails with, located.
[[nodiscard]] base::Result<corpus::Vocabulary> load_vocabulary(const platform::Files& files, const std::string& topics_path);

/// Reads, imports and classifies. Of a folder all files directly in it but hidden ones and *.md.
[[nodiscard]] base::Result<Inputs> read_inputs(const platform::Files& files, const InputOptions& options,
                                               const corpus::Vocabulary& vocabulary);

/// A line per warning to standard error: "FILE: byte OFFSET: message".
void print_warnings(const std::vector<FileWarning>& warnings);

}  // namespace lesesaal::cli
