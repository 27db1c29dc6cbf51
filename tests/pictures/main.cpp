// Draws the main views of the reading room without a browser, and compares them with tests/golden/pictures.
//
//   pictures                    compares; what differs is written to build/pictures/
//   pictures --out DIR [PART…]  writes the pictures whose names contain one of the parts (all without parts)
//   pictures --list             names them
//   LESESAAL_BLESS=1 pictures   renews the golden pictures

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "room.h"

namespace lesesaal::pictures {
namespace {

using app::ThemeChoice;

struct Scene {
    std::string name;
    Look look;
    std::function<void(Room&)> prepare;
};

/// A morning's work: a word searched for, some read, one bookmarked and opened.
void read(Room& room) {
    room.send(app::QueryTyped{"verwaltung"});
    room.send(app::BookmarkToggled{room.uid_at(1)});
    room.send(app::BookmarkToggled{room.uid_at(3)});
    room.send(app::ReadToggled{room.uid_at(2)});
    room.send(app::ArticlePicked{room.article_at(1)});
}

void list(Room& room) { room.send(app::BookmarkToggled{room.uid_at(1)}); }

void filtered(Room& room) {
    room.send(app::FacetToggled{query::Facet::topic, room.state().overview.of(query::Facet::topic).front().slug});
    room.send(app::RangePicked{base::to_days(*base::make_date(2025, 9, 1)), base::to_days(*base::make_date(2025, 10, 12))});
    room.point_at(400, 330);
}

void no_hits(Room& room) { room.send(app::QueryTyped{"quastenflosser"}); }

void corrected(Room& room) { room.send(app::QueryTyped{"verwaltng"}); }

/// Parts of compounds and other spellings.
void why(Room& room) { room.send(app::QueryTyped{"zugang"}); }

void understood(Room& room) { room.send(app::QueryTyped{"Verwaltung (Bund ODER Hessen) -Bremen datum:2025"}); }

void misunderstood(Room& room) { room.send(app::QueryTyped{"thema:raumfahrt titel:\"Digitale Verwaltung"}); }

void filters(Room& room) { room.send(app::PaneShown{app::Pane::filters}); }

void open(Room& room) { room.send(app::ArticlePicked{room.article_at(0)}); }

std::vector<Scene> scenes() {
    const auto wide = [](ThemeChoice theme, ui::SystemLook system = {}) { return Look{.theme = theme, .system = system}; };
    const auto narrow = [](ThemeChoice theme) { return Look{.width_px = 390, .height_px = 844, .theme = theme}; };
    return {
        {"wide-read-light", wide(ThemeChoice::light), read},
        {"wide-read-dark", wide(ThemeChoice::dark), read},
        {"wide-read-sepia", wide(ThemeChoice::sepia), read},
        {"wide-read-contrast-light", wide(ThemeChoice::contrast), read},
        {"wide-read-contrast-dark", wide(ThemeChoice::contrast, {.is_dark = true}), read},
        {"wide-list-light", wide(ThemeChoice::light), list},
        {"wide-filtered-light", wide(ThemeChoice::light), filtered},
        {"wide-filtered-dark", wide(ThemeChoice::dark), filtered},
        {"wide-filtered-contrast-light", wide(ThemeChoice::contrast), filtered},
        {"wide-no-hits-light", wide(ThemeChoice::light), no_hits},
        {"wide-corrected-light", wide(ThemeChoice::light), corrected},
        {"wide-corrected-dark", wide(ThemeChoice::dark), corrected},
        {"wide-why-light", wide(ThemeChoice::light), why},
        {"wide-why-dark", wide(ThemeChoice::dark), why},
        {"wide-understood-light", wide(ThemeChoice::light), understood},
        {"wide-understood-dark", wide(ThemeChoice::dark), understood},
        {"medium-read-light", {.width_px = 800, .height_px = 900}, read},
        {"narrow-list-light", narrow(ThemeChoice::light), list},
        {"narrow-list-dark", narrow(ThemeChoice::dark), list},
        {"narrow-list-contrast-light", narrow(ThemeChoice::contrast), list},
        {"narrow-filters-light", narrow(ThemeChoice::light), filters},
        {"narrow-filters-dark", narrow(ThemeChoice::dark), filters},
        {"narrow-filters-contrast-light", narrow(ThemeChoice::contrast), filters},
        {"narrow-corrected-light", narrow(ThemeChoice::light), corrected},
        {"narrow-why-light", narrow(ThemeChoice::light), why},
        {"narrow-understood-light", narrow(ThemeChoice::light), understood},
        {"narrow-misunderstood-light", narrow(ThemeChoice::light), misunderstood},
        {"narrow-open-light", narrow(ThemeChoice::light), open},
        {"narrow-list-light-2x", {.width_px = 390, .height_px = 300, .scale = 2}, list},
    };
}

Image draw(const Material& material, const Scene& scene) {
    Room room(material, scene.look);
    scene.prepare(room);
    return room.draw();
}

int write_all(const Material& material, const std::string& folder, const std::vector<std::string>& parts) {
    std::error_code ignored;  // the first write says it better
    std::filesystem::create_directories(folder, ignored);
    for (const Scene& scene : scenes()) {
        const bool is_wanted = parts.empty() || std::ranges::any_of(parts, [&](const std::string& part) { return scene.name.contains(part); });
        if (!is_wanted) continue;
        const std::string path = folder + "/" + scene.name + ".png";
        if (!write_png(path, draw(material, scene))) {
            std::fprintf(stderr, "pictures: %s cannot be written\n", path.c_str());
            return 2;
        }
        std::printf("%s\n", path.c_str());
    }
    return 0;
}

/// Returns: whether the picture is as it should be.
bool compare(const Image& actual, const std::string& name, const std::string& root) {
    const std::string golden_path = root + "/tests/golden/pictures/" + name + ".png";
    const auto expected = read_png(golden_path);
    if (!expected) {
        std::printf("%s: there is no golden picture; LESESAAL_BLESS=1 makes it\n", name.c_str());
        return false;
    }
    const bool is_same_size = expected->width == actual.width && expected->height == actual.height;
    const std::size_t pixels = actual.rgba.size() / 4;
    const std::size_t differences = is_same_size ? count_differences(*expected, actual) : pixels;
    if (differences <= pixels / pixels_per_difference) return true;
    const std::string folder = root + "/build/pictures";
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const std::string path = folder + "/" + name + ".diff.png";
    const bool is_written = write_png(path, difference_of(*expected, actual));
    std::printf("%s: %zu of %zu pixels differ; golden, drawn and difference side by side: %s\n", name.c_str(), differences, pixels,
                is_written ? path.c_str() : "(cannot be written)");
    return false;
}

int compare_all(const Material& material, const std::string& root) {
    int failed = 0;
    for (const Scene& scene : scenes()) {
        if (!compare(draw(material, scene), scene.name, root)) ++failed;
    }
    std::printf("pictures: %zu compared, %d differ%s\n", scenes().size(), failed,
                failed ? "; if that is meant, LESESAAL_BLESS=1 renews them (tests/README.md)" : "");
    return failed ? 1 : 0;
}

}  // namespace
}  // namespace lesesaal::pictures

int main(int count, char** words) {
    using namespace lesesaal::pictures;
    const std::string root = LESESAAL_SOURCE_DIR;
    const std::vector<std::string> arguments(words + 1, words + count);
    if (!arguments.empty() && arguments[0] == "--list") {
        for (const Scene& scene : scenes()) std::printf("%s\n", scene.name.c_str());
        return 0;
    }
    const bool is_writing = arguments.size() >= 2 && arguments[0] == "--out";
    if (!arguments.empty() && !is_writing) {
        std::fprintf(stderr, "Usage: pictures [--list | --out DIR [PART…]]\nExample: pictures --out build/look wide dark\n");
        return 2;
    }
    const auto material = load_material(root);
    if (!material) {
        std::fprintf(stderr, "pictures: %s\n", material.error().message.c_str());
        return 2;
    }
    if (is_writing) return write_all(*material, arguments[1], {arguments.begin() + 2, arguments.end()});
    if (const char* bless = std::getenv("LESESAAL_BLESS"); bless && *bless) return write_all(*material, root + "/tests/golden/pictures", {});
    return compare_all(*material, root);
}
