#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"

namespace lesesaal::platform {

/// Errors do not repeat the path; the caller has it.
struct Files {
    virtual ~Files() = default;
    /// Fails with: not_found, blocked (no permission), too_large (over `bytes_max`), io.
    [[nodiscard]] virtual base::Result<base::Bytes> read(const std::string& path, std::size_t bytes_max) const = 0;
    /// Replaces the file as a whole (written beside it, then renamed) or leaves it as it was. A file behind a symbolic link
    /// is replaced, the link stays. Fails with: io (also when there is something that is no regular file), blocked, not_found (the
    /// folder), out_of_space.
    [[nodiscard]] virtual base::Result<void> write(const std::string& path, std::string_view bytes) = 0;
    /// Regular files directly in a folder, sorted by bytes, hidden ones too; or {path} itself when it is no folder.
    /// Fails with: not_found, io.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> list(const std::string& path) const = 0;
};

}  // namespace lesesaal::platform
