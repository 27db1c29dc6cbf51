// tests/golden/ingest/NAME.txt beside NAME.expected.json. With LESESAAL_BLESS=1 in the environment the expected files
// are written anew; a person then reads the difference.
#include <doctest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "imports.h"
#include "ingest/press_page.h"

using namespace lesesaal;
using Json = nlohmann::ordered_json;

namespace {

const char* name_of(ingest::PieceKind kind) {
    static constexpr const char* names[] = {"byte_order_mark", "blank",   "kicker",    "separator", "headline",
                                            "date_mark",       "heading", "paragraph", "more_mark", "ignored"};
    return names[static_cast<int>(kind)];
}

const char* name_of(corpus::DatePrecision precision) {
    static constexpr const char* names[] = {"day", "range", "month", "year"};
    return names[static_cast<int>(precision)];
}

Json as_json(const corpus::Article& article) {
    Json json = {{"uid", article.uid}, {"kicker", article.kicker}, {"headline", article.headline}};
    if (article.date) {
        json["date"] = base::to_iso(article.date->first);
        json["date_end"] = base::to_iso(article.date->last);
        json["date_precision"] = name_of(article.date->precision);
        json["date_derived"] = article.date->is_derived;
    }
    json["teaser_only"] = article.is_teaser_only;
    json["source"] = article.source;
    for (const corpus::Section& section : article.sections) {
        json["sections"].push_back({{"heading", section.heading}, {"paragraphs", section.paragraphs}});
    }
    return json;
}

std::string as_text(const ingest::Import& import, std::string_view bytes) {
    Json json = {{"articles", Json::array()}, {"warnings", Json::array()}, {"pieces", Json::array()}};
    for (const corpus::Article& article : import.articles) json["articles"].push_back(as_json(article));
    for (const ingest::Warning& warning : import.warnings) {
        json["warnings"].push_back({{"offset", warning.offset}, {"message", warning.message}});
    }
    for (const ingest::Piece& piece : import.pieces) {
        const std::string kind =
            piece.article < 0 ? name_of(piece.kind) : std::to_string(piece.article) + " " + name_of(piece.kind);
        json["pieces"].push_back({{kind, bytes.substr(piece.range.begin, piece.range.size())}});
    }
    return json.dump(2) + "\n";
}

}  // namespace

TEST_CASE("golden: press pages are taken apart as written down") {
    for (const std::string name : {"full_and_teasers", "teasers_only", "article_only", "odd_marks"}) {
        CAPTURE(name);
        const std::string path = "tests/golden/ingest/" + name;
        const std::string bytes = ingest::read_source_file(path + ".txt");
        REQUIRE_FALSE(bytes.empty());
        const ingest::Import import = ingest::import_press_page(bytes, {});
        ingest::check_sound(import, bytes);
        const std::string text = as_text(import, bytes);
        if (std::getenv("LESESAAL_BLESS") != nullptr) {
            std::ofstream(std::string(LESESAAL_SOURCE_DIR) + "/" + path + ".expected.json", std::ios::binary) << text;
        }
        CHECK(text == ingest::read_source_file(path + ".expected.json"));
    }
}
