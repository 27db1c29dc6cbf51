#include <doctest.h>

#include "app/update.h"

using namespace lesesaal;
using namespace lesesaal::app;

namespace {
constexpr std::int64_t now_ms = 1'763'900'000'000;
}

TEST_CASE("settings: a word or a number in range is taken, anything else leaves them as they were") {
    Settings settings;
    CHECK(set_setting(settings, "theme", "sepia"));
    CHECK(settings.theme == ThemeChoice::sepia);
    CHECK_FALSE(set_setting(settings, "theme", "plaid"));
    CHECK(set_setting(settings, "text_percent", "200"));
    CHECK_FALSE(set_setting(settings, "text_percent", "201"));
    CHECK_FALSE(set_setting(settings, "text_percent", "12a"));
    CHECK_FALSE(set_setting(settings, "text_percent", ""));
    CHECK_FALSE(set_setting(settings, "unknown", "on"));
    CHECK(settings.theme == ThemeChoice::sepia);
    CHECK(settings.text_percent == 200);
}

TEST_CASE("settings: every value comes back from its words") {
    const char* names[] = {"language", "theme",        "density",    "letter_keys",  "view",    "stack",  "order",
                           "text_face", "text_percent", "text_width", "text_leading", "rail_px", "list_px"};
    for (const char* name : names) {
        Settings settings;
        const std::string stepped = stepped_setting(settings, name, 1);
        INFO(name);
        CHECK_FALSE(stepped.empty());
        CHECK(stepped != setting_value(settings, name));
        CHECK(set_setting(settings, name, stepped));
        CHECK(setting_value(settings, name) == stepped);
    }
}

TEST_CASE("settings: numbers stop at their bounds, choices begin again") {
    Settings settings;
    for (int i = 0; i < 40; ++i) (void)set_setting(settings, "text_percent", stepped_setting(settings, "text_percent", 1));
    CHECK(settings.text_percent == text_percent_max);
    for (int i = 0; i < 5; ++i) (void)set_setting(settings, "theme", stepped_setting(settings, "theme", 1));
    CHECK(settings.theme == ThemeChoice::automatic);
}

TEST_CASE("settings: English is spoken to those whose browser does, German to all others") {
    CHECK(effective_language(LanguageChoice::automatic, "en-GB") == Language::en);
    CHECK(effective_language(LanguageChoice::automatic, "fr") == Language::de);
    CHECK(effective_language(LanguageChoice::automatic, "") == Language::de);
    CHECK(effective_language(LanguageChoice::de, "en") == Language::de);
    CHECK(effective_language(LanguageChoice::en, "de") == Language::en);
}

TEST_CASE("settings: a change is kept in the notebook and read from it again") {
    State state;
    state.notebook = notebook::Log("replica", "test");
    const Effects effects = update(state, SettingChanged{"theme", "dark"}, now_ms);
    REQUIRE(effects.size() == 1);
    const auto operation = std::get<AppendOperation>(effects[0]).operation;
    State later;
    (void)update(later, StorageOpened{.operations = {operation}}, now_ms);
    CHECK(later.settings.theme == ThemeChoice::dark);
}

TEST_CASE("settings: what is only tried is not kept") {
    State state;
    CHECK(update(state, SettingTried{"rail_px", "300"}, now_ms).empty());
    CHECK(state.settings.rail_px == 300);
}
