#pragma once

#include <span>

#include "scene/tree.h"

namespace lesesaal::platform::web {

/// Sends the changes to the page, of each node only what differs from what the page shows.
void send_changes(std::span<const scene::Change> changes);

}  // namespace lesesaal::platform::web
