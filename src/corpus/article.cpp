#include "corpus/article.h"

#include "base/digest.h"

namespace lesesaal::corpus {

std::string make_uid(const Article& article) {
    std::string key;
    for (const std::string* part : {&article.source, &article.kicker, &article.headline}) {
        key += *part;
        key += '\x1f';  // unit separator: no two different sets of parts give one key
    }
    if (article.date) key += base::to_iso(article.date->first);
    return base::sha256_hex(key).substr(0, 16);
}

}  // namespace lesesaal::corpus
