#include "platform/memory/canvas_memory.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>

#include "base/check.h"

namespace lesesaal::platform::memory {
namespace {

constexpr std::int64_t grid = 256;  // positions of a corner in one device px
// Far outside of any canvas, and small enough that products of two positions stay in 64 bits.
constexpr float coordinate_max = 1 << 20;

std::int64_t to_grid(float px) {
    return std::llround(std::clamp(px, -coordinate_max, coordinate_max) * static_cast<float>(grid));
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

/// a * x + b * y + c: 0 on the line, above 0 inside the triangle.
struct Edge {
    std::int64_t a, b, c;
    [[nodiscard]] std::int64_t at(std::int64_t x, std::int64_t y) const { return a * x + b * y + c; }
};

struct Point {
    std::int64_t x, y;
};

Edge edge_between(Point from, Point to) {
    return {from.y - to.y, to.x - from.x, from.x * to.y - from.y * to.x};
}

/// A centre exactly on a left or top edge is inside, on another it is not.
std::int64_t least_inside(const Edge& edge) { return edge.a > 0 || (edge.a == 0 && edge.b > 0) ? 0 : 1; }

std::int64_t centre_of(int pixel) { return pixel * grid + grid / 2; }

/// The pixels of row `y` within [left, right) whose centres are inside, as [left, right).
struct Run {
    int left, right;
};
Run run_of(const std::array<Edge, 3>& edges, int y, Run run) {
    for (const Edge& edge : edges) {
        // a * (grid * x + grid / 2) + rest >= least, solved for x.
        const std::int64_t rest = edge.at(grid / 2, centre_of(y)) - least_inside(edge);
        const std::int64_t step = edge.a * grid;
        if (step == 0) {
            if (rest < 0) return {0, 0};
        } else if (step > 0) {
            run.left = static_cast<int>(std::max<std::int64_t>(run.left, std::min<std::int64_t>(-floor_div(rest, step), run.right)));
        } else {
            run.right = static_cast<int>(std::min<std::int64_t>(run.right, std::max<std::int64_t>(floor_div(rest, -step) + 1, run.left)));
        }
    }
    return run;
}

float channel(std::uint32_t rgba, int shift) { return static_cast<float>(rgba >> shift & 255); }

}  // namespace

struct MemoryCanvas::Triangle {
    std::array<scene::Vertex, 3> corners;
    std::array<Point, 3> points;
};

float MemoryCanvas::Texture::at(float u, float v) const {
    const float x = std::clamp(u * static_cast<float>(width) - 0.5F, 0.0F, static_cast<float>(width - 1));
    const float y = std::clamp(v * static_cast<float>(height) - 0.5F, 0.0F, static_cast<float>(height - 1));
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const int right = std::min(left + 1, width - 1);
    const int bottom = std::min(top + 1, height - 1);
    const auto pixel = [&](int column, int row) {
        return static_cast<float>(pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column)]);
    };
    const float across = x - static_cast<float>(left);
    const float down = y - static_cast<float>(top);
    const float above = pixel(left, top) + (pixel(right, top) - pixel(left, top)) * across;
    const float below = pixel(left, bottom) + (pixel(right, bottom) - pixel(left, bottom)) * across;
    return (above + (below - above) * down) / 255.0F;
}

void MemoryCanvas::draw(const scene::Picture& picture) {
    if (!(picture.width_px > 0) || !(picture.height_px > 0) || !(picture.scale > 0)) return;
    width_ = std::max(1, static_cast<int>(std::lround(picture.width_px * picture.scale)));
    height_ = std::max(1, static_cast<int>(std::lround(picture.height_px * picture.scale)));
    rgba_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
    const std::uint32_t ground = picture.background_rgba | 0xFF000000U;
    for (std::size_t at = 0; at < rgba_.size(); ++at) rgba_[at] = static_cast<std::uint8_t>(ground >> (at % 4 * 8));

    for (const scene::TextureUpload& one : picture.uploads) upload(one);
    for (const scene::Mesh& mesh : picture.meshes) draw_mesh(picture, mesh);
    for (const std::uint32_t id : picture.dropped_textures) std::erase_if(textures_, [&](const Texture& one) { return one.id == id; });
}

MemoryCanvas::Texture* MemoryCanvas::find(std::uint32_t texture) {
    const auto found = std::ranges::find(textures_, texture, &Texture::id);
    return found == textures_.end() ? nullptr : &*found;
}

void MemoryCanvas::upload(const scene::TextureUpload& upload) {
    Texture* texture = find(upload.texture);
    if (upload.creates) {
        LESESAAL_CHECK(upload.texture_width > 0);
        LESESAAL_CHECK(upload.texture_height > 0);
        if (!texture) texture = &textures_.emplace_back();
        const std::size_t pixels = static_cast<std::size_t>(upload.texture_width) * static_cast<std::size_t>(upload.texture_height);
        *texture = {upload.texture, upload.texture_width, upload.texture_height, std::vector<std::uint8_t>(pixels)};
    }
    if (!texture || !upload.pixels || upload.width <= 0 || upload.height <= 0) return;
    LESESAAL_CHECK(upload.x >= 0 && upload.width <= texture->width - upload.x);
    LESESAAL_CHECK(upload.y >= 0 && upload.height <= texture->height - upload.y);
    for (std::int32_t row = 0; row < upload.height; ++row) {
        const std::size_t to = static_cast<std::size_t>(upload.y + row) * static_cast<std::size_t>(texture->width) + static_cast<std::size_t>(upload.x);
        const std::uint8_t* from = upload.pixels + static_cast<std::ptrdiff_t>(row) * upload.row_bytes;
        std::memcpy(texture->pixels.data() + to, from, static_cast<std::size_t>(upload.width));
    }
}

void MemoryCanvas::draw_mesh(const scene::Picture& picture, const scene::Mesh& mesh) {
    const float scale_x = static_cast<float>(width_) / picture.width_px;
    const float scale_y = static_cast<float>(height_) / picture.height_px;
    for (const scene::DrawCommand& command : mesh.commands) {
        LESESAAL_CHECK(command.index_begin <= mesh.indices.size());
        LESESAAL_CHECK(command.index_count <= mesh.indices.size() - command.index_begin);
        const Texture* texture = find(command.texture);
        if (!texture) continue;  // WebGL reads nothing from a texture that is not there
        const Clip clip = clip_of(picture, command.clip);
        for (std::size_t at = command.index_begin; at + 3 <= std::size_t{command.index_begin} + command.index_count; at += 3) {
            Triangle triangle;
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const std::uint32_t index = mesh.indices[at + corner];
                LESESAAL_CHECK(index < mesh.vertices.size());
                triangle.corners[corner] = mesh.vertices[index];
                triangle.points[corner] = {to_grid(triangle.corners[corner].x * scale_x), to_grid(triangle.corners[corner].y * scale_y)};
            }
            draw_triangle(triangle, *texture, clip);
        }
    }
}

MemoryCanvas::Clip MemoryCanvas::clip_of(const scene::Picture& picture, const scene::Rect& rect) const {
    const float scale_x = static_cast<float>(width_) / picture.width_px;
    const float scale_y = static_cast<float>(height_) / picture.height_px;
    const auto to_px = [](float value, int size) {
        return static_cast<int>(std::lround(std::clamp(value, 0.0F, static_cast<float>(size))));
    };
    return {.left = to_px(rect.x * scale_x, width_),
            .top = to_px(rect.y * scale_y, height_),
            .right = to_px(rect.right() * scale_x, width_),
            .bottom = to_px(rect.bottom() * scale_y, height_)};
}

void MemoryCanvas::draw_triangle(const Triangle& triangle, const Texture& texture, const Clip& clip) {
    std::array<scene::Vertex, 3> corners = triangle.corners;
    std::array<Point, 3> points = triangle.points;
    std::int64_t area = edge_between(points[0], points[1]).at(points[2].x, points[2].y);
    if (area == 0) return;
    if (area < 0) {  // both ways round are painted
        std::swap(corners[1], corners[2]);
        std::swap(points[1], points[2]);
        area = -area;
    }
    // Each opposite the corner of its number: its value there is the area.
    const std::array<Edge, 3> edges{edge_between(points[1], points[2]), edge_between(points[2], points[0]), edge_between(points[0], points[1])};
    const auto [low, high] = std::ranges::minmax({points[0].y, points[1].y, points[2].y});
    const int top = static_cast<int>(std::clamp<std::int64_t>(floor_div(low, grid), clip.top, std::max(clip.top, clip.bottom)));
    const int bottom = static_cast<int>(std::clamp<std::int64_t>(floor_div(high, grid) + 1, clip.top, std::max(clip.top, clip.bottom)));

    const auto same = [&](auto field) { return field(corners[0]) == field(corners[1]) && field(corners[0]) == field(corners[2]); };
    const bool is_plain = same([](const auto& v) { return v.u; }) && same([](const auto& v) { return v.v; }) && same([](const auto& v) { return v.rgba; });
    const float plain_coverage = is_plain ? texture.at(corners[0].u, corners[0].v) : 0;
    const double share = 1.0 / static_cast<double>(area);

    for (int y = top; y < bottom; ++y) {
        const Run run = run_of(edges, y, {clip.left, std::max(clip.left, clip.right)});
        for (int x = run.left; x < run.right; ++x) {
            std::array<float, 3> weights{1, 0, 0};
            if (!is_plain) {
                for (std::size_t i = 0; i < 3; ++i) weights[i] = static_cast<float>(static_cast<double>(edges[i].at(centre_of(x), centre_of(y))) * share);
            }
            const auto mixed = [&](auto field) {
                if (is_plain) return field(corners[0]);
                return field(corners[0]) * weights[0] + field(corners[1]) * weights[1] + field(corners[2]) * weights[2];
            };
            const float coverage = is_plain ? plain_coverage
                                            : texture.at(mixed([](const auto& v) { return v.u; }), mixed([](const auto& v) { return v.v; }));
            const float alpha = mixed([](const auto& v) { return channel(v.rgba, 24); }) / 255.0F * coverage;
            if (alpha <= 0) continue;
            const float rgb[3] = {mixed([](const auto& v) { return channel(v.rgba, 0); }), mixed([](const auto& v) { return channel(v.rgba, 8); }),
                                  mixed([](const auto& v) { return channel(v.rgba, 16); })};
            blend(x, y, rgb, alpha);
        }
    }
}

void MemoryCanvas::blend(int x, int y, const float* rgb, float alpha) {
    std::uint8_t* pixel = rgba_.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) * 4;
    for (int i = 0; i < 3; ++i) {
        pixel[i] = static_cast<std::uint8_t>(rgb[i] * alpha + static_cast<float>(pixel[i]) * (1 - alpha) + 0.5F);
    }
}

}  // namespace lesesaal::platform::memory
