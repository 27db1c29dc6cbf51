// Sheets of the notebook: a search under a name, another name for a shelf, the forms in which the notebook leaves.
#include <array>
#include <string>

#include "ui/article_flow.h"
#include "ui/overlays.h"
#include "ui/query_words.h"

namespace lesesaal::ui {
namespace {

using notebook::FileFormat;
using scene::Node;
using scene::Role;

/// One line, and the button that does what Enter does.
struct LineField {
    Say name;
    Say button;
    std::string draft;
    app::Event event;
};

void describe_line(Frame& frame, const LineField& line) {
    const std::string& draft = line.draft;
    Node& field = flow::open(frame, Role::textbox, "line", "line");
    field.name = frame.say(line.name);
    field.value = draft;
    field.placeholder = frame.say(line.name);
    const auto typed = [](std::string text) -> app::Event { return app::DraftTyped{std::move(text)}; };
    const auto by_enter = [event = line.event](const KeyPress& key) { return key.key == "Enter" ? std::optional(event) : std::nullopt; };
    frame.handle(field.id, {.on_key = by_enter, .on_input = typed, .on_change = typed});
    frame.tree.close();
    flow::open(frame, Role::box, "buttons", "buttons");
    sheet_button(frame, {.key = "save", .label = frame.say(line.button), .event = line.event, .style = "button primary", .is_disabled = draft.empty()});
    frame.tree.close();
}

struct Form {
    FileFormat format;
    Say name;
    Say sentence;
};

constexpr std::array forms{
    Form{FileFormat::notes, Say::form_notes, Say::form_notes_hint},
    Form{FileFormat::html, Say::form_html, Say::form_html_hint},
    Form{FileFormat::markdown, Say::form_markdown, Say::form_markdown_hint},
    Form{FileFormat::csv, Say::form_csv, Say::form_csv_hint},
    Form{FileFormat::netscape, Say::form_netscape, Say::form_netscape_hint},
    Form{FileFormat::annotations, Say::form_annotations, Say::form_annotations_hint},
    Form{FileFormat::bibtex, Say::form_bibtex, Say::form_bibtex_hint},
    Form{FileFormat::ris, Say::form_ris, Say::form_ris_hint},
    Form{FileFormat::csl_json, Say::form_csl_json, Say::form_csl_json_hint},
};
static_assert(forms.size() == static_cast<std::size_t>(FileFormat::count_));

}  // namespace

void describe_save_search(Frame& frame) {
    const Sheet sheet(frame, app::Overlay::save_search, frame.say(Say::save_search), "small");
    // What the query language asks for reads better as a name than how it was written.
    const std::string understood = frame.state.view.is_draft_suggested ? understood_text(frame) : std::string{};
    const std::string name = understood.empty() ? frame.state.view.draft : understood;
    describe_line(frame, {Say::save_search_field, Say::save_search, name, app::SearchSaved{name}});
    flow::leaf(frame, Role::paragraph, "hint", "hint after", frame.say(Say::save_search_hint));
}

void describe_rename(Frame& frame) {
    const bool is_tag = frame.state.view.shelf.kind == app::ShelfKind::tag;
    const Sheet sheet(frame, app::Overlay::rename, frame.say(is_tag ? Say::rename_tag : Say::rename_collection), "small");
    describe_line(frame, {Say::rename_field, Say::rename, frame.state.view.draft, app::ShelfRenamed{frame.state.view.draft}});
    flow::leaf(frame, Role::paragraph, "hint", "hint after", frame.say(Say::rename_hint));
}

void describe_take_out(Frame& frame) {
    const Sheet sheet(frame, app::Overlay::take_out, frame.say(Say::take_out));
    flow::leaf(frame, Role::paragraph, "hint", "", frame.say(Say::take_out_hint));
    for (const Form& form : forms) {
        const std::string title(frame.say(form.name));
        flow::open(frame, Role::group, title, "format").name = title;
        flow::open(frame, Role::box, "words", "title");
        flow::leaf(frame, Role::text, "name", "name", title);
        flow::leaf(frame, Role::paragraph, "sentence", "hint", frame.say(form.sentence));
        frame.tree.close();
        sheet_button(frame, {.key = "save", .label = frame.say(Say::download), .event = app::TakeOutWanted{form.format},
                             .name = std::string(frame.say(Say::download)) + ": " + title});
        frame.tree.close();
    }
}

}  // namespace lesesaal::ui
