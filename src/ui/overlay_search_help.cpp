#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "ui/article_flow.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using app::Language;
using scene::Role;

/// A query and what it finds. The names of the query language are no words of assets/i18n: they are what is to be typed.
struct Example {
    std::string_view de, en;
    Say finds;
};

constexpr Example word_examples[] = {
    {"digitale verwaltung", "digitale verwaltung", Say::search_help_words},
    {"\"digitale verwaltung\"", "\"digitale verwaltung\"", Say::search_help_phrase},
    {"digital*", "digital*", Say::search_help_prefix},
    {"verwaltung -schule", "verwaltung -schule", Say::search_help_exclude},
    {"verwaltung (bund ODER land)", "verwaltung (bund OR land)", Say::search_help_or},
    {"bund NAHE/5 länder", "bund NEAR/5 länder", Say::search_help_near},
};
constexpr Example place_examples[] = {
    {"titel:verwaltung", "title:verwaltung", Say::search_help_in_title},
    {"vorspann:kommunen", "lead:kommunen", Say::search_help_in_lead},
    {"text:kommunen", "text:kommunen", Say::search_help_in_text},
    {"notiz:frage", "note:frage", Say::search_help_in_note},
};
constexpr Example mark_examples[] = {
    {"ist:ungelesen", "is:unread", Say::search_help_unread},
    {"ist:gelesen", "is:read", Say::search_help_read},
    {"ist:lesezeichen", "is:bookmarked", Say::search_help_bookmarked},
    {"hat:notiz", "has:note", Say::search_help_noted},
};

struct FacetName {
    query::Facet facet;
    std::string_view de, en;
    Say finds;
};
constexpr FacetName facet_names[] = {
    {query::Facet::source, "quelle:", "source:", Say::search_help_source},
    {query::Facet::topic, "thema:", "topic:", Say::search_help_topic},
    {query::Facet::place, "ort:", "place:", Say::search_help_place},
    {query::Facet::organisation, "organisation:", "organisation:", Say::search_help_organisation},
};

// A longer one would not fit beside what it finds on a narrow page.
constexpr std::size_t value_bytes_max = 20;

bool is_german(const Frame& frame) { return frame.words.language() == Language::de; }

void describe_example(Frame& frame, const std::string& query, Say finds) {
    flow::open(frame, Role::row, query);
    flow::open(frame, Role::cell, "query");
    sheet_button(frame, {.key = "try", .label = query, .event = app::QueryPicked{query}});
    frame.tree.close();
    flow::leaf(frame, Role::cell, "finds", "", frame.say(finds));
    frame.tree.close();
}

void describe_examples(Frame& frame, std::span<const Example> examples) {
    for (const Example& example : examples) describe_example(frame, std::string(is_german(frame) ? example.de : example.en), example.finds);
}

/// As a value of the query language.
std::string quoted(std::string_view label) {
    return label.contains(' ') ? "\"" + std::string(label) + "\"" : std::string(label);
}

/// With values that this corpus has, the most frequent that is short.
void describe_facets(Frame& frame) {
    for (const FacetName& name : facet_names) {
        const std::vector<query::FacetValue>& values = frame.state.overview.of(name.facet);
        const auto value = std::ranges::find_if(values, [&](const query::FacetValue& one) { return frame.label_of(one).size() <= value_bytes_max; });
        if (value == values.end()) continue;
        describe_example(frame, std::string(is_german(frame) ? name.de : name.en) + quoted(frame.label_of(*value)), name.finds);
    }
}

/// With days that this corpus has: its newest month, and the two months to it.
void describe_dates(Frame& frame) {
    const std::vector<std::int32_t>& days = frame.state.overview.last_days;
    const auto newest = std::ranges::max_element(days);
    if (newest == days.end() || *newest == query::no_day) return;
    const std::string name = is_german(frame) ? "datum:" : "date:";
    const std::string to = base::to_iso(base::from_days(*newest));
    const std::string from = base::to_iso(base::from_days(*newest - 45));
    describe_example(frame, name + to.substr(0, 7), Say::search_help_month);
    describe_example(frame, name + from + ".." + to, Say::search_help_range);
    describe_example(frame, name + (is_german(frame) ? "letzte-30-tage" : "last-30-days"), Say::search_help_last_days);
}

/// A heading and the table below it, until the object goes.
class Chapter {
public:
    Chapter(Frame& frame, const std::string& key, Say title) : frame_(frame) {
        flow::open(frame, Role::heading, "title-" + key, "", frame.say(title)).level = 3;
        frame.tree.close();
        flow::open(frame, Role::table, key).name = frame.say(title);
        flow::open(frame, Role::row, "head");
        flow::leaf(frame, Role::column_header, "query", "", frame.say(Say::search_help_query));
        flow::leaf(frame, Role::column_header, "finds", "", frame.say(Say::search_help_finds));
        frame.tree.close();
    }
    ~Chapter() { frame_.tree.close(); }
    Chapter(const Chapter&) = delete;
    Chapter& operator=(const Chapter&) = delete;

private:
    Frame& frame_;
};

}  // namespace

void describe_search_help(Frame& frame) {
    const Sheet sheet(frame, app::Overlay::search_help, frame.say(Say::search_help_title), "wide");
    flow::leaf(frame, Role::paragraph, "itself", "note", frame.say(Say::search_help_itself));
    flow::leaf(frame, Role::paragraph, "try", "soft", frame.say(Say::search_help_try));
    flow::open(frame, Role::box, "chapters", "trends");  // the look of the tables of the trends
    {
        const Chapter words(frame, "words", Say::search_help_chapter_words);
        describe_examples(frame, word_examples);
    }
    {
        const Chapter places(frame, "places", Say::search_help_chapter_places);
        describe_examples(frame, place_examples);
        describe_facets(frame);
    }
    {
        const Chapter rest(frame, "rest", Say::search_help_chapter_rest);
        describe_dates(frame);
        describe_examples(frame, mark_examples);
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
