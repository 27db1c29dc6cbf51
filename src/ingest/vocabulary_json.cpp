// read_vocabulary of classify.h.

#include <nlohmann/json.hpp>
#include <string>
#include <unordered_set>
#include <utility>

#include "ingest/classify.h"
#include "ingest/json_feed.h"
#include "ingest/json_scan.h"
#include "ingest/term.h"
#include "text/utf8.h"

namespace lesesaal::ingest {
namespace {

using Json = nlohmann::json;
using base::ErrorKind;
using base::Result;

std::unexpected<base::Error> wrong(const std::string& where, const std::string& what) {
    return base::fail(ErrorKind::bad_input, "vocabulary: " + where + ": " + what + ". Correct the entry.");
}

Result<std::string> read_text(const Json& entry, const std::string& where, const char* key) {
    const auto member = entry.find(key);
    if (member == entry.end() || !member->is_string() || member->get_ref<const std::string&>().empty()) {
        return wrong(where, std::string("\"") + key + "\" is missing or no text");
    }
    return text::to_nfc(member->get_ref<const std::string&>());
}

bool is_slug(const std::string& slug) {
    return slug.size() <= 100 && slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

Result<std::vector<std::string>> read_terms(const Json& entry, const std::string& where) {
    const auto member = entry.find("terms");
    if (member == entry.end() || !member->is_array()) return wrong(where, "\"terms\" is missing or no list");
    if (member->size() > terms_max) return wrong(where, "there are more than 1000 terms");
    std::vector<std::string> terms;
    for (const Json& term : *member) {
        if (!term.is_string()) return wrong(where, "a term is no text");
        const auto& text = term.get_ref<const std::string&>();
        const auto parsed = parse_term(text);
        if (!parsed) return wrong(where, parsed.error().message);
        terms.push_back(text::to_nfc(text));
    }
    return terms;
}

// A list of entries; read_entry gets each with its slug and the words that name it in a message.
template <typename ReadEntry> Result<void> read_list(const Json& root, const char* key, ReadEntry read_entry) {
    const auto list = root.find(key);
    if (list == root.end() || !list->is_array()) return wrong(std::string("\"") + key + "\"", "the list is missing");
    if (list->size() > vocabulary_entries_max)
        return wrong(std::string("\"") + key + "\"", "there are more than 10000 entries");
    std::unordered_set<std::string> slugs;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json& entry = (*list)[i];
        std::string where = std::string(key) + "[" + std::to_string(i) + "]";
        if (!entry.is_object()) return wrong(where, "the entry is not an object");
        std::string slug = TRY(read_text(entry, where, "slug"));
        where += " (\"" + std::string(text::cut_utf8(slug, 60)) + "\")";
        if (!is_slug(slug)) return wrong(where, "the slug has something other than a to z, digits and hyphens, or is too long");
        if (!slugs.insert(slug).second) return wrong(where, "an earlier entry has the same slug");
        TRY_VOID(read_entry(entry, where, std::move(slug)));
    }
    return {};
}

Result<void> read_topics(const Json& root, corpus::Vocabulary& vocabulary) {
    return read_list(root, "topics", [&](const Json& entry, const std::string& where, std::string slug) -> Result<void> {
        corpus::Topic topic{std::move(slug), TRY(read_text(entry, where, "de")), TRY(read_text(entry, where, "en")),
                            TRY(read_terms(entry, where))};
        vocabulary.topics.push_back(std::move(topic));
        return {};
    });
}

Result<corpus::PlaceKind> read_kind(const Json& entry, const std::string& where) {
    const std::string kind = TRY(read_text(entry, where, "kind"));
    if (kind == "bund") return corpus::PlaceKind::bund;
    if (kind == "land") return corpus::PlaceKind::land;
    if (kind == "kommune") return corpus::PlaceKind::kommune;
    return wrong(where, "\"kind\" is not bund, land or kommune");
}

Result<corpus::Place> read_place(const Json& entry, const std::string& where, std::string slug) {
    corpus::Place place;
    place.slug = std::move(slug);
    place.kind = TRY(read_kind(entry, where));
    place.label_de = TRY(read_text(entry, where, "de"));
    place.label_en = TRY(read_text(entry, where, "en"));
    if (entry.contains("in")) place.within = TRY(read_text(entry, where, "in"));
    place.terms = TRY(read_terms(entry, where));
    return place;
}

Result<void> read_places(const Json& root, corpus::Vocabulary& vocabulary) {
    const auto add = [&](const Json& entry, const std::string& where, std::string slug) -> Result<void> {
        vocabulary.places.push_back(TRY(read_place(entry, where, std::move(slug))));
        return {};
    };
    TRY_VOID(read_list(root, "places", add));
    std::unordered_set<std::string> states;
    for (const corpus::Place& place : vocabulary.places) {
        if (place.kind == corpus::PlaceKind::land) states.insert(place.slug);
    }
    for (const corpus::Place& place : vocabulary.places) {
        const bool may_be_within =
            place.within.empty() || (place.kind == corpus::PlaceKind::kommune && states.contains(place.within));
        if (!may_be_within)
            return wrong("places (\"" + place.slug + "\")", "\"in\" is for a kommune and names no land of the list");
    }
    return {};
}

Result<void> read_organisations(const Json& root, corpus::Vocabulary& vocabulary) {
    return read_list(root, "organisations", [&](const Json& entry, const std::string& where, std::string slug) -> Result<void> {
        corpus::Organisation organisation{std::move(slug), TRY(read_text(entry, where, "name")), TRY(read_terms(entry, where))};
        vocabulary.organisations.push_back(std::move(organisation));
        return {};
    });
}

}  // namespace

Result<corpus::Vocabulary> read_vocabulary(std::string_view json) {
    if (json.size() > vocabulary_bytes_max) {
        return base::fail(ErrorKind::too_large, "vocabulary: over 8 MiB. Shorten the file.", vocabulary_bytes_max);
    }
    const auto scanned = scan_json_items(json, 0, json_depth_max);
    if (!scanned) {
        const std::size_t offset = scanned.error().offset.value_or(0);
        return base::fail(ErrorKind::bad_input,
                          "vocabulary: the JSON is broken at byte " + std::to_string(offset) + ". Correct it there.", offset);
    }
    const Json root = Json::parse(json.begin(), json.end(), nullptr, /*allow_exceptions=*/false);
    if (!root.is_object()) return wrong("the file", "it is not a JSON object");
    const auto version = root.find("version");
    if (version == root.end() || !version->is_number_integer() || version->get<std::int64_t>() != 1) {
        return base::fail(ErrorKind::unsupported, "vocabulary: \"version\" is not 1. Use a program that fits the file.");
    }
    corpus::Vocabulary vocabulary;
    TRY_VOID(read_topics(root, vocabulary));
    TRY_VOID(read_places(root, vocabulary));
    TRY_VOID(read_organisations(root, vocabulary));
    return vocabulary;
}

}  // namespace lesesaal::ingest
