#include "scene/tree.h"

#include <doctest.h>

using namespace lesesaal::scene;

TEST_CASE("tree: a node's id depends on the path of keys and on nothing else") {
    CHECK(child_id(root_id, "liste") == child_id(root_id, "liste"));
    CHECK(child_id(root_id, "liste") != child_id(root_id, "listen"));
    CHECK(child_id(child_id(root_id, "a"), "b") != child_id(child_id(root_id, "b"), "a"));
    CHECK(child_id(root_id, std::uint64_t{7}) != child_id(root_id, std::uint64_t{8}));
}

TEST_CASE("tree: a number is never the same key as a text") {
    CHECK(child_id(root_id, std::uint64_t{0x61}) != child_id(root_id, "a"));
    CHECK(child_id(root_id, std::uint64_t{0}) != child_id(root_id, std::string_view("\0\0\0\0\0\0\0\0", 8)));
}

TEST_CASE("tree: ids fit a JavaScript number and are never the root's") {
    for (std::uint64_t key = 0; key < 10'000; ++key) {
        const NodeId id = child_id(root_id, key);
        CHECK(static_cast<std::uint64_t>(id) < (std::uint64_t{1} << 53));
        CHECK(id != root_id);
    }
}

TEST_CASE("tree: nodes stand in document order below the one that was open") {
    TreeBuilder builder;
    builder.open(Role::banner, "kopf");
    builder.leaf(Role::button, "hilfe").name = "Hilfe";
    builder.close();
    builder.leaf(Role::main, "main");
    const Tree tree = builder.finish();

    REQUIRE(tree.nodes.size() == 4);
    CHECK(tree.nodes[0].role == Role::root);
    CHECK(tree.nodes[1].parent == root_id);
    CHECK(tree.nodes[2].parent == tree.nodes[1].id);
    CHECK(tree.nodes[3].parent == root_id);
}

TEST_CASE("tree: a node is found by role and accessible name, or by id") {
    TreeBuilder builder;
    builder.leaf(Role::button, "neu").name = "Neu";
    builder.leaf(Role::heading, "titel").text = "Neu";
    const Tree tree = builder.finish();

    REQUIRE(tree.find(Role::heading, "Neu") != nullptr);
    CHECK(tree.find(Role::heading, "Neu")->text == "Neu");
    CHECK(tree.find(Role::link, "Neu") == nullptr);
    CHECK(tree.find(child_id(root_id, "neu"))->name == "Neu");
    CHECK(tree.find(NodeId{1}) == nullptr);
}

TEST_CASE("tree: places are relative to the nearest placed ancestor") {
    TreeBuilder builder;
    builder.open(Role::banner, "kopf");
    builder.place({.x = 100, .y = 20, .width = 300, .height = 52});
    builder.open(Role::group, "ohne Ort");
    builder.open(Role::button, "knopf");
    builder.place({.x = 110, .y = 30, .width = 40, .height = 24});
    builder.close();
    builder.close();
    builder.close();
    const Tree tree = builder.finish();

    CHECK(tree.nodes[1].rect == Rect{100, 20, 300, 52});
    CHECK_FALSE(tree.nodes[2].rect.has_value());
    CHECK(tree.nodes[3].rect == Rect{10, 10, 40, 24});
}

TEST_CASE("tree: scrolling a list changes the place of none of its items") {
    const auto list_scrolled_by = [](float scroll_px) {
        TreeBuilder builder;
        builder.open(Role::list, "liste").content_height_px = 1744;
        builder.place({.x = 232, .y = 196, .width = 392, .height = 604}, scroll_px);
        for (std::uint64_t i = 0; i < 16; ++i) {
            builder.open(Role::list_item, i);
            builder.place({.x = 232, .y = 196 - scroll_px + static_cast<float>(i) * 109, .width = 392, .height = 109});
            builder.close();
        }
        builder.close();
        return builder.finish();
    };
    const Tree top = list_scrolled_by(0);
    const Tree scrolled = list_scrolled_by(333.333f);
    CHECK(top.nodes.back().rect == Rect{0, 15 * 109, 392, 109});
    CHECK(top.nodes == scrolled.nodes);
    CHECK(diff(top, scrolled).empty());
}
