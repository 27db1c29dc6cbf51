#include "main/cli_commands.h"
#include "main/cli_console.h"
#include "main/cli_hyphenation.h"
#include "main/cli_json.h"
#include "main/cli_pages.h"
#include "main/cli_vocabulary.h"
#include "page/container.h"
#include "store/builder.h"
#include "store/schema.h"

namespace lesesaal::cli {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

struct Packed {
    std::string html;
    std::size_t articles = 0;
    std::size_t corpus_bytes = 0;
};

/// What the page wants to know before it opens the database, or of a database that does not open.
std::string meta_json(const query::Overview& overview) {
    Json meta;
    meta["title"] = overview.title;
    meta["language"] = overview.language;
    meta["corpus_id"] = overview.corpus_id;
    meta["articles"] = overview.total();
    meta["schema"] = store::schema::version;
    return meta.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Packed> make_page(const std::string& html, const Inputs& inputs, const corpus::Vocabulary& vocabulary,
                         const PackOptions& options) {
    const store::BuildOptions build{.title = options.title,
                                    .language = options.input.language,
                                    .corpus_id = options.corpus_id,
                                    .breaker = make_word_breaker(),
                                    .german_words = german_words()};
    const base::Bytes corpus = TRY(store::build_corpus(inputs.articles, vocabulary, build));
    const auto* data = reinterpret_cast<const unsigned char*>(corpus.data());
    const store::CorpusDb db = TRY(store::CorpusDb::open({data, corpus.size()}));

    Packed packed;
    packed.articles = static_cast<std::size_t>(db.overview().total());
    packed.corpus_bytes = corpus.size();
    packed.html = TRY(page::with_title(html, options.title, options.input.language));
    packed.html = TRY(page::with_block(packed.html, {"corpus", corpus, page::Encoding::zstd}));
    packed.html = TRY(page::with_block(packed.html, {"meta", meta_json(db.overview())}));
    if (packed.html.size() > page::page_bytes_max) {
        return fail(ErrorKind::too_large, "the page would have more than 512 MiB; pack fewer articles into one page");
    }
    return packed;
}

}  // namespace

Result<void> pack(platform::Files& files, const PackOptions& options) {
    const corpus::Vocabulary vocabulary = TRY(load_vocabulary(files, options.input.topics_path));
    const std::string template_path = options.template_path.empty() ? default_template_path() : options.template_path;
    const std::string html = TRY(read_template(files, template_path));
    const Inputs inputs = TRY(read_inputs(files, options.input, vocabulary));
    print_warnings(inputs.warnings);

    const Packed packed = TRY_FILE(options.output, make_page(html, inputs, vocabulary, options));
    if (auto written = files.write(options.output, packed.html); !written) {
        return std::unexpected(located(options.output, written.error()));
    }
    std::string summary = options.output + ": " + counted(packed.articles, "article") + ", " +
                          std::to_string(packed.html.size()) + " bytes (corpus " + std::to_string(packed.corpus_bytes) +
                          " bytes)";
    if (const std::size_t repeated = inputs.articles.size() - packed.articles; repeated > 0) {
        summary += "; " + std::to_string(repeated) + " repeated left out";
    }
    if (!print(summary + "\n")) return fail(ErrorKind::io, "standard output takes no more");
    return {};
}

}  // namespace lesesaal::cli
