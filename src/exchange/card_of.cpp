#include "exchange/card_of.h"

#include "base/digest.h"
#include "corpus/plain_text.h"

namespace lesesaal::exchange {
namespace {

std::string date_of(const corpus::ArticleDate& date) {
    const std::string first = base::to_iso(date.first);
    switch (date.precision) {
        case corpus::DatePrecision::day: break;
        case corpus::DatePrecision::range: return first + "/" + base::to_iso(date.last);
        case corpus::DatePrecision::month: return first.substr(0, 7);
        case corpus::DatePrecision::year: return first.substr(0, 4);
    }
    return first;
}

}  // namespace

notebook::Card card_of(const corpus::Article& article) {
    return {.headline = article.headline,
            .kicker = article.kicker,
            .date = article.date ? date_of(*article.date) : std::string{},
            .source = article.source,
            .url = article.url,
            .language = article.language,
            .text_hash = base::sha256_hex(corpus::plain_text(article).text)};
}

}  // namespace lesesaal::exchange
