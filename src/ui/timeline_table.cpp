#include "ui/timeline_table.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/dates.h"

namespace lesesaal::ui {
namespace {

using scene::Role;

void cell(Frame& frame, Role role, std::uint64_t key, std::string text) {
    scene::Node& node = frame.tree.open(role, key);
    node.text = std::move(text);
    frame.tree.close();
}

/// The colours of the stack that the corpus has, as their names.
std::vector<std::string_view> column_names(const Frame& frame) {
    const std::vector<query::FacetValue>& values = frame.state.overview.of(frame.state.settings.stack);
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i + 1 < app::stack_colours && i < values.size(); ++i) names.push_back(frame.label_of(values[i]));
    return names;
}

}  // namespace

void describe_timeline_table(Frame& frame, const app::Timeline& timeline) {
    const std::vector<std::string_view> names = column_names(frame);
    scene::Node& table = frame.tree.open(Role::table, "table");
    table.name = frame.say(Say::timeline_table);
    frame.tree.open(Role::row, "head");
    cell(frame, Role::column_header, 0, std::string(frame.say(Say::timeline_period)));
    cell(frame, Role::column_header, 1, std::string(frame.say(Say::articles)));
    for (std::size_t i = 0; i < names.size(); ++i) cell(frame, Role::column_header, 2 + i, std::string(names[i]));
    cell(frame, Role::column_header, 2 + names.size(), std::string(frame.say(Say::timeline_rest)));
    frame.tree.close();

    std::size_t rows = 0;
    for (std::size_t i = timeline.buckets.size(); i-- > 0 && rows < timeline_table_rows_max;) {
        const app::TimeBucket& bucket = timeline.buckets[i];
        if (bucket.total == 0) continue;
        ++rows;
        const app::StackCounts& counts = bucket.of(frame.state.settings.stack);
        frame.tree.open(Role::row, static_cast<std::uint64_t>(bucket.first_day + 1'000'000));
        cell(frame, Role::row_header, 0, bucket_label(bucket, timeline.unit, frame.words.language()));
        cell(frame, Role::cell, 1, frame.words.number(bucket.hits));
        for (std::size_t k = 0; k < names.size(); ++k) cell(frame, Role::cell, 2 + k, frame.words.number(counts[k]));
        cell(frame, Role::cell, 2 + names.size(), frame.words.number(counts[app::stack_colours - 1]));
        frame.tree.close();
    }
    frame.tree.close();
}

}  // namespace lesesaal::ui
