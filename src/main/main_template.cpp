// lesesaal-template: puts the page template together that lesesaal pack fills.

#include <CLI/CLI.hpp>

#include <algorithm>

#include "base/digest.h"
#include "main/cli_console.h"
#include "page/base64.h"
#include "page/container.h"
#include "platform/native/files_native.h"

namespace {

using namespace lesesaal;
using base::ErrorKind;
using base::fail;
using base::Result;

struct Options {
    std::string shell;
    std::string script;
    std::string style;
    std::string program;
    std::vector<std::string> fonts;  // NAME=FILE
    std::string notices;
    std::string output;
};

Result<std::string> read(const platform::Files& files, const std::string& path) {
    return TRY_FILE(path, files.read(path, page::page_bytes_max));
}

bool contains_ignoring_case(const std::string& text, std::string_view lower_case) {
    const auto equals = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; };
    return std::search(text.begin(), text.end(), lower_case.begin(), lower_case.end(), equals) != text.end();
}

/// Text to stand inside an element, as the browser will read it: the hash must be of that.
Result<std::string> read_inline(const platform::Files& files, const std::string& path,
                                std::initializer_list<std::string_view> forbidden) {
    std::string text = TRY(read(files, path));
    std::erase(text, '\r');
    if (text.find('\0') != std::string::npos)
        return fail(ErrorKind::bad_input, path + ": holds a NUL, which HTML does not keep");
    for (const std::string_view sign : forbidden) {
        if (contains_ignoring_case(text, sign)) {
            return fail(ErrorKind::bad_input, path + ": holds '" + std::string(sign) +
                                                  "', which ends or bends the element around it; write it in two parts");
        }
    }
    return text;
}

/// A source of the content security policy: this text and no other.
std::string hash_source(std::string_view text) { return "'sha256-" + page::to_base64(base::sha256(text)) + "'"; }

/// No connection, no frame, no form, no eval; script and style are the two given and no other.
std::string policy(std::string_view script, std::string_view style) {
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " + hash_source(script) +
           " 'wasm-unsafe-eval'; style-src " + hash_source(style) + "; img-src data:; base-uri 'none'; form-action 'none'\">";
}

Result<void> fill(std::string& html, const std::string& placeholder, const std::string& text) {
    const std::string comment = "<!--lesesaal:" + placeholder + "-->";
    const std::size_t at = html.find(comment);
    if (at == std::string::npos) return fail(ErrorKind::bad_input, "the shell has no " + comment);
    if (html.find(comment, at + 1) != std::string::npos)
        return fail(ErrorKind::bad_input, "the shell has " + comment + " twice");
    html.replace(at, comment.size(), text);
    return {};
}

Result<std::string> make_blocks(const platform::Files& files, const Options& options) {
    std::string blocks = page::write_block({"program", TRY(read(files, options.program))});
    for (const std::string& font : options.fonts) {
        const std::size_t equals = font.find('=');
        const std::string name = font.substr(0, equals);
        const bool is_named = equals != std::string::npos && !name.empty() && name.size() <= 32 &&
                              name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
        if (!is_named)
            return fail(ErrorKind::bad_input, "--font " + font + ": write NAME=FILE, with a name of a-z, 0-9 and hyphens");
        blocks += page::write_block({"fonts." + name, TRY(read(files, font.substr(equals + 1)))});
    }
    blocks += page::write_block({"notices", TRY(read(files, options.notices))});
    blocks.pop_back();  // the line feed after the placeholder stays
    return blocks;
}

Result<void> make_template(platform::Files& files, const Options& options) {
    std::string html = TRY(read(files, options.shell));
    const std::string script = TRY(read_inline(files, options.script, {"</script", "<!--"}));
    const std::string style = TRY(read_inline(files, options.style, {"</style"}));
    TRY_VOID(fill(html, "csp", policy(script, style)));
    TRY_VOID(fill(html, "style", "<style>" + style + "</style>"));
    // A module runs after the whole page is there, wherever it stands: the blocks below it included.
    TRY_VOID(fill(html, "script", "<script type=\"module\">" + script + "</script>"));
    const std::string blocks = TRY(make_blocks(files, options));
    TRY_VOID(fill(html, "blocks", blocks));
    TRY(page::find_blocks(html));
    if (auto written = files.write(options.output, html); !written) {
        return std::unexpected(cli::located(options.output, written.error()));
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Puts the page template of lesesaal pack together.", "lesesaal-template"};
    Options options;
    app.add_option("--shell", options.shell, "HTML with the comments <!--lesesaal:csp-->, :style, :script and :blocks")
        ->required();
    app.add_option("--script", options.script, "The one script")->required();
    app.add_option("--style", options.style, "The one style sheet")->required();
    app.add_option("--program", options.program, "The WebAssembly module")->required();
    app.add_option("--font", options.fonts, "NAME=FILE, once for each font");
    app.add_option("--notices", options.notices, "Licences of what is inside, as text")->required();
    app.add_option("-o,--output", options.output, "The template to write")->required();
    app.footer(
        "Example:\n  lesesaal-template --shell web/shell.html --script boot.js --style style.css --program reader.wasm \\\n"
        "      --font inter-regular=Inter.ttf --notices NOTICES.txt -o lesesaal-template.html");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::exit_done : cli::exit_usage;
    }
    platform::native::NativeFiles files;
    const Result<void> done = make_template(files, options);
    if (done) return cli::exit_done;
    cli::print_error("lesesaal-template: " + done.error().message);
    return cli::exit_bad_input;
}
