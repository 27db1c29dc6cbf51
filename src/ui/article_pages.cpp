// What the main pane shows when it shows no article: the start, the page about the program, and trouble.
#include <algorithm>
#include <array>

#include "app/commands.h"
#include "ui/article_flow.h"
#include "ui/article_nodes.h"
#include "ui/dates.h"
#include "ui/key_names.h"

namespace lesesaal::ui {
namespace {

using app::CommandId;
using scene::Node;
using scene::Role;

constexpr std::size_t chips_on_start = 6;

std::string month_of(const Frame& frame, std::int32_t day) {
    const base::Date date = base::from_days(day);
    return long_date({date, date, corpus::DatePrecision::month, false, {}}, frame.words.language());
}

/// "16 Artikel von November 2019 bis Oktober 2025".
std::string extent(const Frame& frame) {
    std::string text = frame.words.articles(frame.state.overview.total());
    const app::TimeScale& scale = frame.state.time_scale;
    if (scale.newest_day == query::no_day) return text;
    const std::string from = month_of(frame, scale.oldest_day);
    const std::string to = month_of(frame, scale.newest_day);
    if (from == to) return text + " " + frame.words.with(Say::start_period_one, {{"month", from}});
    return text + " " + frame.words.with(Say::start_period, {{"from", from}, {"to", to}});
}

std::int64_t count_unread(const app::State& state) {
    std::int64_t unread = state.overview.total();
    for (const std::string& uid : state.notebook.all(notebook::Kind::read)) unread -= state.uid_index.find(uid) ? 1 : 0;
    return unread;
}

std::int64_t count_bookmarks(const app::State& state) {
    return std::ranges::count_if(state.notebook.all(notebook::Kind::bookmark),
                                 [&](const std::string& uid) { return state.uid_index.find(uid).has_value(); });
}

void fact(Frame& frame, std::string_view key, std::string_view value, std::string_view label) {
    flow::open(frame, Role::list_item, key);
    flow::leaf(frame, Role::text, "value", "value", value);
    flow::leaf(frame, Role::text, "label", "label", label);
    frame.tree.close();
}

void facts(Frame& frame) {
    const app::State& state = frame.state;
    const Words& words = frame.words;
    flow::open(frame, Role::list, "facts", "facts").name = frame.say(Say::start_numbers);
    fact(frame, "articles", words.number(state.overview.total()), frame.say(Say::start_articles));
    fact(frame, "unread", words.number(count_unread(state)), frame.say(Say::start_unread));
    fact(frame, "bookmarks", words.number(count_bookmarks(state)), frame.say(Say::start_bookmarks));
    if (const app::TimeScale& scale = state.time_scale; scale.newest_day != query::no_day) {
        const std::string from = month_label(base::from_days(scale.oldest_day), words.language());
        const std::string to = month_label(base::from_days(scale.newest_day), words.language());
        fact(frame, "period", from == to ? from : from + " – " + to, frame.say(Say::start_span));
    }
    frame.tree.close();
}

/// The most frequent values of a facet as chips that filter.
void frequent(Frame& frame, query::Facet facet, std::string_view key, Say name) {
    const std::vector<query::FacetValue>& values = frame.state.overview.of(facet);
    if (values.empty()) return;
    flow::heading(frame, std::string(key) + "-title", frame.say(name));
    flow::open(frame, Role::list, key, "chips").name = frame.say(name);
    for (std::size_t i = 0; i < std::min(values.size(), chips_on_start); ++i) {
        flow::chip(frame, values[i].slug, facet, values[i].slug, {}, values[i].count);
    }
    frame.tree.close();
}

std::string first_key(const Frame& frame, CommandId id) {
    const app::Command& command = app::command(id);
    return command.keys.empty() ? std::string{} : key_name(frame.words, command.keys.front());
}

void first_steps(Frame& frame) {
    flow::heading(frame, "steps-title", frame.say(Say::start_steps));
    flow::open(frame, Role::list, "steps", "steps");
    const auto step = [&](std::string_view key, Say text, CommandId command) {
        flow::with_keys(frame, Role::list_item, key, text, {first_key(frame, command), first_key(frame, CommandId::help)});
    };
    step("choose", Say::start_step_choose, CommandId::next_article);
    step("search", Say::start_step_search, CommandId::search);
    step("time", Say::start_step_time, CommandId::search);
    step("bookmark", Say::start_step_bookmark, CommandId::bookmark);
    step("palette", Say::start_step_palette, CommandId::palette);
    frame.tree.close();
}

std::string_view title_of(const Frame& frame, const app::Command& command) {
    const auto say = frame.words.find(command.title_key);
    return say ? frame.say(*say) : command.title_key;
}

void key_row(Frame& frame, const app::Command& command) {
    flow::open(frame, Role::list_item, command.title_key);
    flow::leaf(frame, Role::text, "title", "title", title_of(frame, command));
    flow::open(frame, Role::text, "keys", "keys");
    std::uint64_t run = 0;
    for (const std::string_view key : command.keys) {
        if (run > 0) {
            flow::open(frame, Role::text, run++, "", " " + std::string(frame.say(Say::either_or)) + " ");
            frame.tree.close();
        }
        flow::open(frame, Role::text, run++, "key", key_name(frame.words, key));
        frame.tree.close();
    }
    frame.tree.close();
    frame.tree.close();
}

/// The keys that everyone needs, and the way to all of them.
void main_keys(Frame& frame) {
    constexpr std::array few{CommandId::next_article, CommandId::previous_article, CommandId::search, CommandId::bookmark,
                             CommandId::mark_read, CommandId::escape};
    flow::heading(frame, "keys-title", frame.say(Say::keys));
    if (frame.state.settings.letter_keys == app::LetterKeys::off) {
        flow::leaf(frame, Role::paragraph, "letters-off", "small", frame.say(Say::help_letters_off));
    } else {
        flow::open(frame, Role::list, "keys", "key-list").name = frame.say(Say::keys);
        for (const CommandId id : few) key_row(frame, app::command(id));
        frame.tree.close();
    }
    flow::open(frame, Role::paragraph, "more", "actions");
    Node& button = flow::open(frame, Role::button, "help", "action", frame.say(Say::keys_help));
    button.popup = "dialog";
    frame.handle(button.id, {.on_activate = app::OverlayToggled{app::Overlay::help}});
    frame.tree.close();
    frame.tree.close();
}

std::string joined_labels(const Frame& frame, const std::vector<query::FacetValue>& values) {
    std::string text;
    for (const query::FacetValue& value : values) {
        if (!text.empty()) text += ", ";
        text += frame.label_of(value);
    }
    return text;
}

/// What the store reports is for the curator, in English; a reader gets the sentence first.
std::string trouble_text(const Words& words, const base::Error& error) {
    if (const auto say = words.find(error.message)) return std::string(words(*say));
    switch (error.kind) {
        case base::ErrorKind::unsupported: return std::string(words(Say::newer_corpus)) + " (" + error.message + ")";
        case base::ErrorKind::bad_input: return std::string(words(Say::unreadable_corpus)) + " (" + error.message + ")";
        default: return error.message;
    }
}

void kept_bookmarks(Frame& frame) {
    const std::size_t bookmarks = frame.state.notebook.all(notebook::Kind::bookmark).size();
    const bool is_read = frame.state.storage == app::StorageState::saved;
    std::string kept(frame.say(Say::bookmarks_untouched));
    if (is_read && bookmarks > 0) kept = frame.words.count(Say::bookmarks_kept, static_cast<std::int64_t>(bookmarks));
    flow::leaf(frame, Role::paragraph, "kept", "", kept);
}

}  // namespace

void describe_start(Frame& frame) {
    const query::Overview& overview = frame.state.overview;
    flow::open(frame, Role::article, "start", "article start");
    if (overview.title.empty()) flow::title(frame, frame.say(Say::start_welcome));
    else flow::title(frame, overview.title, {}, flow::language_of(frame, overview.language));
    if (frame.state.corpus != app::CorpusState::ready) {
        flow::leaf(frame, Role::paragraph, "opening", "lead", frame.say(Say::opening_step));
        frame.tree.close();
        return;
    }
    if (overview.total() == 0) {
        flow::leaf(frame, Role::paragraph, "empty", "lead", frame.say(Say::corpus_empty));
        flow::leaf(frame, Role::paragraph, "empty-hint", "", frame.say(Say::corpus_empty_hint));
        frame.tree.close();
        return;
    }
    flow::leaf(frame, Role::paragraph, "extent", "lead", extent(frame) + ". " + std::string(frame.say(Say::start_choose)));
    facts(frame);
    frequent(frame, query::Facet::topic, "topics", Say::start_topics);
    frequent(frame, query::Facet::place, "places", Say::start_places);
    first_steps(frame);
    main_keys(frame);
    flow::leaf(frame, Role::paragraph, "sealed", "small", frame.say(Say::start_sealed));
    frame.tree.close();
}

void describe_about(Frame& frame) {
    const query::Overview& overview = frame.state.overview;
    const auto part = [&](std::string_view key, Say title, Say text) {
        flow::heading(frame, std::string(key) + "-title", frame.say(title));
        flow::leaf(frame, Role::paragraph, key, "", frame.say(text));
    };
    flow::open(frame, Role::article, "about", "article about");
    flow::title(frame, frame.say(Say::about_title));
    flow::leaf(frame, Role::paragraph, "what", "lead", frame.say(Say::about_what));
    part("data", Say::about_data_title, Say::about_data);
    if (overview.total() > 0) {
        flow::heading(frame, "collection-title", frame.say(Say::about_collection));
        std::string collection = extent(frame) + ".";
        if (!overview.title.empty()) collection.insert(0, frame.words.with(Say::quoted, {{"text", overview.title}}) + ": ");
        flow::leaf(frame, Role::paragraph, "extent", "", collection);
        const std::string sources = joined_labels(frame, overview.of(query::Facet::source));
        if (!sources.empty()) {
            flow::leaf(frame, Role::paragraph, "sources", "", std::string(frame.say(Say::start_sources)) + ": " + sources + ".");
        }
    }
    part("access", Say::about_access_title, Say::about_access);
    main_keys(frame);
    part("licence", Say::about_licence_title, Say::about_licence);
    flow::heading(frame, "third-title", frame.say(Say::third_party));
    // Licences are what they are, in English.
    flow::open(frame, Role::preformatted, "notices", "notices", frame.state.notices).language = flow::language_of(frame, "en");
    frame.tree.close();
    frame.tree.close();
}

void describe_trouble(Frame& frame, std::string_view heading, const base::Error& error) {
    flow::open(frame, Role::article, "trouble", "article trouble");
    flow::title(frame, heading);
    flow::leaf(frame, Role::alert, "error", "alert", trouble_text(frame.words, error));
    if (frame.state.corpus == app::CorpusState::damaged) kept_bookmarks(frame);
    frame.tree.close();
}

}  // namespace lesesaal::ui
