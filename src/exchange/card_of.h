#pragma once

#include "corpus/article.h"
#include "notebook/card.h"

namespace lesesaal::exchange {

/// What the notebook keeps of an article beside the marks on it.
[[nodiscard]] notebook::Card card_of(const corpus::Article& article);

}  // namespace lesesaal::exchange
