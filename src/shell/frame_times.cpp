#include "shell/frame_times.h"

#include <algorithm>
#include <vector>

namespace lesesaal::shell {
namespace {

double ms_of(const FrameTime& time, FramePart part) {
    const double tree = time.views + time.diff + time.patch;
    switch (part) {
        case FramePart::all: return time.input + tree + time.picture + time.rest;
        case FramePart::input: return time.input;
        case FramePart::views: return time.views;
        case FramePart::diff: return time.diff;
        case FramePart::patch: return time.patch;
        case FramePart::picture: return time.picture;
        case FramePart::rest: return time.rest;
        case FramePart::tree: return tree;
        case FramePart::count_: break;
    }
    return 0;
}

}  // namespace

void FrameTimes::add(FrameTime time) {
    time.input = input_ms_;
    input_ms_ = 0;
    times_[count_++ % frames_kept] = time;
}

double FrameTimes::percentile(FramePart part, double share, std::size_t frames) const {
    frames = std::min({frames, count_, frames_kept});
    if (frames == 0) return 0;
    std::vector<double> sorted;
    for (std::size_t back = 1; back <= frames; ++back) sorted.push_back(ms_of(times_[(count_ - back) % frames_kept], part));
    std::ranges::sort(sorted);
    return sorted[static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(frames - 1))];
}

}  // namespace lesesaal::shell
