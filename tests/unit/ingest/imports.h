#pragma once
// What the tests of the importers share: reading files and holding an import to its invariants.

#include <doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "ingest/importer.h"
#include "text/utf8.h"

namespace lesesaal::ingest {

inline std::string read_source_file(const std::string& path) {
    std::ifstream file(std::string(LESESAAL_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The input, put together again from the pieces.
inline std::string rebuilt(const Import& import, std::string_view bytes) {
    std::string text;
    for (const Piece& piece : import.pieces) text += bytes.substr(piece.range.begin, piece.range.size());
    return text;
}

/// The first thing that is wrong with the pieces: they must cover the input in order, none empty, and lose only blanks
/// without saying so.
inline std::string fault_of_pieces(const Import& import, std::string_view bytes) {
    std::size_t covered = 0;
    for (const Piece& piece : import.pieces) {
        const std::string place = " at byte " + std::to_string(piece.range.begin);
        if (piece.range.begin != covered) return "gap or overlap" + place;
        if (piece.range.end <= piece.range.begin || piece.range.end > bytes.size()) return "empty or too long" + place;
        covered = piece.range.end;
        if (piece.article >= static_cast<std::int32_t>(import.articles.size())) return "no such article" + place;
        const bool is_blank = text::trimmed(bytes, piece.range).is_empty();
        if (piece.kind == PieceKind::blank && !is_blank) return "text lost" + place;
    }
    return covered == bytes.size() ? "" : "the end is not covered";
}

/// The first value that is not valid UTF-8 in NFC without blanks around it.
inline std::string fault_of_values(const Import& import) {
    const auto is_sound = [](const std::string& value) {
        if (text::first_invalid_utf8(value)) return false;
        return text::trimmed(value, {0, value.size()}).size() == value.size();
    };
    for (const corpus::Article& article : import.articles) {
        if (article.uid.size() != 16) return "uid of " + article.headline;
        if (!is_sound(article.kicker) || !is_sound(article.headline) || !is_sound(article.source))
            return "heading: " + article.headline;
        if (article.headline.empty()) return "article without a headline";
        for (const corpus::Section& section : article.sections) {
            if (!is_sound(section.heading)) return "heading: " + section.heading;
            for (const std::string& paragraph : section.paragraphs) {
                if (!is_sound(paragraph) || paragraph.empty()) return "paragraph: " + paragraph;
            }
        }
    }
    for (const Warning& warning : import.warnings) {
        if (text::first_invalid_utf8(warning.message)) return "warning: " + warning.message;
    }
    return "";
}

inline void check_sound(const Import& import, std::string_view bytes) {
    CHECK(fault_of_pieces(import, bytes) == "");
    CHECK(fault_of_values(import) == "");
    CHECK(rebuilt(import, bytes) == bytes);
}

inline bool has_warning(const Import& import, std::size_t offset, std::string_view part) {
    for (const Warning& warning : import.warnings) {
        if (warning.offset == offset && warning.message.find(part) != std::string::npos) return true;
    }
    return false;
}

}  // namespace lesesaal::ingest
