#include "app/commands.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/check.h"

namespace lesesaal::app {
namespace {

using namespace std::string_view_literals;
using Keys = std::span<const std::string_view>;
using query::Mark;

bool always(const State&) { return true; }
bool has_list(const State& state) { return !state.result.hits.empty(); }
bool has_open(const State& state) { return state.open.has_value() && state.view.page == Page::reader; }
bool has_source(const State& state) { return has_open(state) && !state.open->article.url.empty(); }
bool has_undo(const State& state) { return !state.undo.empty(); }
bool has_selection(const State& state) { return !state.selection.empty(); }
bool has_subject(const State& state) { return has_open(state) || has_selection(state); }

/// The row under the cursor.
std::string cursor_uid(const State& state) {
    if (state.view.cursor >= state.result.hits.size()) return {};
    const auto row = state.rows.find(static_cast<std::int32_t>(state.result.hits[state.view.cursor]));
    return row == state.rows.end() ? std::string{} : row->second.uid;
}

/// The open article, or else the row under the cursor.
std::string subject_uid(const State& state) { return has_open(state) ? state.open->article.uid : cursor_uid(state); }
bool has_uid(const State& state) { return !subject_uid(state).empty(); }

template <typename E> Event plain(const State&) { return E{}; }
template <Mark mark> Event toggle_mark(const State&) { return MarkToggled{mark}; }
template <Overlay what> Event overlay(const State&) { return OverlayToggled{what}; }
template <Page page> Event page_of(const State&) { return PageToggled{page}; }
template <Pane pane> Event pane_of(const State&) { return PaneShown{pane}; }
template <int by> Event step(const State&) { return ArticleStepped{by}; }

constexpr std::array search_keys{"/"sv};
constexpr std::array palette_keys{"Ctrl+k"sv};
constexpr std::array help_keys{"?"sv};
constexpr std::array settings_keys{"g e"sv};
constexpr std::array next_keys{"j"sv, "n"sv};
constexpr std::array previous_keys{"k"sv, "p"sv};
constexpr std::array open_keys{"o"sv, "Enter"sv};
constexpr std::array escape_keys{"Escape"sv};
constexpr std::array undo_keys{"z"sv};
constexpr std::array bookmark_keys{"b"sv, "s"sv};
constexpr std::array read_keys{"m"sv};
constexpr std::array note_keys{"i"sv};
constexpr std::array tag_keys{"l"sv};
constexpr std::array collect_keys{"a"sv};
constexpr std::array highlight_keys{"h"sv};
constexpr std::array notebook_keys{"g n"sv};
constexpr std::array source_keys{"v"sv};
constexpr std::array cite_keys{"c"sv};
constexpr std::array print_keys{"d"sv};
constexpr std::array link_keys{"y"sv};
constexpr std::array select_keys{"x"sv};
constexpr std::array go_list_keys{"g l"sv};
constexpr std::array go_article_keys{"g a"sv};
constexpr std::array go_filters_keys{"g f"sv};
constexpr std::array go_bookmarks_keys{"g b"sv};
constexpr std::array go_unread_keys{"g u"sv};
constexpr std::array go_start_keys{"g s"sv};
constexpr std::array trends_keys{"g t"sv};
constexpr std::array about_keys{"g i"sv};
constexpr std::array larger_keys{"+"sv};
constexpr std::array smaller_keys{"-"sv};
constexpr Keys no_keys{};

using Group = CommandGroup;
using Id = CommandId;

const std::array table{
    Command{Id::search, Group::room, "command_search", search_keys, always, plain<SearchFocused>},
    Command{Id::search_help, Group::room, "command_search_help", no_keys, always, overlay<Overlay::search_help>},
    Command{Id::palette, Group::room, "command_palette", palette_keys, always, overlay<Overlay::palette>},
    Command{Id::help, Group::room, "command_help", help_keys, always, overlay<Overlay::help>},
    Command{Id::settings, Group::room, "command_settings", settings_keys, always, overlay<Overlay::settings>},
    Command{Id::next_article, Group::room, "command_next_article", next_keys, has_list, step<1>},
    Command{Id::previous_article, Group::room, "command_previous_article", previous_keys, has_list, step<-1>},
    Command{Id::open_article, Group::room, "command_open_article", open_keys, has_list,
            [](const State& state) -> Event {
                return ArticlePicked{state.result.hits[std::min(state.view.cursor, state.result.hits.size() - 1)]};
            }},
    Command{Id::escape, Group::room, "command_escape", escape_keys, always, plain<Escaped>},
    Command{Id::undo, Group::room, "command_undo", undo_keys, has_undo, plain<Undone>},
    Command{Id::bookmark, Group::article, "command_bookmark", bookmark_keys, has_uid,
            [](const State& state) -> Event { return BookmarkToggled{subject_uid(state)}; }},
    Command{Id::mark_read, Group::article, "command_mark_read", read_keys, has_uid,
            [](const State& state) -> Event { return ReadToggled{subject_uid(state)}; }},
    Command{Id::note, Group::article, "command_note", note_keys, has_open, overlay<Overlay::note>},
    Command{Id::tag, Group::article, "command_tag", tag_keys, has_subject, overlay<Overlay::tag>},
    Command{Id::collect, Group::article, "command_collect", collect_keys, has_subject, overlay<Overlay::collect>},
    Command{Id::highlight, Group::article, "command_highlight", highlight_keys, has_open,
            [](const State& state) -> Event {
                if (state.passage) return PassageMarked{notebook::Colour::yellow};
                return PassageWanted{};
            }},
    Command{Id::source, Group::article, "command_source", source_keys, has_source, plain<SourceWanted>},
    Command{Id::cite, Group::article, "command_cite", cite_keys, has_open, overlay<Overlay::cite>},
    Command{Id::print, Group::article, "command_print", print_keys, has_open, plain<PrintWanted>},
    Command{Id::copy_link, Group::article, "command_copy_link", link_keys, always, plain<LinkWanted>},
    Command{Id::select_row, Group::article, "command_select_row", select_keys,
            [](const State& state) { return !cursor_uid(state).empty(); },
            [](const State& state) -> Event { return RowSelected{cursor_uid(state)}; }},
    Command{Id::export_selection, Group::article, "command_export", no_keys, has_selection, plain<SelectionExported>},
    Command{Id::go_list, Group::go, "command_go_list", go_list_keys, always, pane_of<Pane::list>},
    Command{Id::go_article, Group::go, "command_go_article", go_article_keys, always, pane_of<Pane::article>},
    Command{Id::go_filters, Group::go, "command_go_filters", go_filters_keys, always, pane_of<Pane::filters>},
    Command{Id::go_bookmarks, Group::go, "command_go_bookmarks", go_bookmarks_keys, always, toggle_mark<Mark::bookmarked>},
    Command{Id::go_unread, Group::go, "command_go_unread", go_unread_keys, always, toggle_mark<Mark::unread>},
    Command{Id::go_start, Group::go, "command_go_start", go_start_keys, always, plain<ArticleClosed>},
    Command{Id::trends, Group::go, "command_trends", trends_keys, always, page_of<Page::trends>},
    Command{Id::about, Group::go, "command_about", about_keys, always, page_of<Page::about>},
    Command{Id::notebook, Group::go, "command_notebook", notebook_keys, always, page_of<Page::notebook>},
    Command{Id::save_search, Group::room, "command_save_search", no_keys, has_filters, overlay<Overlay::save_search>},
    Command{Id::take_out, Group::room, "command_take_out", no_keys, always, overlay<Overlay::take_out>},
    Command{Id::bring_in, Group::room, "command_bring_in", no_keys, always, plain<BringInWanted>},
    Command{Id::copy_page, Group::room, "command_copy_page", no_keys, always, plain<PageCopyWanted>},
    Command{Id::reset_filters, Group::look, "command_reset_filters", no_keys, has_filters, plain<FiltersReset>},
    Command{Id::order_next, Group::look, "command_order_next", no_keys, has_list, overlay<Overlay::order>},
    Command{Id::theme_next, Group::look, "command_theme_next", no_keys, always,
            [](const State&) -> Event { return SettingStepped{"theme", 1}; }},
    Command{Id::language_next, Group::look, "command_language_next", no_keys, always,
            [](const State& state) -> Event {
                return SettingChanged{"language", state.language == Language::de ? "en" : "de"};
            }},
    Command{Id::compact, Group::look, "command_compact", no_keys, always,
            [](const State&) -> Event { return SettingStepped{"density", 1}; }},
    Command{Id::html_view, Group::look, "command_html_view", no_keys, always,
            [](const State&) -> Event { return SettingStepped{"view", 1}; }},
    Command{Id::text_larger, Group::look, "command_text_larger", larger_keys, always,
            [](const State&) -> Event { return SettingStepped{"text_percent", 1}; }},
    Command{Id::text_smaller, Group::look, "command_text_smaller", smaller_keys, always,
            [](const State&) -> Event { return SettingStepped{"text_percent", -1}; }},
};

bool begins_chord(std::string_view key) {
    return std::ranges::any_of(table, [&](const Command& row) {
        return std::ranges::any_of(row.keys, [&](std::string_view keys) { return keys.size() > 2 && keys[1] == ' ' && keys.substr(0, 1) == key; });
    });
}

/// Escape and combinations mean the same everywhere; a single character is for the panes alone.
bool is_single_character(std::string_view key) { return key.size() == 1 || key == "Enter"; }

}  // namespace

std::span<const Command> commands() { return table; }

const Command& command(CommandId id) {
    const auto row = std::ranges::find(table, id, &Command::id);
    LESESAAL_CHECK(row != table.end());
    return *row;
}

std::optional<Event> event_for_key(const State& state, std::string_view key, Modifier modifier) {
    std::string wanted(key);
    if (modifier == Modifier::control) {
        // "K" with Caps Lock is the same key.
        std::ranges::transform(wanted, wanted.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        wanted = "Ctrl+" + wanted;
    } else if (is_single_character(key)) {
        if (state.settings.letter_keys == LetterKeys::off || state.view.overlay != Overlay::none) return std::nullopt;
        if (!state.view.chord.empty()) wanted = state.view.chord + " " + wanted;
        else if (begins_chord(key)) return ChordBegun{wanted};
    }
    for (const Command& row : table) {
        if (std::ranges::find(row.keys, wanted) != row.keys.end() && row.is_enabled(state)) return row.make_event(state);
    }
    return std::nullopt;
}

}  // namespace lesesaal::app
