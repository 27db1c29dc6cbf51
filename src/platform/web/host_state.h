#pragma once
// Between host.cpp, which asks the page, and exports.cpp, which the page calls.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/web/canvas_webgl2.h"
#include "platform/web/host.h"

namespace lesesaal::platform::web {

/// Questions to the page whose answers come later; each is answered once.
template <typename Answer> class Requests {
public:
    using Then = std::function<void(base::Result<Answer>)>;

    /// Returns: the number the page answers with.
    int add(Then then) {
        waiting_.push_back(Waiting{.number = ++last_number_, .then = std::move(then)});
        return last_number_;
    }

    void answer(int number, base::Result<Answer> answer) {
        for (auto waiting = waiting_.begin(); waiting != waiting_.end(); ++waiting) {
            if (waiting->number != number) continue;
            const Then then = std::move(waiting->then);
            waiting_.erase(waiting);  // before the call, which may ask the next question
            then(std::move(answer));
            return;
        }
    }

private:
    struct Waiting {
        int number;
        Then then;
    };
    std::vector<Waiting> waiting_;
    int last_number_ = 0;
};

struct Host::State {
    Callbacks callbacks;
    Canvas canvas;
    Viewport viewport;
    Preferences preferences;
    View view = View::canvas;
    Requests<StorageContents> opens;  // and refreshes
    Requests<void> appends;           // and replacements
    Requests<std::string> loads;
    Requests<void> copies;
    Requests<std::optional<PickedFile>> picks;
    Requests<Link> links;
    Requests<void> files;  // written
    std::function<void(std::vector<StoredRecord>)> on_records;
    std::vector<StoredRecord> records;  // of the answer, or the news, that the page is giving
};

[[nodiscard]] Preferences to_preferences(int flags, std::string language);

/// The page calls plain functions, which know no object: this is the one they mean. Set while a Host lives.
extern Host::State* page_state;

}  // namespace lesesaal::platform::web
