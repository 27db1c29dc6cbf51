#include "page/container.h"

#include <doctest.h>

#include "page/base64.h"

using namespace lesesaal;
using base::ErrorKind;

namespace {

/// Bytes that deflate can neither store away nor guess: the same on every machine.
std::string noise(std::size_t size) {
    std::string bytes;
    std::uint32_t state = 1;
    while (bytes.size() < size) {
        state = state * 1664525 + 1013904223;
        bytes += static_cast<char>(state >> 24);
    }
    return bytes;
}

std::string page_with(const std::string& blocks) {
    return "<!doctype html>\n<html lang=\"de\">\n<head><title>Lesesaal</title></head>\n<body>\n" + blocks +
           "<!--lesesaal:corpus-->\n<script>boot()</script>\n</body>\n</html>\n";
}

std::string name_list(std::string_view html) {
    const auto blocks = page::find_blocks(html);
    if (!blocks) return blocks.error().message;
    std::string names;
    for (const page::BlockPlace& block : *blocks) names += block.name + " ";
    return names;
}

bool mentions(const base::Error& error, std::string_view words) { return error.message.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("page: a block reads as it was written, empty, small, repetitive and noisy") {
    for (const std::string& bytes : {std::string(), std::string("a"), std::string(100'000, 'a'), noise(50'000)}) {
        const std::string html = page_with(page::write_block({"corpus", bytes}));
        CHECK(page::read_block(html, "corpus").value() == bytes);
    }
}

TEST_CASE("page: every single changed character of a block's text is noticed") {
    for (const std::string& bytes : {std::string("Lesesaal"), std::string(3000, 'a'), noise(700)}) {
        const std::string html = page_with(page::write_block({"corpus", bytes}));
        const std::size_t begin = html.find("\">", html.find("vnd.lesesaal")) + 2;
        const std::size_t end = html.find("</script>");
        for (std::size_t at = begin; at < end; ++at) {
            for (const char c :
                 {'A', '/', '=', ' ', '<', static_cast<char>(html[at] ^ 1), static_cast<char>(html[at] ^ 0x80)}) {
                if (c == html[at]) continue;
                std::string damaged = html;
                damaged[at] = c;
                const auto block = page::read_block(damaged, "corpus");
                CHECK_FALSE(block);
                if (!block) CHECK(mentions(block.error(), "'corpus'"));
            }
        }
    }
}

TEST_CASE("page: a page cut anywhere names its block, or still gives it whole") {
    const std::string bytes = noise(200);
    const std::string html = page_with(page::write_block({"corpus", bytes}));
    const std::size_t block_end = html.find("</script>") + 9;
    for (std::size_t size = 0; size < html.size(); ++size) {
        const auto block = page::read_block(std::string_view(html).substr(0, size), "corpus");
        CHECK(block.has_value() == (size >= block_end));
        if (!block) CHECK(mentions(block.error(), "copy the file anew"));
    }
    const auto inside = page::read_block(std::string_view(html).substr(0, block_end - 20), "corpus");
    CHECK(inside.error().kind == ErrorKind::bad_input);
    CHECK(mentions(inside.error(), "the page ends inside block 'corpus'"));
    const auto before = page::read_block(std::string_view(html).substr(0, 40), "corpus");
    CHECK(before.error().kind == ErrorKind::not_found);
    CHECK(mentions(before.error(), "cut before its block 'corpus'"));
}

TEST_CASE("page: a length or check sum that does not fit is damage, and no length asks for memory") {
    const std::string html = page_with(page::write_block({"corpus", "Lesesaal"}));
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string page = html;
        page.replace(page.find(from), from.size(), to);
        return page::read_block(page, "corpus");
    };
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"9\"").error().kind == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"7\"").error().kind == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"1073741824\"").error().kind == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"1073741825\"").error().kind == ErrorKind::too_large);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"-8\"").error().kind == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "data-bytes=\"99999999999999999999999\"").error().kind == ErrorKind::bad_input);
    CHECK(changed("data-bytes=\"8\"", "").error().kind == ErrorKind::bad_input);
    CHECK(changed("data-sha256=\"", "data-sha256=\"0").error().kind == ErrorKind::bad_input);
    CHECK(changed("data-crc32=\"", "data-crc32=\"0").error().kind == ErrorKind::bad_input);
    // A browser may write a block without it.
    const std::size_t crc = html.find(" data-crc32");
    CHECK(changed(html.substr(crc, 22), "").value() == "Lesesaal");
}

TEST_CASE("page: blocks are found in order, and only real ones") {
    const std::string program = page::write_block({"program", "wasm"});
    const std::string font = page::write_block({"fonts.inter", "font"});
    CHECK(name_list(page_with(program + font)) == "program fonts.inter ");
    CHECK(name_list(page_with("<!-- " + program + " -->" + font)) == "fonts.inter ");
    CHECK(name_list(page_with("<script>x = '<script type=\"application/vnd.lesesaal.corpus\">';</script>" + font)) ==
          "fonts.inter ");
    CHECK(name_list(page_with("<p title='" + program + "'>")).empty());
    CHECK(name_list("").empty());
    CHECK(name_list("<script type='application/vnd.other'>x</script>").empty());
}

TEST_CASE("page: a block that stands twice, has no name or a strange one is refused") {
    const std::string corpus = page::write_block({"corpus", "a"});
    CHECK(name_list(page_with(corpus + corpus)).find("'corpus' stands twice") != std::string::npos);
    CHECK(name_list("<script type='application/vnd.lesesaal.'></script>").find("unreadable name") != std::string::npos);
    CHECK(name_list("<script type='application/vnd.lesesaal.Ä'></script>").find("unreadable name") != std::string::npos);
}

TEST_CASE("page: is_page knows whole and cut pages, and no other HTML") {
    const std::string html = page_with(page::write_block({"program", "wasm"}));
    CHECK(page::is_page(html));
    CHECK(page::is_page(std::string_view(html).substr(0, html.find("data-sha256") + 30)));
    CHECK_FALSE(page::is_page("<!doctype html><html><script>vnd.lesesaal</script>"));
    CHECK_FALSE(page::is_page("VitakoMitgliederversammlung in Bremen\n"));
    CHECK_FALSE(page::is_page(""));
}

TEST_CASE("page: a new block stands at the marker, a second one after it, and the script stays last") {
    const std::string empty = page_with("");
    const std::string one = page::with_block(empty, {"corpus", "a"}).value();
    const std::string two = page::with_block(one, {"meta", "b"}).value();
    CHECK(name_list(two) == "corpus meta ");
    CHECK(two.find("vnd.lesesaal.meta") < two.find("<script>boot()"));
    CHECK(page::read_block(two, "corpus").value() == "a");
    CHECK(page::read_block(two, "meta").value() == "b");
}

TEST_CASE("page: replacing a block changes not a byte around it") {
    const std::string before = "<body><p>ä</p>\r\n";
    const std::string after = "\r\n<script>boot()</script></body></html>";
    const auto tag = [](std::string html) { return html.substr(0, html.size() - 1); };
    const std::string page = before + tag(page::write_block({"corpus", "old"})) + after;
    CHECK(page::with_block(page, {"corpus", "the new one"}).value() ==
          before + tag(page::write_block({"corpus", "the new one"})) + after);
    CHECK(page::with_block(page, {"corpus", "old"}).value() == page);
}

TEST_CASE("page: without a marker a new block goes before the end of the body; without a body it is an error") {
    const std::string html = page::with_block("<body><script>'</body>'</script></body></html>", {"meta", "{}"}).value();
    CHECK(html.starts_with("<body><script>'</body>'</script><script type="));
    CHECK(html.ends_with("</script>\n</body></html>"));
    CHECK(page::with_block("<p>", {"meta", "{}"}).error().kind == ErrorKind::bad_input);
}

TEST_CASE("page: title and language are replaced and escaped") {
    const std::string html = "<!doctype html><html class=a lang=\"de\" data-b><head><title>old</title></head><title>x</title>";
    CHECK(page::with_title(html, "A & B <\"'>", "en").value() ==
          "<!doctype html><html class=a lang=\"en\" data-b><head><title>A &amp; B "
          "&lt;&quot;&#39;&gt;</title></head><title>x</title>");
    CHECK(page::with_title("<HTML><title></title>", "T", "de").value() == "<HTML lang=\"de\"><title>T</title>");
    CHECK(page::with_title("<html>", "T", "de").error().kind == ErrorKind::bad_input);
    CHECK(page::with_title("<title></title>", "T", "de").error().kind == ErrorKind::bad_input);
    CHECK(page::with_title("<title></title><html>", "T", "de").error().kind == ErrorKind::bad_input);
}

TEST_CASE("page: the same bytes make the same block") {
    CHECK(page::write_block({"corpus", noise(1000)}) == page::write_block({"corpus", noise(1000)}));
}
