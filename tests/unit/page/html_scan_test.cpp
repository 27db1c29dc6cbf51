#include "page/html_scan.h"

#include <doctest.h>

#include <vector>

using namespace lesesaal;

namespace {

std::vector<std::string> names(std::string_view html) {
    std::vector<std::string> found;
    page::HtmlScanner scanner{html};
    while (const auto token = scanner.next()) {
        const bool is_comment = token->kind == page::HtmlToken::Kind::comment;
        const bool is_end = token->kind == page::HtmlToken::Kind::end_tag;
        found.push_back((is_comment ? "!--" : is_end ? "/" + token->name : token->name) + (token->is_cut ? " (cut)" : ""));
    }
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("html: tags inside scripts, titles, comments and attributes are text") {
    CHECK(names("<p title='<b>'>a</p>") == Names{"p", "/p"});
    CHECK(names("<!-- <script> --><i>") == Names{"!--", "i"});
    CHECK(names("<script>if (a<b) '<i>'</script><i>") == Names{"script", "i"});
    CHECK(names("<title>a <b> c</title><TEXTAREA><b></TextArea ><i>") == Names{"title", "textarea", "i"});
    CHECK(names("1 < 2 <3 </ <") == Names{});
}

TEST_CASE("html: a page that ends inside a token says so, wherever it ends") {
    const std::string html = "<!doctype html><html lang=\"de\"><!-- c --><script type=a>b</script>";
    for (std::size_t size = 0; size <= html.size(); ++size) {
        const Names found = names(std::string_view(html).substr(0, size));
        for (std::size_t i = 0; i + 1 < found.size(); ++i) CHECK(found[i].find("cut") == std::string::npos);
    }
    CHECK(names("<script>a</scrip") == Names{"script (cut)"});
    CHECK(names("<script>a</script") == Names{"script (cut)"});
    CHECK(names("<a href=\"b>") == Names{"a (cut)"});
    CHECK(names("<!-- a --") == Names{"!-- (cut)"});
}

TEST_CASE("html: attributes are found with any quotes, in any case, and only as names") {
    const std::string html = "<script a='data-x=\"1\"' DATA-X = \"2\" data-x=3 b=4 /c>";
    const auto token = page::HtmlScanner{html}.next();
    REQUIRE(token);
    const auto value = [&](std::string_view name) {
        const auto attribute = page::find_attribute(html, *token, name);
        return attribute ? std::string(page::slice(html, attribute->value)) : "none";
    };
    CHECK(value("data-x") == "2");
    CHECK(value("a") == "data-x=\"1\"");
    CHECK(value("b") == "4");
    CHECK(value("c") == "");
    CHECK(value("script") == "none");
}
