#pragma once
// The address: what a link to this view says, in the hash of the URL.
//
//   #a=UID&q=TEXT&von=2025-09-01&bis=2025-10-15&thema=SLUG,SLUG&ort=SLUG&nur=lesezeichen&seite=ueber
//
// Every part may be missing; values are percent-encoded UTF-8; unknown parts are ignored.

#include <string>
#include <string_view>

#include "query/filter.h"

namespace lesesaal::app {

struct Route {
    std::string uid;        // the open article; empty for none
    query::Filter filter;   // without only_uids
    bool has_bookmarks_only = false;
    bool is_about = false;

    bool operator==(const Route&) const = default;
};

constexpr std::size_t hash_bytes_max = 16 * 1024;  // a longer one is read as empty

/// Returns: "" for the plain page, else the hash with its '#'. The same route always gives the same hash.
[[nodiscard]] std::string to_hash(const Route& route);
/// Reads any string; parts it cannot read are left out.
[[nodiscard]] Route from_hash(std::string_view hash);

}  // namespace lesesaal::app
