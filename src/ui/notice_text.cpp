#include "ui/notice_text.h"

namespace lesesaal::ui {

std::string notice_text(const Words& words, const app::Notice& notice) {
    using app::Said;
    const auto plain = [&](Say say) { return std::string(words(say)); };
    const auto named = [&](Say say) { return words.with(say, {{"name", notice.name}}); };
    // A key of the words; other reasons are the browser's own sentence.
    const auto refused = [&](Say say) {
        const auto reason = words.find(notice.name);
        const std::string why = reason ? plain(*reason) : notice.name;
        return plain(say) + (why.empty() ? why : " " + why);
    };
    switch (notice.said) {
        case Said::nothing: return {};
        case Said::bookmark_set: return plain(Say::bookmark_set);
        case Said::bookmark_set_until_closing: return plain(Say::bookmark_set_until_closing);
        case Said::bookmark_removed: return plain(Say::bookmark_removed);
        case Said::bookmarks_set: return words.count(Say::bookmarks_set, notice.count);
        case Said::marked_read: return plain(Say::marked_read);
        case Said::marked_unread: return plain(Say::marked_unread);
        case Said::selection_read: return words.count(Say::selection_read, notice.count);
        case Said::note_saved: return plain(Say::note_saved);
        case Said::note_removed: return plain(Say::note_removed);
        case Said::tag_added: return named(Say::tag_added);
        case Said::tag_removed: return named(Say::tag_removed);
        case Said::filters_reset: return plain(Say::filters_reset);
        case Said::undone: return plain(Say::undone);
        case Said::not_saved: return plain(Say::change_refused);
        case Said::link_copied: return plain(Say::link_copied);
        case Said::citation_copied: return plain(Say::citation_copied);
        case Said::list_copied: return plain(Say::list_copied);
        case Said::file_saved: return plain(Say::file_saved);
        case Said::copy_refused: return refused(Say::copy_failed);
        case Said::list_lifted: return plain(Say::selection_lifted);
        case Said::highlight_set: return plain(Say::highlight_set);
        case Said::highlight_removed: return plain(Say::highlight_removed);
        case Said::highlight_noted: return plain(Say::highlight_noted);
        case Said::collected: return words.count(Say::collected, notice.count, {{"name", notice.name}});
        case Said::uncollected: return named(Say::uncollected);
        case Said::unmarked: return words.count(Say::unmarked, notice.count);
        case Said::shelf_renamed: return named(Say::shelf_renamed);
        case Said::search_saved: return named(Say::search_saved);
        case Said::search_removed: return plain(Say::search_removed);
        case Said::version_taken: return plain(Say::version_taken);
        case Said::passage_too_long: return plain(Say::passage_too_long);
        case Said::nothing_new: return named(Say::nothing_new);
        case Said::store_cleared: return plain(Say::store_cleared);
        case Said::notebook_taken: return named(Say::notebook_taken);
        case Said::page_copied: return named(Say::page_copied);
        case Said::linked: return named(Say::linked);
        case Said::link_failed: return refused(Say::link_failed);
        case Said::copy_failed: return refused(Say::taking_failed);
    }
    return {};
}

}  // namespace lesesaal::ui
