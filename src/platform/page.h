#pragma once
// The page the program lives in: the DOM mirror, the canvas, the address.

#include <span>
#include <string>
#include <utility>

#include "scene/picture.h"
#include "scene/tree.h"

namespace lesesaal::platform {

enum class HistoryMode { push, replace };

/// What the shell's effects need of the page.
struct Address {
    virtual ~Address() = default;
    /// `hash` with its leading '#', or "" for none.
    virtual void set_hash(const std::string& hash, HistoryMode mode) = 0;
    /// The whole address of this page with another hash, to be given away.
    [[nodiscard]] virtual std::string link_to(const std::string& hash) const = 0;
};

/// The two painters' outlets.
struct Surface {
    virtual ~Surface() = default;
    virtual void apply(std::span<const scene::Change> changes) = 0;
    /// Does nothing while the graphics context is lost.
    virtual void draw(const scene::Picture& picture) = 0;
    /// CSS custom properties on the root element, e.g. {"--ink", "#1c1b19"}.
    virtual void set_tokens(std::span<const std::pair<std::string, std::string>> tokens) = 0;
};

}  // namespace lesesaal::platform
