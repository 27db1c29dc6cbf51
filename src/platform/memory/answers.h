#pragma once

#include <deque>
#include <functional>
#include <utility>

namespace lesesaal::platform::memory {

/// Answers that wait, as a browser's come in a later turn.
class Answers {
public:
    void add(std::function<void()> answer) { waiting_.push_back(std::move(answer)); }

    /// Gives them in order, also those asked for meanwhile. Returns: how many.
    int deliver() {
        int delivered = 0;
        for (; !waiting_.empty(); ++delivered) {
            const std::function<void()> answer = std::move(waiting_.front());
            waiting_.pop_front();
            answer();
        }
        return delivered;
    }

private:
    std::deque<std::function<void()>> waiting_;
};

}  // namespace lesesaal::platform::memory
