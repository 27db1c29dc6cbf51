#pragma once
// What lies over the panes: sheets of visible DOM, one at a time, and the notice of what has just happened. The browser
// lays them out, since the article below is the browser's too and nothing drawn could lie over it.

#include <string>
#include <string_view>

#include "ui/frame.h"

namespace lesesaal::ui {

/// The one of state.view.overlay, if any.
void describe_overlay(Frame& frame);
/// Always there, since only what changes in a live region is read out.
void describe_notice(Frame& frame);

void describe_palette(Frame& frame);
void describe_settings(Frame& frame);
void describe_citations(Frame& frame);
void describe_note(Frame& frame);
void describe_highlight(Frame& frame);
void describe_tag(Frame& frame);
void describe_collect(Frame& frame);
void describe_storage(Frame& frame);
void describe_save_search(Frame& frame);
void describe_rename(Frame& frame);
void describe_take_out(Frame& frame);
void describe_merged(Frame& frame);
void describe_versions(Frame& frame);
void describe_help(Frame& frame);
void describe_search_help(Frame& frame);

/// A dialog with its title and a way to close it, until the object goes. `style`: more words of web/overlays.css.
class Sheet {
public:
    Sheet(Frame& frame, app::Overlay overlay, std::string_view title, std::string_view style = {});
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

private:
    Frame& frame_;
};

/// A button in the flow of a sheet.
struct SheetButton {
    std::string_view key;
    std::string_view label;
    app::Event event;
    std::string_view style = "button";
    /// For a name that says more than the label, which it must contain.
    std::string_view name = {};
    bool is_disabled = false;
};
void sheet_button(Frame& frame, const SheetButton& button);

/// A button to the versions of a note (`item` empty) or of a highlight that lost against the one that holds.
void describe_other_versions(Frame& frame, const std::string& uid, const std::string& item, std::size_t count);

}  // namespace lesesaal::ui
