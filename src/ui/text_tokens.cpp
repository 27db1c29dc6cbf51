#include "ui/text_tokens.h"

namespace lesesaal::ui {
namespace {

constexpr int base_size_thousandths = 1125;  // 18 px where the browser's own size is 16
// Lines are ragged: a measure of 640 px at 18 px holds 66 characters of German on average.
constexpr int character_ten_thousandths = 5387;

/// "1.61" of 1610 thousandths.
std::string decimal(int thousandths) {
    std::string digits = std::to_string(thousandths);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    digits.insert(digits.size() - 3, ".");
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
    return digits;
}

std::string face_of(app::TextFace face) {
    switch (face) {
        case app::TextFace::serif: return "'Noto Serif', Georgia, serif";
        case app::TextFace::sans: return "Inter, system-ui, sans-serif";
        case app::TextFace::legible: return "'Atkinson Hyperlegible', Verdana, Inter, sans-serif";
    }
    return {};
}

}  // namespace

std::vector<std::pair<std::string, std::string>> text_tokens(const app::Settings& settings) {
    return {
        {"--text-size", decimal(base_size_thousandths * settings.text_percent / 100) + "rem"},
        {"--text-width", decimal(character_ten_thousandths * settings.text_width / 10) + "em"},
        {"--text-leading", decimal(settings.text_leading * 10)},
        {"--text-face", face_of(settings.text_face)},
    };
}

}  // namespace lesesaal::ui
