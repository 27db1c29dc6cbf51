#include "main/cli_pages.h"

#include <unistd.h>

#include "main/cli_console.h"

namespace lesesaal::cli {
namespace {

using base::Bytes;
using base::ErrorKind;
using base::fail;
using base::Result;

Result<void> check_blocks(const std::string& html, const std::vector<page::BlockPlace>& blocks) {
    for (const page::BlockPlace& block : blocks) {
        if (auto bytes = page::read_block(html, block.name); !bytes) return std::unexpected(std::move(bytes.error()));
    }
    return {};
}

Result<Bytes> read_page(const platform::Files& files, const std::string& path) {
    auto bytes = files.read(path, page::page_bytes_max);
    if (!bytes && bytes.error().kind == ErrorKind::too_large) {
        return fail(ErrorKind::too_large, path + ": the file has more than 512 MiB, the most a page can have");
    }
    if (!bytes) return std::unexpected(located(path, bytes.error()));
    return std::move(*bytes);
}

/// The corpus of a page, out of its block.
Result<OpenedCorpus> unpack(const std::string& html, Thoroughness thoroughness) {
    OpenedCorpus corpus;
    corpus.file_bytes = html.size();
    corpus.blocks = TRY(page::find_blocks(html));
    if (thoroughness == Thoroughness::everything) TRY_VOID(check_blocks(html, corpus.blocks));
    auto bytes = page::read_block(html, "corpus");
    const bool is_template = !bytes && bytes.error().kind == ErrorKind::not_found && html.find("</html>") != std::string::npos;
    if (is_template)
        return fail(ErrorKind::not_found, "the page holds no corpus (block 'corpus'); make one with lesesaal pack");
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    corpus.bytes = std::make_unique<Bytes>(std::move(*bytes));
    return corpus;
}

Result<OpenedCorpus> take_corpus(Bytes bytes, Thoroughness thoroughness) {
    if (page::is_page(bytes)) return unpack(bytes, thoroughness);
    if (bytes.empty()) return fail(ErrorKind::bad_input, "the file is empty; give a page or a corpus database", 0);
    if (bytes.starts_with("<!")) {
        return fail(ErrorKind::bad_input,
                    "this HTML holds no data blocks of Lesesaal; it is another page, or cut before the first one", 0);
    }
    if (!bytes.starts_with("SQLite format 3")) {
        return fail(ErrorKind::bad_input, "this is neither a page of Lesesaal nor a corpus database", 0);
    }
    OpenedCorpus corpus;
    corpus.file_bytes = bytes.size();
    corpus.bytes = std::make_unique<Bytes>(std::move(bytes));
    return corpus;
}

Result<store::CorpusDb> open_database(const Bytes& bytes, Thoroughness thoroughness) {
    store::CorpusDb db = TRY(store::CorpusDb::open({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}));
    if (thoroughness == Thoroughness::everything) TRY_VOID(db.check());
    return db;
}

}  // namespace

Result<OpenedCorpus> open_corpus(const platform::Files& files, const std::string& path, Thoroughness thoroughness) {
    Bytes bytes = TRY(read_page(files, path));
    OpenedCorpus corpus = TRY_FILE(path, take_corpus(std::move(bytes), thoroughness));
    auto db = open_database(*corpus.bytes, thoroughness);
    if (!db) {
        base::Error error = std::move(db.error());
        if (!corpus.blocks.empty()) {
            error.message = "block 'corpus': " + error.message;
            error.offset.reset();  // counted in the database, not in the page
        }
        return std::unexpected(located(path, error));
    }
    corpus.db.emplace(std::move(*db));
    return corpus;
}

Result<std::string> read_template(const platform::Files& files, const std::string& path) {
    auto html = read_page(files, path);
    if (!html && html.error().kind == ErrorKind::not_found) {
        return fail(ErrorKind::not_found,
                    path + ": the page template is missing; put it beside the program or name one with --template");
    }
    if (!html) return std::unexpected(std::move(html.error()));
    const std::vector<page::BlockPlace> blocks = TRY_FILE(path, page::find_blocks(*html));
    bool has_program = false;
    for (const page::BlockPlace& block : blocks) has_program = has_program || block.name == "program";
    if (!has_program)
        return fail(ErrorKind::bad_input,
                    path + ": this is no page template (it has no block 'program'); take lesesaal-template.html");
    if (auto checked = check_blocks(*html, blocks); !checked) return std::unexpected(located(path, checked.error()));
    return std::move(*html);
}

std::string default_template_path() {
    std::string program(4096, '\0');
    const ssize_t size = ::readlink("/proc/self/exe", program.data(), program.size());
    program.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    const std::size_t slash = program.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : program.substr(0, slash + 1);
    return folder + "lesesaal-template.html";
}

}  // namespace lesesaal::cli
