// tests/golden/exchange: the sample notebook in every form, under its own file name, and two of them in English. With
// LESESAAL_BLESS=1 in the environment the files are written anew; a person then reads the difference.
#include <doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "sample.h"

using namespace lesesaal;
using namespace lesesaal::exchange;
using notebook::FileFormat;

namespace {

const std::string folder = std::string(LESESAAL_SOURCE_DIR) + "/tests/golden/exchange/";

void check_golden(const std::string& name, const std::string& text) {
    CAPTURE(name);
    if (std::getenv("LESESAAL_BLESS") != nullptr) std::ofstream(folder + name, std::ios::binary) << text;
    std::ifstream file(folder + name, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    CHECK(text == expected);
}

}  // namespace

TEST_CASE("golden: the sample notebook in every form is as written down") {
    const notebook::Log log = sample_log();
    for (std::size_t i = 0; i < static_cast<std::size_t>(FileFormat::count_); ++i) {
        const auto format = static_cast<FileFormat>(i);
        check_golden(std::string(file_name(format)), write(log, format, sample_origin()));
    }
    check_golden("english.md", write(log, FileFormat::markdown, sample_origin("en")));
    check_golden("english.html", write(log, FileFormat::html, sample_origin("en-GB")));
}

TEST_CASE("golden: every form of an empty notebook is a whole document") {
    for (std::size_t i = 0; i < static_cast<std::size_t>(FileFormat::count_); ++i) {
        const auto format = static_cast<FileFormat>(i);
        CAPTURE(word_of(format));
        const std::string text = write(notebook::Log{}, format, sample_origin());
        if (format == FileFormat::bibtex || format == FileFormat::ris) CHECK(text.empty());
        else CHECK(text.ends_with('\n'));
    }
}
