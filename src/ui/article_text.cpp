#include "ui/article_text.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "ui/article_flow.h"
#include "ui/notebook_words.h"

namespace lesesaal::ui {
namespace {

using app::PlacedHighlight;
using base::ByteRange;
using scene::Node;
using scene::Role;
using scene::Tristate;

constexpr int large_from_percent = 140;
constexpr int short_lines_to = 50;  // characters
constexpr std::size_t quote_in_name_max = 60;
constexpr float tools_gap_px = 8;

/// A paragraph or heading: where it stands in the article's plain text, and what is in it, relative to its own begin.
struct Piece {
    std::string_view text;
    std::size_t begin = 0;
    std::span<const ByteRange> hits;
    std::span<const std::uint32_t> breaks;
};

/// A highlight within a piece.
struct Marked {
    const PlacedHighlight* placed;
    ByteRange range;
    bool begins_here;
};

std::vector<Marked> highlights_in(const Frame& frame, const Piece& piece) {
    std::vector<Marked> found;
    const ByteRange whole{piece.begin, piece.begin + piece.text.size()};
    for (const PlacedHighlight& placed : frame.state.open_highlights) {
        if (!placed.place) continue;
        const std::size_t begin = std::max(placed.place->range.begin, whole.begin);
        const std::size_t end = std::min(placed.place->range.end, whole.end);
        if (begin >= end) continue;
        found.push_back({&placed, {begin - whole.begin, end - whole.begin}, placed.place->range.begin >= whole.begin});
    }
    return found;
}

/// Where something begins or ends: between two of them a run looks the same from end to end.
std::vector<std::size_t> cuts_of(const Piece& piece, const std::vector<Marked>& marked) {
    std::vector<std::size_t> cuts{0, piece.text.size()};
    const auto add = [&](const ByteRange& range) {
        if (range.begin >= std::min(range.end, piece.text.size())) return;
        cuts.push_back(range.begin);
        cuts.push_back(std::min(range.end, piece.text.size()));
    };
    std::ranges::for_each(piece.hits, add);
    for (const Marked& one : marked) add(one.range);
    std::ranges::sort(cuts);
    const auto repeated = std::ranges::unique(cuts);
    cuts.erase(repeated.begin(), repeated.end());
    return cuts;
}

bool covers(const ByteRange& range, std::size_t at) { return range.begin <= at && at < range.end; }

/// Where highlights overlap, the one that begins last lies on top.
const PlacedHighlight* highlight_at(const std::vector<Marked>& marked, std::size_t at) {
    const Marked* top = nullptr;
    for (const Marked& one : marked) {
        if (covers(one.range, at) && (!top || one.range.begin >= top->range.begin)) top = &one;
    }
    return top ? top->placed : nullptr;
}

/// A small button behind a highlight's words, which opens it. It holds no text, so that a copy stays clean.
void describe_sign(Frame& frame, const PlacedHighlight& placed) {
    const notebook::Highlight& highlight = placed.entry.highlight;
    const bool is_noted = !highlight.note.empty();
    Node& sign = flow::open(frame, Role::button, "sign-" + placed.entry.item,
                            "sign " + std::string(notebook::name_of(highlight.colour)) + (is_noted ? " noted" : ""));
    const std::string quote = shortened(highlight.quote.exact, quote_in_name_max);
    sign.name = frame.words.with(is_noted ? Say::highlight_open_noted : Say::highlight_open,
                                 {{"colour", frame.say(colour_name(highlight.colour))}, {"quote", quote}});
    sign.popup = "dialog";
    if (is_noted) sign.description = highlight.note;
    const app::View& view = frame.state.view;
    if (view.focus == app::FocusTarget::highlight && view.highlight == placed.entry.item) sign.focus_revision = view.focus_revision;
    frame.handle(sign.id, {.on_activate = app::HighlightOpened{placed.entry.item}});
    frame.tree.close();
}

void describe_run(Frame& frame, std::uint64_t key, std::string_view shown, bool is_hit, const PlacedHighlight* placed) {
    if (!placed) {
        flow::open(frame, is_hit ? Role::mark : Role::text, key, "", shown);
    } else {
        std::string style = highlight_style(placed->entry.highlight.colour);
        if (is_hit) style += " found";
        const Node& mark = flow::open(frame, Role::mark, key, style, shown);
        frame.handle(mark.id, {.on_activate = app::HighlightOpened{placed->entry.item}});
    }
}

/// Fills the open node: one text where nothing is marked, else runs. Tells where each stands in `runs`.
void fill_piece(Frame& frame, const Piece& piece, std::vector<TextRun>& runs) {
    const std::vector<Marked> marked = highlights_in(frame, piece);
    if (piece.hits.empty() && marked.empty()) {
        frame.tree.node(frame.tree.current_index()).text = flow::with_break_points(piece.text, {0, piece.text.size()}, piece.breaks);
        runs.push_back({frame.tree.current(), piece.begin});
        return;
    }
    const std::vector<std::size_t> cuts = cuts_of(piece, marked);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const ByteRange part{cuts[i], cuts[i + 1]};
        const bool is_hit = std::ranges::any_of(piece.hits, [&](const ByteRange& hit) { return covers(hit, part.begin); });
        describe_run(frame, i, flow::with_break_points(piece.text, part, piece.breaks), is_hit, highlight_at(marked, part.begin));
        runs.push_back({frame.tree.current(), piece.begin + part.begin});
        frame.tree.close();
        for (const Marked& one : marked) {
            if (one.begins_here && one.range.end == part.end) describe_sign(frame, *one.placed);
        }
    }
}

/// What to do with what is selected: below it, where it covers none of it and no finger's own tools.
void describe_passage_tools(Frame& frame) {
    const app::State& state = frame.state;
    if (!state.passage || state.view.overlay != app::Overlay::none) return;
    const app::Passage& passage = *state.passage;
    Node& tools = flow::open(frame, Role::group, "passage-tools", "passage-tools keeps-selection");
    tools.name = frame.say(Say::passage_tools);
    // From the corner of the text, as the page told it; the style sheet says how large.
    tools.rect = scene::Rect{passage.x_px, passage.y_px + passage.height_px + tools_gap_px, 0, 0};
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(notebook::Colour::count_); ++i) {
        const auto colour = static_cast<notebook::Colour>(i);
        Node& tool = flow::open(frame, Role::button, std::uint64_t{i} + 1, "tool tip " + std::string(notebook::name_of(colour)));
        tool.name = frame.say(colour_action(colour));
        frame.handle(tool.id, {.on_activate = app::PassageMarked{colour}});
        frame.tree.close();
    }
    frame.tree.close();
}

/// Short lines need more words broken than long ones.
flow::Calm calm_of(const Frame& frame) {
    const bool has_short_lines = frame.layout.breadth == Breadth::narrow ||
                                 frame.state.settings.text_percent >= large_from_percent ||
                                 frame.state.settings.text_width <= short_lines_to;
    return has_short_lines ? flow::Calm{.word_min = 9, .side_min = 3} : flow::Calm{};
}

/// The entry of a list that may be shorter than the paragraphs are many.
template <typename Value> std::span<const Value> entry(const std::vector<std::vector<Value>>& lists, std::size_t index) {
    return index < lists.size() ? std::span<const Value>(lists[index]) : std::span<const Value>{};
}

std::size_t begin_of(const std::vector<ByteRange>& ranges, std::size_t index) { return index < ranges.size() ? ranges[index].begin : 0; }

struct Section {
    std::size_t index;
    std::uint64_t key;
};

void describe_heading(Frame& frame, const Section& at, std::string_view text, std::vector<TextRun>& runs) {
    Node& node = flow::open(frame, Role::heading, at.key);
    node.level = 2;
    const app::View& view = frame.state.view;
    if (view.focus == app::FocusTarget::section && view.section == at.index) node.focus_revision = view.focus_revision;
    fill_piece(frame, {text, begin_of(frame.state.open_text.headings, at.index), {}, {}}, runs);
    frame.tree.close();
}

}  // namespace

void describe_article_text(Frame& frame, const query::OpenedArticle& opened, std::string_view language) {
    const flow::Calm calm = calm_of(frame);
    const corpus::PlainText& plain = frame.state.open_text;
    std::vector<TextRun> runs;
    Node& box = flow::open(frame, Role::box, "text", frame.state.passage ? "text selectable held" : "text selectable");
    const scene::NodeId box_id = box.id;
    box.language = language;
    std::size_t index = 0;
    std::uint64_t key = 1;
    for (std::size_t i = 0; i < opened.article.sections.size(); ++i) {
        const corpus::Section& section = opened.article.sections[i];
        if (!section.heading.empty()) describe_heading(frame, {i, key++}, section.heading, runs);
        for (const std::string& text : section.paragraphs) {
            const std::vector<std::uint32_t> breaks = flow::calm_breaks(text, entry(opened.paragraph_breaks, index), calm);
            flow::open(frame, Role::paragraph, key++);
            fill_piece(frame, {text, begin_of(plain.paragraphs, index), entry(opened.paragraph_highlights, index), breaks}, runs);
            frame.tree.close();
            ++index;
        }
    }
    frame.handle(box_id, {.text_runs = std::move(runs)});
    describe_passage_tools(frame);
    frame.tree.close();
}

}  // namespace lesesaal::ui
