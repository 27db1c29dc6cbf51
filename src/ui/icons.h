#pragma once
// The icons of the interface, as characters of the icon font (Frame::fonts.icons). Drawn by paint::icon; an icon alone is
// never the name of a control. scripts/lib/fonts.sh cuts the font to the characters written here as \u escapes.

#include <string_view>

namespace lesesaal::ui::icon {

inline constexpr std::string_view search = "\uF52A";  // search
inline constexpr std::string_view filter = "\uF56B";  // sliders
inline constexpr std::string_view settings = "\uF3E5";  // gear
inline constexpr std::string_view help = "\uF505";  // question-circle
inline constexpr std::string_view close = "\uF659";  // x-lg
inline constexpr std::string_view check = "\uF633";  // check-lg
inline constexpr std::string_view plus = "\uF64D";  // plus-lg
inline constexpr std::string_view minus = "\uF63B";  // dash-lg
inline constexpr std::string_view more = "\uF5D4";  // three-dots
inline constexpr std::string_view command = "\uF2CF";  // command
inline constexpr std::string_view keyboard = "\uF451";  // keyboard
inline constexpr std::string_view undo = "\uF117";  // arrow-counterclockwise

// Ways.
inline constexpr std::string_view chevron_up = "\uF286";  // chevron-up
inline constexpr std::string_view chevron_down = "\uF282";  // chevron-down
inline constexpr std::string_view chevron_left = "\uF284";  // chevron-left
inline constexpr std::string_view chevron_right = "\uF285";  // chevron-right
inline constexpr std::string_view arrow_left = "\uF12F";  // arrow-left
inline constexpr std::string_view external_link = "\uF1C5";  // box-arrow-up-right

// An article and what the reader makes of it.
inline constexpr std::string_view book = "\uF194";  // book
inline constexpr std::string_view bookmark = "\uF1A2";  // bookmark
inline constexpr std::string_view bookmark_filled = "\uF199";  // bookmark-fill
inline constexpr std::string_view star = "\uF588";  // star
inline constexpr std::string_view star_filled = "\uF586";  // star-fill
inline constexpr std::string_view note = "\uF444";  // journal-text
inline constexpr std::string_view pencil = "\uF4CB";  // pencil
inline constexpr std::string_view tag = "\uF5B0";  // tag
inline constexpr std::string_view quote = "\uF6B0";  // quote
inline constexpr std::string_view link = "\uF470";  // link-45deg
inline constexpr std::string_view copy = "\uF759";  // copy
inline constexpr std::string_view printer = "\uF501";  // printer
inline constexpr std::string_view download = "\uF30A";  // download
inline constexpr std::string_view trash = "\uF5DE";  // trash
inline constexpr std::string_view eye = "\uF341";  // eye
inline constexpr std::string_view eye_off = "\uF340";  // eye-slash
inline constexpr std::string_view clock = "\uF293";  // clock

// Lists and figures.
inline constexpr std::string_view rows = "\uF605";  // view-list
inline constexpr std::string_view rows_compact = "\uF479";  // list
inline constexpr std::string_view sort = "\uF575";  // sort-down
inline constexpr std::string_view check_all = "\uF26F";  // check2-all
inline constexpr std::string_view exclude = "\uF567";  // slash-circle
inline constexpr std::string_view calendar = "\uF1F6";  // calendar
inline constexpr std::string_view chart = "\uF17E";  // bar-chart
inline constexpr std::string_view trend_up = "\uF673";  // graph-up-arrow
inline constexpr std::string_view trend_down = "\uF672";  // graph-down-arrow
inline constexpr std::string_view table = "\uF5AA";  // table
inline constexpr std::string_view layout = "\uF465";  // layout-three-columns

// How the room looks and how it is.
inline constexpr std::string_view sun = "\uF5A2";  // sun
inline constexpr std::string_view moon = "\uF497";  // moon
inline constexpr std::string_view contrast = "\uF288";  // circle-half
inline constexpr std::string_view palette = "\uF4B1";  // palette
inline constexpr std::string_view type = "\uF5F7";  // type
inline constexpr std::string_view language = "\uF658";  // translate
inline constexpr std::string_view globe = "\uF3EE";  // globe
inline constexpr std::string_view storage = "\uF8C4";  // database
inline constexpr std::string_view circle = "\uF28A";  // circle
inline constexpr std::string_view dot = "\uF287";  // circle-fill
inline constexpr std::string_view info = "\uF431";  // info-circle
inline constexpr std::string_view warning = "\uF33B";  // exclamation-triangle

}  // namespace lesesaal::ui::icon
