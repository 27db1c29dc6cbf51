#include "platform/memory/outlet_memory.h"

#include <doctest.h>

using namespace lesesaal;
using platform::memory::MemoryOutlet;

TEST_CASE("outlet in memory: a copy is in the clipboard, and the answer comes later, once") {
    MemoryOutlet outlet;
    int answers = 0;
    outlet.copy("Zehn-Punkte-Plan", [&](auto done) {
        CHECK(done);
        ++answers;
    });
    CHECK(outlet.clipboard() == "Zehn-Punkte-Plan");
    CHECK(answers == 0);
    CHECK(outlet.deliver() == 1);
    CHECK(answers == 1);
    CHECK(outlet.deliver() == 0);
}

TEST_CASE("outlet in memory: a refused copy leaves the clipboard as it was and says so by a key") {
    MemoryOutlet outlet{{.refuse_at = 2}};
    std::vector<std::string> errors;
    for (const char* text : {"eins", "zwei"}) {
        outlet.copy(text, [&](auto done) { errors.push_back(done ? "" : done.error().message); });
    }
    CHECK(outlet.deliver() == 2);
    CHECK(errors == std::vector<std::string>{"", "copy_failed"});
    CHECK(outlet.clipboard() == "eins");
}

TEST_CASE("outlet in memory: prints are counted and files kept as they were handed over") {
    MemoryOutlet outlet;
    outlet.print();
    outlet.save({.name = "artikel.ris", .media_type = "application/x-research-info-systems", .bytes = std::string("a\0b", 3)});
    CHECK(outlet.prints() == 1);
    REQUIRE(outlet.files().size() == 1);
    CHECK(outlet.files()[0].name == "artikel.ris");
    CHECK(outlet.files()[0].bytes.size() == 3);
}

TEST_CASE("outlet in memory: only addresses that a page may open are opened") {
    MemoryOutlet outlet;
    for (const char* url : {"https://a.example/", "HTTP://b.example/", "mailto:c@d.example", "javascript:alert(1)", "data:text/html,x",
                            "#artikel", "file:///etc/passwd", "//e.example/", ""}) {
        outlet.open_link(url);
    }
    CHECK(outlet.links() == std::vector<std::string>{"https://a.example/", "HTTP://b.example/", "mailto:c@d.example"});
}
