#include "ui/notice_text.h"

namespace lesesaal::ui {

std::string notice_text(const Words& words, const app::Notice& notice) {
    using app::Said;
    const auto plain = [&](Say say) { return std::string(words(say)); };
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
        case Said::tag_added: return words.with(Say::tag_added, {{"name", notice.name}});
        case Said::tag_removed: return words.with(Say::tag_removed, {{"name", notice.name}});
        case Said::filters_reset: return plain(Say::filters_reset);
        case Said::undone: return plain(Say::undone);
        case Said::not_saved: return plain(Say::change_refused);
        case Said::link_copied: return plain(Say::link_copied);
        case Said::citation_copied: return plain(Say::citation_copied);
        case Said::list_copied: return plain(Say::list_copied);
        case Said::file_saved: return plain(Say::file_saved);
        case Said::copy_refused: {
            const auto reason = words.find(notice.name);
            const std::string why = reason ? plain(*reason) : notice.name;
            return plain(Say::copy_failed) + (why.empty() ? why : " " + why);
        }
        case Said::list_lifted: return plain(Say::selection_lifted);
    }
    return {};
}

}  // namespace lesesaal::ui
