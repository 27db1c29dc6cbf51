#include "platform/web/canvas_webgl2.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/check.h"

namespace lesesaal::platform::web {

namespace {

constexpr GLuint position_attribute = 0;
constexpr GLuint texture_attribute = 1;
constexpr GLuint color_attribute = 2;

constexpr const char* vertex_shader = R"(#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texture_position;
layout(location = 2) in vec4 color;
uniform vec2 to_clip_space;
out vec2 at;
out vec4 tint;
void main() {
    at = texture_position;
    tint = color;
    gl_Position = vec4(position * to_clip_space + vec2(-1, 1), 0, 1);
}
)";

constexpr const char* fragment_shader = R"(#version 300 es
precision mediump float;
in vec2 at;
in vec4 tint;
uniform sampler2D coverage;
out vec4 color;
void main() {
    color = vec4(tint.rgb, tint.a * texture(coverage, at).r);
}
)";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

GLuint link() {
    const GLuint program = glCreateProgram();
    glAttachShader(program, compile(GL_VERTEX_SHADER, vertex_shader));
    glAttachShader(program, compile(GL_FRAGMENT_SHADER, fragment_shader));
    glLinkProgram(program);
    return program;
}

void describe_vertices() {
    using scene::Vertex;
    const auto offset = [](std::size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    glEnableVertexAttribArray(position_attribute);
    glEnableVertexAttribArray(texture_attribute);
    glEnableVertexAttribArray(color_attribute);
    glVertexAttribPointer(position_attribute, 2, GL_FLOAT, GL_FALSE, sizeof(Vertex), offset(offsetof(Vertex, x)));
    glVertexAttribPointer(texture_attribute, 2, GL_FLOAT, GL_FALSE, sizeof(Vertex), offset(offsetof(Vertex, u)));
    glVertexAttribPointer(color_attribute, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Vertex), offset(offsetof(Vertex, rgba)));
}

float channel(std::uint32_t rgba, int shift) { return static_cast<float>((rgba >> shift) & 255u) / 255.0f; }

}  // namespace

bool Canvas::open() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = false;  // the page's ground is drawn; what lies below the canvas never shows
    attributes.depth = false;
    attributes.stencil = false;
    attributes.antialias = false;  // edges are smoothed by the triangles themselves
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    attributes.enableExtensionsByDefault = false;
    context_ = emscripten_webgl_create_context("#canvas", &attributes);
    if (context_ <= 0) return false;
    emscripten_webgl_make_context_current(context_);
    build();
    return true;
}

void Canvas::lose() {
    is_ready_ = false;
    textures_.clear();
}

void Canvas::restore() {
    if (context_ <= 0) return;
    textures_.clear();
    build();
}

void Canvas::build() {
    const GLuint program = link();
    glUseProgram(program);
    to_clip_space_ = glGetUniformLocation(program, "to_clip_space");

    // One vertex array and two buffers, bound for good: nothing else draws in this context.
    GLuint vertex_array = 0;
    GLuint buffers[2] = {};
    glGenVertexArrays(1, &vertex_array);
    glBindVertexArray(vertex_array);
    glGenBuffers(2, buffers);
    glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers[1]);
    describe_vertices();

    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    is_ready_ = true;
}

void Canvas::resize(int width, int height) {
    width_ = width;
    height_ = height;
}

void Canvas::draw(const scene::Picture& picture) {
    if (!is_ready_ || width_ <= 0 || height_ <= 0) return;
    if (!(picture.width_px > 0) || !(picture.height_px > 0)) return;
    for (const scene::TextureUpload& one : picture.uploads) upload(one);
    prepare(picture);
    for (const scene::Mesh& mesh : picture.meshes) draw_mesh(picture, mesh);
    for (const std::uint32_t texture : picture.dropped_textures) drop(texture);
}

void Canvas::prepare(const scene::Picture& picture) const {
    const std::uint32_t ground = picture.background_rgba;
    glViewport(0, 0, width_, height_);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(ground, 0), channel(ground, 8), channel(ground, 16), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glUniform2f(to_clip_space_, 2.0f / picture.width_px, -2.0f / picture.height_px);
}

void Canvas::upload(const scene::TextureUpload& upload) {
    GLuint name = find(upload.texture);
    if (upload.creates) {
        if (name == 0) {
            glGenTextures(1, &name);
            textures_.push_back({.id = upload.texture, .name = name});
        }
        glBindTexture(GL_TEXTURE_2D, name);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, upload.texture_width, upload.texture_height, 0, GL_RED, GL_UNSIGNED_BYTE,
                     nullptr);
    }
    // A refresh of a texture that was lost with the context: the program is about to be told and uploads it whole.
    if (name == 0 || upload.pixels == nullptr || upload.width <= 0 || upload.height <= 0) return;
    glBindTexture(GL_TEXTURE_2D, name);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, upload.row_bytes);
    glTexSubImage2D(GL_TEXTURE_2D, 0, upload.x, upload.y, upload.width, upload.height, GL_RED, GL_UNSIGNED_BYTE, upload.pixels);
}

void Canvas::draw_mesh(const scene::Picture& picture, const scene::Mesh& mesh) const {
    if (mesh.commands.empty() || mesh.indices.empty()) return;
    // Fresh storage each time: the one before may still be read by the frame before.
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size_bytes()), mesh.vertices.data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.indices.size_bytes()), mesh.indices.data(),
                 GL_STREAM_DRAW);
    for (const scene::DrawCommand& command : mesh.commands) {
        LESESAAL_CHECK(command.index_begin <= mesh.indices.size());
        LESESAAL_CHECK(command.index_count <= mesh.indices.size() - command.index_begin);
        if (command.index_count == 0) continue;
        clip(picture, command.clip);
        glBindTexture(GL_TEXTURE_2D, find(command.texture));
        const std::size_t first_byte = std::size_t{command.index_begin} * sizeof(std::uint32_t);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.index_count), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(first_byte));
    }
}

void Canvas::clip(const scene::Picture& picture, const scene::Rect& rect) const {
    const float scale_x = static_cast<float>(width_) / picture.width_px;
    const float scale_y = static_cast<float>(height_) / picture.height_px;
    const auto to_px = [](float value, int size) {
        return static_cast<int>(std::lround(std::clamp(value, 0.0f, static_cast<float>(size))));
    };
    const int left = to_px(rect.x * scale_x, width_);
    const int right = to_px(rect.right() * scale_x, width_);
    const int top = to_px(rect.y * scale_y, height_);
    const int bottom = to_px(rect.bottom() * scale_y, height_);
    glScissor(left, height_ - bottom, std::max(right - left, 0), std::max(bottom - top, 0));
}

void Canvas::drop(std::uint32_t texture) {
    const auto found = std::ranges::find(textures_, texture, &Texture::id);
    if (found == textures_.end()) return;
    glDeleteTextures(1, &found->name);
    textures_.erase(found);
}

GLuint Canvas::find(std::uint32_t texture) const {
    const auto found = std::ranges::find(textures_, texture, &Texture::id);
    return found == textures_.end() ? 0 : found->name;
}

}  // namespace lesesaal::platform::web
