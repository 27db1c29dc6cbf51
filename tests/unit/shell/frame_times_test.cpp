#include "shell/frame_times.h"

#include <doctest.h>

using lesesaal::shell::FramePart;
using lesesaal::shell::FrameTimes;

TEST_CASE("frame times: input counts to the frame after it, once") {
    FrameTimes times;
    CHECK(times.percentile(FramePart::all, 0.5, 10) == 0);
    times.add_input(2);
    times.add_input(3);
    times.add({.views = 1, .diff = 0.5, .patch = 0.25, .picture = 4, .rest = 8});
    CHECK(times.percentile(FramePart::input, 0.5, 1) == 5);
    CHECK(times.percentile(FramePart::tree, 0.5, 1) == 1.75);
    CHECK(times.percentile(FramePart::all, 0.5, 1) == 18.75);
    times.add({.views = 1});
    CHECK(times.percentile(FramePart::input, 0.5, 1) == 0);
    CHECK(times.percentile(FramePart::input, 1, 2) == 5);
}

TEST_CASE("frame times: the last frames only, and no more than are kept") {
    FrameTimes times;
    for (int i = 1; i <= 3000; ++i) times.add({.views = static_cast<double>(i)});
    CHECK(times.percentile(FramePart::views, 0, 10) == 2991);
    CHECK(times.percentile(FramePart::views, 1, 10) == 3000);
    CHECK(times.percentile(FramePart::views, 0.5, 101) == 2950);
    CHECK(times.percentile(FramePart::views, 0, 1'000'000) == 3000 - static_cast<double>(FrameTimes::frames_kept) + 1);
}
