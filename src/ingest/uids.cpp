#include "ingest/uids.h"

#include <string>
#include <tuple>
#include <unordered_map>

#include "base/check.h"
#include "base/digest.h"

namespace lesesaal::ingest {
namespace {

// Everything but where it stood in the input.
bool are_equal(const corpus::Article& a, const corpus::Article& b) {
    return a.kicker == b.kicker && a.headline == b.headline && a.source == b.source && a.url == b.url &&
           a.is_teaser_only == b.is_teaser_only && a.sections == b.sections;
}

std::string uid_by_text(const corpus::Article& article, const std::string& uid) {
    std::string key = uid;
    for (const corpus::Section& section : article.sections) {
        key += '\x1e' + section.heading;
        for (const std::string& paragraph : section.paragraphs) key += '\x1f' + paragraph;
    }
    key += '\x1e' + article.url + (article.is_teaser_only ? "\x1fteaser" : "");
    return base::sha256_hex(key).substr(0, uid.size());
}

}  // namespace

void make_uids(Import& import, const std::vector<std::size_t>& offsets) {
    LESESAAL_CHECK(offsets.size() == import.articles.size());
    std::unordered_map<std::string, std::size_t> first_with;
    for (std::size_t i = 0; i < import.articles.size(); ++i) {
        corpus::Article& article = import.articles[i];
        article.uid = corpus::make_uid(article);
        auto [earlier, is_new] = first_with.try_emplace(article.uid, i);
        if (!is_new && !are_equal(article, import.articles[earlier->second])) {
            article.uid = uid_by_text(article, article.uid);
            std::tie(earlier, is_new) = first_with.try_emplace(article.uid, i);
        }
        if (is_new) continue;
        import.warnings.push_back({offsets[i], "The article \"" + article.headline +
                                                   "\" stands here a second time; it is the same as the one at byte " +
                                                   std::to_string(offsets[earlier->second]) + "."});
    }
}

}  // namespace lesesaal::ingest
