#include "room.h"

#include "base/check.h"
#include "ingest/classify.h"
#include "ingest/importer.h"
#include "platform/native/files_native.h"
#include "store/builder.h"

namespace lesesaal::pictures {
namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;  // 23 November 2025
constexpr std::size_t file_bytes_max = std::size_t{64} * 1024 * 1024;
constexpr int frames_max = 8;

std::string_view theme_word(app::ThemeChoice theme) {
    switch (theme) {
        case app::ThemeChoice::automatic: return "automatic";
        case app::ThemeChoice::light: return "light";
        case app::ThemeChoice::dark: return "dark";
        case app::ThemeChoice::sepia: return "sepia";
        case app::ThemeChoice::contrast: return "contrast";
    }
    return "";
}

std::vector<unsigned char> to_vector(const base::Bytes& bytes) { return {bytes.begin(), bytes.end()}; }

base::Result<base::Bytes> pack(platform::Files& files, const std::string& root) {
    const base::Bytes json = TRY(files.read(root + "/assets/topics.json", file_bytes_max));
    const corpus::Vocabulary vocabulary = TRY(ingest::read_vocabulary(json));
    const ingest::Classifier classifier{vocabulary};
    const base::Bytes page = TRY(files.read(root + "/assets/corpus/kommune21.txt", file_bytes_max));
    ingest::Import imported = TRY(ingest::import_any(page, {.language = "de", .vocabulary = &vocabulary}));
    for (corpus::Article& article : imported.articles) classifier.classify(article);
    return store::build_corpus(imported.articles, vocabulary, {});
}

}  // namespace

base::Result<Material> load_material(const std::string& root) {
    platform::native::NativeFiles files;
    const std::string fonts = root + "/.deps/fonts/";
    Material material;
    material.regular = to_vector(TRY(files.read(fonts + "inter-regular.ttf", file_bytes_max)));
    material.semibold = to_vector(TRY(files.read(fonts + "inter-semibold.ttf", file_bytes_max)));
    material.icons = to_vector(TRY(files.read(fonts + "icons.ttf", file_bytes_max)));
    material.corpus = TRY(pack(files, root));
    return material;
}

Room::Room(const Material& material, const Look& look)
    : input_{.width_px = look.width_px, .height_px = look.height_px, .scale = look.scale, .is_dark = look.system.is_dark,
             .wants_contrast = look.system.wants_contrast},
      clock_(now_ms),
      session_({.address = address_,
                .storage = storage_,
                .outlet = outlet_,
                .copies = copies_,
                .markup = markup_,
                .clock = clock_,
                .after = [](int, const std::function<void()>&) {},
                .load_notices = [](const auto&) {},
                .select_passage = [] {},
                .on_changed = [] {}}),
      reader_({.regular = material.regular, .semibold = material.semibold, .icons = material.icons}) {
    session_.open_corpus({reinterpret_cast<const unsigned char*>(material.corpus.data()), material.corpus.size()}, "pictures", "");
    storage_.deliver();
    send(app::SettingChanged{"theme", std::string(theme_word(look.theme))});
}

void Room::send(app::Event event) {
    session_.send(std::move(event));
    storage_.deliver();
}

query::ArticleId Room::article_at(std::size_t position) const {
    LESESAAL_CHECK(position < state().result.hits.size());
    return state().result.hits[position];
}

std::string Room::uid_at(std::size_t position) const {
    const auto row = state().rows.find(static_cast<std::int32_t>(article_at(position)));
    LESESAAL_CHECK(row != state().rows.end());
    return row->second.uid;
}

void Room::point_at(float x_px, float y_px) {
    input_.pointer_x_px = x_px;
    input_.pointer_y_px = y_px;
    input_.is_pointer_over = true;
}

Image Room::draw() {
    for (int frame = 0; frame < frames_max; ++frame) {
        const ui::Drawn& drawn = reader_.draw(session_.state(), input_);
        const std::vector<app::Event> events = drawn.events;
        // Of a frame that is not the last only the glyphs are needed. The first sees no sizes of the one before.
        if (frame > 0 && events.empty()) {
            canvas_.draw(drawn.picture);
            break;
        }
        scene::Picture glyphs{.width_px = 1, .height_px = 1, .uploads = drawn.picture.uploads, .dropped_textures = drawn.picture.dropped_textures};
        canvas_.draw(glyphs);
        for (const app::Event& event : events) send(event);
    }
    return {canvas_.width(), canvas_.height(), {canvas_.rgba().begin(), canvas_.rgba().end()}};
}

}  // namespace lesesaal::pictures
