// The host as the place of copies: web/copies.js and web/own_page.js on the other side.

#include <utility>

#include "platform/web/host.h"
#include "platform/web/host_state.h"
#include "platform/web/imports.h"

namespace lesesaal::platform::web {

void Host::pick(std::function<void(base::Result<std::optional<PickedFile>>)> then) {
    lesesaal_copies_pick(state_->picks.add(std::move(then)));
}

void Host::look_for_link(std::function<void(Link)> then) {
    lesesaal_copies_look_for_link(state_->links.add([then = std::move(then)](base::Result<Link> link) { then(std::move(*link)); }));
}

void Host::link(const std::string& suggested_name, std::function<void(base::Result<std::optional<PickedFile>>)> then) {
    lesesaal_copies_link(state_->picks.add(std::move(then)), suggested_name.data(), suggested_name.size());
}

void Host::link_existing(std::function<void(base::Result<std::optional<PickedFile>>)> then) {
    lesesaal_copies_link_existing(state_->picks.add(std::move(then)));
}

void Host::wake(std::function<void(base::Result<std::optional<PickedFile>>)> then) {
    lesesaal_copies_wake(state_->picks.add(std::move(then)));
}

void Host::write_through(const std::string& bytes, std::function<void(base::Result<void>)> then) {
    lesesaal_copies_write_through(state_->files.add(std::move(then)), bytes.data(), bytes.size());
}

void Host::unlink() { lesesaal_copies_unlink(); }

void Host::save_page(const std::string& file_name, const std::string& block_name, const std::string& block,
                     std::function<void(base::Result<void>)> then) {
    lesesaal_copies_save_page(state_->files.add(std::move(then)), file_name.data(), file_name.size(), block_name.data(),
                              block_name.size(), block.data(), block.size());
}

}  // namespace lesesaal::platform::web
