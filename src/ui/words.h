#pragma once
// What the interface says, in the reader's language. The texts are in assets/i18n; a Say is one of their keys.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/settings.h"
#include "ui/say.h"

namespace lesesaal::ui {

/// What stands in for {name} in a text.
using Placeholder = std::pair<std::string_view, std::string_view>;

/// A small value: copy it or make a new one at will.
class Words {
public:
    explicit Words(app::Language language) : language_(language) {}

    [[nodiscard]] app::Language language() const { return language_; }
    /// As a BCP 47 tag, for lang attributes.
    [[nodiscard]] std::string_view tag() const { return language_ == app::Language::de ? "de" : "en"; }

    /// Lifetime: for ever. A text with a plural gives that for others.
    [[nodiscard]] std::string_view operator()(Say say) const;
    /// With every {name} filled in; a name that is not given stays as it stands.
    [[nodiscard]] std::string with(Say say, std::initializer_list<Placeholder> placeholders) const;
    /// The singular or the plural; {count} is `count`, grouped as the language does.
    [[nodiscard]] std::string count(Say say, std::int64_t count, std::initializer_list<Placeholder> placeholders = {}) const;
    /// For keys that come from elsewhere: the command table, a result's note.
    [[nodiscard]] std::optional<Say> find(std::string_view key) const;

    /// "9 von 16 Artikeln", or "16 Artikel" when all are hits.
    [[nodiscard]] std::string hits(std::int64_t hits, std::int64_t total) const;
    [[nodiscard]] std::string articles(std::int64_t count) const { return this->count(Say::count_articles, count); }
    /// "12.345"; in English "12,345".
    [[nodiscard]] std::string number(std::int64_t number) const;

private:
    app::Language language_;
};

}  // namespace lesesaal::ui
