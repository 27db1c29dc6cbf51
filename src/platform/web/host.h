#pragma once
// The browser page as a host: web/*.js on the other side, imports and exports of the wasm module in between.
// Only this folder and main/ know Emscripten.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/clock.h"
#include "platform/copies.h"
#include "platform/markup.h"
#include "platform/outlet.h"
#include "platform/page.h"
#include "platform/storage.h"

namespace lesesaal::platform::web {

/// Size of the drawing surface.
struct Viewport {
    float width_px = 0;   // CSS px
    float height_px = 0;  // CSS px
    float scale = 1;      // device px per CSS px, may be fractional
};

/// Where the pointer is, for hover; clicks arrive as Action::activate of the element, drags as Action::press and those
/// after it. An element with the style "drag" keeps the pointer it was pressed on, and a finger on it does not scroll.
struct Pointer {
    float x_px = 0;
    float y_px = 0;
    bool is_over = false;  // false: left the page, a lifted finger, over what the browser shows, or a dialog is open
    bool is_down = false;
};

/// The reader's settings in the system.
struct Preferences {
    bool is_dark = false;
    bool reduces_motion = false;
    bool wants_contrast = false;
    bool has_coarse_pointer = false;  // the first pointer is a finger: targets of 44 px
    std::string language;  // of the browser, BCP 47: "de-AT"
};

/// A key that neither the browser takes (Tab, Ctrl+F, Ctrl+T, function keys …) nor what has the focus:
/// - links and buttons take Enter and Space, checkboxes Space, radios Space and arrows; all else comes, arrows too;
/// - a field takes what edits: Escape comes, and combinations with Ctrl or Cmd that edit nothing (Ctrl+K comes always);
///   of a combobox also ArrowUp, ArrowDown, PageUp, PageDown and Enter, of the search's also Tab; of a textarea besides Ctrl+K only Escape and
///   Ctrl+Enter; of a field in a dialog also Enter, after its text was told;
/// - sliders, separators and options take nothing; Enter and Space on an option that are not used activate it.
/// `key` as KeyboardEvent.key ("j", "Escape", "ArrowDown"): letters by meaning, not by place.
struct Key {
    scene::NodeId target = scene::root_id;  // the node that has the focus, or the nearest around it
    std::string_view key;
    bool has_control = false;  // Ctrl or Cmd
    bool has_alt = false;
    bool has_shift = false;
};

/// What shows the reading room: the canvas with the DOM as its transparent mirror, or the DOM alone.
enum class View { canvas, html };

/// What the page tells the program. All are called on the page's one thread, never from within a call to the Host, and
/// not before main() has returned.
struct Callbacks {
    /// Draw now. Called at most once per animation frame, only after Host::request_frame or a change the page saw.
    std::function<void()> frame;
    std::function<void(scene::NodeId, scene::Action, std::string_view)> acted;
    /// Returns: whether the key was used (the page then prevents the default).
    std::function<bool(const Key&)> key;
    std::function<void(const Pointer&)> pointer;
    std::function<void(const Viewport&)> resized;       // drawn in the same call, or the canvas flickers
    std::function<void(const Preferences&)> preferences;
    std::function<void(const std::string& hash)> hash_changed;  // back, forward, a typed address
    std::function<void()> graphics_restored;            // textures are gone: upload all again
    std::function<void(View)> view_changed;  // html: by choose_view, without graphics, or under forced colours
    /// The reader is back at this tab, or the store was taken away or given: time for Storage::refresh. May be empty.
    std::function<void()> returned;
};

/// A data block of the page, inflated into this module's memory; it stays until the page closes.
struct PageBlock {
    const unsigned char* data = nullptr;
    std::size_t size = 0;
};

class Host final : public Address,
                   public Surface,
                   public Clock,
                   public Storage,
                   public Outlet,
                   public Copies,
                   public Markup {
public:
    explicit Host(Callbacks callbacks);
    ~Host() override;

    [[nodiscard]] Viewport viewport() const;
    [[nodiscard]] Preferences preferences() const;
    [[nodiscard]] std::string hash() const;  // with '#', or empty

    /// One frame soon (requestAnimationFrame, one-shot). Never a loop: idle means no callback at all.
    void request_frame();

    /// Selects the first sentence in sight of the element with the style word "selectable"; told as Action::select.
    void select_passage();

    /// The reader's own choice. Without graphics and under forced colours it is View::html anyway.
    void choose_view(View view);

    /// A block handed over by the boot script ("corpus", "fonts.inter-regular", "meta", …); data == nullptr when the page
    /// has none or it was damaged.
    [[nodiscard]] PageBlock block(std::string_view name) const;
    /// Why a block could not be read, as a sentence; empty when it could.
    [[nodiscard]] std::string block_error(std::string_view name) const;
    /// Inflates a block that is read only when used ("notices"); answers once. Fails with: bad_input (missing or damaged).
    void load_block(const std::string& name, std::function<void(base::Result<std::string>)> then);

    void set_hash(const std::string& hash, HistoryMode mode) override;
    [[nodiscard]] std::string link_to(const std::string& hash) const override;
    void apply(std::span<const scene::Change> changes) override;
    void draw(const scene::Picture& picture) override;
    void set_tokens(std::span<const std::pair<std::string, std::string>> tokens) override;
    [[nodiscard]] std::int64_t now_ms() const override;
    [[nodiscard]] double monotonic_ms() const override;
    [[nodiscard]] std::string random_id() const override;
    void open(const std::string& corpus_id, std::function<void(base::Result<StorageContents>)> then,
              std::function<void(std::vector<StoredRecord>)> on_records) override;
    void append(std::vector<StoredRecord> records, std::function<void(base::Result<void>)> then) override;
    void replace(std::vector<StoredRecord> added, std::vector<std::string> removed,
                 std::function<void(base::Result<void>)> then) override;
    void refresh(std::function<void(base::Result<StorageContents>)> then) override;
    void print() override;
    void copy(const std::string& text, std::function<void(base::Result<void>)> then) override;
    void save(const FileToSave& file) override;
    void open_link(const std::string& url) override;
    void pick(std::function<void(base::Result<std::optional<PickedFile>>)> then) override;
    void look_for_link(std::function<void(Link)> then) override;
    void link(const std::string& suggested_name, std::function<void(base::Result<std::optional<PickedFile>>)> then) override;
    void link_existing(std::function<void(base::Result<std::optional<PickedFile>>)> then) override;
    void wake(std::function<void(base::Result<std::optional<PickedFile>>)> then) override;
    void write_through(const std::string& bytes, std::function<void(base::Result<void>)> then) override;
    void unlink() override;
    void save_page(const std::string& file_name, const std::string& block_name, const std::string& block,
                   std::function<void(base::Result<void>)> then) override;
    [[nodiscard]] base::Result<std::vector<base::MarkupToken>> parse(const std::string& html) const override;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace lesesaal::platform::web

/// What window.lesesaal.stats() asks the program for; main_web.cpp answers, exported to the page.
/// 0: frames drawn. 1: performance.now() at the end of the first frame that drew a list, 0 before it. 2: milliseconds of
/// the last query. 3: 1 when the last frame showed the answer to the newest question, else 0. Any other index: 0.
extern "C" double lesesaal_stat(int index);
/// CPU milliseconds of a part (shell::FramePart) that `share` of the last `frames` frames took at most.
extern "C" double lesesaal_frame_ms(int part, double share, int frames);
