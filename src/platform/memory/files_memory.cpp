#include "platform/memory/files_memory.h"

namespace lesesaal::platform::memory {

using base::Bytes;
using base::ErrorKind;
using base::fail;
using base::Result;

Result<Bytes> MemoryFiles::read(const std::string& path, std::size_t bytes_max) const {
    const auto file = options_.files.find(path);
    if (file == options_.files.end()) return fail(ErrorKind::not_found, "cannot be opened (no such file)");
    if (file->second.size() > bytes_max) {
        return fail(ErrorKind::too_large, "is larger than " + std::to_string(bytes_max) + " bytes, the most that is read here");
    }
    return file->second;
}

Result<void> MemoryFiles::write(const std::string& path, std::string_view bytes) {
    ++writes_;
    if (options_.fail_at != 0 && writes_ >= options_.fail_at)
        return fail(options_.with, "cannot be written (as the test wants)");
    options_.files[path] = Bytes(bytes);
    return {};
}

Result<std::vector<std::string>> MemoryFiles::list(const std::string& path) const {
    if (options_.files.contains(path)) return std::vector<std::string>{path};
    const std::string prefix = path.ends_with('/') ? path : path + "/";
    std::vector<std::string> files;
    bool is_folder = false;
    for (auto file = options_.files.lower_bound(prefix); file != options_.files.end() && file->first.starts_with(prefix);
         ++file) {
        is_folder = true;
        if (file->first.find('/', prefix.size()) == std::string::npos) files.push_back(file->first);
    }
    if (!is_folder) return fail(ErrorKind::not_found, "cannot be found (no such file)");
    return files;
}

}  // namespace lesesaal::platform::memory
