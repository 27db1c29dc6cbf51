#pragma once
// The names by which articles are sorted: topics, places, organisations, each with the terms that assign it.

#include <cstdint>
#include <string>
#include <vector>

namespace lesesaal::corpus {

struct Topic {
    std::string slug;
    std::string label_de;
    std::string label_en;
    std::vector<std::string> terms;
};

enum class PlaceKind : std::uint8_t { bund, land, kommune };

struct Place {
    std::string slug;
    PlaceKind kind = PlaceKind::kommune;
    std::string label_de;
    std::string label_en;
    std::string within;  // slug of the Land of a municipality, else empty
    std::vector<std::string> terms;
};

struct Organisation {
    std::string slug;
    std::string name;
    std::vector<std::string> terms;
};

/// The rules of a term stand in assets/README.md.
struct Vocabulary {
    std::vector<Topic> topics;
    std::vector<Place> places;
    std::vector<Organisation> organisations;
};

}  // namespace lesesaal::corpus
