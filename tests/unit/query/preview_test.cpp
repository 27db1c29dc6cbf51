#include "query/preview.h"

#include <doctest.h>

#include "shown.h"

using namespace lesesaal;
using query::PreviewItem;
using query::PreviewKind;

namespace {

/// As an interface may say it.
std::string said(const PreviewItem& item) {
    static constexpr const char* scopes[] = {"", "Titel: ", "Vorspann: ", "Text: ", "Notiz: "};
    static constexpr const char* facets[] = {"Thema: ", "Ort: ", "Organisation: ", "Quelle: "};
    const auto list = [&](const char* between) {
        std::string line;
        for (const PreviewItem& inner : item.items) line += (line.empty() ? "" : between) + said(inner);
        return "(" + line + ")";
    };
    std::string line = item.is_excluded ? "ohne " : "";
    switch (item.kind) {
    case PreviewKind::words: return line + scopes[static_cast<std::size_t>(item.scope)] + "„" + item.text + "“" + (item.is_prefix ? "…" : "");
    case PreviewKind::near: return line + list((" nahe " + std::to_string(item.distance) + " ").c_str());
    case PreviewKind::dates: return line + (item.from ? base::to_iso(*item.from) : "") + "–" + (item.to ? base::to_iso(*item.to) : "");
    case PreviewKind::facet: return line + facets[query::index_of(item.facet)] + item.text;
    case PreviewKind::mark: return line + (item.mark == query::Mark::unread ? item.is_mark_wanted ? "ungelesen" : "gelesen" : item.mark == query::Mark::noted ? "mit Notiz" : "mit Lesezeichen");
    case PreviewKind::any_of: return line + list(" oder ");
    case PreviewKind::all_of: return line + list(" und ");
    }
    return line;
}

std::string said(std::string_view text) {
    std::string line;
    for (const PreviewItem& item : query::preview(query::parse(text, query::some_day))) line += (line.empty() ? "" : " · ") + said(item);
    return line;
}

bool is_plain(std::string_view text) { return query::is_plain(query::parse(text, query::some_day)); }

}  // namespace

TEST_CASE("preview: every kind of thing that can be asked for") {
    CHECK(said("Verwaltung titel:Haushalt -Bremen datum:2025-09-01..2025-10-15 thema:OZG (a ODER b)") ==
          "„Verwaltung“ · Titel: „Haushalt“ · ohne „Bremen“ · 2025-09-01–2025-10-15 · Thema: OZG · („a“ oder „b“)");
    CHECK(said("\"a b\" c* ist:gelesen hat:notiz datum:..2024") == "„a b“ · „c“… · gelesen · mit Notiz · –2024-12-31");
    CHECK(said("a NAHE/3 \"b c\" -(d e) ") == "(„a“ nahe 3 „b c“) · ohne („d“ und „e“)");
    CHECK(said("-(a ODER (b -c)) -(-d) e ") == "ohne („a“ oder („b“ und ohne „c“)) · ohne (ohne „d“) · „e“");
    CHECK(said("a ODER -b ") == "(„a“ oder ohne „b“)");
    CHECK(said("") == "");
}

TEST_CASE("preview: an item knows its place in the text") {
    const std::string text = "a -titel:\"b c\" ";
    const std::vector<PreviewItem> items = query::preview(query::parse(text, {}));
    REQUIRE(items.size() == 2);
    CHECK(text.substr(items[1].at.begin, items[1].at.size()) == "-titel:\"b c\"");
}

TEST_CASE("preview: words alone need none") {
    CHECK(is_plain("Digitale Souver"));
    CHECK(is_plain("16:30 https://example.org "));
    CHECK(is_plain(""));
    for (const char* text : {"a*", "\"a b\"", "-a b", "titel:a", "thema:a", "a ODER b", "a NAHE b", "datum:2025", "ist:gelesen", "a)", "§", "ist:blau "}) {
        CAPTURE(text);
        CHECK_FALSE(is_plain(text));
    }
}
