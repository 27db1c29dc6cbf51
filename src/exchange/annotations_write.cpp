// W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/: one annotation a mark, so that each keeps its time.
// What an article is called stands at the source in Dublin Core's words, whose prefixes the context of annotations knows; the
// hash of its text as schema:sha256. Every id is a urn, from which uid, kind and item are read back.

#include <nlohmann/json.hpp>

#include "exchange/formats.h"
#include "exchange/labels.h"
#include "exchange/times.h"
#include "exchange/urn.h"

namespace lesesaal::exchange {
namespace {

using notebook::Entry;
using notebook::Kind;
using Json = nlohmann::ordered_json;

std::string_view css_colour(notebook::Colour colour) {
    static constexpr std::string_view colours[] = {"#fff6cc", "#e2f4df", "#e0edfb", "#fbe4ee"};
    return colours[static_cast<std::size_t>(colour)];
}

/// The address with everything encoded that an IRI must not have, or RDF readers would drop it.
std::string iri_of(std::string_view url) {
    static constexpr std::string_view hex_digits = "0123456789ABCDEF";
    std::string iri;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && c != '\x7F' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) iri += c;
        else iri += {'%', hex_digits[byte >> 4], hex_digits[byte & 15]};
    }
    return iri;
}

void set(Json& json, const char* name, std::string_view value) {
    if (!value.empty()) json[name] = value;
}

class Annotations {
public:
    explicit Annotations(const Origin& origin) : origin_(origin) {}

    void add(const Entry& entry, const notebook::Log& log) {
        source_ = source_of(entry);
        entry_ = &entry;
        if (entry.is_bookmarked) put(begin({notebook::name_of(Kind::bookmark)}, "bookmarking", entry.bookmarked_ms), source_);
        for (const std::string& name : entry.collections) add_name(log, Kind::collection, "classifying", name);
        for (const std::string& name : entry.tags) add_name(log, Kind::tag, "tagging", name);
        const std::string note(notebook::name_of(Kind::note));
        if (!entry.note.empty()) add_note({note}, entry.note, entry.noted_ms);
        for (const notebook::OtherVersion& other : entry.other_notes) {
            add_note({note, "other", std::to_string(other.made_ms)}, other.value, other.made_ms);
        }
        for (const notebook::EntryHighlight& one : entry.highlights) add_highlight(one);
    }

    [[nodiscard]] std::string document() const {
        Json part_of{{"id", make_urn({origin_.corpus_id})}, {"type", "AnnotationCollection"}};
        set(part_of, "label", origin_.title);
        part_of["total"] = count_;
        return "{\n\"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n\"id\": " +
               json_string(make_urn({origin_.corpus_id, "page"})) +
               ",\n\"type\": \"AnnotationPage\",\n\"partOf\": " + text_of(part_of) + ",\n\"startIndex\": 0,\n\"items\": [" +
               items_ + "\n]\n}\n";
    }

private:
    using Id = std::vector<std::string>;

    static std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

    [[nodiscard]] Json source_of(const Entry& entry) const {
        const notebook::Card& card = entry.card;
        const std::string urn = make_urn({origin_.corpus_id, entry.uid});
        const std::string_view url = link_of(card);
        const std::string iri = iri_of(url);
        Json source{{"id", url.empty() ? urn : iri}, {"type", "Text"}};
        if (iri != url) set(source, "schema:url", url);
        set(source, "language", card.language);
        set(source, "dcterms:title", card.headline);
        set(source, "dcterms:alternative", card.kicker);
        set(source, "dcterms:date", card.date);
        set(source, "dc:publisher", card.source);
        set(source, "schema:sha256", card.text_hash);
        source["dcterms:identifier"] = urn;
        return source;
    }

    [[nodiscard]] Json begin(const std::vector<std::string_view>& id, std::string_view motivation, std::int64_t made_ms) const {
        std::vector<std::string_view> parts{origin_.corpus_id, entry_->uid};
        parts.insert(parts.end(), id.begin(), id.end());
        return {{"id", make_urn(parts)}, {"type", "Annotation"}, {"motivation", motivation}, {"created", iso_time(made_ms)}};
    }

    static Json text_body(std::string_view value, std::string_view purpose) {
        return {{"type", "TextualBody"}, {"value", value}, {"format", "text/plain"}, {"purpose", purpose}};
    }

    void put(Json annotation, const Json& target) {
        annotation["target"] = target;
        items_ += (count_ > 0 ? ",\n" : "\n") + text_of(annotation);
        ++count_;
    }

    void add_name(const notebook::Log& log, Kind kind, std::string_view purpose, const std::string& name) {
        const notebook::Operation* operation = log.find(kind, entry_->uid, name);
        Json annotation = begin({notebook::name_of(kind), name}, purpose, operation ? operation->clock.wall_ms : 0);
        annotation["body"] = text_body(name, purpose);
        put(std::move(annotation), source_);
    }

    void add_note(const Id& id, std::string_view text, std::int64_t made_ms) {
        Json annotation = begin({id.begin(), id.end()}, "commenting", made_ms);
        annotation["body"] = text_body(text, "commenting");
        put(std::move(annotation), source_);
    }

    void add_passage(const Id& id, const notebook::Highlight& highlight, std::int64_t made_ms) {
        const std::string colour(notebook::name_of(highlight.colour));
        Json annotation = begin({id.begin(), id.end()}, "highlighting", made_ms);
        annotation["stylesheet"] = {
            {"type", "CssStylesheet"},
            {"value", "." + colour + " { background: " + std::string(css_colour(highlight.colour)) + " }"}};
        if (!highlight.note.empty()) annotation["body"] = text_body(highlight.note, "commenting");
        Json quote{{"type", "TextQuoteSelector"}, {"exact", highlight.quote.exact}};
        set(quote, "prefix", highlight.quote.prefix);
        set(quote, "suffix", highlight.quote.suffix);
        const Json position{{"type", "TextPositionSelector"}, {"start", highlight.begin}, {"end", highlight.end}};
        put(std::move(annotation), {{"type", "SpecificResource"},
                                    {"source", source_},
                                    {"selector", Json::array({std::move(quote), position})},
                                    {"styleClass", colour}});
    }

    void add_highlight(const notebook::EntryHighlight& one) {
        const std::string kind(notebook::name_of(Kind::highlight));
        add_passage({kind, one.item}, one.highlight, one.made_ms);
        for (const notebook::OtherVersion& other : one.others) {
            const auto read = notebook::decode_highlight(other.value);
            if (read) add_passage({kind, one.item, "other", std::to_string(other.made_ms)}, *read, other.made_ms);
        }
    }

    const Origin& origin_;
    const Entry* entry_ = nullptr;
    Json source_;
    std::string items_;
    std::size_t count_ = 0;
};

}  // namespace

std::string to_annotations(const std::vector<Entry>& entries, const notebook::Log& log, const Origin& origin) {
    Annotations annotations(origin);
    for (const Entry& entry : entries) annotations.add(entry, log);
    return annotations.document();
}

}  // namespace lesesaal::exchange
