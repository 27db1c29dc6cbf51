#pragma once
// What the last frames took, by what took it. Always on: a few readings of the clock a frame.

#include <array>
#include <cstddef>
#include <cstdint>

namespace lesesaal::shell {

/// Milliseconds of one frame.
struct FrameTime {
    double input = 0;    // before it: what the page told since the last frame, with the questions asked and answered for it
    double views = 0;    // the interface; one pass makes the picture and the semantic tree
    double diff = 0;     // what changed in the tree
    double patch = 0;    // the changes made to the page
    double picture = 0;  // the picture given to the surface
    double rest = 0;     // what the frame itself asked for: rows that came into view
};

enum class FramePart : std::uint8_t {
    all,  // everything
    input,
    views,
    diff,
    patch,
    picture,
    rest,
    tree,  // views, diff and patch: what the semantic tree takes, together with the drawing it cannot be told from
    count_
};

class FrameTimes {
public:
    static constexpr std::size_t frames_kept = 1024;

    /// Counts to the next frame.
    void add_input(double ms) { input_ms_ += ms; }
    /// `time` without input.
    void add(FrameTime time);

    /// Of the last `frames` frames, at most frames_kept; 0 when there was none. Cost: n log n in the frames.
    [[nodiscard]] double percentile(FramePart part, double share, std::size_t frames) const;
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    std::array<FrameTime, frames_kept> times_{};
    std::size_t count_ = 0;  // ever
    double input_ms_ = 0;
};

}  // namespace lesesaal::shell
