#include <doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <imgui.h>

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(std::string(LESESAAL_SOURCE_DIR) + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The characters written as \uXXXX in ui/icons.h.
std::vector<ImWchar> named_icons() {
    const std::string header = bytes_of("/src/ui/icons.h");
    std::vector<ImWchar> icons;
    for (std::size_t at = header.find("\\uF"); at != std::string::npos; at = header.find("\\uF", at + 1)) {
        icons.push_back(static_cast<ImWchar>(std::stoul(header.substr(at + 2, 4), nullptr, 16)));
    }
    return icons;
}

}  // namespace

TEST_CASE("icons: every icon that the interface names is in the icon font, and none is there twice") {
    std::string file = bytes_of("/.deps/fonts/icons.ttf");
    const std::vector<ImWchar> icons = named_icons();
    CHECK(icons.size() >= 40);
    CHECK(std::set<ImWchar>(icons.begin(), icons.end()).size() == icons.size());

    ImGuiContext* before = ImGui::GetCurrentContext();
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()), 16, &config);
    CHECK(font != nullptr);
    for (const ImWchar icon : icons) {
        CAPTURE(icon);
        CHECK(font->IsGlyphInFont(icon));
    }
    CHECK_FALSE(font->IsGlyphInFont(0xF999));
    ImGui::DestroyContext(context);
    ImGui::SetCurrentContext(before);
}
