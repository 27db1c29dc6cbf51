#include <algorithm>
#include <map>
#include <random>

#include <doctest.h>

#include "scene/tree.h"

using namespace lesesaal::scene;

namespace {

/// What the page does with changes: elements with children, nothing else. Applies one by one and insists that every
/// change makes sense at its place.
class Page {
public:
    Page() { children_[root_id]; }

    void apply(const std::vector<Change>& changes) {
        for (const Change& change : changes) {
            switch (change.kind) {
            case ChangeKind::create:
                REQUIRE_FALSE(children_.contains(change.id));
                children_[change.id];
                nodes_[change.id] = *change.node;
                insert(change);
                break;
            case ChangeKind::move:
                REQUIRE(children_.contains(change.id));
                take_out(change.id);
                insert(change);
                break;
            case ChangeKind::update:
                REQUIRE(change.previous != nullptr);
                nodes_[change.id] = *change.node;
                break;
            case ChangeKind::remove:
                take_out(change.id);
                forget(change.id);
                break;
            }
        }
    }

    std::vector<Node> in_document_order() {
        std::vector<Node> result;
        append(root_id, result);
        return result;
    }

private:
    void insert(const Change& change) {
        parent_[change.id] = change.node->parent;
        REQUIRE(children_.contains(change.node->parent));
        auto& siblings = children_[change.node->parent];
        auto at = siblings.end();
        if (change.before != root_id) {
            at = std::ranges::find(siblings, change.before);
            REQUIRE(at != siblings.end());
        }
        siblings.insert(at, change.id);
    }
    void take_out(NodeId id) {
        auto& siblings = children_[parent_[id]];
        REQUIRE(std::erase(siblings, id) == 1);
    }
    void forget(NodeId id) {
        for (const NodeId child : children_[id]) forget(child);
        children_.erase(id);
        nodes_.erase(id);
    }
    void append(NodeId id, std::vector<Node>& result) {
        result.push_back(nodes_[id]);
        for (const NodeId child : children_[id]) append(child, result);
    }

    std::map<NodeId, std::vector<NodeId>> children_;
    std::map<NodeId, NodeId> parent_;
    std::map<NodeId, Node> nodes_{{root_id, Node{.role = Role::root}}};
};

Tree list_of(const std::vector<std::string>& keys) {
    TreeBuilder builder;
    builder.open(Role::list, "liste");
    for (const std::string& key : keys) builder.leaf(Role::list_item, key).text = key;
    builder.close();
    return builder.finish();
}

long count(const std::vector<Change>& changes, ChangeKind kind) { return std::ranges::count(changes, kind, &Change::kind); }

}  // namespace

TEST_CASE("diff: of two equal trees there is nothing to do") { CHECK(diff(list_of({"a", "b"}), list_of({"a", "b"})).empty()); }

TEST_CASE("diff: from nothing, everything but the root is created, parents first") {
    const Tree next = list_of({"a", "b"});
    const auto changes = diff(Tree{}, next);
    REQUIRE(changes.size() == 3);
    CHECK(count(changes, ChangeKind::create) == 3);
    CHECK(changes[0].node->role == Role::list);
}

TEST_CASE("diff: the root is updated, never created") {
    TreeBuilder builder;
    builder.node(0).name = "Lesesaal";
    const Tree next = builder.finish();
    const auto changes = diff(Tree{}, next);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == ChangeKind::update);
    CHECK(changes[0].previous->name.empty());
}

TEST_CASE("diff: a tree of nothing but a root with the defaults is a page that shows nothing") {
    const Tree previous{.nodes = {Node{}}};
    const Tree next = list_of({"a"});
    const auto changes = diff(previous, next);
    CHECK(count(changes, ChangeKind::create) == 2);
    CHECK(count(changes, ChangeKind::remove) == 0);
}

TEST_CASE("diff: a changed text is one update that knows both texts") {
    Tree next = list_of({"a", "b"});
    next.nodes[2].text = "c";
    const Tree previous = list_of({"a", "b"});
    const auto changes = diff(previous, next);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == ChangeKind::update);
    CHECK(changes[0].previous->text == "a");
    CHECK(changes[0].node->text == "c");
}

TEST_CASE("diff: a new first item moves none of the others") {
    const auto changes = diff(list_of({"b", "c"}), list_of({"a", "b", "c"}));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == ChangeKind::create);
    CHECK(changes[0].before == child_id(child_id(root_id, "liste"), "b"));
}

TEST_CASE("diff: one item that went to the end is one move") {
    const auto changes = diff(list_of({"a", "b", "c", "d"}), list_of({"b", "c", "d", "a"}));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == ChangeKind::move);
    CHECK(changes[0].id == child_id(child_id(root_id, "liste"), "a"));
    CHECK(changes[0].before == root_id);
}

TEST_CASE("diff: of a removed list only the list is named") {
    TreeBuilder builder;
    const auto changes = diff(list_of({"a", "b"}), builder.finish());
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == ChangeKind::remove);
    CHECK(changes[0].id == child_id(root_id, "liste"));
}

TEST_CASE("diff: another role is another element, with all that is in it") {
    const auto box_with_button = [](Role role) {
        TreeBuilder builder;
        builder.open(role, "kasten");
        builder.leaf(Role::button, "knopf");
        builder.close();
        return builder.finish();
    };
    const auto changes = diff(box_with_button(Role::group), box_with_button(Role::region));
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].kind == ChangeKind::remove);
    CHECK(changes[1].kind == ChangeKind::create);
    CHECK(changes[2].kind == ChangeKind::create);
}

TEST_CASE("diff: another heading level is another element") {
    const auto heading = [](std::uint8_t level) {
        TreeBuilder builder;
        builder.leaf(Role::heading, "titel").level = level;
        return builder.finish();
    };
    const auto changes = diff(heading(1), heading(2));
    CHECK(count(changes, ChangeKind::remove) == 1);
    CHECK(count(changes, ChangeKind::create) == 1);
}

TEST_CASE("diff: a range, what is selected, what is pointed to and where Tab stops are updates of the same element") {
    const auto slider = [](const auto& change) {
        TreeBuilder builder;
        change(builder.leaf(Role::slider, "griff"));
        return builder.finish();
    };
    const Tree before = slider([](Node& node) { node.range = Span{.min = 0, .max = 10, .now = 3}; });
    const auto updates_to = [&](const auto& change) {
        const Tree after = slider(change);
        const auto changes = diff(before, after);
        return changes.size() == 1 && changes[0].kind == ChangeKind::update;
    };
    CHECK_FALSE(updates_to([](Node& node) { node.range = Span{.min = 0, .max = 10, .now = 3}; }));
    CHECK(updates_to([](Node& node) { node.range = Span{.min = 0, .max = 10, .now = 4}; }));
    CHECK(updates_to([](Node&) {}));
    CHECK(updates_to([](Node& node) {
        node.range = Span{.min = 0, .max = 10, .now = 3};
        node.active_descendant = child_id(root_id, "treffer");
    }));
    CHECK(updates_to([](Node& node) {
        node.range = Span{.min = 0, .max = 10, .now = 3};
        node.tab_stop = Tristate::off;
    }));
}

TEST_CASE("diff: a row header is another element than a cell") {
    const auto table = [](Role first) {
        TreeBuilder builder;
        builder.open(Role::table, "tabelle");
        builder.open(Role::row, "zeile");
        builder.leaf(first, "kopf").text = "Hessen";
        builder.leaf(Role::cell, "zahl").text = "4";
        builder.close();
        builder.close();
        return builder.finish();
    };
    const auto changes = diff(table(Role::cell), table(Role::row_header));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].kind == ChangeKind::remove);
    CHECK(changes[1].kind == ChangeKind::create);
    CHECK(changes[1].before == child_id(child_id(child_id(root_id, "tabelle"), "zeile"), "zahl"));
}

TEST_CASE("diff: applied one by one, the changes turn any tree into any other") {
    std::mt19937 random(20191114);
    const auto number = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    const auto random_tree = [&] {
        TreeBuilder builder;
        std::vector<int> groups{0, 1, 2, 3, 4};
        std::ranges::shuffle(groups, random);
        groups.resize(static_cast<std::size_t>(number(6)));
        for (const int group : groups) {
            builder.open(number(4) == 0 ? Role::group : Role::list, static_cast<std::uint64_t>(group));
            std::vector<int> items{0, 1, 2, 3, 4, 5, 6, 7};
            std::ranges::shuffle(items, random);
            items.resize(static_cast<std::size_t>(number(9)));
            for (const int item : items) {
                builder.open(Role::list_item, static_cast<std::uint64_t>(item));
                if (number(2) == 0) builder.leaf(Role::link, "link").text = std::to_string(number(3));
                builder.close();
            }
            builder.close();
        }
        return builder.finish();
    };
    Page page;
    Tree shown;
    for (int round = 0; round < 500; ++round) {
        Tree next = random_tree();
        page.apply(diff(shown, next));
        REQUIRE(page.in_document_order() == next.nodes);
        shown = std::move(next);
    }
}
