#pragma once
// The address: what a link to this view says, in the hash of the URL.
//
//   #a=UID&q=TEXT&von=2025-09-01&bis=2025-10-15&thema=SLUG,-SLUG&ort=SLUG&organisation=SLUG&quelle=SLUG
//   &nur=ungelesen,lesezeichen,notiz&ordnung=neueste&seite=ueber
//
// Every part may be missing; values are percent-encoded UTF-8; "-" before a slug excludes it; ordnung is one of relevanz,
// neueste, aelteste, lesezeit; seite one of ueber, trends, notizbuch; unknown parts are ignored.

#include <string>
#include <string_view>

#include "app/event.h"
#include "query/filter.h"

namespace lesesaal::app {

struct Route {
    std::string uid;        // the open article; empty for none
    query::Filter filter;   // without standing
    bool has_order = false;  // read: whether the address says one. Written: an automatic order is left out
    Page page = Page::reader;

    bool operator==(const Route&) const = default;
};

constexpr std::size_t hash_bytes_max = 16 * 1024;  // a longer one is read as empty

/// Returns: "" for the plain page, else the hash with its '#'. The same route always gives the same hash.
[[nodiscard]] std::string to_hash(const Route& route);
/// Reads any string; parts it cannot read are left out.
[[nodiscard]] Route from_hash(std::string_view hash);

}  // namespace lesesaal::app
