#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "citation/citation.h"
#include "ui/article_flow.h"
#include "ui/overlays.h"

namespace lesesaal::ui {
namespace {

using citation::Style;
using scene::Role;

// More are in what is copied and saved, not on the sheet.
constexpr std::size_t citations_shown_max = 20;

void describe_format(Frame& frame, Style style, Say name, const citation::Reading& reading) {
    const auto& articles = frame.state.cited;
    const app::Taken what = articles.size() > 1 ? app::Taken::list : app::Taken::citation;
    const std::string title(frame.say(name));
    const std::string text = citation::cite(articles, style, reading);
    flow::open(frame, Role::group, title, "format").name = title;
    flow::leaf(frame, Role::text, "name", "title", title);
    sheet_button(frame, {.key = "copy", .label = frame.say(Say::copy), .event = app::TextTaken{text, what},
                         .name = std::string(frame.say(Say::copy)) + ": " + title});
    const std::string extension(citation::file_extension(style));
    // A name that every system takes.
    const std::string file = (articles.size() == 1 ? "artikel-" + articles.front().uid : std::string("artikel")) + "." + extension;
    sheet_button(frame, {.key = "save", .label = frame.say(Say::download),
                         .event = app::FileTaken{file, std::string(citation::media_type(style)), text, what},
                         .name = std::string(frame.say(Say::download)) + ": " + title});
    frame.tree.close();
}

}  // namespace

void describe_citations(Frame& frame) {
    const auto& articles = frame.state.cited;
    const bool is_one = articles.size() == 1;
    const citation::Reading reading{frame.state.cited_on, frame.state.overview.title};
    const Sheet sheet(frame, app::Overlay::cite, frame.say(is_one ? Say::cite_title : Say::export_title));
    flow::open(frame, Role::section, "citations", "citations");
    const std::size_t shown = std::min(articles.size(), citations_shown_max);
    for (std::size_t i = 0; i < shown; ++i) {
        scene::Node& text = flow::open(frame, Role::paragraph, i + 1, "citation", citation::cite(articles[i], Style::german, reading));
        text.language = flow::language_of(frame, "de");
        frame.tree.close();
    }
    if (shown < articles.size()) {
        flow::leaf(frame, Role::paragraph, "more", "soft", frame.words.count(Say::cite_more, static_cast<std::int64_t>(articles.size() - shown)));
    }
    frame.tree.close();
    constexpr std::array formats{std::pair{Style::german, Say::cite_german}, std::pair{Style::bibtex, Say::cite_bibtex},
                                 std::pair{Style::ris, Say::cite_ris}, std::pair{Style::csl_json, Say::cite_csl}};
    for (const auto& [style, name] : formats) describe_format(frame, style, name, reading);
}

}  // namespace lesesaal::ui
