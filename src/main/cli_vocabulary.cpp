#include "main/cli_vocabulary.h"

#include "main/embedded.h"
#include "search/index_builder.h"

namespace lesesaal::cli {

std::vector<std::string> german_words() {
    std::vector<std::string> words;
    std::string_view rest = embedded_german_words();
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        if (std::string key = search::word_key(rest.substr(0, end)); !key.empty()) words.push_back(std::move(key));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return words;
}

std::string vocabulary_notices() { return "\n\nGerman words\n============\n\n" + std::string(embedded_german_words_notices()); }

}  // namespace lesesaal::cli
