#include "ui/key_names.h"

namespace lesesaal::ui {
namespace {

std::string single(const Words& words, std::string_view key) {
    if (key == "Escape") return std::string(words(Say::key_escape));
    if (key == "Enter") return std::string(words(Say::key_enter));
    if (key == " ") return std::string(words(Say::key_space));
    return std::string(key);
}

}  // namespace

std::string key_name(const Words& words, std::string_view key) {
    constexpr std::string_view control = "Ctrl+";
    if (key.starts_with(control)) {
        std::string name = single(words, key.substr(control.size()));
        // As it is printed on the key.
        if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return std::string(words(Say::key_control)) + "+" + name;
    }
    const std::size_t blank = key.size() > 1 ? key.find(' ') : std::string_view::npos;
    if (blank == std::string_view::npos) return single(words, key);
    return words.with(Say::key_then, {{"first", single(words, key.substr(0, blank))}, {"second", single(words, key.substr(blank + 1))}});
}

}  // namespace lesesaal::ui
