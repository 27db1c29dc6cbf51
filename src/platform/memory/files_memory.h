#pragma once

#include <map>

#include "platform/files.h"

namespace lesesaal::platform::memory {

/// Files of a test: nothing touches the disk. Folders are prefixes of paths.
class MemoryFiles final : public Files {
public:
    struct Options {
        std::map<std::string, base::Bytes> files;
        /// The number, from 1, of the first write that fails; 0: none does. What was written before stays.
        int fail_at = 0;
        base::ErrorKind with = base::ErrorKind::out_of_space;
    };

    MemoryFiles() = default;
    explicit MemoryFiles(Options options) : options_(std::move(options)) {}

    [[nodiscard]] base::Result<base::Bytes> read(const std::string& path, std::size_t bytes_max) const override;
    [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;
    [[nodiscard]] base::Result<std::vector<std::string>> list(const std::string& path) const override;

    [[nodiscard]] const std::map<std::string, base::Bytes>& files() const { return options_.files; }

private:
    Options options_;
    int writes_ = 0;
};

}  // namespace lesesaal::platform::memory
