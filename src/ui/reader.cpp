#include "ui/reader.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"
#include "ui/overlays.h"
#include "ui/passage.h"
#include "ui/text_tokens.h"
#include "ui/views.h"

namespace lesesaal::ui {
namespace {

static_assert(sizeof(ImDrawVert) == sizeof(scene::Vertex));
static_assert(sizeof(ImDrawIdx) == sizeof(std::uint32_t));

ImFont* add_font(std::span<const unsigned char> file) {
    LESESAAL_CHECK(!file.empty());
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // Dear ImGui wants it mutable and does not write to it.
    void* data = const_cast<unsigned char*>(file.data());
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(file.size()), 0, &config);
}

std::uint32_t texture_key(const ImTextureData& texture) { return static_cast<std::uint32_t>(texture.UniqueID) + 1; }

void upload(scene::Picture& picture, ImTextureData& texture) {
    const auto push = [&](int x, int y, int width, int height, bool creates) {
        picture.uploads.push_back({.texture = texture_key(texture),
                                   .texture_width = texture.Width,
                                   .texture_height = texture.Height,
                                   .creates = creates,
                                   .x = x,
                                   .y = y,
                                   .width = width,
                                   .height = height,
                                   .pixels = static_cast<const std::uint8_t*>(texture.GetPixelsAt(x, y)),
                                   .row_bytes = texture.GetPitch()});
    };
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            push(0, 0, texture.Width, texture.Height, true);
            texture.SetTexID(texture_key(texture));
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates: {
            const ImTextureRect& rect = texture.UpdateRect;
            push(rect.x, rect.y, rect.w, rect.h, false);
            texture.SetStatus(ImTextureStatus_OK);
            break;
        }
        case ImTextureStatus_WantDestroy:
            picture.dropped_textures.push_back(texture_key(texture));
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed: break;
    }
}

scene::Mesh to_mesh(const ImDrawList& list) {
    scene::Mesh mesh{
        .vertices = {reinterpret_cast<const scene::Vertex*>(list.VtxBuffer.Data), static_cast<std::size_t>(list.VtxBuffer.Size)},
        .indices = {list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.Size)},
    };
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.ElemCount == 0) continue;
        const ImVec4& clip = command.ClipRect;
        mesh.commands.push_back({.clip = {clip.x, clip.y, clip.z - clip.x, clip.w - clip.y},
                                 .index_begin = command.IdxOffset,
                                 .index_count = command.ElemCount,
                                 .texture = static_cast<std::uint32_t>(command.GetTexID())});
    }
    return mesh;
}

std::string page_title(const app::State& state, const Words& words) {
    const std::string product = state.overview.title.empty() ? std::string(words(Say::product)) : state.overview.title;
    if (state.view.page == app::Page::about) return std::string(words(Say::about_title)) + " – " + product;
    if (state.view.page == app::Page::trends) return std::string(words(Say::trends)) + " – " + product;
    if (state.view.page == app::Page::notebook) return std::string(words(Say::notebook)) + " – " + product;
    if (state.open) return state.open->article.headline + " – " + product;
    return product;
}

/// `value`: "TOP MAXTOP", as the page tells it.
app::Event scrolled(app::Pane pane, std::string_view value) {
    const std::string text(value);
    char* rest = nullptr;
    const float top = std::strtof(text.c_str(), &rest);
    return app::PaneScrolled{pane, top, std::strtof(rest, nullptr)};
}

/// `value`: "X Y" in canvas coordinates.
std::vector<app::Event> dragged(const Handler& handler, scene::Action action, std::string_view value) {
    if (!handler.on_drag) return {};
    const std::string text(value);
    char* rest = nullptr;
    Drag drag{.phase = Drag::Phase::cancel, .x_px = std::strtof(text.c_str(), &rest)};
    drag.y_px = std::strtof(rest, nullptr);
    if (action == scene::Action::press) drag.phase = Drag::Phase::press;
    if (action == scene::Action::drag) drag.phase = Drag::Phase::move;
    if (action == scene::Action::release) drag.phase = Drag::Phase::release;
    if (auto event = handler.on_drag(drag)) return {std::move(*event)};
    return {};
}

const Theme& theme_in_effect(const app::State& state, const Input& input) {
    return theme_of(theme_for(state.settings.theme, {.is_dark = input.is_dark, .wants_contrast = input.wants_contrast}));
}

/// A wish for the focus is granted once: a row that appears later with the same wish must not ask again.
std::uint32_t grant_focus(scene::Tree& tree, std::uint32_t granted) {
    std::uint32_t newest = granted;
    for (scene::Node& node : tree.nodes) {
        if (node.focus_revision == granted) node.focus_revision = 0;
        newest = std::max(newest, node.focus_revision);
    }
    return newest;
}

}  // namespace

struct Reader::Inside {
    ImGuiContext* context = nullptr;
    Fonts fonts;
    scene::Tree tree;
    scene::Tree told;  // as the page has it
    bool is_told = true;  // so that it is the tree itself
    Handlers handlers;
    ListRows list_rows;
    std::uint32_t focus_granted = 0;
    scene::NodeId focused = scene::root_id;
    Drawn drawn;
};

Reader::Reader(const FontFiles& files) : inside_(std::make_unique<Inside>()) {
    inside_->context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
    io.Fonts->TexMinWidth = 1024;
    inside_->fonts.regular = add_font(files.regular);
    inside_->fonts.semibold = add_font(files.semibold);
    if (!files.icons.empty()) inside_->fonts.icons = add_font(files.icons);
    ImGui::GetStyle().WindowPadding = {0, 0};
    ImGui::GetStyle().WindowBorderSize = 0;
    ImGui::GetStyle().WindowMinSize = {1, 1};
    inside_->tree.nodes.emplace_back();
}

Reader::~Reader() { ImGui::DestroyContext(inside_->context); }

const scene::Tree& Reader::tree() const { return inside_->tree; }

const Drawn& Reader::draw(const app::State& state, const Input& input) {
    Inside& in = *inside_;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::max(1.0F, input.width_px), std::max(1.0F, input.height_px)};
    io.DisplayFramebufferScale = {input.scale, input.scale};
    io.DeltaTime = 1.0F / 60;  // nothing here moves by the clock
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("reader", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoInputs);

    const Theme& theme = theme_in_effect(state, input);
    const bool is_ready = state.corpus == app::CorpusState::ready;
    const Layout layout = state.corpus == app::CorpusState::damaged
                              ? without_corpus(input.width_px, input.height_px)
                              : make_layout(input.width_px, input.height_px, state.view.pane, state.settings);
    const Pointer pointer{input.pointer_x_px, input.pointer_y_px, input.is_pointer_over, input.is_pointer_down};
    scene::TreeBuilder tree;
    in.handlers.clear();
    in.drawn.events.clear();
    const Words words(state.language);
    Frame frame{.state = state,
                .words = words,
                .theme = theme,
                .fonts = in.fonts,
                .layout = layout,
                .pointer = pointer,
                .canvas = *ImGui::GetWindowDrawList(),
                .tree = tree,
                .handlers = in.handlers,
                .events = in.drawn.events,
                .focused = in.focused,
                .is_touched = input.has_coarse_pointer};
    tree.node(0).name = page_title(state, words);
    tree.node(0).language = words.tag();
    draw_header(frame, layout.header);
    if (layout.timeline) draw_timeline(frame, *layout.timeline);
    if (layout.rail) draw_facets(frame, *layout.rail);
    if (layout.list) draw_list(frame, *layout.list, in.list_rows);
    if (layout.main) draw_main(frame, *layout.main);
    describe_overlay(frame);
    describe_notice(frame);
    in.drawn.has_list = is_ready && layout.list && !state.rows.empty();
    ImGui::End();
    ImGui::Render();

    if (in.is_told) in.told = std::move(in.tree);
    in.is_told = false;
    in.tree = tree.finish();
    in.focus_granted = grant_focus(in.tree, in.focus_granted);

    const ImDrawData* data = ImGui::GetDrawData();
    in.drawn.picture = {.width_px = input.width_px,
                        .height_px = input.height_px,
                        .scale = input.scale,
                        .background_rgba = theme.ground.packed()};
    if (data->Textures) {
        for (ImTextureData* texture : *data->Textures) upload(in.drawn.picture, *texture);
    }
    for (const ImDrawList* list : data->CmdLists) in.drawn.picture.meshes.push_back(to_mesh(*list));
    return in.drawn;
}

std::vector<scene::Change> Reader::changes() {
    if (inside_->is_told) return {};
    inside_->is_told = true;
    return scene::diff(inside_->told, inside_->tree);
}

std::vector<app::Event> Reader::act(scene::NodeId id, scene::Action action, std::string_view value) const {
    if (action == scene::Action::focus) inside_->focused = id;
    if (action == scene::Action::blur && inside_->focused == id) inside_->focused = scene::root_id;
    const auto at = inside_->handlers.find(id);
    if (at == inside_->handlers.end()) return {};
    const Handler& handler = at->second;
    switch (action) {
        case scene::Action::activate:
            if (handler.on_activate) return {*handler.on_activate};
            break;
        case scene::Action::input:
            if (handler.on_input) return {handler.on_input(std::string(value))};
            break;
        case scene::Action::change:
            if (handler.on_change) return {handler.on_change(std::string(value))};
            break;
        case scene::Action::scroll:
            if (handler.scrolls) return {scrolled(*handler.scrolls, value)};
            break;
        case scene::Action::press:
        case scene::Action::drag:
        case scene::Action::release:
        case scene::Action::cancel: return dragged(handler, action, value);
        case scene::Action::select:
            if (!handler.text_runs.empty()) return {to_passage(inside_->tree, handler.text_runs, value)};
            break;
        case scene::Action::focus:
            if (handler.on_focus) return {*handler.on_focus};
            break;
        case scene::Action::blur: break;
    }
    return {};
}

std::optional<app::Event> Reader::press(scene::NodeId target, const KeyPress& key) const {
    for (scene::NodeId id = target; id != scene::root_id;) {
        const auto at = inside_->handlers.find(id);
        if (at != inside_->handlers.end() && at->second.on_key) {
            if (auto event = at->second.on_key(key)) return event;
        }
        const scene::Node* node = inside_->tree.find(id);
        if (!node) break;
        id = node->parent;
    }
    return std::nullopt;
}

void Reader::forget_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_WantCreate);
        }
    }
}

std::vector<std::pair<std::string, std::string>> tokens(const app::State& state, const Input& input) {
    auto tokens = css_tokens(theme_in_effect(state, input));
    for (auto& token : text_tokens(state.settings)) tokens.push_back(std::move(token));
    return tokens;
}

}  // namespace lesesaal::ui
