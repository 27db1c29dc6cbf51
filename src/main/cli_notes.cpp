#include "exchange/exchange.h"
#include "main/cli_commands.h"
#include "main/cli_console.h"
#include "main/cli_json.h"
#include "main/cli_notebooks.h"
#include "platform/native/clock_native.h"

namespace lesesaal::cli {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

constexpr std::string_view standard_output = "-";

void print_unread(const Notebooks& notebooks) {
    for (const NotebookInput& input : notebooks.inputs) {
        if (input.unread == 0) continue;
        const auto count = static_cast<std::size_t>(input.unread);
        print_error(input.file + ": could not read " + std::to_string(count) + (count == 1 ? " entry" : " entries"));
    }
}

/// "OUT: 5 operations on 2 articles, out of A (3 operations) and B (2 marks)".
std::string summary_text(const Notebooks& notebooks, const NotesOptions& options) {
    std::string text = options.output + ": " + counted(notebooks.log.operation_count(), "operation") + " on " +
                       counted(notebook::entries(notebooks.log).size(), "article") + ", out of ";
    for (std::size_t i = 0; i < notebooks.inputs.size(); ++i) {
        const NotebookInput& input = notebooks.inputs[i];
        if (i > 0) text += i + 1 == notebooks.inputs.size() ? " and " : ", ";
        text +=
            input.file + " (" + (input.marks > 0 ? counted(input.marks, "mark") : counted(input.operations, "operation")) + ")";
    }
    return text + "\n";
}

std::string summary_json(const Notebooks& notebooks, const NotesOptions& options) {
    Json json;
    json["output"] = options.output;
    json["format"] = exchange::word_of(options.format);
    json["operations"] = notebooks.log.operation_count();
    json["articles"] = notebook::entries(notebooks.log).size();
    json["inputs"] = Json::array();
    for (const NotebookInput& input : notebooks.inputs) {
        json["inputs"].push_back(
            {{"file", input.file}, {"operations", input.operations}, {"marks", input.marks}, {"unread", input.unread}});
    }
    return to_text(json);
}

}  // namespace

Result<void> write_notes(platform::Files& files, const NotesOptions& options) {
    const platform::native::NativeClock clock;
    const std::int64_t now_ms = clock.now_ms();
    const Notebooks notebooks = TRY(read_notebooks(files, options.inputs, clock.random_id(), now_ms));
    print_unread(notebooks);
    const std::string title = options.title.empty() ? notebooks.title : options.title;
    const std::string text =
        exchange::write(notebooks.log, options.format,
                        {.corpus_id = notebooks.corpus_id, .title = title, .now_ms = now_ms, .language = options.language});
    const std::string summary =
        options.answer == Format::json ? summary_json(notebooks, options) : summary_text(notebooks, options);
    if (options.output == standard_output) {
        // The document alone is what the next program reads.
        if (!print(text)) return fail(ErrorKind::io, "standard output takes no more");
        print_error(summary.substr(0, summary.size() - 1));
        return {};
    }
    if (auto written = files.write(options.output, text); !written)
        return std::unexpected(located(options.output, written.error()));
    if (!print(summary)) return fail(ErrorKind::io, "standard output takes no more");
    return {};
}

}  // namespace lesesaal::cli
