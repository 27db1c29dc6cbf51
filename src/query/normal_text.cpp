#include <algorithm>

#include "query/date_words.h"
#include "query/expression.h"
#include "query/fields.h"
#include "query/signs.h"

namespace lesesaal::query {
namespace {

bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += sign_at(text, at).bytes) {
        if (sign_at(text, at).kind != Sign::Kind::other) return false;
    }
    return !text.empty();
}

/// Whether it reads as this very word where it stands alone.
bool is_plain_word(std::string_view word) {
    return is_plain(word) && !word.starts_with('-') && !is_or(word) && !near_distance(word) && !field_prefix(word);
}

const Node* last_leaf(const Node& node) {
    const Node* last = &node;
    while (!last->children.empty()) last = &last->children.back();
    return last;
}

std::size_t height(const Node& node) {
    std::size_t highest = 0;
    for (const Node& child : node.children) highest = std::max(highest, height(child) + 1);
    return highest;
}

/// "a NAHE b NAHE c", as parse makes it.
bool is_chain(const Node& node) {
    if (node.kind != NodeKind::all_of || node.children.size() < 2) return false;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (node.children[i].kind != NodeKind::near) return false;
        if (i > 0 && without_places(node.children[i - 1].children[1]) != without_places(node.children[i].children[0])) return false;
    }
    return true;
}

class Writer {
public:
    explicit Writer(const Node& root) : last_(last_leaf(root)) {}

    std::string write(const Node& root) {
        if (root.kind == NodeKind::all_of) write_all(root);
        else write_one(root, Place::alone);
        if (ends_in_word_) text_ += ' ';
        return std::move(text_);
    }

private:
    enum class Place { alone, beside_others, side, excluded };

    void write_all(const Node& node) {
        const Place place = node.children.size() > 1 ? Place::beside_others : Place::alone;
        for (const Node& child : node.children) {
            if (&child != &node.children.front()) text_ += ' ';
            write_one(child, place);
        }
    }

    void write_one(const Node& node, Place place) {
        switch (node.kind) {
        case NodeKind::all_of:
            if (place == Place::side && node.children.size() == 1) write_one(node.children.front(), place);
            else if (place == Place::side && is_chain(node)) write_chain(node);
            else in_parentheses([&] { write_all(node); });
            return;
        case NodeKind::any_of:
            if (place == Place::excluded || (place == Place::beside_others && has_room_for_parentheses(node))) in_parentheses([&] { write_any(node); });
            else write_any(node);
            return;
        case NodeKind::none_of: write_excluded(node); return;
        case NodeKind::words: write_words(node, place); return;
        case NodeKind::near:
            if (place == Place::excluded) in_parentheses([&] { write_near(node); });
            else write_near(node);
            return;
        default: write_condition(node); return;
        }
    }

    /// Beside others they are for the eye only, and must not be the ones that are too deep.
    [[nodiscard]] bool has_room_for_parentheses(const Node& node) const { return depth_ + height(node) < query_depth_max; }

    template <typename Inside> void in_parentheses(Inside&& inside) {
        text_ += '(';
        ++depth_;
        inside();
        --depth_;
        // What is still being typed stays open.
        if (!last_->is_unfinished || !is_last_written_) text_ += ')';
        ends_in_word_ = false;
    }

    void write_any(const Node& node) {
        for (const Node& child : node.children) {
            if (&child != &node.children.front()) text_ += " ODER ";
            write_one(child, Place::side);
        }
    }

    void write_excluded(const Node& node) {
        text_ += '-';
        const Node& child = node.children.front();
        if (child.kind == NodeKind::none_of) in_parentheses([&] { write_one(child, Place::alone); });
        else write_one(child, Place::excluded);
        ends_in_word_ = false;
    }

    void write_operator(const Node& near) {
        text_ += " NAHE";
        if (near.distance != near_distance_default) text_ += '/' + std::to_string(near.distance);
        text_ += ' ';
    }

    void write_near(const Node& node) {
        write_words(node.children[0], Place::side);
        write_operator(node);
        write_words(node.children[1], Place::side);
    }

    void write_chain(const Node& node) {
        write_words(node.children.front().children[0], Place::side);
        for (const Node& pair : node.children) {
            write_operator(pair);
            write_words(pair.children[1], Place::side);
        }
    }

    void write_words(const Node& node, Place place) {
        is_last_written_ = &node == last_;
        const bool is_unfinished = is_last_written_ && node.is_unfinished;
        const bool is_bare = node.words.size() == 1 && is_plain_word(node.words.front());
        if (node.scope != Scope::everywhere) write_name(field_of(node.scope));
        if (!is_bare) text_ += '"';
        for (const std::string& word : node.words) {
            if (&word != &node.words.front()) text_ += ' ';
            text_ += word;
        }
        if (!is_bare && !is_unfinished) text_ += '"';
        if (node.is_prefix) text_ += '*';
        ends_in_word_ = is_bare && !is_unfinished && !node.is_prefix && place != Place::excluded;
    }

    void write_name(Field field) {
        text_ += names_of(field).german;
        text_ += ':';
    }

    void write_condition(const Node& node) {
        ends_in_word_ = false;
        if (node.kind == NodeKind::dates) {
            write_name(Field::date);
            text_ += dates_text(node.from, node.to);
        } else if (node.kind == NodeKind::facet) {
            write_name(field_of(node.facet));
            const bool is_bare = is_plain(node.value);
            if (!is_bare) text_ += '"';
            text_ += node.value;
            if (!is_bare) text_ += '"';
        } else {
            write_mark(node);
        }
    }

    void write_mark(const Node& node) {
        const auto named = [&](bool is_wanted) {
            return std::ranges::find_if(mark_names, [&](const MarkName& name) { return name.mark == node.mark && name.is_wanted == is_wanted; });
        };
        auto name = named(node.is_mark_wanted);
        if (name == mark_names.end()) {
            text_ += '-';
            name = named(!node.is_mark_wanted);
        }
        write_name(name->field);
        text_ += name->german;
    }

    const Node* last_;
    std::string text_;
    std::size_t depth_ = 0;
    bool is_last_written_ = false;
    bool ends_in_word_ = false;
};

}  // namespace

std::string to_text(const Node& node) { return Writer{node}.write(node); }
std::string to_text(const Query& query) { return to_text(query.root); }

}  // namespace lesesaal::query
