#pragma once
// The canvas: draws a Picture with WebGL2. Asks the graphics process nothing while drawing (no glGet), since every
// question waits for its answer.

#include <cstdint>
#include <vector>

#include <GLES3/gl3.h>
#include <emscripten/html5_webgl.h>

#include "scene/picture.h"

namespace lesesaal::platform::web {

class Canvas {
public:
    Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Makes the context of #canvas. Returns: whether there is WebGL2.
    [[nodiscard]] bool open();
    /// The context was lost: its objects are gone without our doing, and deleting them would be an error.
    void lose();
    /// The context is back, and empty: every texture has to be uploaded again.
    void restore();

    /// Size of the drawing buffer, in device px.
    void resize(int width, int height);
    /// Does nothing before open and after lose.
    void draw(const scene::Picture& picture);

private:
    struct Texture {
        std::uint32_t id;
        GLuint name;
    };

    void build();
    void prepare(const scene::Picture& picture) const;
    void upload(const scene::TextureUpload& upload);
    void draw_mesh(const scene::Picture& picture, const scene::Mesh& mesh) const;
    void clip(const scene::Picture& picture, const scene::Rect& rect) const;
    void drop(std::uint32_t texture);
    [[nodiscard]] GLuint find(std::uint32_t texture) const;  // 0: none

    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
    bool is_ready_ = false;
    int width_ = 0;
    int height_ = 0;
    GLint to_clip_space_ = -1;
    std::vector<Texture> textures_;
};

}  // namespace lesesaal::platform::web
