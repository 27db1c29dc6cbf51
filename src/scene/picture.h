#pragma once
// One frame as triangles, free of any drawing library: Dear ImGui's output in, a WebGL2 canvas or a software
// rasteriser out.

#include <cstdint>
#include <span>
#include <vector>

#include "scene/node.h"

namespace lesesaal::scene {

/// Position in CSS px, texture coordinates 0 to 1, colour as RGBA bytes in memory order. 20 bytes, no padding.
struct Vertex {
    float x, y;
    float u, v;
    std::uint32_t rgba;
};
static_assert(sizeof(Vertex) == 20);

/// Triangles [index_begin, index_begin + index_count) of one mesh, clipped to `clip` (CSS px, canvas coordinates).
struct DrawCommand {
    Rect clip;
    std::uint32_t index_begin = 0;
    std::uint32_t index_count = 0;
    std::uint32_t texture = 0;
};

struct Mesh {
    std::span<const Vertex> vertices;
    std::span<const std::uint32_t> indices;
    std::vector<DrawCommand> commands;
};

/// A rectangle of an 8-bit alpha texture to create or refresh. `row_bytes` from one row to the next.
struct TextureUpload {
    std::uint32_t texture = 0;
    std::int32_t texture_width = 0, texture_height = 0;  // create: (re)allocate to this size; else unchanged
    bool creates = false;
    std::int32_t x = 0, y = 0, width = 0, height = 0;
    const std::uint8_t* pixels = nullptr;
    std::int32_t row_bytes = 0;
};

/// Lifetime: the spans and pointers are valid until the next frame begins.
struct Picture {
    float width_px = 0, height_px = 0;  // CSS px
    float scale = 1;                    // framebuffer px per CSS px; for painters that choose their own size
    std::uint32_t background_rgba = 0;
    std::vector<TextureUpload> uploads;  // before drawing, in order
    std::vector<Mesh> meshes;            // in painting order
    std::vector<std::uint32_t> dropped_textures;  // no longer used; after drawing
};

}  // namespace lesesaal::scene
