// The page's program: puts the core, the interface and the browser together.

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <emscripten.h>

#include "app/commands.h"
#include "page/zstd_frame.h"
#include "platform/web/host.h"
#include "platform/web/timers.h"
#include "shell/frame_times.h"
#include "shell/session.h"
#include "ui/reader.h"

namespace lesesaal {
namespace {

using platform::web::Host;
using platform::web::PageBlock;

std::string corpus_id_of(const PageBlock& meta) {
    if (!meta.data) return {};
    const auto* text = reinterpret_cast<const char*>(meta.data);
    const auto json = nlohmann::json::parse(text, text + meta.size, nullptr, false);
    if (!json.is_object() || !json.contains("corpus_id") || !json["corpus_id"].is_string()) return {};
    return json["corpus_id"].get<std::string>();
}

std::span<const unsigned char> bytes_of(const PageBlock& block) { return {block.data, block.size}; }

class Program {
public:
    Program();
    void start();

    double first_list_ms = 0;
    bool is_answered = false;
    shell::FrameTimes frame_times;
    [[nodiscard]] double query_ms() const { return session_.query_ms(); }

private:
    platform::web::Callbacks callbacks();
    shell::Ports ports();
    /// Does what the page tells, and counts what it takes to the next frame.
    void timed(const std::function<void()>& act);
    void frame();
    void acted(scene::NodeId id, scene::Action action, std::string_view value);
    bool pressed(const platform::web::Key& key);
    void use_preferences(const platform::web::Preferences& preferences);

    Host host_;
    ui::Input input_;
    std::unique_ptr<ui::Reader> reader_;
    std::vector<std::pair<std::string, std::string>> tokens_;  // as the page has them
    app::ViewChoice view_ = app::ViewChoice::canvas;           // as the page was told
    bool is_behind_ = false;  // what is drawn is not the state of now
    shell::Session session_;
};

Program::Program() : host_(callbacks()), session_(ports()) {}

platform::web::Callbacks Program::callbacks() {
    return {
        .frame = [this] { frame(); },
        .acted = [this](scene::NodeId id, scene::Action action,
                        std::string_view value) { timed([&] { acted(id, action, value); }); },
        .key =
            [this](const platform::web::Key& key) {
                bool is_used = false;
                timed([&] { is_used = pressed(key); });
                return is_used;
            },
        .pointer =
            [this](const platform::web::Pointer& pointer) {
                input_.pointer_x_px = pointer.x_px;
                input_.pointer_y_px = pointer.y_px;
                input_.is_pointer_over = pointer.is_over;
                input_.is_pointer_down = pointer.is_down;
                host_.request_frame();
            },
        .resized =
            [this](const platform::web::Viewport& viewport) {
                input_.width_px = viewport.width_px;
                input_.height_px = viewport.height_px;
                input_.scale = viewport.scale;
                frame();
            },
        .preferences = [this](const platform::web::Preferences& preferences) { use_preferences(preferences); },
        .hash_changed = [this](const std::string& hash) { timed([&] { session_.send(app::HashChanged{hash}); }); },
        .graphics_restored =
            [this] {
                if (reader_) reader_->forget_textures();
                host_.request_frame();
            },
        .view_changed = [this](platform::web::View) { host_.request_frame(); },
        .returned = [this] { session_.send(app::Returned{}); },
    };
}

shell::Ports Program::ports() {
    return {.address = host_,
            .storage = host_,
            .outlet = host_,
            .copies = host_,
            .markup = host_,
            .clock = host_,
            .after =
                [this](int ms, std::function<void()> then) {
                    platform::web::call_after(ms, [this, then = std::move(then)] { timed(then); });
                },
            .load_notices = [this](auto then) { host_.load_block("notices", std::move(then)); },
            .select_passage = [this] { host_.select_passage(); },
            .on_changed =
                [this] {
                    is_behind_ = true;
                    host_.request_frame();
                }};
}

void Program::start() {
    const PageBlock regular = host_.block("fonts.inter-regular");
    const PageBlock semibold = host_.block("fonts.inter-semibold");
    // Without its fonts the canvas cannot say anything; the boot script has told the reader which block is damaged.
    if (!regular.data || !semibold.data) return;
    const PageBlock icons = host_.block("fonts.icons");
    reader_ = std::make_unique<ui::Reader>(ui::FontFiles{bytes_of(regular), bytes_of(semibold), bytes_of(icons)});
    const platform::web::Viewport viewport = host_.viewport();
    input_.width_px = viewport.width_px;
    input_.height_px = viewport.height_px;
    input_.scale = viewport.scale;
    use_preferences(host_.preferences());

    const std::string corpus_id = corpus_id_of(host_.block("meta"));
    // Of its damage the boot script has told; there is nothing to merge then.
    const PageBlock notebook = host_.block("notebook");
    if (notebook.data) session_.bring_page_notebook({reinterpret_cast<const char*>(notebook.data), notebook.size});
    const PageBlock corpus = host_.block("corpus");
    if (corpus.data) {
        session_.open_corpus({corpus.data, corpus.size}, corpus_id, host_.hash());
    } else {
        session_.fail_corpus(corpus_id, {base::ErrorKind::io, host_.block_error("corpus")});
    }
}

void Program::timed(const std::function<void()>& act) {
    const double begin = host_.monotonic_ms();
    act();
    frame_times.add_input(host_.monotonic_ms() - begin);
}

void Program::frame() {
    if (!reader_) return;
    is_behind_ = false;
    timed([this] { session_.work(); });
    double lap_end = host_.monotonic_ms();
    const auto lap = [&] {
        const double lap_begin = std::exchange(lap_end, host_.monotonic_ms());
        return lap_end - lap_begin;
    };
    shell::FrameTime time;
    // With the picture of the same colours: else the article would change before its surroundings, or after.
    if (auto tokens = ui::tokens(session_.state(), input_); tokens != tokens_) host_.set_tokens(tokens_ = std::move(tokens));
    if (const auto view = session_.state().settings.view; view != view_) {
        view_ = view;
        host_.choose_view(view == app::ViewChoice::html ? platform::web::View::html : platform::web::View::canvas);
    }
    const ui::Drawn& drawn = reader_->draw(session_.state(), input_);
    time.views = lap();
    const std::vector<scene::Change> changes = reader_->changes();
    time.diff = lap();
    host_.apply(changes);
    time.patch = lap();
    host_.draw(drawn.picture);
    time.picture = lap();
    if (first_list_ms == 0 && drawn.has_list) first_list_ms = lap_end;
    is_answered = session_.is_answered() && drawn.events.empty();
    const std::vector<app::Event> events = drawn.events;
    for (const app::Event& event : events) session_.send(event);
    time.rest = lap();
    frame_times.add(time);
}

void Program::acted(scene::NodeId id, scene::Action action, std::string_view value) {
    if (!reader_) return;
    for (app::Event& event : reader_->act(id, action, value)) session_.send(std::move(event));
    // What has the focus may be drawn otherwise, as what is under the pointer.
    if (action == scene::Action::focus || action == scene::Action::blur) host_.request_frame();
}

bool Program::pressed(const platform::web::Key& key) {
    if (!reader_) return false;
    // What a key means is known by what is drawn: who types fast would else choose what stood there before.
    if (is_behind_) frame();
    auto event = reader_->press(key.target, {.key = key.key, .has_control = key.has_control, .has_shift = key.has_shift});
    const auto modifier = key.has_control ? app::Modifier::control : app::Modifier::none;
    if (!event && !key.has_alt) event = app::event_for_key(session_.state(), key.key, modifier);
    if (!event) {
        // A key that continues no chord ends it, and means nothing itself.
        if (!session_.state().view.chord.empty()) session_.send(app::Escaped{});
        return false;
    }
    session_.send(std::move(*event));
    return true;
}

void Program::use_preferences(const platform::web::Preferences& preferences) {
    input_.is_dark = preferences.is_dark;
    input_.wants_contrast = preferences.wants_contrast;
    input_.has_coarse_pointer = preferences.has_coarse_pointer;
    host_.request_frame();
    if (session_.state().system_language != preferences.language) session_.send(app::SystemLanguageKnown{preferences.language});
}

Program& program() {
    static Program one;
    return one;
}

}  // namespace
}  // namespace lesesaal

extern "C" {

/// Indices as in platform/web/host.h.
EMSCRIPTEN_KEEPALIVE double lesesaal_stat(int index) {
    const auto& program = lesesaal::program();
    switch (index) {
        case 0: return static_cast<double>(program.frame_times.count());
        case 1: return program.first_list_ms;
        case 2: return program.query_ms();
        case 3: return program.is_answered ? 1 : 0;
        default: return 0;
    }
}

EMSCRIPTEN_KEEPALIVE double lesesaal_frame_ms(int part, double share, int frames) {
    if (part < 0 || part >= static_cast<int>(lesesaal::shell::FramePart::count_) || frames < 0) return 0;
    return lesesaal::program().frame_times.percentile(static_cast<lesesaal::shell::FramePart>(part), share,
                                                      static_cast<std::size_t>(frames));
}

/// Unpacks a block that the browser cannot, before main() is called. Returns: 1, or 0 when it is damaged.
EMSCRIPTEN_KEEPALIVE int lesesaal_unpack_zstd(const char* packed, std::size_t packed_bytes, char* raw,
                                              std::size_t raw_bytes) {
    using namespace lesesaal::page;
    return unpack_zstd({packed, packed_bytes}, {raw, raw_bytes}) == Unpacked::whole ? 1 : 0;
}
}

int main() {
    lesesaal::program().start();
    return 0;
}
