#pragma once

#include "platform/files.h"

namespace lesesaal::platform::native {

/// The files of a POSIX system (and of Node, under Emscripten).
class NativeFiles final : public Files {
public:
    [[nodiscard]] base::Result<base::Bytes> read(const std::string& path, std::size_t bytes_max) const override;
    [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;
    [[nodiscard]] base::Result<std::vector<std::string>> list(const std::string& path) const override;
};

}  // namespace lesesaal::platform::native
