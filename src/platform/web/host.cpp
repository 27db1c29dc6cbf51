#include "platform/web/host.h"

#include <cstdlib>
#include <memory>
#include <utility>

#include <emscripten/html5.h>
#include <unistd.h>

#include "base/check.h"
#include "platform/random_id.h"
#include "platform/web/dom_changes.h"
#include "platform/web/exports.h"
#include "platform/web/host_state.h"
#include "platform/web/imports.h"

namespace lesesaal::platform::web {

Host::State* page_state = nullptr;

namespace {

/// A text the page allocated for us.
std::string take(char* text) {
    const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
    return text == nullptr ? std::string{} : std::string(text);
}

}  // namespace

Preferences to_preferences(int flags, std::string language) {
    return {.is_dark = (flags & 1) != 0,
            .reduces_motion = (flags & 2) != 0,
            .wants_contrast = (flags & 4) != 0,
            .has_coarse_pointer = (flags & 8) != 0,
            .language = std::move(language)};
}

Host::Host(Callbacks callbacks) : state_(std::make_unique<State>()) {
    LESESAAL_CHECK(page_state == nullptr);
    LESESAAL_CHECK(callbacks.frame && callbacks.acted && callbacks.key && callbacks.pointer && callbacks.resized);
    LESESAAL_CHECK(callbacks.preferences && callbacks.hash_changed && callbacks.graphics_restored);
    LESESAAL_CHECK(callbacks.view_changed);
    page_state = state_.get();
    state_->callbacks = std::move(callbacks);
    state_->preferences = to_preferences(lesesaal_surface_preferences(), take(lesesaal_surface_language()));
    float size[5] = {};
    lesesaal_surface_size(size);
    state_->viewport = {.width_px = size[0], .height_px = size[1], .scale = size[4]};
    state_->canvas.resize(static_cast<int>(size[2]), static_cast<int>(size[3]));
    if (!state_->canvas.open()) lesesaal_surface_unavailable();
    keep_exports();
}

Host::~Host() { page_state = nullptr; }

Viewport Host::viewport() const { return state_->viewport; }

Preferences Host::preferences() const { return state_->preferences; }

std::string Host::link_to(const std::string& hash) const { return take(lesesaal_address_base()) + hash; }

std::string Host::hash() const { return take(lesesaal_address_hash()); }

void Host::request_frame() { lesesaal_surface_request_frame(); }

void Host::choose_view(View view) { lesesaal_surface_choose_view(view == View::html ? 1 : 0); }

PageBlock Host::block(std::string_view name) const {
    PageBlock block;
    block.data = lesesaal_block_find(name.data(), name.size(), &block.size);
    return block;
}

std::string Host::block_error(std::string_view name) const { return take(lesesaal_block_error(name.data(), name.size())); }

void Host::load_block(const std::string& name, std::function<void(base::Result<std::string>)> then) {
    lesesaal_block_load(state_->loads.add(std::move(then)), name.data(), name.size());
}

void Host::set_hash(const std::string& hash, HistoryMode mode) {
    lesesaal_address_set(hash.data(), hash.size(), mode == HistoryMode::push ? 1 : 0);
}

void Host::apply(std::span<const scene::Change> changes) { send_changes(changes); }

void Host::draw(const scene::Picture& picture) {
    if (state_->view == View::canvas) state_->canvas.draw(picture);
}

void Host::set_tokens(std::span<const std::pair<std::string, std::string>> tokens) {
    for (const auto& [name, value] : tokens) lesesaal_dom_token(name.data(), name.size(), value.data(), value.size());
}

std::int64_t Host::now_ms() const { return static_cast<std::int64_t>(emscripten_date_now()); }

double Host::monotonic_ms() const { return emscripten_performance_now(); }

std::string Host::random_id() const {
    std::uint64_t random = 0;
    LESESAAL_CHECK(getentropy(&random, sizeof random) == 0);
    return to_random_id(random);
}

void Host::print() { lesesaal_outlet_print(); }

void Host::select_passage() { lesesaal_select_passage(); }

void Host::copy(const std::string& text, std::function<void(base::Result<void>)> then) {
    lesesaal_outlet_copy(state_->copies.add(std::move(then)), text.data(), text.size());
}

void Host::save(const FileToSave& file) {
    lesesaal_outlet_save(file.name.data(), file.name.size(), file.media_type.data(), file.media_type.size(), file.bytes.data(),
                         file.bytes.size());
}

void Host::open_link(const std::string& url) { lesesaal_outlet_open_link(url.data(), url.size()); }

}  // namespace lesesaal::platform::web
