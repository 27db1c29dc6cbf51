// One article of the notebook's page, with all that the reader has made of it.
#include <algorithm>
#include <string>

#include "ui/article_flow.h"
#include "ui/dates.h"
#include "ui/notebook_view.h"
#include "ui/notebook_words.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using notebook::Entry;
using scene::Node;
using scene::Role;
using scene::Tristate;

/// As the card has it: "2025-10-08", the first of "2019-11-14/2019-11-15", "2025-10", "2025"; others as they stand.
std::string card_date(const Frame& frame, std::string_view date) {
    constexpr std::size_t day_length = 10;
    constexpr std::size_t month_length = 7;
    const std::string_view first = date.substr(0, date.find('/'));
    const auto shown = [&](std::string_view iso, corpus::DatePrecision precision) {
        const auto day = base::from_iso(iso);
        return day ? short_date({*day, *day, precision, false, {}}, frame.words.language()) : std::string(date);
    };
    if (first.size() == day_length) return shown(first, corpus::DatePrecision::day);
    if (first.size() == month_length) return shown(std::string(first) + "-01", corpus::DatePrecision::month);
    return std::string(date);
}

void describe_headline(Frame& frame, const Entry& entry, const std::string& headline) {
    const std::string_view language = flow::language_of(frame, entry.card.language);
    if (!entry.card.kicker.empty()) {
        flow::open(frame, Role::paragraph, "kicker", "kicker", entry.card.kicker).language = language;
        frame.tree.close();
    }
    const auto id = frame.state.uid_index.find(entry.uid);
    flow::open(frame, Role::heading, "headline", "headline").level = 2;
    Node& words = flow::open(frame, id ? Role::link : Role::text, "words", "", headline);
    words.language = language;
    if (id) {
        words.href = "#a=" + entry.uid;
        frame.handle(words.id, {.on_activate = app::ArticlePicked{*id}});
    }
    frame.tree.close();
    frame.tree.close();
}

/// "★ Lesezeichen · 08.10.2025 · Kommune21".
void describe_facts(Frame& frame, const Entry& entry) {
    const notebook::Card& card = entry.card;
    if (!entry.is_bookmarked && card.date.empty() && card.source.empty()) return;
    flow::open(frame, Role::paragraph, "facts", "facts");
    if (entry.is_bookmarked) flow::leaf(frame, Role::text, "bookmark", "star", frame.say(Say::bookmark));
    if (!card.date.empty()) flow::leaf(frame, Role::text, "date", "", card_date(frame, card.date));
    if (!card.source.empty()) flow::leaf(frame, Role::text, "source", "", card.source);
    frame.tree.close();
}

void describe_quote(Frame& frame, const Entry& entry, const notebook::EntryHighlight& one, bool is_here) {
    flow::open(frame, Role::list_item, one.item, "quote");
    flow::open(frame, Role::paragraph, "quote", "words");
    flow::open(frame, Role::mark, "words", highlight_style(one.highlight.colour), one.highlight.quote.exact).language =
        flow::language_of(frame, entry.card.language);
    frame.tree.close();
    frame.tree.close();
    if (!one.highlight.note.empty()) flow::leaf(frame, Role::paragraph, "note", "note", one.highlight.note);
    flow::open(frame, Role::box, "ways", "ways");
    flow::leaf(frame, Role::text, "colour", "soft", frame.say(colour_name(one.highlight.colour)));
    if (is_here) {
        Node& button = flow::open(frame, Role::button, "show", "plain", frame.say(Say::show_in_article));
        button.name = std::string(frame.say(Say::show_in_article)) + ": " + shortened(one.highlight.quote.exact, 60);
        frame.handle(button.id, {.on_activate = app::HighlightShown{entry.uid, one.item}});
        frame.tree.close();
    }
    if (!one.others.empty()) describe_other_versions(frame, entry.uid, one.item, one.others.size());
    frame.tree.close();
    frame.tree.close();
}

void describe_names(Frame& frame, const Entry& entry) {
    if (entry.collections.empty() && entry.tags.empty()) return;
    flow::open(frame, Role::list, "names", "chips").name =
        std::string(frame.say(Say::own_collections)) + ", " + std::string(frame.say(Say::own_tags));
    for (const std::string& name : entry.collections) flow::removable(frame, entry.uid, notebook::Kind::collection, name);
    for (const std::string& name : entry.tags) flow::removable(frame, entry.uid, notebook::Kind::tag, name);
    frame.tree.close();
}

}  // namespace

void describe_entry(Frame& frame, const Entry& entry) {
    const std::string headline = entry.card.headline.empty() ? headline_of(frame, entry.uid) : entry.card.headline;
    const bool is_gone = app::is_missing(frame.state, entry);
    const bool is_here = frame.state.uid_index.find(entry.uid).has_value();
    flow::open(frame, Role::list_item, entry.uid, "entry");
    Node& box = flow::open(frame, Role::checkbox, "select", "select");
    box.name = frame.words.with(Say::row_select, {{"headline", headline}});
    box.checked = frame.state.selection.contains(entry.uid) ? Tristate::on : Tristate::off;
    frame.handle(box.id, {.on_activate = app::RowSelected{entry.uid}});
    frame.tree.close();
    flow::open(frame, Role::box, "words", "words");
    describe_headline(frame, entry, headline);
    describe_facts(frame, entry);
    if (is_gone) flow::leaf(frame, Role::paragraph, "gone", "gone", frame.say(Say::entry_gone));
    if (!entry.note.empty()) flow::leaf(frame, Role::paragraph, "note", "note", entry.note);
    if (!entry.other_notes.empty()) describe_other_versions(frame, entry.uid, "", entry.other_notes.size());
    if (!entry.highlights.empty()) {
        flow::open(frame, Role::list, "quotes", "quotes").name = frame.say(Say::shelf_highlights);
        for (const notebook::EntryHighlight& one : entry.highlights) describe_quote(frame, entry, one, is_here);
        frame.tree.close();
    }
    describe_names(frame, entry);
    frame.tree.close();
    frame.tree.close();
}

}  // namespace lesesaal::ui
