#include "platform/web/dom_changes.h"

#include <string>

#include "platform/web/imports.h"

namespace lesesaal::platform::web {

namespace {

using scene::Change;
using scene::ChangeKind;
using scene::Node;
using scene::NodeId;

// The enumerations are numbers to web/elements.js: textSetters, stateSetters and relationSetters there have the same order.
enum class TextProperty { name, text, value, placeholder, description, href, language, style, datetime, popup };
enum class StateProperty {
    pressed, checked, expanded, current, is_disabled, is_visible, position_in_set, set_size, selected, tab_stop, orientation
};
enum class Relation { active_descendant, controls };

// A new role wants its element in elementOfRole of web/elements.js.
static_assert(static_cast<int>(scene::Role::count_) == 42);

double to_js(NodeId id) { return static_cast<double>(id); }

/// Sends what differs between two states of one node.
class NodeSender {
public:
    NodeSender(const Node& node, const Node& previous) : node_(node), previous_(previous), id_(to_js(node.id)) {}

    void send() const {
        send_texts();
        send_states();
        send_range();
        send_relations();
        send_place();
    }

private:
    void text(TextProperty property, std::string Node::*member) const {
        const std::string& value = node_.*member;
        if (value == previous_.*member) return;
        lesesaal_dom_text(id_, static_cast<int>(property), value.data(), value.size());
    }

    template <typename T> void state(StateProperty property, T Node::*member) const {
        if (node_.*member == previous_.*member) return;
        lesesaal_dom_state(id_, static_cast<int>(property), static_cast<int>(node_.*member));
    }

    void send_texts() const {
        text(TextProperty::style, &Node::style);
        text(TextProperty::name, &Node::name);
        text(TextProperty::text, &Node::text);
        text(TextProperty::value, &Node::value);
        text(TextProperty::placeholder, &Node::placeholder);
        text(TextProperty::description, &Node::description);
        text(TextProperty::href, &Node::href);
        text(TextProperty::language, &Node::language);
        text(TextProperty::datetime, &Node::datetime);
        text(TextProperty::popup, &Node::popup);
    }

    void send_states() const {
        state(StateProperty::pressed, &Node::pressed);
        state(StateProperty::checked, &Node::checked);
        state(StateProperty::expanded, &Node::expanded);
        state(StateProperty::current, &Node::current);
        state(StateProperty::is_disabled, &Node::is_disabled);
        state(StateProperty::is_visible, &Node::is_visible);
        state(StateProperty::position_in_set, &Node::position_in_set);
        state(StateProperty::set_size, &Node::set_size);
        state(StateProperty::selected, &Node::selected);
        state(StateProperty::tab_stop, &Node::tab_stop);
        state(StateProperty::orientation, &Node::orientation);
    }

    void send_range() const {
        if (node_.range == previous_.range) return;
        if (node_.range) {
            lesesaal_dom_range(id_, node_.range->min, node_.range->max, node_.range->now);
        } else {
            lesesaal_dom_no_range(id_);
        }
    }

    void relation(Relation relation, NodeId Node::*member) const {
        if (node_.*member == previous_.*member) return;
        lesesaal_dom_relate(id_, static_cast<int>(relation), to_js(node_.*member));
    }

    void send_relations() const {
        relation(Relation::active_descendant, &Node::active_descendant);
        relation(Relation::controls, &Node::controls);
    }

    void send_place() const {
        if (node_.rect != previous_.rect) {
            if (node_.rect) {
                lesesaal_dom_place(id_, node_.rect->x, node_.rect->y, node_.rect->width, node_.rect->height);
            } else {
                lesesaal_dom_unplace(id_);
            }
        }
        if (node_.content_height_px != previous_.content_height_px) {
            lesesaal_dom_content_height(id_, node_.content_height_px);
        }
        if (node_.scroll_revision != previous_.scroll_revision) lesesaal_dom_scroll_to(id_, node_.scroll_px);
        if (node_.focus_revision != previous_.focus_revision && node_.focus_revision > 0) lesesaal_dom_focus(id_);
    }

    const Node& node_;
    const Node& previous_;
    double id_;
};

void send_change(const Change& change) {
    switch (change.kind) {
    case ChangeKind::create: {
        const Node& node = *change.node;
        lesesaal_dom_create(to_js(node.id), to_js(node.parent), to_js(change.before), static_cast<int>(node.role), node.level);
        NodeSender(node, Node{}).send();
        break;
    }
    case ChangeKind::move: lesesaal_dom_move(to_js(change.id), to_js(change.node->parent), to_js(change.before)); break;
    case ChangeKind::update: NodeSender(*change.node, *change.previous).send(); break;
    case ChangeKind::remove: lesesaal_dom_remove(to_js(change.id)); break;
    }
}

}  // namespace

void send_changes(std::span<const Change> changes) {
    for (const Change& change : changes) send_change(change);
    lesesaal_dom_done();
}

}  // namespace lesesaal::platform::web
