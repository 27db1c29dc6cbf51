#pragma once

#include <map>
#include <vector>

#include "platform/copies.h"
#include "platform/memory/answers.h"

namespace lesesaal::platform::memory {

/// Files as a reader would choose them in a test. Answers wait until deliver() is called.
class MemoryCopies final : public Copies {
public:
    struct Options {
        /// What the disk holds, by name.
        std::map<std::string, std::string> files;
        /// Which of them the reader chooses, whatever is asked; nothing: closes the picker without choosing.
        std::optional<std::string> chosen = std::nullopt;
        /// From an earlier visit, or impossible.
        Link link;
        /// Writing and saving the page fail so.
        std::optional<base::ErrorKind> write_fails_with = std::nullopt;
    };

    MemoryCopies() = default;
    explicit MemoryCopies(Options options) : options_(std::move(options)) {}

    using Then = std::function<void(base::Result<std::optional<PickedFile>>)>;
    void pick(Then then) override;
    void look_for_link(std::function<void(Link)> then) override;
    void link(const std::string& suggested_name, Then then) override;
    void link_existing(Then then) override;
    void wake(Then then) override;
    void write_through(const std::string& bytes, std::function<void(base::Result<void>)> then) override;
    void unlink() override { options_.link = {}; }
    void save_page(const std::string& file_name, const std::string& block_name, const std::string& block,
                   std::function<void(base::Result<void>)> then) override;

    /// Gives the answers that wait, in order, also those asked for meanwhile. Returns: how many.
    int deliver() { return answers_.deliver(); }
    /// Another program writes a file.
    void write(const std::string& name, std::string bytes) { options_.files[name] = std::move(bytes); }
    /// The next choices.
    void choose(std::optional<std::string> name) { options_.chosen = std::move(name); }

    [[nodiscard]] const std::map<std::string, std::string>& files() const { return options_.files; }
    [[nodiscard]] const Link& linked() const { return options_.link; }

    struct SavedPage {
        std::string file_name;
        std::string block_name;
        std::string block;
        bool operator==(const SavedPage&) const = default;
    };
    [[nodiscard]] const std::vector<SavedPage>& pages() const { return pages_; }

private:
    void read(const std::string& name, const Then& then) const;

    Options options_;
    std::vector<SavedPage> pages_;
    Answers answers_;
};

}  // namespace lesesaal::platform::memory
