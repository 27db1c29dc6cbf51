#include "main/cli_inputs.h"

#include <algorithm>

#include "ingest/classify.h"
#include "main/cli_console.h"
#include "main/embedded.h"

namespace lesesaal::cli {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

constexpr std::size_t vocabulary_bytes_max = std::size_t{8} * 1024 * 1024;

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_document(std::string_view path) { return name_of(path).ends_with(".md") || name_of(path).starts_with('.'); }

/// The files behind the inputs, each once. A file that is named itself is taken whatever its name.
Result<std::vector<std::string>> expand(const platform::Files& files, const std::vector<std::string>& inputs) {
    std::vector<std::string> expanded;
    for (const std::string& input : inputs) {
        std::vector<std::string> listed = TRY_FILE(input, files.list(input));
        const bool is_folder = listed != std::vector<std::string>{input};
        if (is_folder) std::erase_if(listed, is_document);
        if (listed.empty()) {
            return fail(ErrorKind::bad_input,
                        input + ": the folder holds no files to read (hidden files and *.md are left out)");
        }
        for (std::string& path : listed) {
            if (std::find(expanded.begin(), expanded.end(), path) == expanded.end()) expanded.push_back(std::move(path));
        }
    }
    return expanded;
}

Result<ingest::Import> import_file(const platform::Files& files, const std::string& path,
                                   const ingest::ImportOptions& options) {
    auto bytes = files.read(path, ingest::import_bytes_max);
    if (!bytes && bytes.error().kind == ErrorKind::too_large) {
        return fail(ErrorKind::too_large, path + ": the file has more than 64 MiB; split it into smaller files");
    }
    if (!bytes) return std::unexpected(located(path, bytes.error()));
    ingest::Import imported = TRY_FILE(path, ingest::import_any(*bytes, options));
    if (imported.articles.empty())
        return fail(ErrorKind::bad_input, path + ": byte 0: no article found; give a press page or a JSON Feed");
    return imported;
}

}  // namespace

Result<corpus::Vocabulary> load_vocabulary(const platform::Files& files, const std::string& topics_path) {
    if (topics_path.empty())
        return TRY_FILE(std::string("the built-in topics.json"), ingest::read_vocabulary(embedded_topics()));
    const base::Bytes json = TRY_FILE(topics_path, files.read(topics_path, vocabulary_bytes_max));
    return TRY_FILE(topics_path, ingest::read_vocabulary(json));
}

Result<Inputs> read_inputs(const platform::Files& files, const InputOptions& options, const corpus::Vocabulary& vocabulary) {
    const ingest::Classifier classifier{vocabulary};
    Inputs inputs;
    inputs.files = TRY(expand(files, options.inputs));
    for (const std::string& path : inputs.files) {
        const ingest::ImportOptions import_options{
            .source = options.source, .language = options.language, .vocabulary = &vocabulary};
        ingest::Import imported = TRY(import_file(files, path, import_options));
        for (corpus::Article& article : imported.articles) {
            classifier.classify(article);
            inputs.articles.push_back(std::move(article));
        }
        for (ingest::Warning& warning : imported.warnings) inputs.warnings.push_back({path, std::move(warning)});
    }
    return inputs;
}

void print_warnings(const std::vector<FileWarning>& warnings) {
    for (const FileWarning& entry : warnings) {
        print_error(entry.file + ": byte " + std::to_string(entry.warning.offset) + ": " + entry.warning.message);
    }
}

}  // namespace lesesaal::cli
