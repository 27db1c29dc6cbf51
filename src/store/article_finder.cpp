#include "store/article_finder.h"

namespace lesesaal::store {
namespace {

std::string plain_address(std::string_view url) {
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    if (url.starts_with("www.")) url.remove_prefix(4);
    url = url.substr(0, url.find('#'));
    if (url.ends_with('/')) url.remove_suffix(1);
    return std::string(url);
}

}  // namespace

base::Result<ArticleFinder> ArticleFinder::make(Connection& connection) {
    ArticleFinder finder;
    Statement statement = TRY(connection.prepare("SELECT uid, url, headline FROM article ORDER BY id"));
    statement.start();
    while (TRY(statement.step())) {
        const std::string uid(statement.text(0));
        if (const std::string url = plain_address(statement.text(1)); !url.empty()) finder.by_url_.try_emplace(url, uid);
        const auto [at, is_new] = finder.by_headline_.try_emplace(std::string(statement.text(2)), uid);
        if (!is_new) at->second.clear();
    }
    return finder;
}

std::optional<std::string> ArticleFinder::find(std::string_view url, std::string_view headline) const {
    if (const auto at = by_url_.find(plain_address(url)); !url.empty() && at != by_url_.end()) return at->second;
    // An address that the corpus does not have is another article, whatever it is called.
    if (!url.empty() && !url.starts_with("urn:")) return std::nullopt;
    const auto at = by_headline_.find(std::string(headline));
    if (headline.empty() || at == by_headline_.end() || at->second.empty()) return std::nullopt;
    return at->second;
}

}  // namespace lesesaal::store
