#pragma once
// The search box beside its text: how the text was understood, and what may be meant at its end.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "query/completion.h"
#include "query/preview.h"

namespace lesesaal::app {

struct QueryBox {
    std::string text;                             // that was looked at
    std::vector<query::PreviewItem> understood;   // empty where the text says it all itself
    std::vector<query::ProblemKind> problems;     // each kind once, in the order of the text
    std::vector<query::Completion> completions;   // of the text as typed; empty once one was picked or the list was dismissed
    std::optional<std::size_t> option;            // of the completions, that the arrow keys have led to
};

}  // namespace lesesaal::app
