#pragma once

#include <vector>

#include "platform/memory/answers.h"
#include "platform/outlet.h"

namespace lesesaal::platform::memory {

/// Remembers what left. Answers wait until deliver() is called, as a browser's come in a later turn.
class MemoryOutlet final : public Outlet {
public:
    struct Options {
        /// The number, from 1, of the first copy that is refused, and every later one with it; 0: none is.
        int refuse_at = 0;
    };

    MemoryOutlet() = default;
    explicit MemoryOutlet(Options options) : options_(options) {}

    void print() override { ++prints_; }
    void copy(const std::string& text, std::function<void(base::Result<void>)> then) override;
    void save(const FileToSave& file) override { files_.push_back(file); }
    void open_link(const std::string& url) override;

    /// Gives the answers that wait, in order, also those asked for meanwhile. Returns: how many.
    int deliver() { return answers_.deliver(); }

    [[nodiscard]] int prints() const { return prints_; }
    /// What the clipboard holds; empty before the first copy that was not refused.
    [[nodiscard]] const std::string& clipboard() const { return clipboard_; }
    [[nodiscard]] const std::vector<FileToSave>& files() const { return files_; }
    /// Those that the page would have opened.
    [[nodiscard]] const std::vector<std::string>& links() const { return links_; }

private:
    Options options_;
    int prints_ = 0;
    int copies_ = 0;
    std::string clipboard_;
    std::vector<FileToSave> files_;
    std::vector<std::string> links_;
    Answers answers_;
};

}  // namespace lesesaal::platform::memory
