#pragma once
// The drawing surface's twin in memory: paints a Picture as the WebGL canvas does, for tests and for looking at pictures
// without a browser.

#include <cstdint>
#include <span>
#include <vector>

#include "scene/picture.h"

namespace lesesaal::platform::memory {

/// Triangles by the rules of graphics hardware: corners on a grid of 1/256 device px, a pixel is covered when its centre is
/// inside, and a centre on an edge that two triangles share belongs to one of them. Textures are read between four pixels
/// and end at their edges; colours blend in 8 bits.
class MemoryCanvas {
public:
    /// Paints over what was there. The size is that of the picture in device px (CSS px times scale, rounded).
    /// Cost: some nanoseconds per pixel painted.
    void draw(const scene::Picture& picture);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    /// Rows from the top, RGBA. Lifetime: until the next draw.
    [[nodiscard]] std::span<const std::uint8_t> rgba() const { return rgba_; }

private:
    struct Texture {
        std::uint32_t id = 0;
        int width = 0;
        int height = 0;
        std::vector<std::uint8_t> pixels;
        /// Between the four pixels around (u, v). Returns: coverage 0 to 1.
        [[nodiscard]] float at(float u, float v) const;
    };
    struct Clip {
        int left = 0, top = 0, right = 0, bottom = 0;
    };
    struct Triangle;

    void upload(const scene::TextureUpload& upload);
    void draw_mesh(const scene::Picture& picture, const scene::Mesh& mesh);
    void draw_triangle(const Triangle& triangle, const Texture& texture, const Clip& clip);
    void blend(int x, int y, const float* rgb, float alpha);
    [[nodiscard]] Clip clip_of(const scene::Picture& picture, const scene::Rect& rect) const;
    [[nodiscard]] Texture* find(std::uint32_t texture);

    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> rgba_;
    std::vector<Texture> textures_;
};

}  // namespace lesesaal::platform::memory
