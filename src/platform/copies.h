#pragma once
// Copies of the reader's own data outside of the browser's store, and files that bring some.

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace lesesaal::platform {

struct PickedFile {
    std::string name;
    std::string bytes;
};

constexpr std::size_t picked_bytes_max = 64 * 1024 * 1024;

/// The file that is written through to, as it stands.
enum class LinkState {
    impossible,  // this browser has no picker, or the frame may not use it
    none,
    asleep,      // chosen in an earlier visit: the browser wants to be asked by a click before it is used again
    ready,
};
struct Link {
    LinkState state = LinkState::none;
    std::string name;  // of the file; empty where there is none
};

/// Answers come later, each once. pick, link, link_existing and wake are to be called while the browser handles what a person did.
/// The messages of errors are keys of assets/i18n: file_too_large, file_unreadable, file_not_written, page_not_saved.
struct Copies {
    virtual ~Copies() = default;

    /// Asks for a file to read. Answer: nothing when the reader chose none. Fails with: too_large, io.
    virtual void pick(std::function<void(base::Result<std::optional<PickedFile>>)> then) = 0;

    /// Whether a file is linked, from an earlier visit too. Requires: the store was opened, which remembers it.
    virtual void look_for_link(std::function<void(Link)> then) = 0;
    /// Asks where to put a new file to write through to. Answer: as pick, without bytes: of a file that is chosen here the
    /// browser empties what was in it, after asking the reader. Fails with: too_large, io, blocked.
    virtual void link(const std::string& suggested_name, std::function<void(base::Result<std::optional<PickedFile>>)> then) = 0;
    /// Asks for a file that exists, and reads it, so that nothing in it is lost. Answer and errors: as link.
    virtual void link_existing(std::function<void(base::Result<std::optional<PickedFile>>)> then) = 0;
    /// Makes an `asleep` file ready, and reads it. Answer: nothing when the reader refused. Fails with: as link.
    virtual void wake(std::function<void(base::Result<std::optional<PickedFile>>)> then) = 0;
    /// Replaces the linked file's content, all or nothing; in the order of the calls. Fails with: io, blocked (the file is
    /// `asleep` then), not_found (none is linked).
    virtual void write_through(const std::string& bytes, std::function<void(base::Result<void>)> then) = 0;
    /// Forgets the file; it stays as it is.
    virtual void unlink() = 0;

    /// Saves this very page anew as a file, with its block of that name replaced or added. `block`: as
    /// page::write_block makes it. A success says that the browser has the file, not that the reader kept it.
    /// Fails with: io.
    virtual void save_page(const std::string& file_name, const std::string& block_name, const std::string& block,
                           std::function<void(base::Result<void>)> then) = 0;
};

}  // namespace lesesaal::platform
