#include <algorithm>
#include <cstdio>

#include "app/updater.h"

namespace lesesaal::app {
namespace {

using notebook::Clock;
using notebook::Kind;
using notebook::Operation;

// Settings of the notebook that are no settings of the room.
constexpr std::string_view copied_setting = "copied";      // "MS-COUNTER": the newest mark that is copied
constexpr std::string_view reminded_setting = "reminded";  // ms

std::string text_of(Clock clock) { return std::to_string(clock.wall_ms) + "-" + std::to_string(clock.counter); }

Clock clock_of(const std::string& text) {
    Clock clock;
    long long wall_ms = 0;
    unsigned counter = 0;
    if (std::sscanf(text.c_str(), "%lld-%u", &wall_ms, &counter) == 2 && wall_ms > 0) clock = {wall_ms, counter};
    return clock;
}

/// What others made, without how they have set up their room and how far they read.
std::vector<Operation> without_habits(std::vector<Operation> operations) {
    std::erase_if(operations, [](const Operation& one) { return one.kind == Kind::setting || one.kind == Kind::position; });
    return operations;
}

}  // namespace

void Updater::count_uncopied() {
    state_.copied = clock_of(state_.notebook.value(Kind::setting, copied_setting));
    state_.reminded_ms = clock_of(state_.notebook.value(Kind::setting, reminded_setting) + "-0").wall_ms;
    state_.treasured = {};
    state_.uncopied = 0;
    state_.first_uncopied_ms = 0;
    for (const Operation* operation : state_.notebook.operations()) {
        if (!notebook::is_treasured(operation->kind)) continue;
        state_.treasured = std::max(state_.treasured, operation->clock);
        if (operation->clock <= state_.copied) continue;
        if (state_.uncopied++ == 0) state_.first_uncopied_ms = operation->clock.wall_ms;
        state_.first_uncopied_ms = std::min(state_.first_uncopied_ms, operation->clock.wall_ms);
    }
}

void Updater::set_copied(Clock newest) {
    if (newest <= state_.copied) return;
    record(Kind::setting, copied_setting, true, text_of(newest));
    count_uncopied();
    state_.wants_backup = wants_backup(state_, now_ms_);
}

void Updater::operator()(const BackupPutOff&) {
    record(Kind::setting, reminded_setting, true, std::to_string(now_ms_));
    state_.reminded_ms = now_ms_;
    state_.wants_backup = false;
}

void Updater::operator()(const TakeOutWanted& event) {
    state_.view.overlay = Overlay::none;
    effects_.push_back(TakeOut{event.format});
}

void Updater::operator()(const NotebookTaken& event) {
    say(Said::notebook_taken, Undoable::no, 0, event.file_name);
    // The other forms leave something out.
    if (event.format == notebook::FileFormat::notes) set_copied(event.newest);
}

void Updater::operator()(const BringInWanted&) { effects_.push_back(BringIn{}); }

void Updater::operator()(const PickingEnded&) {}

void Updater::merge_file(const std::string& file_name, const std::vector<Operation>& operations, int bad) {
    std::vector<Operation> theirs = without_habits(operations);
    MergeReport report{.from = file_name, .changes = state_.notebook.merge_and_compare(theirs), .bad = bad};
    std::erase_if(report.changes, [](const notebook::Change& change) { return !notebook::is_treasured(change.kind); });
    // All of them, also those that change nothing: whoever merges next needs them.
    if (!theirs.empty()) effects_.push_back(AppendOperations{std::move(theirs)});
    notebook_merged();
    const bool is_news = !report.changes.empty() || bad > 0;
    state_.merged = std::move(report);
    if (is_news) state_.view.overlay = Overlay::merged;
    else say(Said::nothing_new, Undoable::no, 0, file_name);
}

void Updater::operator()(const NotebookBrought& event) { merge_file(event.file_name, event.operations, event.bad); }

void Updater::operator()(const NotebookNotBrought& event) { say(Said::copy_failed, Undoable::no, 0, event.error.message); }

void Updater::operator()(const PageNotebookFound& event) {
    std::vector<Operation> theirs = without_habits(event.operations);
    state_.bad_records += event.bad_records;
    // Only what the store lacks is written: the page brings the same at every opening.
    std::erase_if(theirs, [&](const Operation& one) { return state_.notebook.knows(one); });
    if (theirs.empty()) return;
    state_.notebook.merge(theirs);
    effects_.push_back(AppendOperations{std::move(theirs)});
    notebook_merged();
}

void Updater::operator()(const PageCopyWanted&) { effects_.push_back(CopyPage{}); }

void Updater::operator()(const PageCopied& event) {
    say(Said::page_copied, Undoable::no, 0, event.file_name);
    set_copied(event.newest);
}

void Updater::operator()(const PageNotCopied& event) { say(Said::copy_failed, Undoable::no, 0, event.error.message); }

void Updater::operator()(const LinkWished& event) { effects_.push_back(LinkFile{event.file}); }

void Updater::operator()(const LinkWoken&) { effects_.push_back(WakeLink{}); }

void Updater::operator()(const LinkDropped&) {
    effects_.push_back(DropLink{});
    state_.link = LinkState::none;
    state_.link_name.clear();
    state_.link_timer = 0;
}

void Updater::operator()(const LinkFound& event) {
    state_.link = event.state;
    state_.link_name = event.file_name;
    if (event.state != LinkState::ready) return;
    // Another device may have written to it since: it is read first.
    state_.link = LinkState::asleep;
    effects_.push_back(WakeLink{});
}

void Updater::operator()(const LinkReady& event) {
    const bool is_new = state_.link_name != event.file_name;
    state_.link = LinkState::ready;
    state_.link_name = event.file_name;
    const bool is_known = std::ranges::all_of(without_habits(event.operations), [this](const Operation& one) { return state_.notebook.knows(one); });
    if (!is_known || event.bad > 0) merge_file(event.file_name, event.operations, event.bad);
    if (is_new) say(Said::linked, Undoable::no, 0, event.file_name);
    effects_.push_back(WriteThrough{});
}

void Updater::operator()(const LinkFailed& event) { say(Said::link_failed, Undoable::no, 0, event.error.message); }

void Updater::operator()(const WrittenThrough& event) { set_copied(event.newest); }

void Updater::operator()(const NotWrittenThrough& event) {
    state_.link = LinkState::asleep;
    say(Said::link_failed, Undoable::no, 0, event.error.message);
}

}  // namespace lesesaal::app
