#include <doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/update.h"
#include "ui/reader.h"
#include "ui/timeline_strip.h"

using namespace lesesaal;
using app::BrushPart;
using scene::Action;
using scene::Role;

namespace {

constexpr std::int64_t now_ms = 1'763'900'000'000;

std::vector<unsigned char> font(const std::string& name) {
    std::ifstream file(LESESAAL_SOURCE_DIR "/.deps/fonts/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// One article a day up to 10 October 2025; every question is answered at once, as the shell does.
class Harness {
public:
    explicit Harness(int days) : regular_(font("inter-regular.ttf")), semibold_(font("inter-semibold.ttf")), reader_({regular_, semibold_}) {
        query::Overview overview{.corpus_id = "test", .title = "Probe", .language = "de"};
        for (query::Memberships& memberships : overview.memberships) memberships.begins = {0};
        for (int i = 0; i < days; ++i) {
            overview.first_days.push_back(base::to_days({2025, 10, 10}) - i);
            overview.uids.push_back(static_cast<std::uint64_t>(i) + 1);
            all_.push_back(query::ArticleId{i});
            for (std::size_t facet = 0; facet < query::facet_count; ++facet) {
                query::Memberships& memberships = overview.memberships[facet];
                if (facet < 2) memberships.values.push_back(static_cast<std::uint16_t>(facet == 0 ? 0 : i % 2));
                memberships.begins.push_back(static_cast<std::uint32_t>(memberships.values.size()));
            }
        }
        overview.last_days = overview.first_days;
        overview.facets[0] = {{"ozg-efa", "OZG und EfA", "OZG and EfA", days}};
        overview.facets[1] = {{"hessen", "Hessen", "Hesse", days}, {"bremen", "Bremen", "Bremen", 0}};
        send(app::CorpusOpened{overview, "replica", ""});
        send(app::StorageOpened{});
        draw();
    }

    void send(const app::Event& event) {
        for (const app::Effect& effect : app::update(state, event, now_ms)) {
            const auto* question = std::get_if<app::RunQuery>(&effect);
            if (!question) continue;
            query::Result result;
            result.hits = all_;
            result.undated_hits = all_;
            result.facet_counts[0] = {static_cast<std::int32_t>(all_.size())};
            result.facet_counts[1] = {1, 1};
            send(app::ResultArrived{question->query_id, result});
        }
    }
    void draw() { (void)reader_.draw(state, input); }

    const scene::Node* find(Role role, std::string_view name) { return reader_.tree().find(role, name); }
    bool act(const scene::Node* node, Action action, std::string_view value = "") {
        if (!node) return false;
        for (const app::Event& event : reader_.act(node->id, action, value)) send(event);
        draw();
        return true;
    }
    bool press_key(const scene::Node* node, std::string_view key) {
        if (!node) return false;
        const auto event = reader_.press(node->id, {.key = key});
        if (event) send(*event);
        draw();
        return event.has_value();
    }
    const scene::Node* bar(std::string_view name) { return find(Role::button, name); }
    const scene::Node* begin_grip() { return find(Role::slider, "Beginn des Zeitraums"); }
    const scene::Node* end_grip() { return find(Role::slider, "Ende des Zeitraums"); }
    const scene::Node* strip() {
        for (const scene::Node& node : reader_.tree().nodes) {
            if (node.style == "drag strip") return &node;
        }
        return nullptr;
    }
    /// The middle of a bar in canvas coordinates, as the page reports the pointer.
    std::string at(std::string_view name) {
        const scene::Node* node = bar(name);
        const scene::Node* group = strip();
        if (!node || !node->rect || !group || !group->rect) return "";
        // The strip is placed in its region, which begins at the left edge below the header.
        return std::to_string(group->rect->x + node->rect->x + node->rect->width / 2 - 3) + " 100.00";
    }

    app::State state;
    ui::Input input{.width_px = 1280, .height_px = 800};

private:
    std::vector<query::ArticleId> all_;
    std::vector<unsigned char> regular_;
    std::vector<unsigned char> semibold_;

public:
    ui::Reader reader_;
};

/// Three columns of 100 px, a break of 38 px before the last.
app::Timeline three_buckets() {
    app::Timeline timeline{.unit = app::TimeUnit::day, .total_max = 1};
    for (const std::int32_t day : {10, 11, 90}) timeline.buckets.push_back({.first_day = day, .last_day = day, .hits = 1, .total = 1});
    timeline.buckets.back().is_after_gap = true;
    return timeline;
}

}  // namespace

TEST_CASE("timeline strip: columns share the room, breaks take theirs, and few bars do not grow without end") {
    const app::Timeline timeline = three_buckets();
    const ui::Strip strip = ui::place_strip(timeline, {10, 0, 210 + 38, 60});
    REQUIRE(strip.size() == 3);
    CHECK(strip.column(0) == scene::Rect{10, 0, 70, 60});
    CHECK(strip.column(2) == scene::Rect{10 + 140 + 38, 0, 70, 60});
    CHECK(strip.bar_width() == 64.0F);
    CHECK(ui::place_strip(timeline, {0, 0, 2000, 60}).column(0).width == 90.0F);
}

TEST_CASE("timeline strip: a drag snaps to the column it is over, in a break to the nearer one, beyond the ends to the last") {
    const app::Timeline timeline = three_buckets();
    const ui::Strip strip = ui::place_strip(timeline, {0, 0, 210 + 38, 60});  // 0-70, 70-140, break, 178-248
    const auto over = [&](float x) { return ui::snap(*strip.columns, BrushPart::range, x); };
    CHECK(over(-50) == 0);
    CHECK(over(69) == 0);
    CHECK(over(71) == 1);
    CHECK(over(150) == 1);
    CHECK(over(170) == 2);
    CHECK(over(900) == 2);
}

TEST_CASE("timeline strip: grips snap to edges, so that taking one by its outer half does not move it") {
    const app::Timeline timeline = three_buckets();
    const ui::Strip strip = ui::place_strip(timeline, {0, 0, 210 + 38, 60});
    CHECK(ui::snap(*strip.columns, BrushPart::begin, 60) == 1);  // left of column 1
    CHECK(ui::snap(*strip.columns, BrushPart::begin, 30) == 0);
    CHECK(ui::snap(*strip.columns, BrushPart::end, 80) == 0);  // right of column 0
    CHECK(ui::snap(*strip.columns, BrushPart::end, 120) == 1);
}

TEST_CASE("timeline strip: a press inside of the band drags the band, outside of it a new range") {
    const app::Timeline timeline = three_buckets();
    const ui::Strip strip = ui::place_strip(timeline, {0, 0, 210 + 38, 60});
    const auto handler = ui::brush_handler(strip.columns, BrushPart::range, ui::BandEdges{70, 140});
    const auto inside = handler({.phase = ui::Drag::Phase::press, .x_px = 100});
    const auto outside = handler({.phase = ui::Drag::Phase::press, .x_px = 20});
    REQUIRE(inside);
    REQUIRE(outside);
    CHECK(app::event_as<app::BrushBegan>(*inside)->part == BrushPart::band);
    CHECK(app::event_as<app::BrushBegan>(*inside)->bucket == 1);
    CHECK(app::event_as<app::BrushBegan>(*outside)->part == BrushPart::range);
}

TEST_CASE("timeline strip: arrows step by one, Page keys by four, Home and End to the ends, and no step leaves the strip") {
    CHECK(ui::stepped("ArrowRight", 3, 10) == 4);
    CHECK(ui::stepped("ArrowUp", 9, 10) == 9);
    CHECK(ui::stepped("ArrowLeft", 0, 10) == 0);
    CHECK(ui::stepped("PageUp", 3, 10) == 7);
    CHECK(ui::stepped("PageDown", 3, 10) == 0);
    CHECK(ui::stepped("Home", 3, 10) == 0);
    CHECK(ui::stepped("End", 3, 10) == 9);
    CHECK_FALSE(ui::stepped("j", 3, 10));
    CHECK_FALSE(ui::stepped("End", 0, 0));
}

TEST_CASE("timeline: the mouse drags a range over the bars, and a second press inside moves it") {
    Harness page(8);
    const std::string from = page.at("5.\u00A0Oktober\u00A02025, 1 Artikel");
    const std::string to = page.at("7.\u00A0Oktober\u00A02025, 1 Artikel");
    REQUIRE_FALSE(from.empty());
    page.act(page.strip(), Action::press, from);
    page.act(page.strip(), Action::drag, to);
    page.act(page.strip(), Action::release, to);
    CHECK(page.state.filter.from == base::Date{2025, 10, 5});
    CHECK(page.state.filter.to == base::Date{2025, 10, 7});
    page.act(page.strip(), Action::press, page.at("6.\u00A0Oktober\u00A02025, 1 Artikel"));
    page.act(page.strip(), Action::drag, page.at("8.\u00A0Oktober\u00A02025, 1 Artikel"));
    page.act(page.strip(), Action::release, page.at("8.\u00A0Oktober\u00A02025, 1 Artikel"));
    CHECK(page.state.filter.from == base::Date{2025, 10, 7});
    CHECK(page.state.filter.to == base::Date{2025, 10, 9});
    page.act(page.strip(), Action::press, from);
    page.act(page.strip(), Action::drag, to);
    page.act(page.strip(), Action::cancel, to);
    CHECK(page.state.filter.from == base::Date{2025, 10, 7});
}

TEST_CASE("timeline: a grip drags one end") {
    Harness page(8);
    page.send(app::RangePicked{base::to_days({2025, 10, 4}), base::to_days({2025, 10, 6})});
    page.draw();
    const std::string to = page.at("8.\u00A0Oktober\u00A02025, 1 Artikel");
    page.act(page.end_grip(), Action::press, page.at("6.\u00A0Oktober\u00A02025, 1 Artikel"));
    page.act(page.end_grip(), Action::drag, to);
    page.act(page.end_grip(), Action::release, to);
    CHECK(page.state.filter.from == base::Date{2025, 10, 4});
    CHECK(page.state.filter.to == base::Date{2025, 10, 7});
}

TEST_CASE("timeline: the grips are sliders that say their day and move by key") {
    Harness page(8);
    const scene::Node* grip = page.begin_grip();
    REQUIRE(grip);
    CHECK(grip->value == "Von: 3.\u00A0Oktober\u00A02025");
    REQUIRE(grip->range);
    CHECK(grip->range->max == 7.0F);
    CHECK(grip->range->now == 0.0F);
    CHECK(page.press_key(page.begin_grip(), "ArrowRight"));
    CHECK(page.press_key(page.begin_grip(), "PageUp"));
    CHECK(page.state.filter.from == base::Date{2025, 10, 8});
    CHECK(page.begin_grip()->value == "Von: 8.\u00A0Oktober\u00A02025");
    CHECK(page.begin_grip()->range->now == 5.0F);
    CHECK(page.press_key(page.end_grip(), "Home"));
    CHECK(page.state.filter.to == base::Date{2025, 10, 8});
    CHECK(page.end_grip()->value == "Bis: 8.\u00A0Oktober\u00A02025");
    CHECK(page.press_key(page.begin_grip(), "Home"));
    CHECK_FALSE(page.state.filter.from);
    CHECK_FALSE(page.press_key(page.end_grip(), "j"));
}

TEST_CASE("timeline: a bar picks its period, once more lifts it") {
    Harness page(8);
    page.act(page.bar("5.\u00A0Oktober\u00A02025, 1 Artikel"), Action::activate);
    CHECK(page.state.filter.from == base::Date{2025, 10, 5});
    CHECK(page.bar("5.\u00A0Oktober\u00A02025, 1 Artikel")->pressed == scene::Tristate::on);
    page.act(page.bar("5.\u00A0Oktober\u00A02025, 1 Artikel"), Action::activate);
    CHECK_FALSE(page.state.filter.from);
}

TEST_CASE("timeline: arrow keys lead from bar to bar; of many bars one is a tab stop") {
    Harness few(8);
    CHECK(few.press_key(few.bar("5.\u00A0Oktober\u00A02025, 1 Artikel"), "ArrowRight"));
    CHECK(few.bar("6.\u00A0Oktober\u00A02025, 1 Artikel")->focus_revision > 0);
    CHECK(few.bar("6.\u00A0Oktober\u00A02025, 1 Artikel")->tab_stop == scene::Tristate::none);

    Harness many(20);
    CHECK(many.bar("10.\u00A0Oktober\u00A02025, 1 Artikel")->tab_stop == scene::Tristate::on);
    CHECK(many.bar("9.\u00A0Oktober\u00A02025, 1 Artikel")->tab_stop == scene::Tristate::off);
    CHECK(many.press_key(many.bar("10.\u00A0Oktober\u00A02025, 1 Artikel"), "ArrowLeft"));
    CHECK(many.bar("10.\u00A0Oktober\u00A02025, 1 Artikel")->tab_stop == scene::Tristate::off);
    CHECK(many.bar("9.\u00A0Oktober\u00A02025, 1 Artikel")->tab_stop == scene::Tristate::on);
    many.act(many.bar("1.\u00A0Oktober\u00A02025, 1 Artikel"), Action::focus);
    CHECK(many.bar("1.\u00A0Oktober\u00A02025, 1 Artikel")->tab_stop == scene::Tristate::on);
}

TEST_CASE("timeline: the switch changes what the bars are made of, and its state is said") {
    Harness page(8);
    REQUIRE(page.find(Role::group, "Balken nach"));
    CHECK(page.find(Role::button, "Themen")->pressed == scene::Tristate::on);
    page.act(page.find(Role::button, "Orte"), Action::activate);
    CHECK(page.state.settings.stack == query::Facet::place);
    CHECK(page.find(Role::button, "Orte")->pressed == scene::Tristate::on);
    CHECK(page.find(Role::column_header, "Hessen"));
}

TEST_CASE("timeline: the table has a line for each period, the newest first") {
    Harness page(8);
    const scene::Node* table = page.find(Role::table, "Zeitverlauf als Tabelle");
    REQUIRE(table);
    CHECK(page.find(Role::column_header, "OZG und EfA"));
    CHECK(page.find(Role::column_header, "Weitere"));
    const scene::Node* newest = page.find(Role::row_header, "10.\u00A0Oktober\u00A02025");
    const scene::Node* oldest = page.find(Role::row_header, "3.\u00A0Oktober\u00A02025");
    REQUIRE(newest);
    REQUIRE(oldest);
    CHECK(newest < oldest);  // both in the same vector, in document order
}

TEST_CASE("timeline: grips and bars are targets of at least 24 px where there is room, at every width") {
    for (const float width : {320.0F, 390.0F, 800.0F, 1280.0F}) {
        Harness page(8);
        page.input.width_px = width;
        page.draw();
        REQUIRE(page.begin_grip());
        CHECK(page.begin_grip()->rect->width >= 24.0F);
        CHECK(page.bar("5.\u00A0Oktober\u00A02025, 1 Artikel")->rect->width >= 24.0F);
        CHECK(page.find(Role::button, "Orte")->rect->height >= 24.0F);
        CHECK(page.find(Role::button, "Orte")->rect->width >= 24.0F);
    }
}
