// Articles as citation/ takes them, made of what the notebook remembers of them.

#include "exchange/formats.h"
#include "exchange/labels.h"
#include "exchange/times.h"

namespace lesesaal::exchange {

std::string to_citations(const std::vector<notebook::Entry>& entries, citation::Style style, const Origin& origin) {
    std::vector<corpus::Article> articles;
    articles.reserve(entries.size());
    for (const notebook::Entry& entry : entries) {
        articles.push_back({.uid = entry.uid,
                            .kicker = entry.card.kicker,
                            .headline = title_of(entry, labels_of(origin.language)),
                            .date = date_of(entry.card),
                            .source = entry.card.source,
                            .url = std::string(link_of(entry.card)),
                            .language = entry.card.language});
    }
    return citation::cite(articles, style, {.accessed = day_of(origin.now_ms), .collection = origin.title});
}

}  // namespace lesesaal::exchange
