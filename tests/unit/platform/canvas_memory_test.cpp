#include <doctest.h>

#include <array>
#include <cstdint>
#include <vector>

#include "platform/memory/canvas_memory.h"

using namespace lesesaal;
using platform::memory::MemoryCanvas;
using scene::Rect;
using scene::Vertex;

namespace {

constexpr std::uint32_t white = 0xFFFFFFFF;
constexpr std::uint32_t red = 0xFF0000FF;
constexpr std::uint32_t half_black = 0x80000000;

/// A picture of one mesh with one command, and a texture 1 that covers in full.
struct Sheet {
    Sheet(float width_px, float height_px, float scale = 1) {
        picture = {.width_px = width_px, .height_px = height_px, .scale = scale, .background_rgba = white};
        command.clip = {0, 0, width_px, height_px};
        command.texture = 1;
        upload(1, 1, 1, {255});
    }
    void upload(std::uint32_t id, int width, int height, std::vector<std::uint8_t> pixels) {
        kept.push_back(std::move(pixels));
        picture.uploads.push_back({.texture = id,
                                   .texture_width = width,
                                   .texture_height = height,
                                   .creates = true,
                                   .width = width,
                                   .height = height,
                                   .pixels = kept.back().data(),
                                   .row_bytes = width});
    }
    void triangle(Vertex a, Vertex b, Vertex c) {
        for (const Vertex& corner : {a, b, c}) {
            indices.push_back(static_cast<std::uint32_t>(vertices.size()));
            vertices.push_back(corner);
        }
    }
    /// Two triangles with the whole of the texture.
    void rect(const Rect& r, std::uint32_t rgba) {
        const Vertex a{r.x, r.y, 0, 0, rgba}, b{r.right(), r.y, 1, 0, rgba}, c{r.right(), r.bottom(), 1, 1, rgba}, d{r.x, r.bottom(), 0, 1, rgba};
        triangle(a, b, c);
        triangle(a, c, d);
    }
    void draw_on(MemoryCanvas& canvas) {
        command.index_count = static_cast<std::uint32_t>(indices.size());
        picture.meshes = {{.vertices = vertices, .indices = indices, .commands = {command}}};
        canvas.draw(picture);
    }

    scene::Picture picture;
    scene::DrawCommand command;
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<std::vector<std::uint8_t>> kept;
};

std::array<int, 3> at(const MemoryCanvas& canvas, int x, int y) {
    const std::size_t first = static_cast<std::size_t>(y * canvas.width() + x) * 4;
    if (x >= canvas.width() || y >= canvas.height()) return {-1, -1, -1};
    return {canvas.rgba()[first], canvas.rgba()[first + 1], canvas.rgba()[first + 2]};
}

constexpr std::array<int, 3> ground{255, 255, 255};
constexpr std::array<int, 3> full_red{255, 0, 0};

}  // namespace

TEST_CASE("canvas: a rectangle covers the pixels whose centres are in it, and no other") {
    MemoryCanvas canvas;
    Sheet sheet(8, 8);
    sheet.rect({1, 2, 3, 4}, red);
    sheet.draw_on(canvas);
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) CHECK(at(canvas, x, y) == (x >= 1 && x < 4 && y >= 2 && y < 6 ? full_red : ground));
    }
}

TEST_CASE("canvas: an edge that runs through centres belongs to the shape on its right or below it") {
    MemoryCanvas canvas;
    Sheet sheet(4, 4);
    sheet.rect({0.5F, 0.5F, 2, 2}, red);
    sheet.draw_on(canvas);
    CHECK(at(canvas, 0, 0) == full_red);
    CHECK(at(canvas, 1, 1) == full_red);
    CHECK(at(canvas, 2, 1) == ground);
    CHECK(at(canvas, 1, 2) == ground);
}

TEST_CASE("canvas: triangles that share edges paint every pixel once, whichever way round they are") {
    MemoryCanvas canvas;
    Sheet sheet(16, 16);
    const std::array<Vertex, 4> corners{{{0, 0, 0, 0, half_black}, {16, 0, 0, 0, half_black}, {16, 16, 0, 0, half_black}, {0, 16, 0, 0, half_black}}};
    const Vertex middle{7.5F, 8.5F, 0, 0, half_black};
    for (std::size_t i = 0; i < 4; ++i) {
        if (i % 2 == 0) sheet.triangle(corners[i], corners[(i + 1) % 4], middle);
        else sheet.triangle(corners[(i + 1) % 4], corners[i], middle);
    }
    sheet.draw_on(canvas);
    int painted_once = 0;
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x) painted_once += at(canvas, x, y) == std::array<int, 3>{127, 127, 127} ? 1 : 0;
    }
    CHECK(painted_once == 256);
}

TEST_CASE("canvas: colours blend by alpha times coverage, over what is there") {
    MemoryCanvas canvas;
    Sheet sheet(2, 1);
    sheet.upload(2, 1, 1, {51});  // a fifth
    sheet.command.texture = 2;
    sheet.rect({0, 0, 1, 1}, red);
    sheet.draw_on(canvas);
    CHECK(at(canvas, 0, 0) == std::array<int, 3>{255, 204, 204});
    CHECK(at(canvas, 1, 0) == ground);
}

TEST_CASE("canvas: a texture shown in its own size keeps its pixels, and a larger one flows between them") {
    MemoryCanvas canvas;
    Sheet sheet(4, 1);
    sheet.upload(2, 2, 1, {0, 255});
    sheet.command.texture = 2;
    sheet.rect({0, 0, 2, 1}, red);
    sheet.draw_on(canvas);
    CHECK(at(canvas, 0, 0) == ground);
    CHECK(at(canvas, 1, 0) == full_red);

    Sheet wide(4, 1);
    wide.upload(2, 2, 1, {0, 255});
    wide.command.texture = 2;
    wide.rect({0, 0, 4, 1}, red);
    wide.draw_on(canvas);
    CHECK(at(canvas, 0, 0) == ground);  // ends at its edge
    CHECK(at(canvas, 1, 0)[1] == 191);
    CHECK(at(canvas, 2, 0)[1] == 64);
    CHECK(at(canvas, 3, 0) == full_red);
}

TEST_CASE("canvas: colours run from corner to corner") {
    MemoryCanvas canvas;
    Sheet sheet(10, 2);
    const Vertex left{0, 0, 0, 0, 0xFF000000}, right{10, 0, 0, 0, 0xFFFFFFFF};
    sheet.triangle(left, right, {10, 2, 0, 0, 0xFFFFFFFF});
    sheet.triangle(left, {10, 2, 0, 0, 0xFFFFFFFF}, {0, 2, 0, 0, 0xFF000000});
    sheet.draw_on(canvas);
    CHECK(at(canvas, 0, 1)[0] == 13);
    CHECK(at(canvas, 5, 0)[0] == 140);
    CHECK(at(canvas, 9, 0)[0] == 242);
}

TEST_CASE("canvas: nothing is painted outside of the clip, nor outside of the canvas") {
    MemoryCanvas canvas;
    Sheet sheet(6, 6);
    sheet.command.clip = {2, 1, 2, 100};
    sheet.rect({-50, -50, 1000, 1000}, red);
    sheet.draw_on(canvas);
    for (int y = 0; y < 6; ++y) {
        for (int x = 0; x < 6; ++x) CHECK(at(canvas, x, y) == (x >= 2 && x < 4 && y >= 1 ? full_red : ground));
    }
}

TEST_CASE("canvas: a clip that is empty or turned around lets nothing through") {
    MemoryCanvas canvas;
    for (const Rect& clip : {Rect{3, 3, 0, 3}, Rect{4, 4, -3, -3}, Rect{100, 0, 10, 10}}) {
        Sheet sheet(6, 6);
        sheet.command.clip = clip;
        sheet.rect({0, 0, 6, 6}, red);
        sheet.draw_on(canvas);
        int painted = 0;
        for (int i = 0; i < 36; ++i) painted += at(canvas, i % 6, i / 6) == ground ? 0 : 1;
        CHECK(painted == 0);
    }
}

TEST_CASE("canvas: the scale makes more pixels of the same picture") {
    MemoryCanvas canvas;
    Sheet sheet(4, 4, 1.5F);
    sheet.rect({2, 0, 2, 2}, red);
    sheet.draw_on(canvas);
    CHECK(canvas.width() == 6);
    CHECK(canvas.height() == 6);
    CHECK(at(canvas, 2, 0) == ground);
    CHECK(at(canvas, 3, 0) == full_red);
    CHECK(at(canvas, 5, 2) == full_red);
    CHECK(at(canvas, 5, 3) == ground);
}

TEST_CASE("canvas: a texture is refreshed in part, and gone after it was dropped") {
    MemoryCanvas canvas;
    Sheet sheet(2, 1);
    sheet.upload(2, 2, 1, {255, 255});
    sheet.command.texture = 2;
    sheet.rect({0, 0, 2, 1}, red);
    sheet.draw_on(canvas);
    CHECK(at(canvas, 1, 0) == full_red);

    const std::uint8_t nothing = 0;
    sheet.picture.uploads = {{.texture = 2, .x = 1, .width = 1, .height = 1, .pixels = &nothing, .row_bytes = 1}};
    sheet.picture.dropped_textures = {2};
    sheet.draw_on(canvas);
    CHECK(at(canvas, 0, 0) == full_red);
    CHECK(at(canvas, 1, 0) == ground);

    sheet.picture.uploads.clear();
    sheet.draw_on(canvas);
    CHECK(at(canvas, 0, 0) == ground);
}

TEST_CASE("canvas: triangles without an area or far away are no trouble") {
    MemoryCanvas canvas;
    Sheet sheet(4, 4);
    sheet.triangle({1, 1, 0, 0, red}, {1, 1, 0, 0, red}, {3, 3, 0, 0, red});
    sheet.triangle({1e30F, 0, 0, 0, red}, {1e30F, 4, 0, 0, red}, {2e30F, 2, 0, 0, red});
    sheet.draw_on(canvas);
    int painted = 0;
    for (int i = 0; i < 16; ++i) painted += at(canvas, i % 4, i / 4) == ground ? 0 : 1;
    CHECK(painted == 0);
}
