// What the page calls. Texts are UTF-8 with their length; the page frees them after the call, so they are copied or read
// here. web/program.js is the only caller.

#include "platform/web/exports.h"

#include <utility>

#include <emscripten/emscripten.h>

#include "platform/web/host_state.h"

namespace lesesaal::platform::web {

void keep_exports() {}

namespace {

using base::ErrorKind;

constexpr int unreadable = static_cast<int>(Keeper::nobody) + 1;

base::Result<StorageContents> to_contents(Host::State& state, int outcome, StorageContents contents) {
    contents.records = std::exchange(state.records, {});
    if (outcome == unreadable) return base::fail(ErrorKind::io, std::move(contents.reason));
    contents.keeper = static_cast<Keeper>(outcome);
    return contents;
}

/// By `kinds` in web/outcomes.js.
base::Result<void> to_result(int outcome, std::string message) {
    switch (outcome) {
    case 0: return {};
    case 1: return base::fail(ErrorKind::out_of_space, std::move(message));
    case 2: return base::fail(ErrorKind::blocked, std::move(message));
    case 3: return base::fail(ErrorKind::too_large, std::move(message));
    case 4: return base::fail(ErrorKind::not_found, std::move(message));
    default: return base::fail(ErrorKind::io, std::move(message));
    }
}

}  // namespace
}  // namespace lesesaal::platform::web

using namespace lesesaal;
using namespace lesesaal::platform;
using namespace lesesaal::platform::web;

extern "C" {

EMSCRIPTEN_KEEPALIVE void lesesaal_frame() { page_state->callbacks.frame(); }

EMSCRIPTEN_KEEPALIVE void lesesaal_acted(double id, int action, const char* value, std::size_t value_bytes) {
    const scene::NodeId node{static_cast<std::uint64_t>(id)};
    page_state->callbacks.acted(node, static_cast<scene::Action>(action), std::string_view(value, value_bytes));
}

/// `modifiers`: 1 control, 2 alt, 4 shift. Returns: whether the key was used.
EMSCRIPTEN_KEEPALIVE int lesesaal_key_pressed(double target, int modifiers, const char* key, std::size_t key_bytes) {
    const Key pressed{.target = scene::NodeId{static_cast<std::uint64_t>(target)},
                      .key = std::string_view(key, key_bytes),
                      .has_control = (modifiers & 1) != 0,
                      .has_alt = (modifiers & 2) != 0,
                      .has_shift = (modifiers & 4) != 0};
    return page_state->callbacks.key(pressed) ? 1 : 0;
}

/// `flags`: 1 over, 2 down.
EMSCRIPTEN_KEEPALIVE void lesesaal_pointer(float x, float y, int flags) {
    page_state->callbacks.pointer({.x_px = x, .y_px = y, .is_over = (flags & 1) != 0, .is_down = (flags & 2) != 0});
}

EMSCRIPTEN_KEEPALIVE void lesesaal_resized(float width_px, float height_px, int width, int height, float scale) {
    page_state->viewport = {.width_px = width_px, .height_px = height_px, .scale = scale};
    page_state->canvas.resize(width, height);
    page_state->callbacks.resized(page_state->viewport);
}

EMSCRIPTEN_KEEPALIVE void lesesaal_preferences(int flags, const char* language, std::size_t language_bytes) {
    page_state->preferences = to_preferences(flags, std::string(language, language_bytes));
    page_state->callbacks.preferences(page_state->preferences);
}

EMSCRIPTEN_KEEPALIVE void lesesaal_hash_changed(const char* hash, std::size_t hash_bytes) {
    page_state->callbacks.hash_changed(std::string(hash, hash_bytes));
}

EMSCRIPTEN_KEEPALIVE void lesesaal_graphics_lost() { page_state->canvas.lose(); }

EMSCRIPTEN_KEEPALIVE void lesesaal_graphics_restored() {
    page_state->canvas.restore();
    page_state->callbacks.graphics_restored();
}

EMSCRIPTEN_KEEPALIVE void lesesaal_view_changed(int is_html) {
    page_state->view = is_html != 0 ? View::html : View::canvas;
    page_state->callbacks.view_changed(page_state->view);
}

EMSCRIPTEN_KEEPALIVE void lesesaal_block_loaded(int request, const char* data, std::size_t size, const char* error,
                                                std::size_t error_bytes) {
    if (error_bytes == 0) return page_state->loads.answer(request, std::string(data, size));
    page_state->loads.answer(request, base::fail(base::ErrorKind::bad_input, std::string(error, error_bytes)));
}

/// An empty `error`: the text is in the clipboard.
EMSCRIPTEN_KEEPALIVE void lesesaal_outlet_copied(int request, const char* error, std::size_t error_bytes) {
    if (error_bytes == 0) return page_state->copies.answer(request, {});
    page_state->copies.answer(request, base::fail(base::ErrorKind::blocked, std::string(error, error_bytes)));
}

/// One record of what follows in the same task: lesesaal_storage_opened or lesesaal_storage_brought.
EMSCRIPTEN_KEEPALIVE void lesesaal_storage_record(const char* key, std::size_t key_bytes, const char* bytes, std::size_t size) {
    page_state->records.push_back({.key = std::string(key, key_bytes), .bytes = std::string(bytes, size)});
}

/// `outcome`: a Keeper, or one more than the last: cannot be read.
EMSCRIPTEN_KEEPALIVE void lesesaal_storage_opened(int request, int outcome, int was_cleared, const char* reason,
                                                  std::size_t reason_bytes, const char* host, std::size_t host_bytes) {
    StorageContents contents{.host = std::string(host, host_bytes),
                             .reason = std::string(reason, reason_bytes),
                             .was_cleared = was_cleared != 0};
    page_state->opens.answer(request, to_contents(*page_state, outcome, std::move(contents)));
}

/// Of append and replace.
EMSCRIPTEN_KEEPALIVE void lesesaal_storage_appended(int request, int outcome, const char* message, std::size_t message_bytes) {
    page_state->appends.answer(request, to_result(outcome, std::string(message, message_bytes)));
}

/// By other tabs or the host.
EMSCRIPTEN_KEEPALIVE void lesesaal_storage_brought() {
    std::vector<StoredRecord> records = std::exchange(page_state->records, {});
    if (page_state->on_records) page_state->on_records(std::move(records));
}

EMSCRIPTEN_KEEPALIVE void lesesaal_returned() {
    if (page_state->callbacks.returned) page_state->callbacks.returned();
}

/// Of pick, link and wake. `outcome`: 0 and a name, 0 and no name: none was chosen; else an error, whose message is `name`.
EMSCRIPTEN_KEEPALIVE void lesesaal_copies_picked(int request, int outcome, const char* name, std::size_t name_bytes,
                                                 const char* bytes, std::size_t size) {
    std::string text(name, name_bytes);
    if (auto result = to_result(outcome, text); !result) {
        page_state->picks.answer(request, std::unexpected(std::move(result.error())));
    } else if (text.empty()) {
        page_state->picks.answer(request, std::nullopt);
    } else {
        page_state->picks.answer(request, PickedFile{.name = std::move(text), .bytes = std::string(bytes, size)});
    }
}

EMSCRIPTEN_KEEPALIVE void lesesaal_copies_link_found(int request, int state, const char* name, std::size_t name_bytes) {
    page_state->links.answer(request, Link{.state = static_cast<LinkState>(state), .name = std::string(name, name_bytes)});
}

/// Of write_through and save_page.
EMSCRIPTEN_KEEPALIVE void lesesaal_copies_written(int request, int outcome, const char* message, std::size_t message_bytes) {
    page_state->files.answer(request, to_result(outcome, std::string(message, message_bytes)));
}

}  // extern "C"
