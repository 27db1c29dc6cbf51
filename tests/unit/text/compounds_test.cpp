#include "text/compounds.h"

#include <doctest.h>

using namespace lesesaal;

namespace {

/// A corpus in which these nouns stand in many articles, and these other words.
struct Corpus {
    std::vector<text::FormCount> forms;
    Corpus(std::initializer_list<std::string_view> nouns, std::initializer_list<std::string_view> others = {}) {
        for (const std::string_view noun : nouns) forms.push_back({noun, 20, true});
        for (const std::string_view other : others) forms.push_back({other, 20, false});
    }
};

std::vector<std::string> split(const Corpus& corpus, std::string_view word, bool is_noun = true) {
    text::CompoundSplitter splitter(corpus.forms);
    std::vector<std::string> parts;
    for (const text::CompoundPart& part : splitter.split(word, is_noun)) parts.emplace_back(word.substr(part.begin, part.end - part.begin));
    return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("compounds: a word falls into words of the corpus, without the letters that link them") {
    const Corpus corpus({"zugang", "gesetz", "online", "daten", "bank", "kinder", "garten", "schule", "amt"});
    CHECK(split(corpus, "onlinezugangsgesetz") == Parts{"online", "zugang", "gesetz"});
    CHECK(split(corpus, "onlinezugangsgesetzes") == Parts{"online", "zugang", "gesetzes"});
    CHECK(split(corpus, "datenbank") == Parts{"daten", "bank"});
    CHECK(split(corpus, "kindergarten") == Parts{"kinder", "garten"});
    CHECK(split(corpus, "schulgarten") == Parts{"schul", "garten"});
}

TEST_CASE("compounds: a part that is a compound itself falls apart too") {
    const Corpus corpus({"zugang", "gesetz", "zugangsgesetz", "online"});
    CHECK(split(corpus, "onlinezugangsgesetz") == Parts{"online", "zugang", "gesetz"});
}

TEST_CASE("compounds: what only looks like one stays whole") {
    const Corpus corpus({"tag", "rat", "art", "ort", "ei", "produkt", "ion", "rauch", "lage", "stand", "schaft", "wirt"}, {"alter", "native"});
    for (const std::string_view word : {"vertrag", "montage", "datei", "format", "apparat", "export", "unterlage", "gegenstand", "wirtschaft", "verbrauch", "transport"}) {
        INFO(word);
        CHECK(split(corpus, word).empty());
    }
}

TEST_CASE("compounds: a short part is believed only when the word is rarer than its parts") {
    std::vector<text::FormCount> forms{{"bau", 50, true}, {"amt", 50, true}, {"bauamt", 3, true}, {"produkt", 9, true}, {"ion", 3, true}};
    text::CompoundSplitter splitter(forms);
    CHECK(splitter.split("bauamts", true).empty());  // six letters and an ending
    forms.push_back({"landbauamt", 3, true});
    forms.push_back({"land", 50, true});
    CHECK(text::CompoundSplitter(forms).split("landbauamt", true).size() == 3);
}

TEST_CASE("compounds: of a feminine the masculine is a part") {
    const Corpus corpus({"bürger", "minister"});
    CHECK(split(corpus, "bürgerinnen") == Parts{"bürger"});
    CHECK(split(corpus, "ministerin") == Parts{"minister"});
}

TEST_CASE("compounds: words with digits, short words and endless ones are left alone") {
    const Corpus corpus({"daten", "bank"});
    CHECK(split(corpus, "daten2bank").empty());
    CHECK(split(corpus, "bank").empty());
    CHECK(split(corpus, "datenbank" + std::string(text::compound_bytes_max, 'x')).empty());
    CHECK(split(corpus, "").empty());
}

TEST_CASE("compounds: words of German at large are parts where the corpus has too few of its own") {
    const std::vector<std::string> german{"topf", "topfes", "honig", "honigs", "bank", "banken", "eile", "eilen", "nacht", "nächte", "nachteil", "pistole", "pistolen", "verband", "rung"};
    const auto parts_of = [&](const Corpus& corpus, std::string_view word, bool is_noun = true) {
        std::vector<std::string> parts;
        text::CompoundSplitter splitter(corpus.forms, german);
        for (const text::CompoundPart& part : splitter.split(word, is_noun)) parts.emplace_back(word.substr(part.begin, part.end - part.begin));
        return parts;
    };
    const Corpus corpus({"daten", "zweck", "gamma"}, {"vert"});
    CHECK(parts_of(corpus, "honigtopf") == Parts{"honig", "topf"});
    CHECK(parts_of(corpus, "honigtöpfen") == Parts{"honig", "töpfen"});
    CHECK(parts_of(corpus, "datenbank") == Parts{"daten", "bank"});
    CHECK(parts_of(corpus, "zweckverbände") == Parts{"zweck", "verbände"});
    CHECK(parts_of(corpus, "sprühpistole") == Parts{"sprüh", "pistole"});  // nobody knows the begin
    for (const std::string_view whole : {"nachteile", "alterung", "vertbank", "stagnation", "honigsüss"}) {
        INFO(whole);
        CHECK(parts_of(corpus, whole, whole != "honigsüss").empty());
    }
}
