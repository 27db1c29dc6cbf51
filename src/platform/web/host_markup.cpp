// The host as a parser of HTML: web/markup.js on the other side, which writes each token as a letter and texts that end
// with a NUL (the parser of browsers leaves none in a document):
//   o NAME (ATTRIBUTE VALUE)* ""    c NAME    t TEXT

#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/check.h"
#include "platform/web/host.h"
#include "platform/web/imports.h"

namespace lesesaal::platform::web {

namespace {

using base::MarkupToken;

class TokenReader {
public:
    explicit TokenReader(std::string_view written) : rest_(written) {}

    [[nodiscard]] bool has_more() const { return !rest_.empty(); }

    MarkupToken next() {
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        MarkupToken token{.text = std::string(take_text())};
        if (letter == 't') return token;
        token.type = letter == 'o' ? MarkupToken::Type::open : MarkupToken::Type::close;
        if (token.type == MarkupToken::Type::close) return token;
        for (std::string_view name = take_text(); !name.empty(); name = take_text()) {
            token.attributes.emplace_back(name, take_text());
        }
        return token;
    }

private:
    std::string_view take_text() {
        const std::size_t end = rest_.find('\0');
        LESESAAL_CHECK(end != std::string_view::npos);
        const std::string_view text = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return text;
    }

    std::string_view rest_;
};

}  // namespace

base::Result<std::vector<MarkupToken>> Host::parse(const std::string& html) const {
    std::size_t size = 0;
    const std::unique_ptr<char, decltype(&std::free)> written(
        lesesaal_markup_parse(html.data(), html.size(), base::markup_tokens_max, &size), &std::free);
    if (!written) return base::fail(base::ErrorKind::too_large, "file_too_large");
    std::vector<MarkupToken> tokens;
    for (TokenReader reader{{written.get(), size}}; reader.has_more();) tokens.push_back(reader.next());
    return tokens;
}

}  // namespace lesesaal::platform::web
