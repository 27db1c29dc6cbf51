#pragma once
// A small notebook that has one of everything, with strange signs in it; and what else the tests of the forms share.

#include <string>
#include <string_view>
#include <utility>

#include "exchange/exchange.h"

namespace lesesaal::exchange {

constexpr std::int64_t sample_now_ms = 1'762'000'000'000;  // 2025-11-01T12:26:40Z
/// The moments of the sample, in whole seconds: bookmark files count in them.
constexpr std::int64_t sample_ms(int seconds) { return 1'760'000'000'000 + seconds * 1000; }

[[nodiscard]] inline Origin sample_origin(std::string language = "de") {
    return {.corpus_id = "presse", .title = "Pressespiegel", .now_ms = sample_now_ms, .language = std::move(language)};
}

inline void add_first_article(notebook::Log& log) {
    using notebook::Kind;
    const std::string_view uid = "a1b2c3d4e5f60718";
    log.record(Kind::card, uid, true, sample_ms(1),
               encode(notebook::Card{.headline = "„Zehn Punkte“ für die Verwaltung & <Register>",
                                     .kicker = "Bremen",
                                     .date = "2025-10-08",
                                     .source = "Kommune21",
                                     .url = "https://www.example.org/zehn-punkte?a=1&b=\"2\"",
                                     .language = "de",
                                     .text_hash = std::string(60, '0') + "abcd"}));
    log.record(Kind::bookmark, uid, true, sample_ms(1));
    log.record(Kind::collection, uid, true, sample_ms(2), "Ausschuss / Sitzung");
    log.record(Kind::collection, uid, true, sample_ms(2), "Lesen");
    log.record(Kind::tag, uid, true, sample_ms(2), "OZG");
    log.record(Kind::tag, uid, true, sample_ms(2), "=Summe");
    log.record(Kind::note, uid, true, sample_ms(3),
               "=1+1 sieht aus wie eine Formel, \"ist\" aber eine Notiz.\n\n# Zweiter Absatz <b>");
    notebook::Highlight highlight{.quote = {"Die Register werden verbunden.\nSofort.", "sagte: ", " Danach"},
                                  .begin = 120,
                                  .end = 158,
                                  .colour = notebook::Colour::green,
                                  .note = "Frist? *prüfen*"};
    log.record({.kind = Kind::highlight, .uid = uid, .value = encode(highlight), .item = "h1"}, sample_ms(4));
    highlight = {.quote = {"@Datenschutz", "", ""}, .begin = 300, .end = 312, .colour = notebook::Colour::pink, .note = {}};
    log.record({.kind = Kind::highlight, .uid = uid, .value = encode(highlight), .item = "h:2"}, sample_ms(5));
}

/// Three articles: one with everything; one with a bookmark and two dates; one without bookmark, address and date, noted on
/// at two places at once.
[[nodiscard]] inline notebook::Log sample_log() {
    using notebook::Kind;
    notebook::Log log("00000000000000aa", "presse");
    add_first_article(log);
    log.record(Kind::card, "b2c3d4e5f6071829", true, sample_ms(10),
               encode(notebook::Card{
                   .headline = "Mitgliederversammlung", .date = "2019-11-14/2019-11-15", .url = "https://example.org/m"}));
    log.record(Kind::bookmark, "b2c3d4e5f6071829", true, sample_ms(10));
    log.record(Kind::card, "c3d4e5f60718293a", true, sample_ms(20),
               encode(notebook::Card{.headline = "-Ohne Adresse", .source = "Amtsblatt"}));
    log.record(Kind::note, "c3d4e5f60718293a", true, sample_ms(20), "Zu Hause geschrieben");
    notebook::Log office("00000000000000bb", "presse");
    const notebook::Operation at_work =
        office.record(Kind::note, "c3d4e5f60718293a", true, sample_ms(21), "Im Amt geschrieben");
    log.merge({&at_work, 1});
    return log;
}

/// What a file brings to a notebook that had nothing.
[[nodiscard]] inline notebook::Log log_of(const Import& import) {
    notebook::Log log("00000000000000cc", "presse");
    log.merge(import.operations);
    log.merge(to_operations(import.drafts, log, "00000000000000dd", "presse", sample_now_ms,
                            [](const notebook::Card&) { return std::nullopt; }));
    return log;
}

[[nodiscard]] inline std::string without_entities(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#13;", "\r"}, {"&#10;", "\n"}};
    std::string plain;
    while (!text.empty()) {
        std::string_view sign = text.substr(0, 1);
        std::size_t bytes = 1;
        for (const auto& [from, to] : entities) {
            if (text.starts_with(from)) sign = to, bytes = from.size();
        }
        plain += sign;
        text.remove_prefix(bytes);
    }
    return plain;
}

[[nodiscard]] inline base::MarkupToken simple_tag(std::string_view tag) {
    using Type = base::MarkupToken::Type;
    base::MarkupToken token{.type = tag.starts_with('/') ? Type::close : Type::open};
    if (token.type == Type::close) tag.remove_prefix(1);
    const auto take = [&](std::string_view ends) {
        const std::string_view word = tag.substr(0, std::min(tag.find_first_of(ends), tag.size()));
        tag.remove_prefix(word.size());
        std::string lower(word);
        for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return lower;
    };
    token.text = take(" ");
    while (!tag.empty()) {
        tag.remove_prefix(1);
        std::string name = take("= ");
        if (!tag.starts_with("=\"")) continue;
        tag.remove_prefix(2);
        const std::string_view value = tag.substr(0, std::min(tag.find('"'), tag.size()));
        tag.remove_prefix(std::min(value.size() + 1, tag.size()));
        token.attributes.emplace_back(std::move(name), without_entities(value));
    }
    return token;
}

/// HTML as tokens, as far as the tests need it: tags, attributes in quotation marks, six entities. What HTML implies is not added.
[[nodiscard]] inline base::Result<std::vector<base::MarkupToken>> simple_markup(const std::string& html) {
    std::vector<base::MarkupToken> tokens;
    std::string_view rest = html;
    while (!rest.empty()) {
        const std::string_view text = rest.substr(0, std::min(rest.find('<'), rest.size()));
        if (!text.empty()) tokens.push_back({.type = base::MarkupToken::Type::text, .text = without_entities(text)});
        rest.remove_prefix(text.size());
        if (rest.empty()) break;
        const std::string_view tag = rest.substr(1, std::min(rest.find('>'), rest.size()) - 1);
        rest.remove_prefix(std::min(tag.size() + 2, rest.size()));
        if (!tag.starts_with('!')) tokens.push_back(simple_tag(tag));
    }
    return tokens;
}

}  // namespace lesesaal::exchange
