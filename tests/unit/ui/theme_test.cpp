#include <doctest.h>

#include <algorithm>
#include <cmath>

#include "ui/theme.h"

using namespace lesesaal::ui;

namespace {

/// Relative luminance, WCAG 2.2 (sRGB).
double luminance(Colour colour) {
    const auto channel = [&](int shift) {
        const double value = (colour.rgb >> shift & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(Colour a, Colour b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace

TEST_CASE("theme: text has 4.5:1 on every surface it stands on, in both themes") {
    for (const bool is_dark : {false, true}) {
        const Theme& theme = theme_of(is_dark);
        for (const Colour surface : {theme.ground, theme.panel, theme.rail, theme.selected}) {
            for (const Colour text : {theme.ink, theme.ink_soft, theme.ink_faint, theme.accent, theme.star, theme.warning}) {
                CAPTURE(is_dark);
                CAPTURE(surface.rgb);
                CAPTURE(text.rgb);
                CHECK(contrast(text, surface) >= 4.5);
            }
        }
        CHECK(contrast(theme.ink, theme.hit) >= 4.5);
    }
}

TEST_CASE("theme: the edges of controls and the bars of the timeline have 3:1") {
    for (const bool is_dark : {false, true}) {
        const Theme& theme = theme_of(is_dark);
        for (const Colour surface : {theme.panel, theme.rail, theme.ground}) {
            CAPTURE(is_dark);
            CAPTURE(surface.rgb);
            CHECK(contrast(theme.field, surface) >= 3);
            CHECK(contrast(theme.accent, surface) >= 3);
        }
        for (const Colour bar : theme.stack) CHECK(contrast(bar, theme.panel) >= 3);
    }
}
