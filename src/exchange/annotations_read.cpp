// Annotations of ours and of other programs: a page, a collection with its first page inside, a list, or one alone.

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "exchange/formats.h"
#include "exchange/times.h"
#include "exchange/urn.h"

namespace lesesaal::exchange {
namespace {

using base::ErrorKind;
using base::fail;
using nlohmann::json;
using notebook::Kind;

std::string text_of(const json& value, const char* name) {
    if (!value.is_object()) return {};
    const auto at = value.find(name);
    return at != value.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

/// Many members may be one value or a list of them.
std::vector<const json*> values_of(const json& value, const char* name) {
    std::vector<const json*> list;
    const auto at = value.is_object() ? value.find(name) : value.end();
    if (!value.is_object() || at == value.end()) return list;
    if (!at->is_array()) return {&*at};
    for (const json& one : *at) list.push_back(&one);
    return list;
}

bool has_value(const json& value, const char* name, std::string_view wanted) {
    return std::ranges::any_of(values_of(value, name), [&](const json* one) {
        return one->is_string() && one->get_ref<const std::string&>() == wanted;
    });
}

std::size_t number_of(const json& value, const char* name) {
    const auto at = value.find(name);
    return at != value.end() && at->is_number_unsigned() ? at->get<std::size_t>() : 0;
}

/// What an annotation is on.
struct Target {
    std::string uid;
    notebook::Card card;
    std::optional<notebook::Highlight> passage;
};

void read_source(const json& source, Target& target) {
    const std::string id = source.is_string() ? source.get<std::string>() : text_of(source, "id");
    // An address that is no IRI stands beside the id as it was.
    for (const std::string& url : {id, text_of(source, "schema:url")}) {
        if (url.starts_with("https://") || url.starts_with("http://")) target.card.url = url;
    }
    std::vector<std::string> urn = read_urn(id);
    if (urn.size() < 2) urn = read_urn(text_of(source, "dcterms:identifier"));
    if (urn.size() >= 2) target.uid = urn[1];
    target.card.headline = text_of(source, "dcterms:title");
    target.card.kicker = text_of(source, "dcterms:alternative");
    target.card.date = text_of(source, "dcterms:date");
    target.card.source = text_of(source, "dc:publisher");
    target.card.language = text_of(source, "language");
    target.card.text_hash = text_of(source, "schema:sha256");
}

Target read_target(const json& value) {
    Target target;
    if (!value.is_object() || !value.contains("source")) {
        read_source(value, target);
        return target;
    }
    read_source(value["source"], target);
    notebook::Highlight highlight{.colour =
                                      notebook::colour_of(text_of(value, "styleClass")).value_or(notebook::Colour::yellow)};
    for (const json* selector : values_of(value, "selector")) {
        if (has_value(*selector, "type", "TextQuoteSelector")) {
            highlight.quote = {text_of(*selector, "exact"), text_of(*selector, "prefix"), text_of(*selector, "suffix")};
        } else if (has_value(*selector, "type", "TextPositionSelector")) {
            highlight.begin = number_of(*selector, "start");
            highlight.end = number_of(*selector, "end");
        }
    }
    if (!highlight.quote.exact.empty()) target.passage = std::move(highlight);
    return target;
}

class Reader {
public:
    explicit Reader(std::int64_t now_ms) : now_ms_(now_ms) {}

    void take(std::string_view text) {
        if (text.size() > annotation_bytes_max) return void(++import_.bad);
        const json annotation = json::parse(text.begin(), text.end(), nullptr, false);
        const auto targets = annotation.is_object() ? values_of(annotation, "target") : std::vector<const json*>{};
        if (targets.empty() || !has_value(annotation, "type", "Annotation")) return void(++import_.bad);
        const std::size_t before = import_.drafts.size();
        const std::int32_t bad_before = import_.bad;
        for (const json* target : targets) read_annotation(annotation, read_target(*target));
        if (import_.drafts.size() == before && import_.bad == bad_before) ++import_.bad;
    }

    [[nodiscard]] std::size_t draft_count() const { return import_.drafts.size(); }
    [[nodiscard]] Import finish() { return std::move(import_); }

private:
    void read_annotation(const json& annotation, Target target) {
        if (target.uid.empty() && target.card.url.empty()) return;
        std::string created = text_of(annotation, "created");
        if (created.empty()) created = text_of(annotation, "modified");
        draft_ = {.uid = target.uid, .card = target.card, .made_ms = made_ms_or_unknown(read_iso_time(created), now_ms_)};
        if (has_value(annotation, "motivation", "bookmarking")) put(Kind::bookmark, {});
        std::string note = text_of(annotation, "bodyValue");
        for (const json* body : values_of(annotation, "body")) read_body(annotation, *body, note);
        if (target.passage) put_passage(annotation, std::move(*target.passage), std::move(note));
        else if (!note.empty()) put(Kind::note, std::move(note));
    }

    /// A tag, a collection, or text that goes to `note`.
    void read_body(const json& annotation, const json& body, std::string& note) {
        const std::string value = text_of(body, "value");
        if (value.empty()) return;
        const json& speaker = body.contains("purpose") ? body : annotation;
        const char* const name = body.contains("purpose") ? "purpose" : "motivation";
        if (has_value(speaker, name, "tagging")) return put(Kind::tag, value);
        if (has_value(speaker, name, "classifying")) return put(Kind::collection, value);
        if (!note.empty()) note += "\n\n";
        note += value;
    }

    void put_passage(const json& annotation, notebook::Highlight highlight, std::string note) {
        if (highlight.quote.exact.size() > notebook::quote_bytes_max || note.size() > notebook::highlight_note_bytes_max) {
            return void(++import_.bad);
        }
        const std::vector<std::string> urn = read_urn(text_of(annotation, "id"));
        const bool is_ours = urn.size() >= 4 && urn[2] == notebook::name_of(Kind::highlight);
        // Of another program: an item that is the same whenever the file is read.
        const std::string words = std::to_string(highlight.begin) + "\n" + highlight.quote.exact;
        draft_.item = is_ours ? urn[3] : base::sha256_hex(words).substr(0, 16);
        highlight.note = std::move(note);
        put(Kind::highlight, encode(highlight));
        draft_.item.clear();
    }

    void put(Kind kind, std::string value) {
        Draft draft = draft_;
        draft.kind = kind;
        draft.value = std::move(value);
        if (fits(draft)) import_.drafts.push_back(std::move(draft));
        else ++import_.bad;
    }

    std::int64_t now_ms_;
    Import import_;
    Draft draft_;  // what all marks of the annotation share
};

constexpr std::string_view context_name = "http://www.w3.org/ns/anno.jsonld";

bool is_type(const JsonParts& value, std::string_view type) {
    return value["type"].find("\"" + std::string(type) + "\"") != std::string_view::npos;
}

}  // namespace

bool is_annotations(const JsonParts& file) {
    if (file.is_list) {
        return !file.parts.empty() && is_type(json_parts(file.parts[0].text, annotation_bytes_max), "Annotation");
    }
    return file["@context"].find(context_name) != std::string_view::npos || is_type(file, "Annotation") ||
           is_type(file, "AnnotationPage") || is_type(file, "AnnotationCollection");
}

base::Result<Import> read_annotations(std::string_view text, const JsonParts& file, std::int64_t now_ms) {
    if (!file.is_list && is_type(file, "AnnotationCollection")) {
        const JsonParts first = json_parts(file["first"], import_entries_max);
        if (first.is_list || first["items"].empty()) {
            return fail(ErrorKind::unsupported, "this annotation collection holds no annotations, but tells where they are");
        }
        return read_annotations(file["first"], first, now_ms);
    }
    JsonParts items = file;
    if (is_type(file, "Annotation")) items = {.parts = {{{}, text}}, .is_list = true, .is_whole = true};
    else if (!file.is_list) items = json_parts(file["items"], import_entries_max);
    if (file.is_over || items.is_over) return fail(ErrorKind::too_large, "the file has more than 200,000 annotations");
    if (!items.is_list) return fail(ErrorKind::bad_input, "the file holds no list of annotations; it is damaged");
    Reader reader(now_ms);
    for (const JsonPart& item : items.parts) {
        reader.take(item.text);
        if (reader.draft_count() > import_entries_max)
            return fail(ErrorKind::too_large, "the file has more than 200,000 marks");
    }
    Import import = reader.finish();
    const std::string_view whole = file["partOf"].substr(0, annotation_bytes_max);
    const json part_of = json::parse(whole.begin(), whole.end(), nullptr, false);
    if (const auto urn = read_urn(text_of(part_of, "id")); !urn.empty()) import.corpus_id = urn[0];
    import.title = text_of(part_of, "label");
    const bool is_whole = file.is_whole && items.is_whole;
    if (!is_whole && import.bad == 0) ++import.bad;
    if (!is_whole && import.drafts.empty()) return fail(ErrorKind::bad_input, "the file is cut before the first annotation");
    return import;
}

}  // namespace lesesaal::exchange
