#pragma once
// A whole reading room without a browser: the default corpus, the session, the interface, and a canvas in memory.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/memory/canvas_memory.h"
#include "platform/memory/clock_memory.h"
#include "platform/memory/copies_memory.h"
#include "platform/memory/markup_memory.h"
#include "platform/memory/outlet_memory.h"
#include "platform/memory/storage_memory.h"
#include "png.h"
#include "shell/session.h"
#include "ui/reader.h"
#include "ui/theme.h"

namespace lesesaal::pictures {

/// What every room shares. Lifetime: outlives the rooms.
struct Material {
    std::vector<unsigned char> regular, semibold, icons;
    base::Bytes corpus;
};

/// From the checkout: .deps/fonts, assets/corpus, assets/topics.json. Returns: an error that says what is missing.
[[nodiscard]] base::Result<Material> load_material(const std::string& root);

struct Look {
    float width_px = 1280;
    float height_px = 800;
    float scale = 1;
    app::ThemeChoice theme = app::ThemeChoice::light;
    ui::SystemLook system = {};
};

class Room {
public:
    Room(const Material& material, const Look& look);

    void send(app::Event event);
    [[nodiscard]] const app::State& state() const { return session_.state(); }
    /// The uid and the id of the article at `position` in the list.
    [[nodiscard]] query::ArticleId article_at(std::size_t position) const;
    [[nodiscard]] std::string uid_at(std::size_t position) const;
    void point_at(float x_px, float y_px);

    /// Draws until nothing more is asked for.
    [[nodiscard]] Image draw();

private:
    struct NoAddress final : platform::Address {
        void set_hash(const std::string&, platform::HistoryMode) override {}
        [[nodiscard]] std::string link_to(const std::string& hash) const override { return "lesesaal.html" + hash; }
    };

    ui::Input input_;
    NoAddress address_;
    platform::memory::MemoryStorage storage_;
    platform::memory::MemoryOutlet outlet_;
    platform::memory::MemoryCopies copies_;
    platform::memory::MemoryMarkup markup_{{}};
    platform::memory::MemoryClock clock_;
    platform::memory::MemoryCanvas canvas_;
    shell::Session session_;
    ui::Reader reader_;
};

}  // namespace lesesaal::pictures
