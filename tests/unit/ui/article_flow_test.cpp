#include <doctest.h>

#include "ui/article_flow.h"
#include "ui/key_names.h"
#include "ui/text_tokens.h"

using namespace lesesaal;
using namespace lesesaal::ui;

namespace {

using Breaks = std::vector<std::uint32_t>;

std::string token(const app::Settings& settings, std::string_view name) {
    for (const auto& [key, value] : text_tokens(settings)) {
        if (key == name) return value;
    }
    return {};
}

}  // namespace

TEST_CASE("break points: a whole text gets a soft hyphen at each") {
    CHECK(flow::with_break_points("Verwaltung", {0, 10}, Breaks{3, 6}) == "Ver\u00ADwal\u00ADtung");
    CHECK(flow::with_break_points("Verwaltung", {0, 10}, Breaks{}) == "Verwaltung");
    CHECK(flow::with_break_points("", {0, 0}, Breaks{}).empty());
}

TEST_CASE("break points: the pieces of a marked text together have each once, none at their beginning") {
    const std::string text = "Verwaltungsleistung";
    const Breaks breaks{3, 6, 11, 15};
    CHECK(flow::with_break_points(text, {0, 11}, breaks) == "Ver\u00ADwal\u00ADtungs\u00AD");
    CHECK(flow::with_break_points(text, {11, 19}, breaks) == "leis\u00ADtung");
}

TEST_CASE("break points: offsets that cannot be are ignored") {
    CHECK(flow::with_break_points("Amt", {0, 3}, Breaks{0, 3, 9}) == "Amt");
    CHECK(flow::with_break_points("Amt", {0, 99}, Breaks{2}) == "Am\u00ADt");
    CHECK(flow::with_break_points("Amt", {7, 99}, Breaks{2}).empty());
}

TEST_CASE("break points: short words stay whole, and no stub is torn off a long one") {
    const std::string text = "Der Plan für IT-Verwaltungsleistungen wirkt über Länder hinweg";
    const auto at = static_cast<std::uint32_t>(text.find("Verwaltung"));
    const Breaks all{at + 3, at + 6, at + 11, at + 16, static_cast<std::uint32_t>(text.find("der hinweg"))};
    CHECK(flow::calm_breaks(text, all, {}) == Breaks{at + 6, at + 11, at + 16});
    CHECK(flow::calm_breaks(text, all, {.word_min = 1, .side_min = 1}) == all);
    CHECK(flow::calm_breaks(text, all, {.word_min = 99}).empty());
    CHECK(flow::calm_breaks("", all, {}).empty());
}

TEST_CASE("break points: umlauts count as one character each") {
    const std::string text = "Ämterübergänge";  // 14 characters, 17 bytes
    const Breaks all{3, 6, 9, 14};
    CHECK(flow::calm_breaks(text, all, {.word_min = 14, .side_min = 2}) == all);
    CHECK(flow::calm_breaks(text, all, {.word_min = 15, .side_min = 2}).empty());
}

TEST_CASE("keys are called as they are printed") {
    const Words de(app::Language::de);
    const Words en(app::Language::en);
    CHECK(key_name(de, "Ctrl+k") == "Strg+K");
    CHECK(key_name(en, "Ctrl+k") == "Ctrl+K");
    CHECK(key_name(de, "g l") == "g dann l");
    CHECK(key_name(en, "g l") == "g then l");
    CHECK(key_name(de, "Escape") == "Esc");
    CHECK(key_name(de, "Enter") == "Eingabe");
    CHECK(key_name(de, "/") == "/");
    CHECK(key_name(de, " ") == "Leertaste");
}

TEST_CASE("text settings become the article's measures") {
    app::Settings settings;
    CHECK(token(settings, "--text-size") == "1.125rem");
    CHECK(token(settings, "--text-width") == "35.554em");
    CHECK(token(settings, "--text-leading") == "1.61");
    CHECK(token(settings, "--text-face").starts_with("'Noto Serif'"));
    settings.text_percent = 200;
    settings.text_width = 45;
    settings.text_leading = 200;
    settings.text_face = app::TextFace::sans;
    CHECK(token(settings, "--text-size") == "2.25rem");
    CHECK(token(settings, "--text-width") == "24.241em");
    CHECK(token(settings, "--text-leading") == "2");
    CHECK(token(settings, "--text-face").starts_with("Inter"));
    settings.text_percent = 80;
    CHECK(token(settings, "--text-size") == "0.9rem");
}
