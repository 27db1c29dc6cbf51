// lesesaal: makes pages and looks into them. The one file that knows CLI11, which throws.

#include <CLI/CLI.hpp>

#include "exchange/exchange.h"
#include "main/cli_commands.h"
#include "main/cli_console.h"
#include "main/cli_hyphenation.h"
#include "main/cli_vocabulary.h"
#include "platform/native/files_native.h"

namespace {

using namespace lesesaal;

constexpr const char* about =
    "Lesesaal makes one HTML file of news articles: a reading room with search, filters and bookmarks.";

constexpr const char* pack_examples =
    "Examples:\n"
    "  lesesaal pack press/ -o reading-room.html --title \"Kommunale IT\"\n"
    "  lesesaal pack kommune21.txt feed.json -o page.html --source Kommune21\n"
    "  lesesaal pack press/ -o page.html --topics my-topics.json\n"
    "\n"
    "INPUT is a press page (UTF-8 text), a JSON Feed 1.1, or a folder of them; in a folder, hidden files and *.md are\n"
    "left out. PAGE is written as a whole or, when anything is wrong, not touched.";

constexpr const char* import_examples =
    "Examples:\n"
    "  lesesaal import kommune21.txt\n"
    "  lesesaal import press/ --json > articles.json";

constexpr const char* inspect_examples =
    "Examples:\n"
    "  lesesaal inspect reading-room.html\n"
    "  lesesaal inspect corpus.sqlite --json | jq '.articles[].headline'\n"
    "\n"
    "Every block of a page and every page of the database is verified.";

constexpr const char* search_examples =
    "Examples:\n"
    "  lesesaal search reading-room.html 'digitale Souver'\n"
    "  lesesaal search reading-room.html '\"feste Wendung\" präfix* -ohne' --json --limit 5\n"
    "  lesesaal search reading-room.html '' --topic ozg-efa --exclude-place hessen --order oldest\n"
    "\n"
    "Words are joined by AND. As in the page, the last word is a prefix unless a blank follows it. Values of one facet are\n"
    "joined by OR, facets by AND; a value is named by its slug, as inspect --json shows it.";

constexpr const char* notes_examples =
    "Examples:\n"
    "  lesesaal notes merge office.json home.json -o both.json\n"
    "  lesesaal notes merge bookmarks.html reading-room.html -o notes.json\n"
    "  lesesaal notes export --format markdown notes.json -o notes.md\n"
    "  lesesaal notes export --format csl-json notes.json -o - | jq '.[].title'\n"
    "\n"
    "INPUT is a file of notes, a browser's bookmark file, W3C web annotations, or a reading room with notes inside. Merging\n"
    "is the union of what is in them: the order does not matter, and of two notes on one article both are kept. OUT is\n"
    "written as a whole or, when anything is wrong, not touched.";

/// Two to 35 letters, digits and hyphens: the shape of BCP 47, not its register.
std::string check_language(const std::string& tag) {
    const bool has_length = tag.size() >= 2 && tag.size() <= 35;
    const bool has_signs =
        tag.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string::npos;
    return has_length && has_signs && tag.front() != '-' && tag.back() != '-' ? "" : "is no language tag such as de or en-GB";
}

void add_input_options(CLI::App& command, cli::InputOptions& options) {
    command.add_option("INPUT", options.inputs, "Press pages, JSON Feeds, or folders of them")->required();
    command.add_option("--lang", options.language, "Language of page and articles (BCP 47)")
        ->capture_default_str()
        ->check(check_language, "TAG");
    command.add_option("--source", options.source, "The medium of articles that name none, e.g. Kommune21");
    command.add_option("--topics", options.topics_path, "Another vocabulary of topics, places and organisations (JSON)");
}

const std::map<std::string, query::Order> orders{{"automatic", query::Order::automatic},
                                                 {"relevance", query::Order::relevance},
                                                 {"newest", query::Order::newest},
                                                 {"oldest", query::Order::oldest},
                                                 {"reading-time", query::Order::reading_time}};

/// As --version: what else stands on the line does not matter.
void show_notices() {
    if (!cli::print(cli::hyphenation_notices() + cli::vocabulary_notices())) throw CLI::RuntimeError{cli::exit_bad_input};
    throw CLI::Success{};
}

struct Commands {
    CLI::App app{about, "lesesaal"};
    cli::PackOptions pack;
    cli::InputOptions import_inputs;
    cli::InspectOptions inspected;
    cli::SearchOptions search;
    cli::NotesOptions notes;
    std::string notes_format;
    bool wants_json = false;

    Commands() {
        app.set_version_flag("--version", "lesesaal " LESESAAL_VERSION);
        app.add_flag_callback("--notices", show_notices, "Licences of the hyphenation: in the command, but in no page");
        app.require_subcommand(1);
        app.footer("lesesaal COMMAND --help shows examples. Exit status: 0 done, 1 bad input, 2 wrong usage.");
        add_pack();
        add_import();
        add_inspect();
        add_search();
        add_notes();
    }

    void add_pack() {
        CLI::App* command = app.add_subcommand("pack", "Makes a page of articles")->footer(pack_examples);
        add_input_options(*command, pack.input);
        command->add_option("-o,--output", pack.output, "The page to write")->required()->type_name("PAGE");
        command->add_option("--title", pack.title, "Title of the page")->capture_default_str();
        command->add_option("--id", pack.corpus_id, "Identity of the corpus over its versions: readers' bookmarks follow it");
        command->add_option("--template", pack.template_path, "Page template instead of the one beside the program");
    }

    void add_import() {
        CLI::App* command = app.add_subcommand("import", "Shows what pack would read")->footer(import_examples);
        add_input_options(*command, import_inputs);
        command->add_flag("--json", wants_json, "Articles and warnings as JSON");
    }

    void add_inspect() {
        CLI::App* command = app.add_subcommand("inspect", "Shows and verifies what a page holds")->footer(inspect_examples);
        command->add_option("PAGE", inspected.path, "A page or a corpus database")->required()->type_name("");
        command->add_flag("--json", wants_json, "Meta and articles as JSON");
        command->add_flag("--related", inspected.wants_related, "With every article those that the page calls related");
    }

    void add_search() {
        CLI::App* command = app.add_subcommand("search", "Searches a page as the page itself does")->footer(search_examples);
        command->add_option("PAGE", search.path, "A page or a corpus database")->required()->type_name("");
        command->add_option("QUERY", search.query, "As typed into the search box")->required()->type_name("");
        add_facets(*command);
        command->add_option("--order", search.filter.order, "automatic, relevance, newest, oldest or reading-time")
            ->transform(CLI::CheckedTransformer(orders, CLI::ignore_case).description(""))
            ->type_name("ORDER");
        command->add_option("--limit", search.limit, "The most hits to show")
            ->capture_default_str()
            ->check(CLI::Range(1, 1'000'000));
        command->add_flag("--json", wants_json, "Hits as JSON");
    }

    void add_notes() {
        CLI::App* command = app.add_subcommand("notes", "Merges readers' notes, and writes them in forms that others read")
                                ->footer(notes_examples);
        command->require_subcommand(1);
        CLI::App* merge = command->add_subcommand("merge", "Merges notes into one file")->footer(notes_examples);
        CLI::App* exporting = command->add_subcommand("export", "Writes notes in another form")->footer(notes_examples);
        std::string words;
        for (std::size_t i = 0; i < static_cast<std::size_t>(notebook::FileFormat::count_); ++i) {
            words += (i > 0 ? ", " : "") + std::string(exchange::word_of(static_cast<notebook::FileFormat>(i)));
        }
        const auto check_format = [words](const std::string& word) {
            return exchange::format_of(word) ? std::string{} : "is none of " + words;
        };
        exporting->add_option("--format", notes_format, words)->required()->check(check_format, "FORM");
        exporting->add_option("--lang", notes.language, "Language of headings and labels: de or en")
            ->capture_default_str()
            ->check(check_language, "TAG");
        for (CLI::App* one : {merge, exporting}) {
            one->add_option("INPUT", notes.inputs, "Notes, bookmarks, annotations, or reading rooms")->required();
            one->add_option("-o,--output", notes.output, "The file to write, or - for standard output")
                ->required()
                ->type_name("OUT");
            one->add_option("--title", notes.title, "Title of the notes");
            one->add_flag("--json", wants_json, "What was done as JSON");
        }
    }

    /// --topic, --exclude-topic and so on, each as often as wanted.
    void add_facets(CLI::App& command) {
        constexpr query::PerFacet<const char*> names{"topic", "place", "organisation", "source"};
        for (std::size_t i = 0; i < query::facet_count; ++i) {
            const std::string name = names[i];
            query::Selection& selection = search.filter.facets[i];
            const auto add = [&](const std::string& option, std::vector<std::string>& slugs, const std::string& about_it) {
                command.add_option(option, slugs, about_it)
                    ->type_name("SLUG")
                    ->allow_extra_args(false)
                    ->expected(1, static_cast<int>(query::facet_selection_max));
            };
            add("--" + name, selection.wanted, "Only articles with this " + name + " (or one of several)");
            add("--exclude-" + name, selection.excluded, "No articles with this " + name);
        }
    }

    base::Result<void> run() {
        platform::native::NativeFiles files;
        const cli::Format format = wants_json ? cli::Format::json : cli::Format::text;
        if (app.got_subcommand("pack")) return cli::pack(files, pack);
        if (app.got_subcommand("import")) return cli::show_import(files, import_inputs, format);
        inspected.format = format;
        if (app.got_subcommand("inspect")) return cli::inspect(files, inspected);
        if (app.got_subcommand("notes")) {
            notes.format = exchange::format_of(notes_format).value_or(notebook::FileFormat::notes);
            notes.answer = format;
            return cli::write_notes(files, notes);
        }
        search.format = format;
        return cli::search(files, search);
    }
};

}  // namespace

int main(int argc, char** argv) {
    Commands commands;
    try {
        commands.app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return commands.app.exit(error) == 0 ? cli::exit_done : cli::exit_usage;
    }
    const base::Result<void> done = commands.run();
    if (done) return cli::exit_done;
    cli::print_error("lesesaal: " + done.error().message);
    return cli::exit_bad_input;
}
