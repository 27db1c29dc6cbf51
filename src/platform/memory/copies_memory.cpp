#include "platform/memory/copies_memory.h"

#include <utility>

namespace lesesaal::platform::memory {

using base::ErrorKind;
using base::fail;
using base::Result;

void MemoryCopies::read(const std::string& name, const Then& then) const {
    const auto file = options_.files.find(name);
    if (file == options_.files.end()) {
        then(fail(ErrorKind::io, "file_unreadable"));
    } else if (file->second.size() > picked_bytes_max) {
        then(fail(ErrorKind::too_large, "file_too_large"));
    } else {
        then(PickedFile{.name = name, .bytes = file->second});
    }
}

void MemoryCopies::pick(Then then) {
    answers_.add([this, then = std::move(then)] {
        if (options_.chosen) read(*options_.chosen, then);
        else then(std::nullopt);
    });
}

void MemoryCopies::look_for_link(std::function<void(Link)> then) {
    answers_.add([this, then = std::move(then)] { then(options_.link); });
}

void MemoryCopies::link(const std::string& suggested_name, Then then) {
    answers_.add([this, suggested_name, then = std::move(then)] {
        if (!options_.chosen) return then(std::nullopt);
        const std::string name = options_.chosen->empty() ? suggested_name : *options_.chosen;
        options_.files[name].clear();
        options_.link = {.state = LinkState::ready, .name = name};
        then(PickedFile{.name = name, .bytes = {}});
    });
}

void MemoryCopies::link_existing(Then then) {
    answers_.add([this, then = std::move(then)] {
        if (!options_.chosen) return then(std::nullopt);
        read(*options_.chosen, [&](Result<std::optional<PickedFile>> file) {
            if (file) options_.link = {.state = LinkState::ready, .name = *options_.chosen};
            then(std::move(file));
        });
    });
}

void MemoryCopies::wake(Then then) {
    answers_.add([this, then = std::move(then)] {
        if (options_.link.state != LinkState::asleep && options_.link.state != LinkState::ready) return then(std::nullopt);
        options_.link.state = LinkState::ready;
        read(options_.link.name, then);
    });
}

void MemoryCopies::write_through(const std::string& bytes, std::function<void(Result<void>)> then) {
    answers_.add([this, bytes, then = std::move(then)] {
        if (options_.write_fails_with) return then(fail(*options_.write_fails_with, "file_not_written"));
        if (options_.link.state == LinkState::asleep) return then(fail(ErrorKind::blocked, "file_not_written"));
        if (options_.link.state != LinkState::ready) return then(fail(ErrorKind::not_found, "file_not_written"));
        options_.files[options_.link.name] = bytes;
        then({});
    });
}

void MemoryCopies::save_page(const std::string& file_name, const std::string& block_name, const std::string& block,
                             std::function<void(Result<void>)> then) {
    answers_.add([this, page = SavedPage{file_name, block_name, block}, then = std::move(then)] {
        if (options_.write_fails_with) return then(fail(ErrorKind::io, "page_not_saved"));
        pages_.push_back(page);
        then({});
    });
}

}  // namespace lesesaal::platform::memory
