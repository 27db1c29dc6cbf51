#include <span>
#include <string>
#include <string_view>

#include "ui/article_flow.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using scene::Node;
using scene::Role;
using scene::Tristate;

struct Choice {
    std::string_view value;
    Say name;
};

/// One of a few, as radios side by side.
void describe_choices(Frame& frame, std::string_view setting, Say title, std::span<const Choice> choices) {
    flow::open(frame, Role::group, setting, "setting").name = frame.say(title);
    flow::leaf(frame, Role::text, "title", "title", frame.say(title));
    flow::open(frame, Role::group, "choices", "choices").name = frame.say(title);
    const std::string now = app::setting_value(frame.state.settings, setting);
    for (const Choice& choice : choices) {
        Node& radio = flow::open(frame, Role::radio, choice.value, "choice");
        radio.name = frame.say(choice.name);
        radio.checked = choice.value == now ? Tristate::on : Tristate::off;
        frame.handle(radio.id, {.on_activate = app::SettingChanged{std::string(setting), std::string(choice.value)}});
        frame.tree.close();
    }
    frame.tree.close();
    frame.tree.close();
}

struct Stepper {
    std::string_view setting;
    Say title;
    Say less, more;
    std::string value;
};

void describe_stepper(Frame& frame, const Stepper& stepper) {
    const std::string title(frame.say(stepper.title));
    flow::open(frame, Role::group, stepper.setting, "setting").name = title;
    flow::leaf(frame, Role::text, "title", "title", title);
    flow::open(frame, Role::box, "stepper", "stepper");
    const std::string setting(stepper.setting);
    const std::string now = app::setting_value(frame.state.settings, setting);
    const auto step = [&](std::string_view key, std::string_view sign, Say word, int by) {
        const std::string name = title + ": " + std::string(frame.say(word));
        const bool is_at_end = app::stepped_setting(frame.state.settings, setting, by) == now;
        sheet_button(frame, {.key = key, .label = sign, .event = app::SettingStepped{setting, by}, .style = "button step", .name = name,
                             .is_disabled = is_at_end});
    };
    step("less", "−", stepper.less, -1);
    flow::leaf(frame, Role::text, "value", "value", stepper.value);
    step("more", "+", stepper.more, 1);
    frame.tree.close();
    frame.tree.close();
}

void describe_title(Frame& frame, std::string_view key, Say title) {
    flow::open(frame, Role::heading, key, "", frame.say(title)).level = 3;
    frame.tree.close();
}

/// What dragging a divider does too.
void describe_panes(Frame& frame) {
    if (frame.layout.breadth == Breadth::narrow) return;
    const app::Settings& settings = frame.state.settings;
    const auto pixels = [&](int value) { return frame.words.with(Say::text_pixels, {{"number", std::to_string(value)}}); };
    if (frame.layout.breadth == Breadth::wide) {
        describe_stepper(frame, {"rail_px", Say::divider_rail, Say::narrower, Say::wider, pixels(settings.rail_px)});
    }
    describe_stepper(frame, {"list_px", Say::divider_list, Say::narrower, Say::wider, pixels(settings.list_px)});
}

void describe_reading(Frame& frame) {
    static constexpr Choice faces[] = {{"serif", Say::face_serif}, {"sans", Say::face_sans}, {"legible", Say::face_legible}};
    const app::Settings& settings = frame.state.settings;
    describe_title(frame, "reading", Say::settings_reading);
    describe_choices(frame, "text_face", Say::setting_text_face, faces);
    const auto percent = [&](int value) { return frame.words.with(Say::text_percent, {{"number", std::to_string(value)}}); };
    describe_stepper(frame, {"text_percent", Say::setting_text_size, Say::smaller, Say::larger, percent(settings.text_percent)});
    describe_stepper(frame, {"text_width", Say::setting_text_width, Say::narrower, Say::wider,
                             frame.words.with(Say::text_characters, {{"number", std::to_string(settings.text_width)}})});
    describe_stepper(frame, {"text_leading", Say::setting_text_leading, Say::smaller, Say::larger, percent(settings.text_leading)});
    flow::leaf(frame, Role::paragraph, "sample", "sample", frame.say(Say::text_sample));
}

}  // namespace

void describe_settings(Frame& frame) {
    static constexpr Choice languages[] = {{"automatic", Say::language_automatic}, {"de", Say::language_de}, {"en", Say::language_en}};
    static constexpr Choice themes[] = {{"automatic", Say::theme_automatic},
                                        {"light", Say::theme_light},
                                        {"dark", Say::theme_dark},
                                        {"sepia", Say::theme_sepia},
                                        {"contrast", Say::theme_contrast}};
    static constexpr Choice densities[] = {{"comfortable", Say::density_comfortable}, {"compact", Say::density_compact}};
    static constexpr Choice views[] = {{"canvas", Say::view_canvas}, {"html", Say::view_html}};
    static constexpr Choice switches[] = {{"on", Say::on}, {"off", Say::off}};
    const Sheet sheet(frame, app::Overlay::settings, frame.say(Say::settings));
    describe_title(frame, "view-title", Say::settings_view);
    describe_choices(frame, "theme", Say::setting_theme, themes);
    describe_choices(frame, "language", Say::setting_language, languages);
    describe_choices(frame, "density", Say::setting_density, densities);
    describe_panes(frame);
    describe_choices(frame, "view", Say::setting_view, views);
    flow::leaf(frame, Role::paragraph, "view-hint", "hint", frame.say(Say::view_html_hint));
    describe_reading(frame);
    describe_title(frame, "keys-title", Say::settings_keys);
    describe_choices(frame, "letter_keys", Say::setting_letter_keys, switches);
    flow::leaf(frame, Role::paragraph, "keys-hint", "hint", frame.say(Say::letter_keys_hint));
    flow::leaf(frame, Role::paragraph, "kept", "soft", frame.say(Say::settings_kept));
}

}  // namespace lesesaal::ui
